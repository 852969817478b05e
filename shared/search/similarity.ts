// Computes the similarity of two texts by common pairs of neighbouring syllables, because most Vietnamese words have
// two syllables. Counts are returned, so that staff can see the reason. Pure.
import { wordsOf } from './words.ts'

/** `same` of the `of` different pairs of the new text stand in the earlier one, too. */
export interface Likeness {
  readonly same: number
  readonly of: number
  /** 0 to 1: as above, with rare words weighing more than those that every petition has. */
  readonly share: number
}

/** How much a word tells; 0: it is in every text. */
export type Weight = (folded: string) => number

export function pairsOf(text: string): ReadonlyMap<string, readonly [string, string]> {
  const words = wordsOf(text).map(({ folded }) => folded)
  const pairs = new Map<string, readonly [string, string]>()
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (next !== undefined) pairs.set(`${word} ${next}`, [word, next])
  }
  return pairs
}

export function likenessOf(
  text: ReturnType<typeof pairsOf>,
  earlier: ReturnType<typeof pairsOf>,
  weight: Weight,
): Likeness {
  let same = 0
  let shared = 0
  let all = 0
  for (const [pair, [one, other]] of text) {
    const weighs = weight(one) + weight(other)
    all += weighs
    if (!earlier.has(pair)) continue
    same++
    shared += weighs
  }
  return { same, of: text.size, share: all === 0 ? 0 : shared / all }
}

/** Fewer pairs are what every petition of its kind has. */
const fewest = 8
const half = 0.5

/** Most of what it says was said before. */
export const isAlike = ({ same, share }: Likeness): boolean => same >= fewest && share >= half
