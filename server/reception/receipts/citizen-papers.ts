// Receipts and notices of refusal as they were issued. Each access to one is recorded for the citizen it names.

import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { type AccessRequest, accessLogActorOf } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Extension, IssuedPapers, Printed, Verification } from '../../papers/issued/issued-papers.ts'
import type { Appointments } from '../appointments/appointments.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly issuedPapers: IssuedPapers
  readonly citizens: Citizens
  readonly appointments: Appointments
}

interface CitizenPaper {
  readonly kind: 'receipt' | 'refusalNotice'
  /** As it is called where looks are written down. */
  readonly name: string
  /** Where it is, below the session. */
  readonly at: string
  readonly participantId: ParticipantId
  readonly number: number
  readonly year: number
  readonly issuedAt: number
  readonly print: (known: Known, where: Verification) => Promise<Printed>
}

/** Who is named on it; read when it is printed. */
export interface Known {
  readonly people: People
  /** null: their papers were not looked at, or the record was erased since. */
  readonly citizen: Citizen | null
}

/** As a paper about them would name everybody now, for a picture that is drawn anew while somebody types. The look is written down. */
export const knownForDraft =
  ({ sessions, citizens, ...dependencies }: Omit<Dependencies, 'issuedPapers'>) =>
  async (state: SessionState, participantId: ParticipantId, name: string, request: AccessRequest): Promise<Known> => {
    const citizenId = state.identity.citizenIds[participantId]
    const reader = await accessLogActorOf(dependencies, request, state, `${name}, xem trước khi ban hành`)
    const citizen = citizenId ? (await citizens.readAgain([citizenId], reader)).get(citizenId) : undefined
    return { people: await sessions.people(state.session.sessionId), citizen: citizen ?? null }
  }

export const citizenPaperFile =
  (dependencies: Dependencies) =>
  async (state: SessionState, paper: CitizenPaper, extension: Extension, request: AccessRequest) => {
    const { sessions, citizens, issuedPapers } = dependencies
    const { sessionId } = state.session
    const { kind, name, at, participantId, number, year, issuedAt, print } = paper
    const people = await sessions.people(sessionId)
    const citizenId = state.identity.citizenIds[participantId]
    const reader = await accessLogActorOf(dependencies, request, state, `${name} số ${number}/${year}`)
    const citizen = citizenId ? (await citizens.read([citizenId], reader)).get(citizenId) : undefined
    const files = { pdf: `${at}/pdf`, docx: `${at}/docx` }
    const issue = { documentId: `${sessionId}:${at}`, sessionId, kind, number, year, issuedAt, files }
    return issuedPapers.file(issue, extension, (where) => print({ people, citizen: citizen ?? null }, where))
  }
