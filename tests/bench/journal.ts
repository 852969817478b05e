// Measures the cost of checking a journal (ADR 0076): twenty thousand commits read with and without the check, and a
// commit appended with and without the proof of the head, alternating in one run.
import { readFileSync } from 'node:fs'
import type { Redis } from 'ioredis'
import { createRedisJournal } from '../../server/engine/journal/redis.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { Commit } from '../../shared/kernel/commit.ts'
import { SessionId } from '../../shared/kernel/ids.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { journalChecks } from '../harness/journal-checks.ts'
import { startTestRedis } from '../harness/redis.ts'
import type { Bench, Measurement } from './bench.ts'
import { aLongSession } from './long-session.ts'

const appendedAtOnce = 500

/** The append script as it is, but for the line that keeps the head. */
function bareAppend(redis: Redis): (sessionId: string, commit: Commit) => Promise<unknown> {
  const script = readFileSync(new URL('../../server/engine/journal/append.lua', import.meta.url), 'utf8')
  const lua = script.replace(/^redis\.call\('SET', KEYS\[5\].*$/m, '')
  if (lua === script) throw new Error('the script keeps no head')
  redis.defineCommand('appendBare', { numberOfKeys: 5, lua })
  const append = (redis as Redis & { appendBare(...of: (string | number)[]): Promise<unknown> }).appendBare.bind(redis)
  return (id, commit) =>
    append(
      ...['journal', 'commands', 'boxes', 'head'].map((name) => `{bare:${id}}:${name}`).toSpliced(3, 0, 'bares'),
      ...[commit.seq, commit.command.id, JSON.stringify(commit), id, commit.at, ''],
    )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

export const journal: Bench = {
  about: 'reading and appending, with and without the check of the chain and the proof of its end',
  async run({ quick }): Promise<Measurement[]> {
    const rounds = quick ? 3 : 9
    const model = aLongSession(quick ? 5000 : 20_000)
    const { sessionId } = model.state.session
    const testRedis = await startTestRedis()
    try {
      const redis = testRedis.redis()
      const aggregate = compose(sessionModules, { freeze: false })
      const checks = journalChecks()
      const checked = createRedisJournal(redis, checks)
      for (let from = 0; from < model.journal.length; from += appendedAtOnce)
        await Promise.all(
          model.journal.slice(from, from + appendedAtOnce).map((commit) => checked.append(sessionId, commit)),
        )
      console.log(`commits: ${model.journal.length}`)
      const readUnchecked = async () =>
        (await redis.xrange(`{session:${sessionId}}:journal`, '-', '+')).map(([, [, body = '']]) =>
          Commit.parse(JSON.parse(body)),
        )
      const readChecked = () => createRedisJournal(redis, checks).read(sessionId, null)
      const loaded = async (read: () => Promise<Commit[]>) =>
        (await read()).reduce((state, commit) => aggregate.evolve(state, commit), aggregate.initial)
      const reads: Readonly<Record<string, () => Promise<unknown>>> = {
        'read, unchecked': readUnchecked,
        'read, checked': readChecked,
        'read again, checked': () => checked.read(sessionId, null),
        'read and folded, unchecked': () => loaded(readUnchecked),
        'read and folded, checked': () => loaded(readChecked),
      }
      const samples = new Map<string, number[]>()
      const take = async (name: string, work: () => Promise<unknown>) => {
        samples.set(name, [...(samples.get(name) ?? []), await timed(work)])
      }
      for (let round = 0; round < rounds; round++)
        for (const [name, work] of Object.entries(reads)) await take(name, work)

      const bare = bareAppend(redis)
      const other = SessionId.parse('appended')
      const ticks = model.journal.slice(0, quick ? 500 : 3000)
      for (const [index, commit] of ticks.entries()) {
        const both: [string, () => Promise<unknown>][] = [
          ['one append, without the proof', () => bare(other, commit)],
          ['one append, with it', () => checked.append(other, commit)],
        ]
        for (const [name, work] of index % 2 === 0 ? both : both.toReversed()) await take(name, work)
      }
      return [...samples].map(([name, taken]) => ({ name, unit: 'ms' as const, samples: taken }))
    } finally {
      await testRedis.close()
    }
  },
}
