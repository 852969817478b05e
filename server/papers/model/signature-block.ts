// The signature block of every paper: capacity of the signatory, space for signature, stamp or digital signature, and
// the name.
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import { signingLines } from '../../../shared/papers/signing.ts'
import type { Signatory } from '../../../shared/projections/issued-paper.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import { balancedLines } from './balanced-lines.ts'
import { type ColumnBlock, gap, line } from './paper.ts'

export interface Signer {
  /** Quyền hạn, chức vụ: a line each. */
  readonly capacity: readonly string[]
  /** The lines of the capacity that are not set in bold: the office, where the letterhead has it so. */
  readonly plain?: readonly string[]
  /** What the form asks of who signs, e.g. “(Ký, ghi rõ họ tên)”; lines. */
  readonly notes?: readonly string[]
  readonly name: string
  readonly roomMm?: number
}

/** What a person who is not known yet writes by hand. */
export const byHand = '…………'

export const signatureBlock = ({ capacity, plain = [], notes = [], name, roomMm = 25 }: Signer): ColumnBlock[] => [
  ...capacity.map((one) => line('office', one)),
  ...plain.map((one) => line('plainOffice', one)),
  ...notes.map((one) => line('signatureNote', one)),
  gap(roomMm),
  line('signatory', name),
]

/** NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 7: nothing but capacity, signature and name. */
export function signedBy({ name, signing }: Signatory, { letterhead }: Pick<Agency, 'letterhead'>): Signer {
  const form = letterheadOf(letterhead)
  const lines = signingLines(signing, form).map((one) => balancedLines(one, lettersOfAColumn))
  const plain = form.isOfficePlain ? (lines.pop() ?? []) : []
  return { capacity: lines.flat(), plain, name }
}
/** Of capitals in 14 pt bold, in 90 millimetres. */
const lettersOfAColumn = 26
