// Computes an edit of a text as one splice (position, removed, inserted), counted in characters so that none is split.

export interface Splice {
  readonly from: number
  readonly removed: number
  readonly inserted: string
}

/** null: nothing has changed. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null
  const old = [...before]
  const now = [...after]
  const most = Math.min(old.length, now.length)
  let from = 0
  while (from < most && old[from] === now[from]) from++
  let kept = 0
  while (kept < most - from && old[old.length - 1 - kept] === now[now.length - 1 - kept]) kept++
  return { from, removed: old.length - kept - from, inserted: now.slice(from, now.length - kept).join('') }
}

export const spliced = (text: string, { from, removed, inserted }: Splice): string =>
  [...text].toSpliced(from, removed, inserted).join('')

export const lengthOf = (text: string): number => [...text].length
