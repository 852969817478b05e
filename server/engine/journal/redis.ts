// The journal in Redis: one stream per session or other aggregate, ids 1-0, 2-0, 3-0 … Durable because Redis fsyncs
// before it replies (appendfsync always); never trimmed. Everything read is checked (checked-reading.ts). Knows no modules.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { createCheckedReading, type JournalChecks } from './checked-reading.ts'
import type { AppendResult, Head, Journal, JournalKind } from './journal.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    appendCommit(
      stream: string,
      commands: string,
      boxes: string,
      sessions: string,
      head: string,
      seq: number,
      commandId: string,
      commit: string,
      sessionId: string,
      at: number,
      provedHead: string,
      ...box: string[]
    ): Result<['appended' | 'conflict' | 'duplicate', number], Context>
  }
}

export interface StoredJournals<Id extends string> extends Journal<Id> {
  /** Proves the end of one that an earlier release has written, if its chain holds. null: it has a proof, is none, or does not hold. */
  accept(id: Id): Promise<Head | null>
}

/** The journals of one kind of aggregate. Hash tags keep the keys of one on one slot of a cluster. */
interface Keys<Id extends string> {
  readonly index: string
  readonly kind: JournalKind
  readonly parse: (id: string) => Id
}
const ofSessions: Keys<SessionId> = { index: 'sessions', kind: 'session', parse: (id) => SessionId.parse(id) }

/** `observeAppend` is told how long each append took to be durable, in milliseconds. */
export const createRedisJournal = (
  redis: Redis,
  checks: JournalChecks,
  observeAppend?: (milliseconds: number) => void,
): StoredJournals<SessionId> => createJournal(redis, ofSessions, checks, observeAppend)

/** The other aggregates: follow-ups by the entry of the minutes, reception days by their date, cases by their id. */
export const createAggregateJournal = (
  redis: Redis,
  checks: JournalChecks,
  kind: Exclude<JournalKind, 'session'>,
): StoredJournals<string> => createJournal(redis, { index: `${kind}s`, kind, parse: (id) => id }, checks)

function createJournal<Id extends string>(
  redis: Redis,
  { index, kind, parse: parseId }: Keys<Id>,
  checks: JournalChecks,
  observeAppend: (milliseconds: number) => void = () => undefined,
): StoredJournals<Id> {
  const { proof, seen, broken } = checks
  const streamKey = (id: Id) => `{${kind}:${id}}:journal`
  const commandsKey = (id: Id) => `{${kind}:${id}}:commands`
  const boxesKey = (id: Id) => `{${kind}:${id}}:boxes`
  const headKey = (id: Id) => `{${kind}:${id}}:head`
  redis.defineCommand('appendCommit', {
    numberOfKeys: 5,
    lua: readFileSync(new URL('./append.lua', import.meta.url), 'utf8'),
  })

  const reading = createCheckedReading(redis, kind, { streamKey, headKey }, checks)

  return {
    async append(id, commit, box): Promise<AppendResult> {
      reading.demandUnbroken(id)
      const startedAt = performance.now()
      const [result, seq] = await reachingRedis(() =>
        redis.appendCommit(
          streamKey(id),
          commandsKey(id),
          boxesKey(id),
          index,
          headKey(id),
          commit.seq,
          commit.command.id,
          JSON.stringify(commit),
          id,
          commit.at,
          proof.proved(kind, id, commit),
          ...(box ? [box.boxId, box.ciphertext] : []),
        ),
      )
      observeAppend(performance.now() - startedAt)
      switch (result) {
        case 'appended':
          seen.note(kind, id, commit)
          return { kind: result }
        case 'conflict':
          return { kind: result, lastSeq: seq }
        case 'duplicate':
          return { kind: result, seq }
      }
    },

    async accept(id) {
      const last = await reading.unproved(id)
      if (!last) return null
      await reachingRedis(() => redis.setnx(headKey(id), proof.proved(kind, id, last)))
      seen.note(kind, id, last)
      return { seq: last.seq, hash: last.hash }
    },

    read: (id, after) => reading.read(id, after),
    demandUnbroken: (id) => reading.demandUnbroken(id),

    onBroken: (listener) =>
      broken.listen((fault) => {
        if (fault.kind === kind) listener(parseId(fault.id))
      }),

    async findCommand(id, commandId) {
      const seq = await reachingRedis(() => redis.hget(commandsKey(id), commandId))
      return seq === null ? null : Number(seq)
    },

    readBox: (id, boxId) => reachingRedis(() => redis.hget(boxesKey(id), boxId)),

    async destroyBoxes(id, boxIds) {
      if (boxIds.length > 0) await reachingRedis(() => redis.hdel(boxesKey(id), ...boxIds))
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
