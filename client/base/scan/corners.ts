// What the hand does with corners and pages. Pure.
import type { Corners, Point } from './sheet.ts'

const within = (share: number) => Math.min(1, Math.max(0, share))

/** One corner elsewhere, in shares of the picture's sides; never outside of it. */
export function withCorner(corners: Corners, index: number, { x, y }: Point): Corners {
  const [a, b, c, d] = corners.map((corner, at) => (at === index ? { x: within(x), y: within(y) } : corner))
  return a && b && c && d ? [a, b, c, d] : corners
}

/** One page earlier (-1) or later (1); at the end it stays. */
export function movedBy<Page>(pages: readonly Page[], index: number, by: -1 | 1): readonly Page[] {
  const page = pages[index]
  const other = pages[index + by]
  if (page === undefined || other === undefined) return pages
  return pages.map((one, at) => (at === index ? other : at === index + by ? page : one))
}
