// What staff are told about the mail of a session: who can be written to, what went out, what failed and why.
import { z } from 'zod'
import { Ms, ParticipantId, PersonId } from '../../kernel/ids.ts'

export const MailKind = z
  .enum(['invitation', 'update', 'cancellation'])
  .describe('giấy mời, thông báo thay đổi, thông báo hủy')
export type MailKind = z.infer<typeof MailKind>

export const MailFault = z.object({
  code: z
    .enum(['unreachable', 'login-refused', 'address-refused', 'refused', 'no-address', 'other'])
    .describe('of the mail server: cannot be reached; refuses our login, the address, the message'),
  detail: z.string().describe('what the mail server answered, without the address'),
})
export type MailFault = z.infer<typeof MailFault>

export const Delivery = z.object({
  kind: MailKind,
  sequence: z.int().nonnegative().describe('SEQUENCE of the calendar entry it carries (RFC 5545, 3.8.7.4)'),
  state: z.enum(['queued', 'retrying', 'sent', 'failed']),
  at: Ms.describe('when the state began'),
  attempts: z.int().nonnegative(),
  fault: MailFault.nullable().describe('of the last attempt; null: it was not refused'),
})
export type Delivery = z.infer<typeof Delivery>

export const MailRecipient = z
  .object({
    personId: PersonId,
    participantId: ParticipantId.nullable().describe('null: a delegate, who gets no link'),
    name: z.string(),
    email: z.string(),
    delivery: Delivery.nullable().describe('the newest; null: nothing was sent yet'),
    isOutdated: z.boolean().describe('the link in the newest invitation is no longer valid'),
  })
  .meta({ id: 'MailRecipient' })
export type MailRecipient = z.infer<typeof MailRecipient>

export const MailStatus = z
  .object({
    isOn: z.boolean().describe('false: this server has no SMTP_URL'),
    recipients: z.array(MailRecipient),
    withoutAddress: z.int().describe('participants with a link who cannot be written to'),
  })
  .meta({ id: 'MailStatus' })
export type MailStatus = z.infer<typeof MailStatus>

export const MailOrder = z
  .object({
    personIds: z
      .array(PersonId)
      .max(10_000)
      .nullable()
      .describe('who is to be invited, also again; null: everybody not yet invited, or whose mail failed'),
  })
  .meta({ id: 'MailOrder' })

export const MailOrdered = z.object({ queued: z.int().describe('messages') }).meta({ id: 'MailOrdered' })
