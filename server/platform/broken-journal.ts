// The error of a journal that is not what was written (ADR 0076). Like Unavailable it is answered, not reported as a
// fault; unlike it, it does not go away by itself. Thrown by server/engine/journal to whoever reads the journal.

/** What is wrong with a journal, first seen at one of its commits. */
export type BreakReason =
  /** A commit is not what was written: it is no commit, or its hash or that of the one before it is another. */
  | 'altered'
  /** A commit in the middle is gone, or all of them. */
  | 'missing'
  /** A commit stands in the place of another. */
  | 'reordered'
  /** It begins late, or ends early. */
  | 'trimmed'
  /** Its end is not the one that a server with our key has written. */
  | 'otherHead'
  /** The proof of its end is gone. */
  | 'unproven'

export interface Break {
  readonly seq: number
  readonly reason: BreakReason
}

export const inWords: Readonly<Record<BreakReason, string>> = {
  altered: 'was altered',
  missing: 'is missing',
  reordered: 'stands in the place of another',
  trimmed: 'was cut off',
  otherHead: 'was not written by this installation',
  unproven: 'has no proof any more',
}

/** Of all errors the one that is no passing one: nothing of this journal is shown or written until it is mended. */
export class BrokenJournal extends Error {
  override name = 'BrokenJournal'
  readonly kind: string
  readonly id: string
  readonly seq: number
  readonly reason: BreakReason

  constructor(kind: string, id: string, { seq, reason }: Break) {
    super(`the journal of ${kind} ${id} does not hold: commit ${seq} ${inWords[reason]}`)
    this.kind = kind
    this.id = id
    this.seq = seq
    this.reason = reason
  }
}

/** For those who go through many: null where the journal does not hold, which was told already; the others go on. */
export async function unlessBroken<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof BrokenJournal) return null
    throw error
  }
}
