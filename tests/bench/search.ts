// Measures how long an officer waits for search results while typing, for a search by name, and for the earlier cases
// of a petition being entered, among 200,000 cases with texts of realistic length; and how long other commands wait in
// the same Redis meanwhile.
import { v7 as newId } from 'uuid'
import { createAggregates } from '../../server/engine/aggregates/aggregates.ts'
import { createAggregateJournal } from '../../server/engine/journal/redis.ts'
import { composeCase } from '../../shared/cases/index.ts'
import { AccountId } from '../../shared/kernel/ids.ts'
import { rowOf } from '../../shared/projections/cases.ts'
import { fold } from '../../shared/search/words.ts'
import { HttpServer } from '../harness/http.ts'
import { numbersFrom, personName, petitionText } from '../harness/petition-texts.ts'
import type { Bench, Measurement } from './bench.ts'

const asked = 200
const writtenAtOnce = 256
const nobody = { address: null, phone: null, email: null, identity: null }

export const search: Bench = {
  about: 'finding cases by their words, and earlier ones of a petition, among 200,000',
  async run({ quick }): Promise<Measurement[]> {
    const count = quick ? 20_000 : 200_000
    const server = await HttpServer.start()
    try {
      const { account, cookie } = await server.signIn('administrator')
      const redis = server.redis.redis()
      const startedAt = performance.now()
      await enter(server, count, account.accountId)
      const entered = (count / (performance.now() - startedAt)) * 1000
      console.log(`memory of Redis: ${/used_memory_human:(\S+)/.exec(await redis.info('memory'))?.[1]}`)
      console.log(`of it the index: ${await megabytesOf(server)} MB`)

      const random = numbersFrom(count)
      const one = () => {
        const { subject, content } = petitionText(random)
        return { subject, content, words: subject.split(' ') }
      }
      const waits: number[] = []
      let isOver = false
      // As a hearing: a command each ten milliseconds, on a connection of its own.
      const beside = (async () => {
        const other = server.redis.redis()
        while (!isOver) {
          const sentAt = performance.now()
          await other.ping()
          waits.push(performance.now() - sentAt)
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
      })()
      async function measure(ask: () => Promise<{ status: number; text: string }>): Promise<number[]> {
        const times: number[] = []
        for (let round = 0; round < asked; round++) {
          const sentAt = performance.now()
          const { status, text } = await ask()
          times.push(performance.now() - sentAt)
          if (status !== 200) throw new Error(text)
        }
        return times
      }
      const find = (typed: string, filters = '') =>
        server.call('GET', `/api/cases?search=${encodeURIComponent(typed)}${filters}`, { cookie })
      const rare = await measure(() => find(fold(one().words.slice(-5).join(' '))))
      const usual = await measure(() => find(one().words.slice(0, 4).join(' ')))
      const begun = await measure(() => find(fold(one().words.slice(0, 4).join(' ')).slice(0, -1)))
      const chosen = await measure(() => find('thu hoi dat', '&status=toClassify&from=2026-03-10&to=2026-11-20'))
      const named = await measure(() =>
        server.call('GET', `/api/cases?name=${encodeURIComponent(personName(random))}`, { cookie }),
      )
      const family = await measure(() => server.call('GET', '/api/cases?name=nguyen', { cookie }))
      const alike = await measure(() => {
        const { subject, content } = one()
        return server.call('POST', '/api/cases/suggestions', { cookie, body: { subject, content, people: [] } })
      })
      isOver = true
      await beside
      return [
        { name: `cases written and put, ${writtenAtOnce} at once`, unit: 'per second', samples: [entered] },
        { name: 'rare words, without diacritics', unit: 'ms', samples: rare },
        { name: 'usual words, as written', unit: 'ms', samples: usual },
        { name: 'the last word begun', unit: 'ms', samples: begun },
        { name: 'usual words among some states and days', unit: 'ms', samples: chosen },
        { name: 'the name of whoever brought it, as written', unit: 'ms', samples: named },
        { name: 'the commonest family name', unit: 'ms', samples: family },
        { name: 'earlier cases of a petition', unit: 'ms', samples: alike },
        { name: 'a command of somebody else meanwhile', unit: 'ms', samples: waits },
      ]
    } finally {
      await server.close()
    }
  },
}

/** Journal, list and index of each, many at once: a disk that is waited for one by one would take hours. */
async function enter(server: HttpServer, count: number, officerId: string): Promise<void> {
  const redis = server.redis.redis()
  const { lists, search } = server.cases
  const cases = createAggregates({
    aggregate: composeCase({ freeze: false }),
    journal: createAggregateJournal(redis, server.journalChecks, 'case'),
    now: server.now,
    newId: () => newId(),
  })
  const random = numbersFrom(1)
  const by = { kind: 'account', accountId: AccountId.parse(officerId) } as const
  for (let from = 0; from < count; from += writtenAtOnce) {
    const batch = Array.from({ length: Math.min(writtenAtOnce, count - from) }, async (_, index) => {
      const number = from + index + 1
      const kind = number % 20 === 0 ? 'denunciation' : 'complaint'
      const caseId = newId()
      const month = String(1 + (number % 10)).padStart(2, '0')
      const data = {
        ...petitionText(random),
        caseId,
        register: { year: 2026, kind, number },
        way: 'post',
        reception: null,
        receivedOn: `2026-${month}-${String(1 + (number % 28)).padStart(2, '0')}`,
        writtenOn: null,
        kind,
        signers: 1,
        petitionerIds: [await server.citizens.register({ ...nobody, name: personName(random) })],
        attachments: [],
        splitFrom: null,
        isProtected: false,
      }
      const reply = await cases.dispatch(caseId, by, { type: 'intake.receive', data })
      if (!reply.ok) throw new Error(reply.rejection.code)
      const state = await cases.state(caseId)
      const row = rowOf(state, { seq: reply.seq, at: server.now() })
      if (!row) throw new Error('nothing was received')
      const received = { seq: reply.seq, events: [{ type: 'intake.received', v: 1, data }] }
      await Promise.all([lists.keep(row), search.put(state, received, async () => [])])
    })
    await Promise.all(batch)
  }
  await search.filled()
}

async function megabytesOf(server: HttpServer): Promise<string> {
  const redis = server.redis.redis()
  let bytes = 0
  for await (const keys of redis.scanStream({ match: '{cases}:search:*', count: 10_000 }))
    for (const key of keys as string[]) bytes += Number(await redis.memory('USAGE', key, 'SAMPLES', 200))
  return (bytes / 1024 / 1024).toFixed(0)
}
