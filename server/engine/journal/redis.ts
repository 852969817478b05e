// The journal in Redis: one stream per session or other aggregate, ids 1-0, 2-0, 3-0 … Durable because Redis fsyncs
// before it replies (appendfsync always); never trimmed. Everything read is checked (ADR 0076). Knows no modules.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { type Break, BrokenJournal } from '../../platform/broken-journal.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { BrokenJournals } from './broken-journals.ts'
import { checkedChain, checkedCommits, type StoredJournal } from './check-journal.ts'
import { createCheckedBefore } from './checked-before.ts'
import type { HeadProof } from './head-proof.ts'
import type { AppendResult, Head, Journal, JournalKind } from './journal.ts'
import type { SeenHeads } from './seen-heads.ts'

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

/** By what a journal is known to be what was written. */
export interface JournalChecks {
  readonly proof: HeadProof
  readonly seen: SeenHeads
  readonly broken: BrokenJournals
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
  { proof, seen, broken }: JournalChecks,
  observeAppend: (milliseconds: number) => void = () => undefined,
): StoredJournals<Id> {
  const streamKey = (id: Id) => `{${kind}:${id}}:journal`
  const commandsKey = (id: Id) => `{${kind}:${id}}:commands`
  const boxesKey = (id: Id) => `{${kind}:${id}}:boxes`
  const headKey = (id: Id) => `{${kind}:${id}}:head`
  redis.defineCommand('appendCommit', {
    numberOfKeys: 5,
    lua: readFileSync(new URL('./append.lua', import.meta.url), 'utf8'),
  })

  const checkedBefore = createCheckedBefore()

  /** As it was at one moment. */
  async function stored(id: Id, after: Head | null): Promise<StoredJournal> {
    const found = await reachingRedis(async () => {
      const answers = await redis
        .multi()
        .xrange(streamKey(id), `${(after?.seq ?? 0) + 1}-0`, '+')
        .xlen(streamKey(id))
        .get(headKey(id))
        .exec()
      if (answers === null) throw new Error('the transaction was not carried out')
      return answers.map(([error, answer]) => {
        if (error) throw error
        return answer
      })
    })
    const [entries, length, head] = found as [[id: string, fields: string[]][], number, string | null]
    return {
      entries: entries.map(([entryId, [, body = '']]) => [entryId, body]),
      length,
      head: head === null ? 'none' : proof.opened(kind, id, head),
    }
  }

  function found(id: Id, fault: Break): BrokenJournal {
    broken.note(new BrokenJournal(kind, id, fault))
    return broken.of(kind, id) ?? new BrokenJournal(kind, id, fault)
  }

  function demandUnbroken(id: Id): void {
    const fault = broken.of(kind, id)
    if (fault) throw fault
  }

  /** What was known before it is read: others may write meanwhile. */
  async function checked(id: Id, after: Head | null) {
    const known = seen.of(kind, id)
    const journal = await stored(id, after)
    if (after !== null) return checkedCommits(journal, after, known)
    const count = checkedBefore.count(id, journal.entries)
    const commits = await checkedCommits(journal, after, known, count)
    if (Array.isArray(commits) && commits.length > count) checkedBefore.note(id, journal.entries)
    return commits
  }

  return {
    async append(id, commit, box): Promise<AppendResult> {
      demandUnbroken(id)
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
          ...(box ? [box.boxId, box.sealed] : []),
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

    async read(id, after) {
      demandUnbroken(id)
      const commits = await checked(id, after)
      if (!Array.isArray(commits)) {
        // Which is the first that is not right is seen from the beginning.
        const whole = after === null ? commits : await checked(id, null)
        throw found(id, Array.isArray(whole) ? commits : whole)
      }
      const last = commits.at(-1)
      if (last) seen.note(kind, id, last)
      return commits
    },

    async accept(id) {
      const { entries, head } = await stored(id, null)
      if (head !== 'none' || entries.length === 0) return null
      const commits = await checkedChain(entries, null, seen.of(kind, id))
      if (!Array.isArray(commits)) {
        found(id, commits)
        return null
      }
      const last = commits.at(-1)
      if (!last) return null
      await reachingRedis(() => redis.setnx(headKey(id), proof.proved(kind, id, last)))
      seen.note(kind, id, last)
      return { seq: last.seq, hash: last.hash }
    },

    demandUnbroken,

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
