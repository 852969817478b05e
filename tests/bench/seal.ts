// How long sealing a long session takes, from its journal in Redis to the seal on the disk: twenty thousand events, attendance and minutes
// printed and kept, everything hashed and signed. Once with the session loaded, as when it was just closed, and once without, as at a start.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { v7 as newId } from 'uuid'
import { createSeals } from '../../server/archive/seals.ts'
import { loadSigningKey } from '../../server/archive/signature.ts'
import { createMemoryBoxKeys } from '../../server/boxes/box-keys.ts'
import { createSealedBoxes } from '../../server/boxes/sealed-boxes.ts'
import { sealSource } from '../../server/http/archive-contents.ts'
import { paperSource } from '../../server/http/paper-source.ts'
import { createRedisJournal } from '../../server/journal/redis.ts'
import { createFakePlane } from '../../server/media/fake.ts'
import { createPrinter } from '../../server/papers.ts'
import { createPeopleRecord } from '../../server/people/people-record.ts'
import { sessionSealing } from '../../server/sealing.ts'
import { createSessions } from '../../server/session/registry.ts'
import type { Sessions } from '../../server/session/sessions.ts'
import { createTranscripts } from '../../server/transcripts/transcripts.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { all, asks, by, closes, connect, grants, later, loses, opens, seals as sealsIt } from '../harness/given.ts'
import { startTestRedis } from '../harness/redis.ts'
import { type ModelSession, scheduled } from '../harness/session-model.ts'
import type { Bench, Measurement } from './bench.ts'

const secret = Buffer.alloc(32, 7)
const agency = {
  organisation: 'Ủy ban nhân dân xã Tân Lập',
  parentOrganisation: null,
  placeName: null,
  abbreviation: null,
}
const appendedAtOnce = 500

/** People ask to speak, speak, write, lose their line and come back, until there are so many commits. */
function aLongSession(commits: number): ModelSession {
  const session = scheduled()
  all(connect('chair', 'secretary', 'siteA', 'siteB'), opens)(session)
  const writes = (text: string) => by('siteB', 'chat.post', { recipient: { to: 'all' }, text })
  for (let round = 1; session.journal.length < commits - 10; round++) {
    const second = later(1000)
    all(asks('siteA'), second, grants('siteA'), later(20_000), by('siteA', 'floor.release', {}), second)(session)
    for (let message = 0; message < 3; message++) all(writes(`Ý kiến ${round}.${message}`), second)(session)
    if (round % 5 === 0) all(loses('siteA'), second, connect('siteA'))(session)
  }
  all(closes, sealsIt)(session)
  return session
}

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
    const journal = createRedisJournal(redis)
    const opened: Sessions[] = []
    const open = () => {
      const sessions = createSessions({
        aggregate,
        journal,
        sealing: sessionSealing(redis, secret),
        boxes: createSealedBoxes(journal, createMemoryBoxKeys()),
        people: createPeopleRecord(redis, secret),
        admits: () => true,
        hindrance: async () => null,
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
      const { papers } = createPrinter(aggregate, agency, () => '', { print: async () => null, docx: async () => null })
      const key = await loadSigningKey(directory)
      // The bytes of documents are not measured here: hashing them takes as long as reading them.
      const stores = {
        documents: { read: async () => null },
        issuedPapers: { filesOfSession: async () => [] },
        recordings: { segments: async () => [] },
      }
      async function timed(sessions: Sessions): Promise<number> {
        await rm(join(directory, 'seals'), { recursive: true, force: true })
        const seals = createSeals({
          dataDir: directory,
          key,
          secret,
          sourceOf: async (id) =>
            sealSource({ papers, ...stores } as never, await paperSource({ sessions, now: Date.now }, id)),
          recorded: async () => undefined,
          sealedBut: async () => [],
          now: Date.now,
          log,
        })
        const startedAt = performance.now()
        const kept = await seals.of(sessionId)
        if (kept?.seal.journal.commits !== model.journal.length) throw new Error('not all of it was sealed')
        return performance.now() - startedAt
      }
      const warm = open()
      // The printer reads its fonts once.
      await timed(warm)
      const loaded: number[] = []
      const fresh: number[] = []
      for (let round = 0; round < rounds; round++) {
        loaded.push(await timed(warm))
        fresh.push(await timed(open()))
      }
      return [
        { name: 'just closed, its session loaded', unit: 'ms', samples: loaded },
        { name: 'at a start, nothing loaded', unit: 'ms', samples: fresh },
      ]
    } finally {
      await Promise.all(opened.map((sessions) => sessions.close()))
      await testRedis.close()
      await rm(directory, { recursive: true })
    }
  },
}
