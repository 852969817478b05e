// The requests of people about their own data: an aggregate of its own with one module.
import type { ComposedState } from '../kernel/aggregate.ts'
import { personalRequestRules } from './rules.ts'

export const personalRequestModules = [personalRequestRules] as const
export type PersonalRequestState = ComposedState<typeof personalRequestModules>['personalRequest']
