// The legal duties to receive citizens in person, as dated data. A change of the law adds a row. The rows follow the
// text of 2013; the amendment by Luật số 136/2025/QH15 from 2026-07-01 was not available to us, so they are shown with
// that remark and not printed until an agency has checked them.

interface Row {
  /** As papers cite it. */
  readonly source: string
  /** Calendar day from which it is in force. */
  readonly validFrom: string
  /** The text it was read in; what changed since has to be looked up before it is relied on. */
  readonly readIn: 'text of 2013'
}

const validFrom = '2014-07-01'
const readIn = 'text of 2013'

/** How long before a planned reception its schedule is posted. */
export interface PostingDuty extends Row {
  readonly workingDays: number
}
const postingDuties: readonly PostingDuty[] = [
  { workingDays: 5, source: 'khoản 4 Điều 24 Luật Tiếp công dân 2013', validFrom, readIn },
]

export const agencyLevels = ['commune', 'agency', 'province'] as const
/** A commune; an agency at the centre or in a province; a province itself. Districts have been gone since 2025. */
export type AgencyLevel = (typeof agencyLevels)[number]

/** How often the head of an agency receives citizens in person. */
export interface HeadDuty extends Row {
  readonly level: AgencyLevel
  readonly days: number
  readonly per: 'week' | 'month'
}
const headDuties: readonly HeadDuty[] = [
  {
    level: 'commune',
    days: 1,
    per: 'week',
    source: 'điểm d khoản 2 Điều 15 Luật Tiếp công dân 2013',
    validFrom,
    readIn,
  },
  { level: 'agency', days: 1, per: 'month', source: 'Điều 18 Luật Tiếp công dân 2013', validFrom, readIn },
  {
    level: 'province',
    days: 1,
    per: 'month',
    source: 'khoản 5 Điều 12 Luật Tiếp công dân 2013',
    validFrom,
    readIn,
  },
]

/** How many may speak for those who come with one matter, from this number of people on. */
export interface RepresentationRule extends Row {
  readonly fromPeople: number
  readonly representatives: number
}
const representation = { source: 'Điều 29 Luật Tiếp công dân 2013', validFrom, readIn } as const
const representationRules: readonly RepresentationRule[] = [
  { fromPeople: 5, representatives: 2, ...representation },
  { fromPeople: 11, representatives: 5, ...representation },
]

/** In force on a day; before the first came into force, the first. */
function inForce<R extends Row>(rows: readonly R[], day: string): R {
  const sorted = rows.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
  const found = sorted.findLast((row) => row.validFrom <= day) ?? sorted[0]
  if (!found) throw new Error('no such rule')
  return found
}

export const postingDutyOn = (day: string): PostingDuty => inForce(postingDuties, day)

export const headDutyOn = (level: AgencyLevel, day: string): HeadDuty =>
  inForce(
    headDuties.filter((duty) => duty.level === level),
    day,
  )

/** The fewest that are a group before the law. */
export const smallestGroup = Math.min(...representationRules.map(({ fromPeople }) => fromPeople))

/** For a group of this size. */
export const representationOn = (people: number, day: string): RepresentationRule => {
  const reached = representationRules.filter(({ fromPeople }) => fromPeople <= Math.max(people, smallestGroup))
  const band = Math.max(...reached.map(({ fromPeople }) => fromPeople))
  return inForce(
    reached.filter(({ fromPeople }) => fromPeople === band),
    day,
  )
}
