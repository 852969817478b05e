// Writes steps of cases into their journals and keeps search, due days and lists up with them: whoever has written finds
// it in the lists at once, and what a killed server has not listed is listed at its next start.

import type { Redis } from 'ioredis'
import type { CaseState } from '../../../shared/cases/index.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import { matterOf, rowOf } from '../../../shared/projections/cases.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Aggregates, OutsideActor, OutsideWish } from '../../engine/aggregates/aggregates.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Mailbox } from '../../platform/mailbox.ts'
import type { CaseLists } from './case-lists.ts'
import type { CaseSearch } from './case-search.ts'
import type { DueDays } from './due-days.ts'
import { severalAtOnce } from './several-at-once.ts'

interface Dependencies {
  readonly cases: Aggregates<CaseState>
  readonly lists: CaseLists
  readonly search: CaseSearch
  readonly due: DueDays
  readonly redis: Redis
  /** What is kept beside the journals is written one after the other. */
  readonly listing: Mailbox
  readonly log: { error(details: object, message: string): void }
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface CaseWrites {
  dispatch(caseId: string, by: OutsideActor, wish: OutsideWish): Promise<CommandReply>
  /** Should the server end in the middle of it, the next start looks at this case again. */
  marked(caseId: string, work: () => Promise<void>): Promise<void>
  /** Takes it into the lists as it is after this commit. Never throws. */
  enlist(caseId: string, commit: Commit, state: CaseState): void
  /** After a start: what is perhaps not in the lists as it is now, or all where rows are missing. `begun` ends what was begun in a case. */
  recover(begun: (state: CaseState) => Promise<void>): Promise<void>
}

/** Cases that were written to and are perhaps not yet in the lists as they are now. */
const touchedKey = '{cases}:touched'

export function createCaseWrites({ cases, lists, search, due, redis, listing, log }: Dependencies): CaseWrites {
  async function keep(caseId: string, commit: Commit, state: CaseState, journal: () => Promise<Commit[]>) {
    await search.put(state, commit, journal)
    const row = rowOf(state, commit)
    // The row last: by it one sees that all is kept.
    await due.keep(caseId, commit.seq, matterOf(state))
    if (row) await lists.keep(row)
  }

  return {
    async dispatch(caseId, by, wish) {
      await reachingRedis(() => redis.sadd(touchedKey, caseId))
      const reply = await cases.dispatch(caseId, by, wish)
      // Whoever has written finds it in the lists at once.
      await listing.post(async () => undefined)
      const isListed = !reply.ok || (await lists.rows([caseId]))[0]?.seq === reply.seq
      if (isListed) await reachingRedis(() => redis.srem(touchedKey, caseId))
      return reply
    },

    async marked(caseId, work) {
      await reachingRedis(() => redis.sadd(touchedKey, caseId))
      await work()
      await reachingRedis(() => redis.srem(touchedKey, caseId))
    },

    enlist(caseId, commit, state) {
      listing
        .post(() => keep(caseId, commit, state, () => cases.journal(caseId)))
        .catch((error: unknown) =>
          log.error({ err: error, caseId }, 'a case is not in the lists; the next start mends it'),
        )
    },

    async recover(begun) {
      const touched = await reachingRedis(() => redis.smembers(touchedKey))
      const ids = await cases.ids()
      // Rows are missing altogether: the lists are made anew.
      const isIncomplete = (await lists.size()) < ids.length || !(await due.isMade())
      await severalAtOnce(isIncomplete ? ids.toReversed() : touched, async (caseId) => {
        const commits = await cases.journal(caseId)
        const last = commits.at(-1)
        if (!last) return
        const state = await cases.state(caseId)
        await begun(state)
        await keep(caseId, last, state, async () => commits)
      })
      if (isIncomplete) await due.made()
      else await due.recount()
      if (touched.length > 0) await reachingRedis(() => redis.srem(touchedKey, ...touched))
    },
  }
}
