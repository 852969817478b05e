// Mails invitations, changes and cancellations. The record of deliveries says what is to be sent; the queue sends it.
import type { Redis } from 'ioredis'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import type { Delivery } from '../../../shared/wire/hearing/mail.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import { calendarEntry, ofSession } from '../../mail/calendar.ts'
import { createDeliveryRecord, type KeptDelivery } from './delivery-record.ts'
import { createLetters, isReachable, knownSession, type LettersDependencies, linkOf } from './letters.ts'
import type { Mail } from './mail.ts'
import { descriptionOf, locationOf, withoutSecrets } from './message.ts'
import type { Recipient } from './recipients.ts'

export interface MailDependencies extends LettersDependencies {
  readonly lists: Pick<SessionLists, 'meetings'>
  readonly redis: Redis
}

export interface RunningMail extends Mail {
  /** Queues what the record still calls unsent: a process that ended between the two left it so. */
  recover(): Promise<void>
  close(): Promise<void>
}

export function createMail(dependencies: MailDependencies): RunningMail {
  const { sessions, lists, redis, sending, now } = dependencies
  const record = createDeliveryRecord(redis)
  const { order, recover, close } = createLetters(dependencies, record)
  const known = (sessionId: SessionId) => knownSession(sessions, sessionId)

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
      const link = await linkOf(dependencies, state, recipient)
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
      if (!sending) return
      for (const sessionId of await lists.meetings()) await recover(sessionId)
    },

    close,
  }
}

const shownDelivery = ({ linkId: _, ...delivery }: KeptDelivery): Delivery => delivery
