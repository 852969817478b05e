// A dialogue as printed in its minutes (Mẫu số 14).
import type { Ms, ParticipantId, PersonId } from '../kernel/ids.ts'
import type { Attendance, PartyRole, Written } from '../modules/dialogue/contract.ts'
import type { SessionState } from '../modules/index.ts'
import type { Person } from '../wire/engine/socket-events.ts'

/** As the record of citizens has it; no journal does (ADR 0038). */
export interface PartyPaper {
  readonly kind: 'citizenCard' | 'oldIdentityCard' | 'passport'
  readonly number: string
  readonly issuedOn: string | null
  readonly issuedBy: string | null
}
export type PartyPapers = Readonly<Record<ParticipantId, PartyPaper>>

export interface DialogueParty {
  readonly role: PartyRole
  readonly person: Person
  /** null: not looked at, or not to be shown here. */
  readonly paper: PartyPaper | null
  readonly attendance: Attendance | null
  readonly notSigned: string | null
}

export interface DialogueRecord extends Written {
  readonly parties: readonly DialogueParty[]
  readonly readBackAt: Ms | null
}

/** null: it is no dialogue. */
export function dialogueRecord(
  { dialogue }: SessionState,
  person: (personId: PersonId) => Person,
  papers: PartyPapers,
): DialogueRecord | null {
  if (!dialogue.isBegun) return null
  return {
    ...dialogue.written,
    parties: dialogue.parties.map(({ role, personId, participantId, attendance, notSigned }) => ({
      role,
      person: person(personId),
      paper: (participantId && papers[participantId]) || null,
      attendance,
      notSigned,
    })),
    readBackAt: dialogue.readBackAt,
  }
}
