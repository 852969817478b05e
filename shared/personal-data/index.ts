// The aggregate of requests about personal data; it has one module.
import type { ComposedState } from '../kernel/aggregate.ts'
import { personalRequestRules } from './rules.ts'

export const personalRequestModules = [personalRequestRules] as const
export type PersonalRequestState = ComposedState<typeof personalRequestModules>['personalRequest']
