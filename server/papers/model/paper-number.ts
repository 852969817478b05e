// The number and symbol of a paper in the form of its letterhead: 05/BB-UBND for the State, 05-BB/TU for the Party.
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import { twoDigits } from './times.ts'

export type Symbolised = Pick<Agency, 'abbreviation' | 'letterhead'>

/** What is not known yet is left to be written by hand. */
export function paperNumber(
  number: number | null,
  symbol: 'BB' | 'TB' | 'BN',
  { abbreviation, letterhead }: Symbolised,
): string {
  const [afterNumber, afterSymbol] = letterheadOf(letterhead).joints
  return [number === null ? '……' : twoDigits(number), afterNumber, symbol, afterSymbol, abbreviation ?? '……'].join('')
}
