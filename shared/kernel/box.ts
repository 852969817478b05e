// A box keeps papers outside the journal: one goes in together with the events of a command, and only how many lie on each
// pile comes out. Nothing tells which paper came with which command (ADR 0018). Rules name boxes; the server keeps them.

/** One paper more, on one of the piles of a box. Written together with the events it comes with, or not at all. */
export interface Deposit {
  readonly boxId: string
  /** From 0. */
  readonly pile: number
  /** How many piles the box has: the same with every paper. */
  readonly piles: number
}
