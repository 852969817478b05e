// What the form of a new petition holds, and what is sent of it. Pure.
import type { CaseKind, IntakeWay } from '../../../../shared/cases/intake/contract.ts'
import type { SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import type { NewCaseBody, PetitionDraft } from '../../../../shared/wire/casework/cases.ts'

export const paperKinds = ['none', 'citizenCard', 'oldIdentityCard', 'passport'] as const

export interface PersonDraft {
  name: string
  address: string
  phone: string
  email: string
  paperKind: (typeof paperKinds)[number]
  paperNumber: string
}

export interface NewCaseDraft {
  /** Whether the petition names anybody. */
  sender: 'named' | 'unnamed'
  person: PersonDraft
  signers: number | string
  hasRepresentative: boolean
  representative: PersonDraft
  way: IntakeWay
  kind: CaseKind
  receivedOn: string
  writtenOn: string
  receptionDay: string
  ticket: string
  subject: string
  content: string
  secrecy: SecrecyLevel
  /** Cases about the same, as the officer has said. */
  earlierIds: string[]
}

export const nobody: PersonDraft = {
  name: '',
  address: '',
  phone: '',
  email: '',
  paperKind: 'citizenCard',
  paperNumber: '',
}

/** The next petition mostly comes the same way on the same day. */
export const nextDraft = (today: string, before?: NewCaseDraft): NewCaseDraft => ({
  sender: 'named',
  person: nobody,
  signers: 1,
  hasRepresentative: false,
  representative: nobody,
  way: before?.way ?? 'hand',
  kind: before?.kind ?? 'complaint',
  receivedOn: before?.receivedOn ?? today,
  writtenOn: '',
  receptionDay: before?.receptionDay ?? today,
  ticket: '',
  subject: '',
  content: '',
  secrecy: 'open',
  earlierIds: [],
})

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** What was left out is nothing, not an empty text; a number that is none is told by the schema. */
export function citizenOf({ name, address, phone, email, paperKind, paperNumber }: PersonDraft) {
  const number = orNull(paperNumber)
  const identity =
    paperKind === 'none' || number === null ? null : { kind: paperKind, number, issuedOn: null, issuedBy: null }
  return { name: name.trim(), address: orNull(address), phone: orNull(phone), email: orNull(email), identity }
}

export function newCaseOf(draft: NewCaseDraft): NewCaseBody {
  const { sender, person, signers, hasRepresentative, representative, receptionDay, ticket, writtenOn, ...rest } = draft
  const isNamed = sender === 'named'
  return {
    ...rest,
    signers: Number(signers),
    writtenOn: orNull(writtenOn),
    reception: rest.way === 'reception' ? { day: receptionDay, sessionId: null, ticket: orNull(ticket) } : null,
    petitioners: isNamed ? [citizenOf(person)] : [],
    representative: isNamed && hasRepresentative ? citizenOf(representative) : null,
  }
}

/** By which earlier cases are looked for. */
export function petitionDraftOf({ sender, person, kind, subject, content }: NewCaseDraft): PetitionDraft {
  const { name, address, phone, email, paperNumber } = sender === 'named' ? person : nobody
  return {
    subject,
    content,
    kind,
    people: [phone, email, paperNumber].filter((typed) => typed.trim() !== ''),
    name: name.trim(),
    address: address.trim(),
  }
}

/** `petitioners.0.phone` is the field `person.phone` of the form. */
export function fieldOf(path: readonly PropertyKey[]): string {
  const [head, ...rest] = path
  if (head === 'petitioners' || head === 'representative') {
    const [part = 'name'] = head === 'petitioners' ? rest.slice(1) : rest
    const of = head === 'petitioners' ? 'person' : head
    return `${of}.${part === 'identity' ? 'paperNumber' : String(part)}`
  }
  if (head === 'reception') return rest[0] === 'ticket' ? 'ticket' : 'receptionDay'
  return String(head)
}
