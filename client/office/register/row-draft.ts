// A row of the register as its form holds it, and what of it is sent: only what was changed, for what an officer writes is not filled by
// itself any more.
import type { IdentityPaper } from '../../../shared/wire/identity/citizens.ts'
import type { RegisterRow, WrittenColumnsBody } from '../../../shared/wire/reception/register.ts'

export interface RowDraft {
  name: string
  address: string
  paperKind: IdentityPaper['kind']
  paperNumber: string
  content: string
  kind: NonNullable<RegisterRow['kind']> | null
  people: number | string
  settledBy: string
  isOwn: boolean
  guidedBody: string
  guidedPaper: string
  handledBody: string
  handledPaper: string
  note: string
  receptionKind: RegisterRow['receptionKind']
  receivedBy: RegisterRow['receivedBy']
  isGroup: boolean
  isRepeat: 'unsaid' | 'first' | 'again'
}

export const emptyRow: RowDraft = {
  name: '',
  address: '',
  paperKind: 'citizenCard',
  paperNumber: '',
  content: '',
  kind: null,
  people: 1,
  settledBy: '',
  isOwn: false,
  guidedBody: '',
  guidedPaper: '',
  handledBody: '',
  handledPaper: '',
  note: '',
  receptionKind: 'regular',
  receivedBy: 'officer',
  isGroup: false,
  isRepeat: 'unsaid',
}

export const draftOf = (row: RegisterRow): RowDraft => ({
  name: row.citizen?.name ?? '',
  address: row.citizen?.address ?? '',
  paperKind: row.citizen?.paper?.kind ?? 'citizenCard',
  paperNumber: row.citizen?.paper?.number ?? '',
  content: row.content ?? '',
  kind: row.kind,
  // Nearly everybody comes for themselves.
  people: row.people ?? 1,
  settledBy: row.settledBy ?? '',
  isOwn: row.isOwn,
  guidedBody: row.guidedTo?.body ?? '',
  guidedPaper: row.guidedTo?.paperNumber ?? '',
  handledBody: row.handledBy?.body ?? '',
  handledPaper: row.handledBy?.paperNumber ?? '',
  note: row.note ?? '',
  receptionKind: row.receptionKind,
  receivedBy: row.receivedBy,
  isGroup: row.isGroup,
  isRepeat: row.isRepeat === null ? 'unsaid' : row.isRepeat ? 'again' : 'first',
})

const orNull = (typed: string) => (typed.trim() === '' ? null : typed)
const bodyOf = (body: string, paperNumber: string) =>
  body.trim() === '' && paperNumber.trim() === '' ? null : { body, paperNumber: orNull(paperNumber) }

/** Whole; `citizen` only where somebody is named. */
export function columnsOf(draft: RowDraft): WrittenColumnsBody {
  const { name, address, paperKind: kind, paperNumber } = draft
  const isNamed = [name, address, paperNumber].some((typed) => typed.trim() !== '')
  const identity = paperNumber.trim() === '' ? null : { kind, number: paperNumber, issuedOn: null, issuedBy: null }
  return {
    ...(isNamed && { citizen: { name, address: orNull(address), identity } }),
    content: orNull(draft.content),
    kind: draft.kind,
    people: draft.people === '' ? null : Number(draft.people),
    settledBy: orNull(draft.settledBy),
    isOwn: draft.isOwn,
    guidedTo: bodyOf(draft.guidedBody, draft.guidedPaper),
    handledBy: bodyOf(draft.handledBody, draft.handledPaper),
    note: orNull(draft.note),
    receptionKind: draft.receptionKind,
    receivedBy: draft.receivedBy,
    isGroup: draft.isGroup,
    isRepeat: draft.isRepeat === 'unsaid' ? null : draft.isRepeat === 'again',
  }
}

/** What differs from the row as it stands. */
export function changesOf(draft: RowDraft, row: RegisterRow): WrittenColumnsBody {
  const before = { ...columnsOf(draftOf(row)), people: row.people }
  const changed = Object.entries(columnsOf(draft)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof WrittenColumnsBody]),
  )
  return Object.fromEntries(changed)
}

/** Where the form shows a fault that the schema found. */
const fields: Readonly<Record<string, keyof RowDraft>> = {
  'citizen.name': 'name',
  'citizen.address': 'address',
  'citizen.identity.number': 'paperNumber',
  'guidedTo.body': 'guidedBody',
  'guidedTo.paperNumber': 'guidedPaper',
  'handledBy.body': 'handledBody',
  'handledBy.paperNumber': 'handledPaper',
}
export const fieldOf = (path: string): string => fields[path] ?? path
