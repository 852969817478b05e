// The modules of what lives longer than a session. Same kernel, same journal, an aggregate of its own.
import type { ComposedState } from '../kernel/aggregate.ts'
import { followUpRules } from './follow-up/rules.ts'

export const followUpModules = [followUpRules] as const

export type FollowUpState = ComposedState<typeof followUpModules>['followUp']
