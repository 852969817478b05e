// The deadlines of the gates before an online reception, as dated data. A change of the law adds a row. For conferences
// they are guidance only, because the decree is about receptions.

export const readinessGates = ['notice', 'connectionTest', 'allConnected'] as const
export type ReadinessGate = (typeof readinessGates)[number]

export interface ReadinessClock {
  readonly gate: ReadinessGate
  readonly amount: number
  readonly unit: 'workingDays' | 'hours'
  /** As papers cite it. */
  readonly source: string
  /** Calendar day from which it is in force. */
  readonly validFrom: string
}

const source = 'khoản 1 Điều 23 Nghị định số 154/2026/NĐ-CP'

export const readinessClocks: readonly ReadinessClock[] = [
  { gate: 'notice', amount: 5, unit: 'workingDays', source, validFrom: '2026-07-01' },
  { gate: 'connectionTest', amount: 1, unit: 'workingDays', source, validFrom: '2026-07-01' },
  { gate: 'allConnected', amount: 1, unit: 'hours', source, validFrom: '2026-07-01' },
]

/** The clock in force on a day; before the first came into force, the first. */
export function clockOn(gate: ReadinessGate, day: string): ReadinessClock {
  const rows = readinessClocks
    .filter((clock) => clock.gate === gate)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
  const found = rows.findLast(({ validFrom }) => validFrom <= day) ?? rows[0]
  if (!found) throw new Error(`no clock for ${gate}`)
  return found
}
