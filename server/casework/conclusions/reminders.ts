// Reminds units of their assignments by mail, by the agency’s plan or when staff request it. A reminder is an event of
// the follow-up, so that no two nodes send the same one; the letter is then queued, and written when it is sent.

import type { Redis } from 'ioredis'
import { followUp, type ReminderOccasion } from '../../../shared/conclusions/follow-up/contract.ts'
import type { FollowUpState } from '../../../shared/conclusions/index.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { Assignment } from '../../../shared/projections/conclusions.ts'
import { isTimeToRemind, nextReminder } from '../../../shared/projections/reminders.ts'
import type { ReminderDelivery } from '../../../shared/wire/casework/conclusions.ts'
import type { OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { LawData } from '../deadlines/law-data.ts'
import {
  createReminderQueue,
  deliveriesOf,
  isUnsettled,
  type ReminderDeliveryDependencies,
  type ReminderQueue,
} from './reminder-delivery.ts'
import type { KeptReminderPlan } from './reminder-plan.ts'
import { createReminderRecord } from './reminder-record.ts'

export interface ReminderDependencies extends ReminderDeliveryDependencies {
  readonly lists: Pick<SessionLists, 'assignments'>
  readonly plan: KeptReminderPlan
  readonly redis: Redis
  /** For the addresses in the record of what was sent. */
  readonly secret: Uint8Array
  readonly law: Pick<LawData, 'calendar'>
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Reminders {
  readonly isOn: boolean
  /** What became of each reminder that was given; `given` is its time of birth when nothing more is known. */
  deliveries(entryId: string, given: FollowUpState['reminders']): Promise<ReminderDelivery[]>
  /** `number` is that of the new reminder: who has not seen the last one is refused. null: it is given. */
  remind(assignment: Assignment, by: OutsideActor, number: number): Promise<Rejection | null>
  /** Gives what is due now, and queues what an ended process has left unsent. Any number of nodes may do it at once. */
  sweep(): Promise<void>
  /** An address or the plan has changed: what is due by it is given now, or, when that cannot be, in a minute. Never throws. */
  changed(): Promise<void>
}

export interface RunningReminders extends Reminders {
  /** Sweeps now, then once a working day. */
  start(): void
  close(): Promise<void>
}

const checkEveryMs = 60_000

export function createReminders(dependencies: ReminderDependencies): RunningReminders {
  const { lists, followUps, units, plan, redis, secret, sending, law, now, log } = dependencies
  const record = createReminderRecord(redis, secret)
  const queue = createReminderQueue(dependencies, record)
  const sweeping = createMailbox()
  /** The day of the last sweep at a time for letters. */
  let sweptOn: string | null = null
  let timer: NodeJS.Timeout | null = null
  const unqueued = () => {
    sweptOn = null
  }
  const giving = { followUps, queue, unqueued }

  async function sweepNow(): Promise<void> {
    if (!queue) return
    const at = now()
    const today = calendarDayOf(at)
    const [kept, calendar, addressOf, all] = await Promise.all([
      plan.read(),
      law.calendar(),
      units.addresses(),
      lists.assignments(),
    ])
    const isTime = isTimeToRemind(at, kept, calendar)

    async function attend(assignment: Assignment): Promise<void> {
      const { sessionId, entryId } = assignment
      const { followUp: state } = await followUps.state(entryId)
      const number = state.reminders.length
      const last = (await deliveriesOf(record, entryId, state.reminders)).at(-1)
      if (last && isUnsettled(last)) await queue?.add({ sessionId, entryId, number })
      const next = nextReminder(assignment, state, { plan: kept, calendar, today })
      if (!isTime || next === null || next.on > today || addressOf(assignment.unit) === null) return
      // Refused: another node was faster and has given it.
      await give(giving, assignment, { kind: 'system' }, { occasion: next.occasion, number: number + 1 })
    }

    // What fails for one must not keep the others from being reminded.
    const failures: unknown[] = []
    for (const assignment of all) await unlessBroken(attend(assignment)).catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
    if (isTime) sweptOn = today
  }

  const sweep = () => sweeping.post(sweepNow)
  const tell = (error: unknown) => log.warn({ err: error }, 'reminders could not be given: tried again in a minute')

  async function sweepOncePerDay(): Promise<void> {
    if (calendarDayOf(now()) === sweptOn) return
    const [kept, calendar] = await Promise.all([plan.read(), law.calendar()])
    if (isTimeToRemind(now(), kept, calendar)) await sweep()
  }

  return {
    isOn: sending !== null,
    deliveries: (entryId, given) => deliveriesOf(record, entryId, given),
    remind: (assignment, by, number) => give(giving, assignment, by, { occasion: 'byHand', number }),
    sweep,
    async changed() {
      sweptOn = null
      await sweep().catch(tell)
    },
    start() {
      if (!queue) return
      void sweep().catch(tell)
      timer = setInterval(() => void sweepOncePerDay().catch(tell), checkEveryMs)
      timer.unref()
    },
    async close() {
      if (timer) clearInterval(timer)
      await sweeping.post(async () => undefined)
      await queue?.close()
    },
  }
}

/** The journal first: whatever ends the process then, the next sweep finds what is to be sent. */
async function give(
  {
    followUps,
    queue,
    unqueued,
  }: Pick<ReminderDependencies, 'followUps'> & {
    readonly queue: ReminderQueue | null
    /** It was given, and its letter is not in the queue. */
    readonly unqueued: () => void
  },
  { sessionId, entryId, dueOn }: Assignment,
  by: OutsideActor,
  { occasion, number }: { occasion: ReminderOccasion; number: number },
): Promise<Rejection | null> {
  const data = { occasion, dueOn, number }
  const reply = await followUps.dispatch(entryId, by, wish(followUp, 'remind', data))
  if (!reply.ok) return reply.rejection
  try {
    await queue?.add({ sessionId, entryId, number })
  } catch (error) {
    unqueued()
    throw error
  }
  return null
}
