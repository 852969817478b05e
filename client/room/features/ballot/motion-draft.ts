// What staff type into the form of a motion, and the command it becomes.

import type { z } from 'zod'
import type { ItemId, MotionId, ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { MajorityBase, Share } from '../../../../shared/modules/ballot/contract.ts'
import type { CommandInput } from '../../../live/session/aggregate.ts'

export type MajorityOf = z.infer<typeof MajorityBase>

/** The shares that meetings use; the wire allows any. */
export const shares: Readonly<Record<string, Share>> = {
  half: { bound: 'moreThan', numerator: 1, denominator: 2 },
  twoThirds: { bound: 'atLeast', numerator: 2, denominator: 3 },
  threeQuarters: { bound: 'atLeast', numerator: 3, denominator: 4 },
  all: { bound: 'atLeast', numerator: 1, denominator: 1 },
}
export const NO_QUORUM = 'none'

export interface MotionDraft {
  readonly text: string
  readonly itemId: ItemId | null
  readonly isChoice: boolean
  /** One a line. */
  readonly options: string
  readonly isSecret: boolean
  readonly delegates: boolean
  readonly participantIds: readonly ParticipantId[]
  readonly majority: string
  readonly of: MajorityOf
  readonly quorum: string
}

const fewestOptions = 2
const mostOptions = 8

const optionsOf = ({ options }: MotionDraft): string[] =>
  options
    .split('\n')
    .map((option) => option.trim())
    .filter(Boolean)

/** null: something is missing, or two options are the same. */
export function proposalOf(motionId: MotionId, draft: MotionDraft): CommandInput<'ballot.propose'> | null {
  const { text, itemId, isChoice, isSecret, delegates, participantIds, of } = draft
  const options = isChoice ? optionsOf(draft) : null
  const majority = shares[draft.majority]
  const isGood = !options || (options.length >= fewestOptions && options.length <= mostOptions)
  if (text.trim() === '' || !majority || !isGood || new Set(options).size < (options?.length ?? 0)) return null
  return {
    motionId,
    itemId,
    text: text.trim(),
    options,
    isSecret,
    electorate: { delegates, participantIds: [...participantIds] },
    majority: { of, ...majority },
    quorum: shares[draft.quorum] ?? null,
  }
}
