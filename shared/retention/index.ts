// The aggregate of retention; it has one module.
import type { ComposedState } from '../kernel/aggregate.ts'
import { retentionRules } from './rules.ts'

export const retentionModules = [retentionRules] as const
export type RetentionState = ComposedState<typeof retentionModules>['retention']
