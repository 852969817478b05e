// The journal in Redis: one stream per session or other aggregate, ids 1-0, 2-0, 3-0 … Durable because Redis fsyncs before it answers
// (appendfsync always); never trimmed. Knows nothing of modules.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { Commit } from '../../shared/kernel/commit.ts'
import { SessionId } from '../../shared/kernel/ids.ts'
import { reachingRedis } from '../platform/errors.ts'
import type { AppendResult, Journal } from './journal.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    appendCommit(
      stream: string,
      commands: string,
      boxes: string,
      sessions: string,
      seq: number,
      commandId: string,
      commit: string,
      sessionId: string,
      at: number,
      ...box: string[]
    ): Result<['appended' | 'conflict' | 'duplicate', number], Context>
  }
}

/** The journals of one kind of aggregate. Hash tags keep the keys of one on one slot of a cluster. */
interface Keys<Id extends string> {
  readonly index: string
  readonly prefix: string
  readonly parse: (id: string) => Id
}
const ofSessions: Keys<SessionId> = { index: 'sessions', prefix: 'session', parse: (id) => SessionId.parse(id) }

/** `observeAppend` is told how long each append took to be durable, in milliseconds. */
export const createRedisJournal = (redis: Redis, observeAppend?: (milliseconds: number) => void): Journal =>
  createJournal(redis, ofSessions, observeAppend)

/** The other aggregates: follow-ups by the entry of the minutes, reception days by their date, cases by their id. */
export const createAggregateJournal = (
  redis: Redis,
  kind: 'followUp' | 'receptionDay' | 'case' | 'retention' | 'personalRequest',
): Journal<string> => createJournal(redis, { index: `${kind}s`, prefix: kind, parse: (id) => id })

function createJournal<Id extends string>(
  redis: Redis,
  { index, prefix, parse: parseId }: Keys<Id>,
  observeAppend: (milliseconds: number) => void = () => undefined,
): Journal<Id> {
  const streamKey = (id: Id) => `{${prefix}:${id}}:journal`
  const commandsKey = (id: Id) => `{${prefix}:${id}}:commands`
  const boxesKey = (id: Id) => `{${prefix}:${id}}:boxes`
  redis.defineCommand('appendCommit', {
    numberOfKeys: 4,
    lua: readFileSync(new URL('./append.lua', import.meta.url), 'utf8'),
  })

  return {
    async append(sessionId, commit, box): Promise<AppendResult> {
      const startedAt = performance.now()
      const [kind, seq] = await reachingRedis(() =>
        redis.appendCommit(
          streamKey(sessionId),
          commandsKey(sessionId),
          boxesKey(sessionId),
          index,
          commit.seq,
          commit.command.id,
          JSON.stringify(commit),
          sessionId,
          commit.at,
          ...(box ? [box.boxId, box.sealed] : []),
        ),
      )
      observeAppend(performance.now() - startedAt)
      switch (kind) {
        case 'appended':
          return { kind }
        case 'conflict':
          return { kind, lastSeq: seq }
        case 'duplicate':
          return { kind, seq }
      }
    },

    async read(sessionId, afterSeq) {
      const entries = await reachingRedis(() => redis.xrange(streamKey(sessionId), `${afterSeq + 1}-0`, '+'))
      return entries.map(([id, [, body = '']]) => parse(sessionId, id, body))
    },

    async findCommand(sessionId, commandId) {
      const seq = await reachingRedis(() => redis.hget(commandsKey(sessionId), commandId))
      return seq === null ? null : Number(seq)
    },

    readBox: (sessionId, boxId) => reachingRedis(() => redis.hget(boxesKey(sessionId), boxId)),

    async destroyBoxes(sessionId, boxIds) {
      if (boxIds.length > 0) await reachingRedis(() => redis.hdel(boxesKey(sessionId), ...boxIds))
    },

    async lastSeqs(ids) {
      const ends = await reachingRedis(() =>
        Promise.all(ids.map((id) => redis.xrevrange(streamKey(id), '+', '-', 'COUNT', 1))),
      )
      return ends.map(([end]) => (end ? Number.parseInt(end[0], 10) : 0))
    },

    async sessions() {
      const ids = await reachingRedis(() => redis.zrevrange(index, 0, -1))
      return ids.map(parseId)
    },
  }
}

function parse(sessionId: string, id: string, body: string): Commit {
  const commit = Commit.safeParse(JSON.parse(body))
  if (!commit.success) throw new Error(`journal of ${sessionId}: entry ${id} is not a commit: ${commit.error.message}`)
  return commit.data
}
