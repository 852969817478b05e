// Reads journals from Redis and checks all that is read (ADR 0076): what does not hold is noted as broken, and closed to
// everybody. Called by redis.ts.
import type { Redis } from 'ioredis'
import { type Break, BrokenJournal } from '../../platform/broken-journal.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { BrokenJournals } from './broken-journals.ts'
import { checkedChain, checkedCommits, type StoredJournal } from './check-journal.ts'
import { createCheckedBefore } from './checked-before.ts'
import type { HeadProof } from './head-proof.ts'
import type { Head, Journal, JournalKind } from './journal.ts'
import type { SeenHeads } from './seen-heads.ts'

/** By what a journal is known to be what was written. */
export interface JournalChecks {
  readonly proof: HeadProof
  readonly seen: SeenHeads
  readonly broken: BrokenJournals
}

interface StreamKeys<Id extends string> {
  readonly streamKey: (id: Id) => string
  readonly headKey: (id: Id) => string
}

export interface CheckedReading<Id extends string> extends Pick<Journal<Id>, 'read' | 'demandUnbroken'> {
  /** Its last commit, if its chain holds and nothing proves its end yet; else null. */
  unproved(id: Id): Promise<Head | null>
}

export function createCheckedReading<Id extends string>(
  redis: Redis,
  kind: JournalKind,
  { streamKey, headKey }: StreamKeys<Id>,
  { proof, seen, broken }: JournalChecks,
): CheckedReading<Id> {
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
    demandUnbroken,

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

    async unproved(id) {
      const { entries, head } = await stored(id, null)
      if (head !== 'none' || entries.length === 0) return null
      const commits = await checkedChain(entries, null, seen.of(kind, id))
      if (Array.isArray(commits)) return commits.at(-1) ?? null
      found(id, commits)
      return null
    },
  }
}
