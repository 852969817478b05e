// The number of representatives of a group with one matter, as dated data with the article.

interface GroupRule {
  readonly people: { readonly from: number; readonly to: number | null }
  readonly mostRepresentatives: number
  /** As papers cite it. */
  readonly source: string
  /** check: read in the text of 2013, to be checked before use. */
  readonly mark: 'verified' | 'check'
}

const source = 'Điều 29 Luật Tiếp công dân'

export const groupRules: readonly [GroupRule, ...GroupRule[]] = [
  { people: { from: 5, to: 10 }, mostRepresentatives: 2, source, mark: 'check' },
  { people: { from: 11, to: null }, mostRepresentatives: 5, source, mark: 'check' },
]

/** undefined: too few to be a group. */
export const groupRuleFor = (count: number): GroupRule | undefined =>
  groupRules.find(({ people: { from, to } }) => from <= count && (to === null || count <= to))

export const smallestGroup = Math.min(...groupRules.map(({ people }) => people.from))
