// Which definition stands from when until when: of one name the newest counts, of two of one day the later in the list.
import { dayAfter } from '../law/working-days.ts'
import type { ReportDefinition } from './definition.ts'

export type DefinitionState = 'inForce' | 'later' | 'earlier' | 'replaced'

export interface Standing {
  readonly state: DefinitionState
  /** The last day on which it counts; null: none is known. */
  readonly validTo: string | null
}

/** Of each in its place. `replaced`: another of the same day stands in its place, it never counts. */
export function standingOn(definitions: readonly ReportDefinition[], today: string): Standing[] {
  return definitions.map((definition, index): Standing => {
    const { name, validFrom } = definition
    const after = definitions.filter(
      (one, place) =>
        one.name === name && (one.validFrom > validFrom || (one.validFrom === validFrom && place > index)),
    )
    const next = after.map((one) => one.validFrom).toSorted()[0]
    if (next === validFrom) return { state: 'replaced', validTo: null }
    const validTo = next === undefined ? null : dayAfter(next, -1)
    if (validFrom > today) return { state: 'later', validTo }
    return { state: validTo !== null && validTo < today ? 'earlier' : 'inForce', validTo }
  })
}
