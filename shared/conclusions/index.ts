// The aggregate of the follow-up of one assignment, and its modules (ADR 0029).
import type { ComposedState } from '../kernel/aggregate.ts'
import { followUpRules } from './follow-up/rules.ts'

export const followUpModules = [followUpRules] as const

/** All that is told of one assignment after its session. */
export type ConclusionState = ComposedState<typeof followUpModules>
export type FollowUpState = ConclusionState['followUp']
