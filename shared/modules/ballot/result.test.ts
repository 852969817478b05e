import { describe, expect, it } from 'vitest'
import { fc } from '../../../tests/harness/properties.ts'
import { MotionId } from '../../kernel/ids.ts'
import type { Majority, Motion } from './contract.ts'
import { fewest, resultOf } from './result.ts'

const moreThanHalf = { bound: 'moreThan', numerator: 1, denominator: 2 } as const
const twoThirds = { bound: 'atLeast', numerator: 2, denominator: 3 } as const

describe('the smallest number of votes for a majority', () => {
  it.each([
    [moreThanHalf, 10, 6],
    [moreThanHalf, 11, 6],
    [moreThanHalf, 0, 1],
    [twoThirds, 3, 2],
    [twoThirds, 4, 3],
    [twoThirds, 300, 200],
    [{ bound: 'atLeast', numerator: 1, denominator: 1 } as const, 7, 7],
    [{ bound: 'atLeast', numerator: 1, denominator: 3 } as const, 0, 1],
  ])('with the share %o of %i votes is %i', (share, base, needed) => {
    expect(fewest(share, base)).toBe(needed)
  })

  it('meets the share, and one vote less does not', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), fc.constantFrom('moreThan', 'atLeast'))
      .filter(([numerator, denominator]) => numerator < denominator)
      .map(([numerator, denominator, bound]) => ({ numerator, denominator, bound }) as const)
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 2000 }), (one, base) => {
        const meets = (votes: number) => {
          const [left, right] = [BigInt(votes) * BigInt(one.denominator), BigInt(base) * BigInt(one.numerator)]
          return one.bound === 'moreThan' ? left > right : left >= right
        }
        const needed = fewest(one, base)
        expect(meets(needed)).toBe(true)
        expect(meets(needed - 1) && needed > 1).toBe(false)
      }),
    )
  })
})

/** A closed ballot of 10 entitled, of whom 8 were present. */
function closed(piles: number[], options: string[] | null = null, of: Majority['of'] = 'cast'): Motion {
  const voters = (count: number) => Array.from({ length: count }, (_, index) => `delegate.d${index}` as never)
  return {
    motionId: MotionId.parse('budget'),
    itemId: null,
    text: 'Thông qua',
    options,
    isSecret: false,
    electorate: { delegates: true, participantIds: [] },
    majority: { of, ...moreThanHalf },
    quorum: null,
    status: 'closed',
    openedAt: 0,
    endedAt: 1,
    withdrawnReason: null,
    entitled: voters(10),
    presentAtOpening: 8,
    voted: voters(piles.reduce((sum, votes) => sum + votes, 0)),
    choices: {},
    piles,
    presentAtClosing: 8,
  }
}

describe('the result of a ballot', () => {
  it('is null before the ballot is closed', () => {
    expect(resultOf({ ...closed([0, 0, 0]), piles: null })).toBeNull()
  })

  it.each([
    ['votes cast, abstentions too', [4, 2, 1], 'cast', 7, 4, 0],
    ['votes cast, when abstentions tip it', [3, 2, 1], 'cast', 6, 4, null],
    ['those present', [4, 2, 1], 'present', 8, 5, null],
    ['all who may vote', [6, 0, 0], 'entitled', 10, 6, 0],
  ] as const)('is computed from %s', (_what, piles, of, base, needed, carried) => {
    expect(resultOf(closed([...piles], null, of))).toMatchObject({ base, needed, carried, entitled: 10, present: 8 })
  })

  it('carries nothing on votes against or abstentions, however many', () => {
    expect(resultOf(closed([1, 6, 0]))).toMatchObject({ carried: null })
    expect(resultOf(closed([0, 0, 7]))).toMatchObject({ carried: null })
    expect(resultOf(closed([1, 1, 5], ['Một', 'Hai']))).toMatchObject({ carried: null })
  })

  it('of several options carries the leading one if it reaches the majority', () => {
    expect(resultOf(closed([1, 5, 0, 1], ['Một', 'Hai', 'Ba']))).toMatchObject({ carried: 1, isTied: false })
    expect(resultOf(closed([2, 3, 2, 0], ['Một', 'Hai', 'Ba']))).toMatchObject({ carried: null, isTied: false })
    expect(resultOf(closed([3, 3, 1], ['Một', 'Hai']))).toMatchObject({ carried: null, isTied: true })
  })

  it('without votes carries nothing', () => {
    expect(resultOf(closed([0, 0, 0], ['Một', 'Hai']))).toMatchObject({ carried: null, isTied: false, needed: 1 })
  })
})
