// Bit sets of the documents of one block. Pure.
import { type Bits, blockSize } from './term-index.ts'

/** In all of them. */
export function everyOf(one: Bits, others: readonly Bits[]): Bits {
  const result = Uint8Array.from(one)
  for (const other of others)
    for (let byte = 0; byte < result.length; byte++) result[byte] = (result[byte] ?? 0) & (other[byte] ?? 0)
  return result
}

/** In any of them. */
export function anyOf(all: readonly Bits[]): Bits {
  const result = new Uint8Array(blockSize / 8)
  for (const one of all)
    for (let byte = 0; byte < result.length; byte++) result[byte] = (result[byte] ?? 0) | (one[byte] ?? 0)
  return result
}

export const isIn = (bits: Bits, place: number): boolean => ((bits[place >> 3] ?? 0) & (128 >> (place & 7))) !== 0

/** The places of those that are in it, the highest, that is the newest, first. */
export function placesIn(bits: Bits): number[] {
  const places: number[] = []
  for (let byte = bits.length - 1; byte >= 0; byte--) {
    const value = bits[byte] ?? 0
    if (value === 0) continue
    for (let bit = 7; bit >= 0; bit--) if (value & (128 >> bit)) places.push(byte * 8 + bit)
  }
  return places
}

/** Adds to the score of each that is in it. */
export function weigh(scores: Float64Array, bits: Bits, weight: number): void {
  for (let byte = 0; byte < bits.length; byte++) {
    const value = bits[byte] ?? 0
    if (value === 0) continue
    for (let bit = 0; bit < 8; bit++)
      if (value & (128 >> bit)) scores[byte * 8 + bit] = (scores[byte * 8 + bit] ?? 0) + weight
  }
}
