// Delivers reminders that were given: the queue holds which one, the letter is written when it is sent. What became of
// each is kept in the record.

import { z } from 'zod'
import type { ConclusionState, FollowUpState } from '../../../shared/conclusions/index.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { type Assignment, assignmentsOf } from '../../../shared/projections/conclusions.ts'
import { mayLeave } from '../../../shared/projections/leaving.ts'
import type { ReminderDelivery } from '../../../shared/wire/casework/conclusions.ts'
import type { MailFault } from '../../../shared/wire/hearing/mail.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Units } from '../../identity/units/units.ts'
import type { Address } from '../../mail/calendar.ts'
import { type Attempt, attempted, createDeliveryQueue, type DeliveryQueue } from '../../mail/delivery-queue.ts'
import { DeliveryError, type Sending } from '../../mail/transport.ts'
import type { Log } from '../../platform/log.ts'
import { reminderLetter } from './reminder-letter.ts'
import type { ReminderRecord } from './reminder-record.ts'

export interface ReminderDeliveryDependencies {
  readonly sessions: Pick<Sessions, 'state'>
  readonly followUps: Aggregates<ConclusionState>
  readonly units: Units
  /** null: this server sends no mail. */
  readonly sending: Sending | null
  /** The name of the agency, as it is now. */
  readonly organisation: () => Promise<string>
  readonly now: () => number
  readonly log: Log
}

const ReminderJob = z.object({ sessionId: SessionId, entryId: z.string(), number: z.int().positive() })
type ReminderJob = z.infer<typeof ReminderJob>

export const isUnsettled = ({ state }: ReminderDelivery) => state === 'queued' || state === 'retrying'

export type ReminderQueue = DeliveryQueue<ReminderJob>

/** null: this server sends no mail. */
export const createReminderQueue = (
  dependencies: ReminderDeliveryDependencies,
  record: ReminderRecord,
): ReminderQueue | null =>
  dependencies.sending &&
  createDeliveryQueue({
    name: 'reminders',
    job: ReminderJob,
    idOf: ({ entryId, number }) => `${entryId}.${number}`,
    connection: dependencies.sending.connection,
    retries: dependencies.sending.retries,
    log: dependencies.log,
    deliver: (job: ReminderJob, attempt) => deliver(dependencies, record, job, attempt),
  })

async function deliver(
  dependencies: ReminderDeliveryDependencies,
  record: ReminderRecord,
  job: ReminderJob,
  attempt: Attempt,
): Promise<void> {
  const { sessions, followUps, units, now, log } = dependencies
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
    () => send(dependencies, assignment, number, to, cc),
    (outcome, fault) => settle(outcome, fault, to),
    { log, entryId, number },
  )
}

async function send(
  { sending, organisation, now }: ReminderDeliveryDependencies,
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

/** What became of each reminder that was given. */
export async function deliveriesOf(
  record: ReminderRecord,
  entryId: string,
  given: FollowUpState['reminders'],
): Promise<ReminderDelivery[]> {
  const kept = given.length > 0 ? await record.all(entryId) : new Map<number, ReminderDelivery>()
  return given.map(({ at }, index) => {
    const waiting: ReminderDelivery = { state: 'queued', at, attempts: 0, fault: null, to: null }
    return kept.get(index + 1) ?? waiting
  })
}
