// The modules of a reception day: who has booked, who sits where, and whose turn it is. An aggregate of its own, its id the date
// (ADR 0033, 0034, 0035).
import type { ComposedState } from '../kernel/aggregate.ts'
import { appointmentsRules } from './appointments/rules.ts'
import { desksRules } from './desks/rules.ts'
import { queueRules } from './queue/rules.ts'

export const receptionDayModules = [appointmentsRules, desksRules, queueRules] as const

export type ReceptionDayState = ComposedState<typeof receptionDayModules>
