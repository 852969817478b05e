// Gives a ticket in the queue of the day to a citizen with an appointment who has arrived, or who is online at the time
// of the appointment.
import type { AppointmentId, CitizenId, Ms } from '../../../shared/kernel/ids.ts'
import { startOf } from '../../../shared/law/working-days.ts'
import { isOpen, minutesOf, type PriorityGround, sittingOf } from '../../../shared/reception/appointments/contract.ts'
import type { FoundAppointment } from './bookings.ts'

export interface Arrival {
  /** Denunciations wait in a queue of their own. */
  readonly kind: 'reception' | 'denunciation'
  readonly way: 'desk' | 'browser'
  readonly citizenId: CitizenId
  readonly appointmentId: AppointmentId
  /** The hour kept for them. */
  readonly appointedAt: Ms
  readonly priority: PriorityGround | null
  /** Of who denounces: said when booking that they do not ask for secrecy. */
  readonly waivesSecrecy: boolean
}

const minuteMs = 60_000
/** So early one may come, and wait. */
const earliestMs = 2 * 60 * minuteMs

/** null: it is not the time for it, or the appointment is no more. */
export function arrivalOf({ kept, state }: FoundAppointment, now: Ms): Arrival | null {
  const { appointmentId, citizenId, date } = kept
  const { sittings, appointments } = state.appointments
  const appointment = appointments.find((one) => one.appointmentId === appointmentId)
  const sitting = appointment && sittingOf(sittings, appointment.sittingId)
  if (!appointment || !sitting || !isOpen(appointment)) return null
  const appointedAt = startOf(date) + minutesOf(appointment.time) * minuteMs
  // Whoever is late is received when there is room; the sitting itself must not be over.
  const [lastTime = appointment.time] = sitting.slots
    .map(({ time }) => time)
    .toSorted()
    .reverse()
  const endsAt = startOf(date) + (minutesOf(lastTime) + sitting.slotMinutes) * minuteMs
  if (now < appointedAt - earliestMs || now >= endsAt) return null
  return {
    kind: appointment.matter === 'denunciation' ? 'denunciation' : 'reception',
    way: appointment.siteId === null ? 'browser' : 'desk',
    ...{ citizenId, appointmentId, appointedAt },
    priority: appointment.priority,
    waivesSecrecy: appointment.matter === 'denunciation' && !appointment.asksSecrecy,
  }
}
