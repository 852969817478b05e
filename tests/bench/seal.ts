// Measures how long sealing a long session takes, from its journal in Redis to the seal on disk: twenty thousand
// events, attendance and minutes printed and stored, everything hashed and signed. With the session loaded, as just
// after its closing, and not loaded, as at a start; with issued minutes, and with minutes of hundreds of pages that
// were never issued: printed ahead, printed ahead and changed since, sealed a second after the closing, and sealed at
// the closing, so that they are only printed then. Each run uses other names, because Typst caches paragraphs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { v7 as newId } from 'uuid'
import { sealPrintsAhead, sealSource } from '../../server/custody/archive/seal-of-session.ts'
import { createSeals } from '../../server/custody/archive/seals.ts'
import { loadSigningKey } from '../../server/custody/archive/signature.ts'
import { createMemoryBoxKeys } from '../../server/engine/boxes/box-keys.ts'
import { createEncryptedBoxes } from '../../server/engine/boxes/encrypted-boxes.ts'
import { sessionEncryption } from '../../server/engine/encrypted-journals.ts'
import { createRedisJournal } from '../../server/engine/journal/redis.ts'
import { createSessions } from '../../server/engine/session/registry.ts'
import type { Sessions } from '../../server/engine/session/sessions.ts'
import { createTranscripts } from '../../server/hearing/captions/transcripts.ts'
import { paperSource } from '../../server/hearing/minutes/paper-source.ts'
import { createPeopleRecord } from '../../server/identity/people/people-record.ts'
import { createFakePlane } from '../../server/media/sfu/fake.ts'
import { createPrinter } from '../../server/papers/printers.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { type SessionState, sessionModules } from '../../shared/modules/index.ts'
import { agencyCalled } from '../harness/agency.ts'
import { journalChecks } from '../harness/journal-checks.ts'
import { startTestRedis } from '../harness/redis.ts'
import type { Bench, Measurement } from './bench.ts'
import { aLongSession } from './long-session.ts'

const secret = Buffer.alloc(32, 7)
const agency = {
  organisation: 'Ủy ban nhân dân xã Tân Lập',
  parentOrganisation: null,
  placeName: null,
  abbreviation: null,
}
const appendedAtOnce = 500

type Minutes =
  | 'issued'
  | 'printed ahead'
  | 'printed ahead but for the last words'
  | 'closed a second before'
  | 'printed only then'
const situations: readonly [isLoaded: boolean, Minutes][] = [
  [true, 'issued'],
  [false, 'issued'],
  [true, 'printed ahead'],
  [false, 'printed ahead'],
  [true, 'printed ahead but for the last words'],
  [true, 'closed a second before'],
  [true, 'printed only then'],
  [false, 'printed only then'],
]

