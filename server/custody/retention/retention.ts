// Retention: looks daily for what is due, erases what was decided, step by step and again after a crash, and issues the
// certificate. Decisions are in one journal (ADR 0060); the list of what is due is computed. Called by HTTP and custody/open.ts.

import type { AccountId } from '../../../shared/kernel/ids.ts'
import type { EventData } from '../../../shared/kernel/module.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { retention as contract, type Subject } from '../../../shared/retention/contract.ts'
import type { RetentionState } from '../../../shared/retention/index.ts'
import { DueList } from '../../../shared/wire/custody/retention.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { OutsideActor, OutsideWish } from '../../engine/aggregates/aggregates.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { coveredBy } from './covered.ts'
import { createDecidedErasures, type ErasuresDependencies, journalId } from './decided-erasures.ts'
import { type DueDependencies, dueNow } from './due.ts'

export interface RetentionDependencies extends Omit<DueDependencies, 'holdings'>, ErasuresDependencies {
  readonly accounts: Pick<Accounts, 'list'>
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Retention {
  state(): Promise<RetentionState>
  /** As of the last look; null: nobody has looked yet. */
  due(): Promise<DueList | null>
  /** Looks now. */
  look(): Promise<DueList>
  dispatch(by: OutsideActor, wish: OutsideWish): Promise<CommandReply>
  /** What is held with a session or a case; null: there is no such one. */
  covered(subject: Subject): Promise<Subject[] | null>
  /** Puts up a list. Who may be the second person is fixed with it. Throws AgencyMissing. */
  propose(by: AccountId, list: Omit<EventData<typeof contract, 'proposed'>, 'seconds'>): Promise<CommandReply>
  /** Two administrators: of a list that does not say who the second person may be. */
  isSecondNeeded(): Promise<boolean>
  /** Erases what is decided and not yet gone. It is called again until all of it is. */
  erase(): Promise<void>
}

export interface RunningRetention extends Retention {
  /** Goes on with what a server that ended had begun, then looks once a day. */
  start(): void
  close(): Promise<void>
}

const dueKey = '{retention}:due'
const lookEveryMs = 60 * 60 * 1000
const disabledCountsMs = 30 * 24 * 60 * 60 * 1000

/** Whoever was disabled lately counts, too: nobody becomes the only one in order to decide alone. */
async function administrators({
  accounts,
  now,
}: Pick<RetentionDependencies, 'accounts' | 'now'>): Promise<AccountId[]> {
  return (await accounts.list())
    .filter(({ role }) => role === 'administrator')
    .filter(({ isEnabled, disabledAt }) => isEnabled || (disabledAt !== null && now() - disabledAt < disabledCountsMs))
    .map(({ accountId }) => accountId)
}

export function createRetention(dependencies: RetentionDependencies): RunningRetention {
  const { aggregates, accounts, agency, redis, sessions, cases, now, log } = dependencies
  const erasures = createDecidedErasures(dependencies)
  const erasing = createMailbox()
  let timer: NodeJS.Timeout | undefined

  const state = async () => (await aggregates.state(journalId)).retention
  const dispatch = (by: OutsideActor, command: OutsideWish) => aggregates.dispatch(journalId, by, command)
  const due = async () => {
    const kept = await reachingRedis(() => redis.get(dueKey))
    return kept === null ? null : DueList.parse(JSON.parse(kept))
  }
  async function look(): Promise<DueList> {
    const found = await dueNow(dependencies, await state(), now())
    await reachingRedis(() => redis.set(dueKey, JSON.stringify(found)))
    return found
  }
  const erase = () => erasing.post(erasures.erase)

  async function pass(): Promise<void> {
    await erasing.post(erasures.recall)
    await erase()
    const last = await due()
    if (last === null || calendarDayOf(last.lookedAt) < calendarDayOf(now())) await look()
  }
  const passSoon = () =>
    void pass().catch((error: unknown) =>
      log.error({ err: error }, 'what is due was not looked for; it is tried again'),
    )

  return {
    state,
    due,
    look,
    erase,
    dispatch,

    covered: (subject) => coveredBy({ sessions, cases }, subject),

    async propose(by, list) {
      // What it leads to is a certificate under a number.
      await agency.demand()
      const seconds = (await administrators({ accounts, now })).filter((accountId) => accountId !== by)
      const data = { ...list, seconds, today: calendarDayOf(now()) }
      return dispatch({ kind: 'account', accountId: by }, wish(contract, 'propose', data))
    },

    isSecondNeeded: async () => (await administrators({ accounts, now })).length > 1,

    start() {
      passSoon()
      timer = setInterval(passSoon, lookEveryMs)
      timer.unref()
    },

    async close() {
      erasures.stop()
      clearInterval(timer)
      await erasing.post(async () => undefined)
    },
  }
}
