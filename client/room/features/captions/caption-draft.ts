// What becomes of the words in a captioner’s box. Pure.

/** The next in the list, around its ends. */
export function neighbour<T>(all: readonly T[], current: T, step: 1 | -1): T {
  const at = all.indexOf(current)
  return all.at((at + step) % all.length) ?? current
}

/** A line that may be sent again later; any other refusal is one the captioner must see. */
export const isPassing = (code: string): boolean =>
  ['unavailable', 'unconfirmed', 'rate-limited', 'internal', 'forbidden'].includes(code)
