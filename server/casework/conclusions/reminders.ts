// Reminds units of their assignments by mail, by the agency’s plan or when staff request it. A reminder is an event of
// the follow-up, so that no two nodes send the same one; the letter is then queued, and written when it is sent.

import type { Redis } from 'ioredis'
import { z } from 'zod'
import { followUp, type ReminderOccasion } from '../../../shared/conclusions/follow-up/contract.ts'
import type { ConclusionState, FollowUpState } from '../../../shared/conclusions/index.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { type Assignment, assignmentsOf } from '../../../shared/projections/conclusions.ts'
import { mayLeave } from '../../../shared/projections/leaving.ts'
import { isTimeToRemind, nextReminder } from '../../../shared/projections/reminders.ts'
import type { ReminderDelivery } from '../../../shared/wire/casework/conclusions.ts'
import type { MailFault } from '../../../shared/wire/hearing/mail.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Units } from '../../identity/units/units.ts'
import type { Address } from '../../mail/calendar.ts'
import { type Attempt, attempted, createDeliveryQueue } from '../../mail/delivery-queue.ts'
import { DeliveryError, type Sending } from '../../mail/transport.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { LawData } from '../deadlines/law-data.ts'
import { reminderLetter } from './reminder-letter.ts'
import type { KeptReminderPlan } from './reminder-plan.ts'
import { createReminderRecord } from './reminder-record.ts'

export interface ReminderDependencies {
  readonly sessions: Pick<Sessions, 'state'>
  readonly lists: Pick<SessionLists, 'assignments'>
  readonly followUps: Aggregates<ConclusionState>
  readonly units: Units
  readonly plan: KeptReminderPlan
  readonly redis: Redis
  /** For the addresses in the record of what was sent. */
  readonly secret: Uint8Array
  /** null: this server sends no mail. */
  readonly sending: Sending | null
  /** The name of the agency, as it is now. */
  readonly organisation: () => Promise<string>
  readonly law: Pick<LawData, 'calendar'>
  readonly now: () => number
  readonly log: Log
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

const ReminderJob = z.object({ sessionId: SessionId, entryId: z.string(), number: z.int().positive() })
type ReminderJob = z.infer<typeof ReminderJob>

const checkEveryMs = 60_000
const isUnsettled = ({ state }: ReminderDelivery) => state === 'queued' || state === 'retrying'

export function createReminders(dependencies: ReminderDependencies): RunningReminders {
  const { sessions, lists, followUps, units, plan, redis, secret, sending, organisation, law, now, log } = dependencies
  const record = createReminderRecord(redis, secret)
  const queue =
    sending &&
    createDeliveryQueue({
      name: 'reminders',
      job: ReminderJob,
      idOf: ({ entryId, number }) => `${entryId}.${number}`,
      connection: sending.connection,
      retries: sending.retries,
      log,
      deliver,
    })
  const sweeping = createMailbox()
  /** The day of the last sweep at a time for letters. */
  let sweptOn: string | null = null
  let timer: NodeJS.Timeout | null = null

  async function deliver(job: ReminderJob, attempt: Attempt): Promise<void> {
    const { sessionId, entryId, number } = job
    const kept = (await record.all(entryId)).get(number)
    // It went out just before the process ended.
    if (kept && !isUnsettled(kept)) return
    const settle = (state: ReminderDelivery['state'], fault: MailFault | null, to: string | null = null) =>
      record.keep(entryId, number, { state, at: now(), attempts: attempt.number, fault, to })
    const [
      state,
      {
        followUp: { status, reminders },
      },
    ] = await Promise.all([sessions.state(sessionId), followUps.state(entryId)])
    const assignment = state && mayLeave(state) && assignmentsOf(state).find((one) => one.entryId === entryId)
    // Done meanwhile, of a session whose words stay inside, or a newer reminder says what is so now.
    if (!assignment || status !== 'open' || number !== reminders.length) return settle('dropped', null)
    const addressOf = await units.addresses()
    const to = addressOf(assignment.unit)
    const cc = assignment.supportingUnits.flatMap((name) => {
      const address = addressOf(name)
      return address === null || address === to ? [] : [{ name, address }]
    })
    await attempted(
      attempt,
      () => send(assignment, number, to, cc),
      (outcome, fault) => settle(outcome, fault, to),
      { log, entryId, number },
    )
  }

  async function send(
    assignment: Assignment,
    number: number,
    to: string | null,
    cc: readonly Address[],
  ): Promise<void> {
    if (!sending || to === null) throw new DeliveryError({ code: 'no-address', detail: '' }, false)
    const { transport, from } = sending
    const today = calendarDayOf(now())
    const letter = { assignment, number, to, cc, from, today }
    await transport.send(reminderLetter({ ...letter, organisation: await organisation() }))
  }

  /** The journal first: whatever ends the process then, the next sweep finds what is to be sent. */
  async function give(
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
      sweptOn = null
      throw error
    }
    return null
  }

  async function deliveries(entryId: string, given: FollowUpState['reminders']): Promise<ReminderDelivery[]> {
    const kept = given.length > 0 ? await record.all(entryId) : new Map<number, ReminderDelivery>()
    return given.map(({ at }, index) => {
      const waiting: ReminderDelivery = { state: 'queued', at, attempts: 0, fault: null, to: null }
      return kept.get(index + 1) ?? waiting
    })
  }

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
      const last = (await deliveries(entryId, state.reminders)).at(-1)
      if (last && isUnsettled(last)) await queue?.add({ sessionId, entryId, number })
      const next = nextReminder(assignment, state, { plan: kept, calendar, today })
      if (!isTime || next === null || next.on > today || addressOf(assignment.unit) === null) return
      // Refused: another node was faster and has given it.
      await give(assignment, { kind: 'system' }, { occasion: next.occasion, number: number + 1 })
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
    deliveries,
    remind: (assignment, by, number) => give(assignment, by, { occasion: 'byHand', number }),
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
