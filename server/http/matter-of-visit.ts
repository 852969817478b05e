// About what the citizen of a visit came, in the words there are: of the register, which has those of the case; else of the
// appointment; else the title of the session.
import type { SessionState } from '../../shared/modules/index.ts'
import type { HttpDependencies } from './dependencies.ts'

/** Throws Unavailable. */
export async function matterOfVisit(
  {
    register,
    appointments,
    appointmentRecord,
  }: Pick<HttpDependencies, 'register' | 'appointments' | 'appointmentRecord'>,
  { session: { title, visitOf, isProtected } }: SessionState,
): Promise<string> {
  // What a denouncer wrote may tell who they are.
  if (!visitOf || isProtected) return title
  const row = await register.row(visitOf.day, visitOf.ticketId)
  if (row?.content) return row.content
  const ticket = (await appointments.day(visitOf.day)).queue.tickets[visitOf.ticketId]
  const kept = ticket?.appointmentId ? await appointmentRecord.of(ticket.appointmentId) : null
  return kept?.subject ?? title
}
