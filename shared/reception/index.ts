// The modules of a reception day: who has booked, who sits where, whose turn it is, and what stands in the register.
// An aggregate of its own, its id the date (ADR 0033, 0034, 0035, 0039).
import type { ComposedState } from '../kernel/aggregate.ts'
import { appointmentsRules } from './appointments/rules.ts'
import { desksRules } from './desks/rules.ts'
import { queueRules } from './queue/rules.ts'
import { registerRules } from './register/rules.ts'

export const receptionDayModules = [appointmentsRules, desksRules, queueRules, registerRules] as const

export type ReceptionDayState = ComposedState<typeof receptionDayModules>
