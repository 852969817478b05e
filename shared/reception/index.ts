// The aggregate of a reception day, with the date as its id: modules for appointments, desks, queues and the register
// (ADR 0033, 0034, 0035, 0039).
import type { ComposedState } from '../kernel/aggregate.ts'
import { appointmentsRules } from './appointments/rules.ts'
import { desksRules } from './desks/rules.ts'
import { queueRules } from './queue/rules.ts'
import { registerRules } from './register/rules.ts'

export const receptionDayModules = [appointmentsRules, desksRules, queueRules, registerRules] as const

export type ReceptionDayState = ComposedState<typeof receptionDayModules>
