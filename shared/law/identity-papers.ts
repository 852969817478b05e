// The papers to be shown by each kind of person, as dated data with the article. A change of the law adds a row.

export const personKinds = ['citizen', 'representative', 'authorised', 'lawyer', 'legalAid'] as const
/** Công dân, người đại diện, người được ủy quyền, luật sư, trợ giúp viên pháp lý. */
export type PersonKind = (typeof personKinds)[number]

export const shownPapers = [
  'identity',
  'proofOfRepresentation',
  'authorisation',
  'lawyerCard',
  'requestForLawyer',
  'legalAidCard',
  'legalAidAssignment',
] as const
export type ShownPaper = (typeof shownPapers)[number]

interface Checklist {
  readonly kind: PersonKind
  readonly papers: readonly ShownPaper[]
  /** As papers cite it. */
  readonly source: string
  /** verified: read in the text of the decree; check: to be checked before use. */
  readonly mark: 'verified' | 'check'
  /** Calendar day from which it is in force. */
  readonly validFrom: string
}

const article13 = { source: 'Điều 13 Nghị định số 154/2026/NĐ-CP', mark: 'verified', validFrom: '2026-07-01' } as const

const checklists: readonly Checklist[] = [
  { ...article13, kind: 'citizen', papers: ['identity'], source: 'khoản 1 Điều 12 Nghị định số 154/2026/NĐ-CP' },
  { ...article13, kind: 'representative', papers: ['identity', 'proofOfRepresentation'] },
  { ...article13, kind: 'authorised', papers: ['identity', 'authorisation'] },
  { ...article13, kind: 'lawyer', papers: ['identity', 'lawyerCard', 'requestForLawyer'] },
  { ...article13, kind: 'legalAid', papers: ['identity', 'legalAidCard', 'legalAidAssignment'] },
]

/** The checklist in force on a day; before the first came into force, the first. */
export function checklistOn(kind: PersonKind, day: string): Checklist {
  const rows = checklists
    .filter((row) => row.kind === kind)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
  const found = rows.findLast(({ validFrom }) => validFrom <= day) ?? rows[0]
  if (!found) throw new Error(`no checklist for ${kind}`)
  return found
}

/**
 * Of births registered in Việt Nam: Thông tư 07/2016/TT-BCA, annex 1. A number given at the registration of a birth abroad begins with
 * the code of that country, so a number that begins otherwise is looked at again, not refused.
 */
const provinces =
  '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
  '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
const provinceCodes: ReadonlySet<string> = new Set(provinces.split(' '))

export type NumberDoubt = 'province' | 'century' | 'birthYear'

/**
 * What looks odd in twelve digits: three of the place of birth, one of century and sex, two of the year of birth, six that
 * are anybody’s (Nghị định 137/2015/NĐ-CP, Điều 13). null: nothing.
 */
export function doubtAbout(number: string, year: number): NumberDoubt | null {
  if (!/^\d{12}$/.test(number)) return null
  if (!provinceCodes.has(number.slice(0, 3))) return 'province'
  const century = Math.floor(Number(number[3]) / 2)
  if (century > 1) return 'century'
  const birthYear = 1900 + century * 100 + Number(number.slice(4, 6))
  return birthYear > year ? 'birthYear' : null
}