export const seal: Bench = {
  about: 'sealing a session of 20,000 events, its attendance and minutes printed',
  async run({ quick }): Promise<Measurement[]> {
    const rounds = quick ? 3 : 9
    const model = aLongSession(quick ? 5000 : 20_000)
    const { sessionId } = model.state.session
    const testRedis = await startTestRedis()
    const directory = await mkdtemp(join(tmpdir(), 'diemcau-bench-seal-'))
    const log = pino({ level: 'silent' })
    const aggregate = compose(sessionModules, { freeze: false })
    const redis = testRedis.redis()
    const journal = createRedisJournal(redis, journalChecks(secret))
    const opened: Sessions[] = []
    const open = () => {
      const sessions = createSessions({
        aggregate,
        journal,
        eventEncryption: sessionEncryption(redis, secret),
        boxes: createEncryptedBoxes(journal, createMemoryBoxKeys()),
        people: createPeopleRecord(redis, secret),
        admits: () => true,
        blockingReason: async () => null,
        transcripts: createTranscripts(redis, secret, Date.now),
        media: createFakePlane(),
        now: Date.now,
        newId: () => newId(),
        codeFor: () => '',
        log,
        observe: () => undefined,
        changed: () => undefined,
      })
      opened.push(sessions)
      return sessions
    }
    try {
      for (let from = 0; from < model.journal.length; from += appendedAtOnce)
        await Promise.all(
          model.journal.slice(from, from + appendedAtOnce).map((commit) => journal.append(sessionId, commit)),
        )
      console.log(`commits: ${model.journal.length}`)
      const { papers } = createPrinter(aggregate, agencyCalled(agency), () => '', {
        print: async () => null,
        docx: async () => null,
      })
      const key = await loadSigningKey(directory)
      // The bytes of documents are not measured here: hashing them takes as long as reading them.
      const stores = {
        documents: { read: async () => null },
        issuedPapers: { filesOfSession: async () => [] },
        recordings: { segments: async () => [] },
      }
      const warm = open()
      let printed = 0
      async function sourceOf(sessions: Sessions, minutes: Minutes) {
        const source = await paperSource({ sessions, now: Date.now }, sessionId)
        const { state } = source
        const people = Object.values(state.admission.participants).map(({ personId }, index) => [
          personId,
          { name: `Nguyễn Văn ${printed}.${index}`, title: null },
        ])
        const issues = { ...state.approval.issues, ...(minutes === 'issued' ? { minutes: {} as never } : {}) }
        return {
          ...source,
          people: Object.fromEntries(people),
          state: { ...state, approval: { ...state.approval, issues } },
        }
      }
      const asIt = (state: SessionState, status: SessionState['session']['status']) => ({
        ...state,
        session: { ...state.session, status },
      })
      /** As the session was so many commits ago. */
      async function printsAhead(commitsAgo: number) {
        const { state, journal, ...source } = await sourceOf(warm, 'printed ahead')
        return sealPrintsAhead(papers, {
          ...source,
          state: asIt(state, 'closed'),
          journal: journal.slice(0, -commitsAgo),
        })
      }
      /** How long it took, and how long the processors worked for it, in all threads: on a busy machine the second says more. */
      async function timed(sessions: Sessions, minutes: Minutes): Promise<[ms: number, cpuMs: number]> {
        printed++
        await rm(join(directory, 'seals'), { recursive: true, force: true })
        const seals = createSeals({
          dataDir: directory,
          key,
          secret,
          timeStamps: null,
          sourceOf: async () => sealSource({ papers, ...stores } as never, await sourceOf(sessions, minutes)),
          printsAhead: () => printsAhead(minutes === 'printed ahead but for the last words' ? 2 : 1),
          recorded: async () => true,
          sealedBut: async () => [],
          now: Date.now,
          log,
        })
        if (minutes.startsWith('printed ahead')) await seals.printAhead(sessionId)
        if (minutes === 'closed a second before') {
          for (const status of ['open', 'closed'] as const) seals.changed(asIt(model.state, status))
          await setTimeout(1000)
        }
        const startedAt = performance.now()
        const cpuBefore = process.cpuUsage()
        const kept = await seals.of(sessionId)
        if (kept?.seal.journal.commits !== model.journal.length) throw new Error('not all of it was sealed')
        const { user, system } = process.cpuUsage(cpuBefore)
        return [performance.now() - startedAt, (user + system) / 1000]
      }
      const first = [await timed(open(), 'printed only then')]
      await warm.state(sessionId)
      const samples = new Map<string, [number, number][]>([['first of the process, minutes printed only then', first]])
      for (let round = 0; round < rounds; round++)
        for (const [isLoaded, minutes] of situations) {
          const name = `${isLoaded ? 'just closed' : 'at a start'}, minutes ${minutes}`
          samples.set(name, [...(samples.get(name) ?? []), await timed(isLoaded ? warm : open(), minutes)])
        }
      return [...samples].flatMap(([name, taken]) => [
        { name, unit: 'ms' as const, samples: taken.map(([ms]) => ms) },
        { name: `${name}, of processors`, unit: 'ms' as const, samples: taken.map(([, cpuMs]) => cpuMs) },
      ])
    } finally {
      await Promise.all(opened.map((sessions) => sessions.close()))
      await testRedis.close()
      await rm(directory, { recursive: true })
    }
  },
}
