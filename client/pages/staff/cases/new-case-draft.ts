// What the form of a new petition holds, and what is sent of it. Pure.
import type { CaseKind, IntakeWay } from '../../../../shared/cases/intake/contract.ts'
import type { NewCaseBody, PetitionDraft } from '../../../../shared/wire/cases.ts'

export const paperKinds = ['none', 'citizenCard', 'oldIdentityCard', 'passport'] as const

export interface NewCaseDraft {
  way: IntakeWay
  kind: CaseKind
  receivedOn: string
  writtenOn: string
  signers: number | string
  receptionDay: string
  ticket: string
  name: string
  address: string
  phone: string
  email: string
  paperKind: (typeof paperKinds)[number]
  paperNumber: string
  subject: string
  content: string
  /** Cases about the same, as the officer has said. */
  earlierIds: string[]
}

/** The next petition mostly comes the same way on the same day. */
export const nextDraft = (today: string, before?: NewCaseDraft): NewCaseDraft => ({
  way: before?.way ?? 'hand',
  kind: before?.kind ?? 'complaint',
  receivedOn: before?.receivedOn ?? today,
  writtenOn: '',
  signers: 1,
  receptionDay: before?.receptionDay ?? today,
  ticket: '',
  name: '',
  address: '',
  phone: '',
  email: '',
  paperKind: 'citizenCard',
  paperNumber: '',
  subject: '',
  content: '',
  earlierIds: [],
})

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** What was left out is nothing, not an empty text; a number that is none is told by the schema. */
export function newCaseOf(draft: NewCaseDraft): NewCaseBody {
  const { name, address, phone, email, paperKind, paperNumber, signers, receptionDay, ticket, writtenOn, ...rest } =
    draft
  const number = orNull(paperNumber)
  const identity =
    paperKind === 'none' || number === null ? null : { kind: paperKind, number, issuedOn: null, issuedBy: null }
  const person = { name: name.trim(), address: orNull(address), phone: orNull(phone), email: orNull(email), identity }
  const isNamed = name.trim() !== '' || identity !== null || person.phone !== null || person.email !== null
  return {
    ...rest,
    signers: Number(signers),
    writtenOn: orNull(writtenOn),
    reception: rest.way === 'reception' ? { day: receptionDay, sessionId: null, ticket: orNull(ticket) } : null,
    petitioners: isNamed ? [person] : [],
  }
}

/** By which earlier cases are looked for. */
export const petitionDraftOf = ({ subject, content, phone, email, paperNumber }: NewCaseDraft): PetitionDraft => ({
  subject,
  content,
  people: [phone, email, paperNumber].filter((typed) => typed.trim() !== ''),
})

/** `petitioners.0.phone` is the field `phone` of the form. */
export function fieldOf(path: readonly PropertyKey[]): string {
  const [head, , ...rest] = path
  if (head === 'petitioners') return rest[0] === 'identity' ? 'paperNumber' : String(rest[0] ?? 'name')
  if (head === 'reception') return path[1] === 'ticket' ? 'ticket' : 'receptionDay'
  return String(head)
}
