// The agency: an aggregate of its own with one module.
import type { ComposedState } from '../kernel/aggregate.ts'
import { agencyRules } from './rules.ts'

export const agencyModules = [agencyRules] as const
export type AgencyState = ComposedState<typeof agencyModules>['agency']
