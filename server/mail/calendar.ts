// A session or an appointment as a calendar entry for one person (RFC 5545, 5546): the same entry in every message to
// them.
import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { PersonId } from '../../shared/kernel/ids.ts'
import type { SessionState } from '../../shared/modules/index.ts'

export interface Address {
  readonly name: string
  readonly address: string
}

export interface CalendarEntry {
  /** publish: for a calendar one fills oneself; request and cancel: messages of the organizer. */
  readonly method: 'publish' | 'request' | 'cancel'
  /** The same in every message about it. */
  readonly uid: string
  readonly title: string
  /** Epoch ms. */
  readonly startsAt: number
  readonly minutes: number
  readonly sequence: number
  readonly description: string
  readonly location: string
  readonly link: string | null
  readonly organizer: Address | null
  readonly attendee: Address | null
  /** Epoch ms. */
  readonly stampAt: number
}

const methods = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
} as const
const reminderSeconds = 30 * 60

export function calendarEntry(entry: CalendarEntry): string {
  const { method, organizer, attendee, link } = entry
  const isCancelled = method === 'cancel'
  const calendar = ical({
    prodId: { company: 'Điểm Cầu', product: 'diemcau', language: 'VI' },
    method: methods[method],
  })
  const event = calendar.createEvent({
    id: `${entry.uid}@diemcau`,
    sequence: entry.sequence,
    stamp: new Date(entry.stampAt),
    start: new Date(entry.startsAt),
    end: new Date(entry.startsAt + entry.minutes * 60_000),
    summary: entry.title,
    description: entry.description,
    location: entry.location,
    ...(link && { url: link }),
    ...(organizer && { organizer: { name: organizer.name, email: organizer.address } }),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (attendee)
    event.createAttendee({
      name: attendee.name,
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      // Nobody here reads answers: who comes is seen in the roll call.
      rsvp: false,
      status: ICalAttendeeStatus.NEEDSACTION,
    })
  if (!isCancelled) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: reminderSeconds })
  return calendar.toString()
}

/** What of the entry is the session itself. */
export const ofSession = (
  { title, scheduledAt, plannedMinutes, sessionId }: SessionState['session'],
  personId: PersonId,
) => ({
  uid: `${sessionId}.${personId}`,
  title,
  startsAt: scheduledAt,
  minutes: plannedMinutes,
})
