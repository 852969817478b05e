// The recipients of a paper (Nơi nhận): free text, or a participant of the session, whose name is only in the people
// record.
import { z } from 'zod'
import { line, ParticipantId } from '../kernel/ids.ts'

export const Recipient = z.union([
  z.object({ text: line(300) }),
  z.object({ participantId: ParticipantId.describe('printed by name') }),
])
export type Recipient = z.infer<typeof Recipient>

const maximumRecipients = 60
export const Recipients = z.array(Recipient).max(maximumRecipients)

/** Whoever is named by an id is somebody of the session. */
export const areKnown = (
  recipients: readonly Recipient[] = [],
  participants: Readonly<Record<string, unknown>>,
): boolean =>
  recipients.every(
    (recipient) => !('participantId' in recipient) || Object.hasOwn(participants, recipient.participantId),
  )

/** NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 9: each in a line of its own, with a dash before it and a semicolon after it. */
export const recipientLine = (name: string): string => `- ${name.trim().replace(/[;.,]$/u, '')};`
