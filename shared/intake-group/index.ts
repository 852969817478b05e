// The aggregate of the intake group; it has one module.
import type { ComposedState } from '../kernel/aggregate.ts'
import { intakeGroupRules } from './rules.ts'

export const intakeGroupModules = [intakeGroupRules] as const
export type IntakeGroupState = ComposedState<typeof intakeGroupModules>['intakeGroup']
