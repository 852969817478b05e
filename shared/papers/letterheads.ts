// The letterheads of papers and all they determine, as data with its source. A new legal text adds a row and does not
// replace one: issued papers are printed with the row of their day (ADR 0088).
import { z } from 'zod'
import { allSigningForms, type SigningAbbreviations, type SigningForm } from './signing.ts'

export const letterheadKinds = ['state', 'party'] as const
export const LetterheadKind = z.enum(letterheadKinds)
export type LetterheadKind = z.infer<typeof LetterheadKind>

export interface Letterhead {
  readonly kind: LetterheadKind
  readonly source: string
  /** verified: read in the text in force; check: known from copies and summaries of others, to be compared with the text by the agency. */
  readonly mark: 'verified' | 'check'
  /** Calendar days; null: in force until further notice. */
  readonly validFrom: string
  readonly validTo: string | null
  /** What stands at the right: the nation and its motto, or the heading of the Party. */
  readonly heading: 'nation' | 'party'
  /** Between who issues it and the number. */
  readonly underIssuer: 'rule' | 'star'
  readonly numberLabel: string
  /** Between number and kind, between kind and who issues it: 05/BB-UBND, 05-BB/TU. */
  readonly joints: readonly [string, string]
  readonly abbreviations: SigningAbbreviations
  /** The forms of signing it has; a paper whose form was chosen under another letterhead keeps it. */
  readonly signingForms: readonly SigningForm[]
  /** The office of who signs is not set in bold, unlike what stands above it. */
  readonly isOfficePlain: boolean
  /** How the list of recipients is set. */
  readonly recipients: 'italic' | 'underlined'
  /** The last of the recipients. */
  readonly fileCopy: string
}

const ofTheState: SigningAbbreviations = {
  ...{ direct: null, onBehalf: 'TM.', inPlace: 'KT.', byOrder: 'TL.', acting: 'Q.', byAuthorisation: 'TUQ.' },
}

const letterheads: readonly Letterhead[] = [
  {
    kind: 'state',
    source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
    mark: 'verified',
    validFrom: '2020-03-05',
    validTo: null,
    heading: 'nation',
    underIssuer: 'rule',
    numberLabel: 'Số: ',
    joints: ['/', '-'],
    abbreviations: ofTheState,
    signingForms: allSigningForms,
    isOfficePlain: false,
    recipients: 'italic',
    fileCopy: '- Lưu: VT, hồ sơ.',
  },
  {
    kind: 'party',
    source: 'Quy định số 399-QĐ/TW ngày 09/01/2026 và hướng dẫn của Văn phòng Trung ương Đảng',
    mark: 'check',
    validFrom: '2026-01-09',
    validTo: null,
    heading: 'party',
    underIssuer: 'star',
    numberLabel: 'Số ',
    joints: ['-', '/'],
    abbreviations: { ...ofTheState, onBehalf: 'T/M', inPlace: 'K/T', byOrder: 'T/L' },
    signingForms: ['direct', 'onBehalf', 'inPlace', 'byOrder'],
    isOfficePlain: true,
    recipients: 'underlined',
    fileCopy: '- Lưu hồ sơ.',
  },
]

/** Left out: of an agency that has not said it, or of a paper from before it could be said. */
export function letterheadOf(kind: LetterheadKind = 'state'): Letterhead {
  const found = letterheads.find((one) => one.kind === kind)
  if (!found) throw new Error(`there is no letterhead ${kind}`)
  return found
}
