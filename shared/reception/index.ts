// The modules of a reception day: appointments, desks, queue. An aggregate of its own, its id is the date (ADR 0033).
import type { ComposedState } from '../kernel/aggregate.ts'
import { appointmentsRules } from './appointments/rules.ts'

export const receptionDayModules = [appointmentsRules] as const

export type ReceptionDayState = ComposedState<typeof receptionDayModules>
