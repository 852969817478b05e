// A secret box stores choices outside the journal: a deposit is stored together with the events of a command, and only
// the count of each pile is read back, so that no choice can be linked to a command (ADR 0018). Rules name boxes; the
// server stores them.

/** One paper more, on one of the piles of a box. Written together with the events it comes with, or not at all. */
export interface Deposit {
  readonly boxId: string
  /** From 0. */
  readonly pile: number
  /** How many piles the box has: the same with every paper. */
  readonly piles: number
}
