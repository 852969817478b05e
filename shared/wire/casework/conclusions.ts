// The conclusions tracker over REST.
import { z } from 'zod'
import { EvidenceFile, FollowUpStatus, ReminderOccasion } from '../../conclusions/follow-up/contract.ts'
import { line, Ms, SessionId } from '../../kernel/ids.ts'
import { Email } from '../hearing/booking.ts'
import { MailFault } from '../hearing/mail.ts'

const Step = z.object({
  kind: z.enum(['progress', 'evidence', 'report', 'acceptance', 'return']),
  text: z.string().nullable(),
  reference: z.string().nullable(),
  files: z.array(EvidenceFile),
  at: Ms,
  by: z.string().nullable().describe('the name of the account'),
})

export const ReminderDelivery = z.object({
  state: z.enum(['queued', 'retrying', 'sent', 'failed', 'dropped']).describe('dropped: overtaken before it went out'),
  at: Ms.describe('when the state began'),
  attempts: z.int().nonnegative(),
  fault: MailFault.nullable(),
  to: z.string().nullable().describe('the address it went to'),
})
export type ReminderDelivery = z.infer<typeof ReminderDelivery>

const Reminder = z.object({
  number: z.int().positive(),
  occasion: ReminderOccasion,
  at: Ms,
  by: z.string().nullable().describe('the name of the account; null: the server itself, or an account that is gone'),
  delivery: ReminderDelivery,
})
export type Reminder = z.infer<typeof Reminder>

export const Conclusion = z.object({
  entryId: z.string(),
  sessionId: SessionId,
  sessionTitle: z.string(),
  heldAt: Ms,
  text: z.string(),
  unit: z.string(),
  unitEmail: z.string().nullable().describe('where the unit in charge is written to'),
  supportingUnits: z.array(z.string()),
  ground: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  status: FollowUpStatus,
  isOverdue: z.boolean(),
  steps: z.array(Step),
  reminders: z.array(Reminder),
  nextReminder: z.object({ occasion: ReminderOccasion, on: z.iso.date() }).nullable(),
  isToRemind: z.boolean().describe('a reminder is due that this server cannot send: somebody has to'),
})
export type Conclusion = z.infer<typeof Conclusion>

export const ConclusionList = z.object({
  isMailOn: z.boolean().describe('false: this server has no SMTP_URL'),
  conclusions: z.array(Conclusion),
})
export type ConclusionList = z.infer<typeof ConclusionList>

export const ReminderPlan = z.object({
  daysBefore: z.int().min(0).max(60).describe('working days before the last day; 0: none'),
  onDueDay: z.boolean().describe('on the last day, or the last working day before it'),
  overdueEvery: z.int().min(0).max(60).describe('working days between reminders of what is overdue; 0: none'),
  fromHour: z.int().min(0).max(23).describe('of the day, from which letters go out'),
})
export type ReminderPlan = z.infer<typeof ReminderPlan>

/** Until the agency sets its own. */
export const usualReminderPlan: ReminderPlan = { daysBefore: 3, onDueDay: true, overdueEvery: 5, fromHour: 8 }

const unitName = line(300)
export const Unit = z.object({ name: unitName, email: Email }).meta({ id: 'Unit' })
export type Unit = z.infer<typeof Unit>
export const UnitList = z.object({ units: z.array(Unit) }).meta({ id: 'UnitList' })
export const UnitChange = z.object({ name: unitName, email: Email.nullable() }).meta({ id: 'UnitChange' })
export const UnitNames = z.object({ names: z.array(z.string()) }).meta({ id: 'UnitNames' })
