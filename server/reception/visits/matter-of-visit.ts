// The subject of a reception: from the register, which has that of the case; else from the appointment. A booked
// session is called by its subject, a visit of the queue by its number only.

import type { SessionState } from '../../../shared/modules/index.ts'
import { whoMayDenounce } from '../../../shared/projections/waiting-order.ts'
import type { Appointments } from '../appointments/appointments.ts'
import type { AppointmentRecord } from '../appointments/record.ts'
import type { Register } from '../register/register.ts'

/** Empty: nobody has said it yet. Throws Unavailable. */
export async function matterOfVisit(
  {
    register,
    appointments,
    appointmentRecord,
  }: {
    readonly register: Register
    readonly appointments: Appointments
    readonly appointmentRecord: AppointmentRecord
  },
  { session: { title, visitOf, isProtected } }: SessionState,
): Promise<string> {
  if (!visitOf) return title
  // What a denouncer wrote may tell who they are, and what somebody wrote who may be one.
  if (isProtected) return ''
  const row = await register.row(visitOf.day, visitOf.ticketId)
  if (row?.content) return row.content
  const day = await appointments.day(visitOf.day)
  const ticket = day.queue.tickets[visitOf.ticketId]
  if (!ticket || whoMayDenounce(day)(ticket)) return ''
  const kept = ticket.appointmentId ? await appointmentRecord.of(ticket.appointmentId) : null
  return kept?.subject ?? ''
}
