// The interface of mail for the rest of the server. Nothing here waits for a mail server: messages are queued and sent
// when possible.
import type { PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import type { MailStatus } from '../../../shared/wire/hearing/mail.ts'

export interface Mail {
  /** null: there is no such session. */
  status(sessionId: SessionId): Promise<MailStatus | null>
  /** Queues invitations, also again; null: to everybody not yet invited, or whose mail failed. Returns how many. */
  invite(sessionId: SessionId, personIds: readonly PersonId[] | null): Promise<number>
  /** Tells everybody who was invited, and still is, that the session has changed. */
  announceChange(sessionId: SessionId): Promise<number>
  /** Takes the invitation back from these, or from everybody who got one. */
  announceCancellation(sessionId: SessionId, personIds: readonly PersonId[] | null): Promise<number>
  /** The entry for a person’s own calendar; null: nobody who is invited. */
  calendarOf(sessionId: SessionId, personId: PersonId): Promise<string | null>
}
