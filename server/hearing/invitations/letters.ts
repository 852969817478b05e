// Orders letters and sends them: the record of deliveries says what is to be sent, the queue sends each from the session as it
// is then.
import { z } from 'zod'
import { PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Delivery, MailFault, MailKind } from '../../../shared/wire/hearing/mail.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { type Links, linkExpiresAt } from '../../identity/links/links.ts'
import { type Attempt, attempted, createDeliveryQueue } from '../../mail/delivery-queue.ts'
import { DeliveryError, type Sending } from '../../mail/transport.ts'
import type { Log } from '../../platform/log.ts'
import type { DeliveryRecord, KeptDelivery } from './delivery-record.ts'
import { messageOf } from './message.ts'
import { type Recipient, recipientsOf } from './recipients.ts'

export interface LettersDependencies {
  readonly sessions: Sessions
  readonly links: Links
  /** null: this server sends no mail. */
  readonly sending: Sending | null
  /** The name of the agency, as it is now. */
  readonly organisation: () => Promise<string>
  readonly now: () => number
  readonly log: Log
}

export type Reachable = Recipient & { readonly email: string }
export const isReachable = (recipient: Recipient): recipient is Reachable => recipient.email !== null

export interface Letters {
  /** How many are to be sent. */
  order(sessionId: SessionId, wanted: MailKind, recipients: readonly Reachable[]): Promise<number>
  /** Queues what the record still calls unsent. */
  recover(sessionId: SessionId): Promise<void>
  close(): Promise<void>
}

const DeliveryJob = z.object({ sessionId: SessionId, personId: PersonId, sequence: z.int() })
type DeliveryJob = z.infer<typeof DeliveryJob>

export function createLetters(dependencies: LettersDependencies, record: DeliveryRecord): Letters {
  const { sessions, sending, organisation, now, log } = dependencies
  const queue =
    sending &&
    createDeliveryQueue({
      name: 'mail',
      job: DeliveryJob,
      idOf: ({ sessionId, personId, sequence }) => `${sessionId}.${personId}.${sequence}`,
      connection: sending.connection,
      retries: sending.retries,
      log,
      deliver,
    })

  async function deliver(job: DeliveryJob, attempt: Attempt): Promise<void> {
    const { sessionId, personId, sequence } = job
    const kept = await record.of(sessionId, personId)
    // A newer message has taken its place, or it went out just before the process ended.
    if (kept === null || kept.sequence !== sequence || kept.state === 'sent') return
    const settle = (state: KeptDelivery['state'], fault: MailFault | null) =>
      record.settle(sessionId, personId, { ...kept, state, fault, at: now(), attempts: attempt.number })
    const { kind } = kept
    await attempted(attempt, () => send(job, kind), settle, { log, sessionId, personId, kind, sequence })
  }

  async function send({ sessionId, personId, sequence }: DeliveryJob, kind: MailKind): Promise<void> {
    const found = await knownSession(sessions, sessionId)
    const recipient = found?.recipients.find((one) => one.personId === personId)
    if (!sending || !found || !recipient || !isReachable(recipient))
      throw new DeliveryError({ code: 'no-address', detail: '' }, false)
    const { state, people } = found
    const link = kind === 'cancellation' ? null : await linkOf(dependencies, state, recipient)
    const { from } = sending
    const letter = { kind, sequence, recipient, state, people, link, from, now: now() }
    await sending.transport.send(await messageOf({ ...letter, organisation: await organisation() }))
  }

  /** The record first: whatever ends the process then, recover() finds what is to be sent. */
  async function order(sessionId: SessionId, wanted: MailKind, recipients: readonly Reachable[]): Promise<number> {
    if (!queue) return 0
    const revision = (await sessions.state(sessionId))?.session.revision ?? 0
    const deliveries = await record.all(sessionId)
    for (const { personId, link } of recipients) {
      const kept = deliveries.get(personId)
      // Who has not got the invitation yet is invited; nothing has changed for them.
      const isStillInvited = wanted === 'update' && kept?.kind === 'invitation' && kept.state !== 'sent'
      const kind = isStillInvited ? 'invitation' : wanted
      const sequence = nextSequence(kind, kept, revision)
      const linkId = link?.linkId ?? null
      await record.keep(sessionId, personId, {
        kind,
        sequence,
        linkId,
        state: 'queued',
        at: now(),
        attempts: 0,
        fault: null,
      })
      await queue.add({ sessionId, personId, sequence })
    }
    return recipients.length
  }

  return {
    order,
    async recover(sessionId) {
      for (const [personId, { state, sequence }] of await record.all(sessionId))
        if (isUnderWay(state)) await queue?.add({ sessionId, personId, sequence })
    },
    async close() {
      await queue?.close()
    },
  }
}

/** A session with its people and who of them can be written to; null: it is not there. */
export async function knownSession(sessions: Pick<Sessions, 'state' | 'people' | 'emails'>, sessionId: SessionId) {
  const state = await sessions.state(sessionId)
  if (!state) return null
  const [people, emails] = await Promise.all([sessions.people(sessionId), sessions.emails(sessionId)])
  return { state, people, recipients: recipientsOf(state, people, emails) }
}

export const linkOf = async (
  { links, now }: Pick<LettersDependencies, 'links' | 'now'>,
  { session }: SessionState,
  { link }: Recipient,
): Promise<string | null> =>
  link && links.address({ sessionId: session.sessionId, ...link }, linkExpiresAt(session, now()))

const isUnderWay = (state: Delivery['state']): boolean => state === 'queued' || state === 'retrying'

/** A message that never went out is the same one when it is tried anew; whatever follows one that did is a newer one. */
function nextSequence(kind: MailKind, kept: KeptDelivery | undefined, revision: number): number {
  if (!kept) return revision
  const isSame = kept.state !== 'sent' && kept.kind === kind
  return Math.max(revision, isSame ? kept.sequence : kept.sequence + 1)
}
