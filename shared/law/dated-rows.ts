// Data rows with a start day: determines which row is in force from when until when. Of one name the newest row wins;
// of two with the same start day, the later in the list.
import { dayAfter } from './working-days.ts'

export interface DatedRow {
  readonly name: string
  readonly validFrom: string
}

export interface Standing {
  /** `replaced`: another of the same day stands in its place, it never counts. */
  readonly state: 'inForce' | 'later' | 'earlier' | 'replaced'
  /** The last day on which it counts; null: none is known. */
  readonly validTo: string | null
}

/** Of each row in its place. */
export const standingOn = (rows: readonly DatedRow[], today: string): Standing[] =>
  rows.map(({ name, validFrom }, index): Standing => {
    const after = rows.filter(
      (one, place) =>
        one.name === name && (one.validFrom > validFrom || (one.validFrom === validFrom && place > index)),
    )
    const next = after.map((one) => one.validFrom).toSorted()[0]
    if (next === validFrom) return { state: 'replaced', validTo: null }
    const validTo = next === undefined ? null : dayAfter(next, -1)
    if (validFrom > today) return { state: 'later', validTo }
    return { state: validTo !== null && validTo < today ? 'earlier' : 'inForce', validTo }
  })
