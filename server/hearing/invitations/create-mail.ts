// Mails invitations, changes and cancellations. The record of deliveries says what is to be sent; the queue sends it.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import type { Delivery, MailFault, MailKind } from '../../../shared/wire/hearing/mail.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { type Links, linkExpiresAt } from '../../identity/links/links.ts'
import { calendarEntry, ofSession } from '../../mail/calendar.ts'
import { type Attempt, attempted, createDeliveryQueue } from '../../mail/delivery-queue.ts'
import { DeliveryError, type Sending } from '../../mail/transport.ts'
import type { Log } from '../../platform/log.ts'
import { createDeliveryRecord, type KeptDelivery } from './delivery-record.ts'
import type { Mail } from './mail.ts'
import { descriptionOf, locationOf, messageOf, withoutSecrets } from './message.ts'
import { type Recipient, recipientsOf } from './recipients.ts'

export interface MailDependencies {
  readonly sessions: Sessions
  readonly lists: Pick<SessionLists, 'meetings'>
  readonly links: Links
  readonly redis: Redis
  /** null: this server sends no mail. */
  readonly sending: Sending | null
  /** The name of the agency, as it is now. */
  readonly organisation: () => Promise<string>
  readonly now: () => number
  readonly log: Log
}

export interface RunningMail extends Mail {
  /** Queues what the record still calls unsent: a process that ended between the two left it so. */
  recover(): Promise<void>
  close(): Promise<void>
}

const DeliveryJob = z.object({ sessionId: SessionId, personId: PersonId, sequence: z.int() })
type DeliveryJob = z.infer<typeof DeliveryJob>

type Reachable = Recipient & { readonly email: string }
const isReachable = (recipient: Recipient): recipient is Reachable => recipient.email !== null

export function createMail({
  sessions,
  lists,
  links,
  redis,
  sending,
  organisation,
  now,
  log,
}: MailDependencies): RunningMail {
  const record = createDeliveryRecord(redis)
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

  async function known(sessionId: SessionId) {
    const state = await sessions.state(sessionId)
    if (!state) return null
    const [people, emails] = await Promise.all([sessions.people(sessionId), sessions.emails(sessionId)])
    return { state, people, recipients: recipientsOf(state, people, emails) }
  }

  const linkOf = async ({ session }: SessionState, { link }: Recipient): Promise<string | null> =>
    link && links.address({ sessionId: session.sessionId, ...link }, linkExpiresAt(session, now()))

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
    const found = await known(sessionId)
    const recipient = found?.recipients.find((one) => one.personId === personId)
    if (!sending || !found || !recipient || !isReachable(recipient))
      throw new DeliveryError({ code: 'no-address', detail: '' }, false)
    const { state, people } = found
    const link = kind === 'cancellation' ? null : await linkOf(state, recipient)
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
    async status(sessionId) {
      const [found, deliveries] = await Promise.all([known(sessionId), record.all(sessionId)])
      if (!found) return null
      const { recipients } = found
      return {
        isOn: sending !== null,
        recipients: recipients.flatMap((recipient) => {
          const { personId, person, email, link, isInvited } = recipient
          const kept = deliveries.get(personId)
          if (email === null || (!isInvited && !kept)) return []
          return [
            {
              personId,
              participantId: link?.participantId ?? null,
              name: person.name,
              email,
              delivery: kept ? shownDelivery(kept) : null,
              isOutdated: kept !== undefined && isInvited && link !== null && kept.linkId !== link.linkId,
            },
          ]
        }),
        withoutAddress: recipients.filter(({ email, link, isInvited }) => isInvited && link && email === null).length,
      }
    },

    async invite(sessionId, personIds) {
      const [found, deliveries] = await Promise.all([known(sessionId), record.all(sessionId)])
      const isDue = ({ personId }: Recipient) => {
        const kept = deliveries.get(personId)
        return !kept || kept.state === 'failed' || kept.kind === 'cancellation'
      }
      const chosen = personIds === null ? isDue : ({ personId }: Recipient) => personIds.includes(personId)
      if (!found || isOver(found.state.session.status)) return 0
      const invited = found.recipients.filter(isReachable).filter((one) => one.isInvited && chosen(one))
      return order(sessionId, 'invitation', invited)
    },

    async announceChange(sessionId) {
      const [found, deliveries] = await Promise.all([known(sessionId), record.all(sessionId)])
      const holds = ({ personId }: Recipient) => (deliveries.get(personId)?.kind ?? 'cancellation') !== 'cancellation'
      const told = found?.recipients.filter(isReachable).filter((one) => one.isInvited && holds(one)) ?? []
      return order(sessionId, 'update', told)
    },

    async announceCancellation(sessionId, personIds) {
      const [found, deliveries] = await Promise.all([known(sessionId), record.all(sessionId)])
      const holds = ({ personId }: Recipient) => (deliveries.get(personId)?.kind ?? 'cancellation') !== 'cancellation'
      const chosen = ({ personId }: Recipient) => personIds === null || personIds.includes(personId)
      const told = found?.recipients.filter(isReachable).filter((one) => holds(one) && chosen(one)) ?? []
      return order(sessionId, 'cancellation', told)
    },

    async calendarOf(sessionId, personId) {
      const [found, kept] = await Promise.all([known(sessionId), record.of(sessionId, personId)])
      const recipient = found?.recipients.find((one) => one.personId === personId && one.isInvited)
      if (!found || !recipient) return null
      const state = withoutSecrets(found.state)
      const link = await linkOf(state, recipient)
      return calendarEntry({
        method: 'publish',
        ...ofSession(state.session, personId),
        sequence: Math.max(kept?.sequence ?? 0, state.session.revision),
        description: descriptionOf({ state, link }),
        location: locationOf(state, recipient),
        link,
        organizer: sending?.from ?? null,
        attendee: null,
        stampAt: now(),
      })
    },

    async recover() {
      if (!queue) return
      for (const sessionId of await lists.meetings())
        for (const [personId, { state, sequence }] of await record.all(sessionId))
          if (isUnderWay(state)) await queue.add({ sessionId, personId, sequence })
    },

    async close() {
      await queue?.close()
    },
  }
}

const shownDelivery = ({ linkId: _, ...delivery }: KeptDelivery): Delivery => delivery
const isUnderWay = (state: Delivery['state']): boolean => state === 'queued' || state === 'retrying'

/** A message that never went out is the same one when it is tried anew; whatever follows one that did is a newer one. */
function nextSequence(kind: MailKind, kept: KeptDelivery | undefined, revision: number): number {
  if (!kept) return revision
  const isSame = kept.state !== 'sent' && kept.kind === kind
  return Math.max(revision, isSame ? kept.sequence : kept.sequence + 1)
}
