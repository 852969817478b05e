// Computes the result of a closed ballot from its votes and the required majority. Used by rules, screens and papers.
import type { Motion, Share } from './contract.ts'

export interface Result {
  readonly entitled: number
  readonly present: number
  readonly cast: number
  /** For each option, the last for no opinion. */
  readonly piles: readonly number[]
  /** What the majority is a share of. */
  readonly base: number
  /** So many votes carry. */
  readonly needed: number
  /** The option that is carried; null: none. */
  readonly carried: number | null
  /** Two options or more lead with the same number of votes. */
  readonly isTied: boolean
}

/** The fewest that are the share of `base`; never none. In whole numbers: 2/3 of 3 is 2. */
export function fewest({ bound, numerator, denominator }: Share, base: number): number {
  const product = base * numerator
  return bound === 'moreThan' ? Math.floor(product / denominator) + 1 : Math.max(1, Math.ceil(product / denominator))
}

/** null: not closed. */
export function resultOf(motion: Motion): Result | null {
  const { piles, options, majority, voted, presentAtClosing } = motion
  if (!piles) return null
  const entitled = motion.entitled.length
  const cast = voted.length
  const base = { entitled, present: presentAtClosing, cast }[majority.of]
  const needed = fewest(majority, base)
  // “No opinion” is never carried, and of for and against only “for” can be.
  const candidates = piles.slice(0, options ? -1 : 1)
  const most = Math.max(...candidates)
  const leaders = candidates.filter((votes) => votes === most)
  const isTied = leaders.length > 1 && most > 0
  const carried = !isTied && most >= needed ? candidates.indexOf(most) : null
  return { entitled, present: presentAtClosing, cast, piles, base, needed, carried, isTied }
}
