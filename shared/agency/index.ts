// The aggregate of the agency settings; it has one module.
import type { ComposedState } from '../kernel/aggregate.ts'
import { agencyRules } from './rules.ts'

export const agencyModules = [agencyRules] as const
export type AgencyState = ComposedState<typeof agencyModules>['agency']
