import type { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { createNumbers, type Numbers } from './numbers.ts'

let testRedis: TestRedis
let redis: Redis
let numbers: Numbers
beforeAll(async () => {
  testRedis = await startTestRedis()
  redis = testRedis.redis()
  numbers = createNumbers(redis, async () => undefined)
})
afterAll(() => testRedis.close())
beforeEach(() => redis.flushall())

const minutes = { year: 2026, kind: 'minutes' }

const allotted = (document: string, series = minutes): Promise<number> =>
  numbers.allot(series, document, async (number) => ({ used: true, value: number }))

/** The number that was offered and not used. */
async function refused(document: string): Promise<number> {
  let offered = 0
  const refusing = numbers.allot(minutes, document, async (number) => {
    offered = number
    return { used: false, why: new Error('not signed') }
  })
  await expect(refusing).rejects.toThrow('not signed')
  return offered
}

/** Nobody can say whether the number was used. */
const lost = (document: string) =>
  expect(numbers.allot(minutes, document, () => Promise.reject(new Error('the power went')))).rejects.toThrow('power')

describe('the numbers of papers', () => {
  it('start from 1 for each year and kind', async () => {
    expect([await allotted('a'), await allotted('b')]).toEqual([1, 2])
    expect(await allotted('c', { year: 2027, kind: 'minutes' })).toBe(1)
    expect(await allotted('a', { year: 2026, kind: 'conclusions' })).toBe(1)
  })

  it('are the same for the same document at every request, also after a restart', async () => {
    await allotted('a')
    await lost('b')
    await testRedis.kill()
    await testRedis.restart()
    numbers = createNumbers(redis, async () => undefined)
    expect([await allotted('b'), await allotted('a'), await allotted('c')]).toEqual([2, 1, 3])
  })

  it('leave no gap when a paper is refused', async () => {
    await allotted('a')
    expect(await refused('b')).toBe(2)
    expect(await allotted('c')).toBe(2)
  })

  it('are never given twice and leave no gap when many are requested at once and some are refused', async () => {
    const asked = Array.from({ length: 40 }, (_, n) => ({ document: `d${n}`, isRefused: n % 3 === 0 }))
    const given = await Promise.all(
      asked.map(async ({ document, isRefused }) => ({
        isRefused,
        number: await (isRefused ? refused(document) : allotted(document)),
      })),
    )
    const used = given.filter(({ isRefused }) => !isRefused).map(({ number }) => number)
    expect(used.toSorted((a, b) => a - b)).toEqual(used.map((_, index) => index + 1))
  })

  it('continue after those an agency has given by hand, without a gap', async () => {
    expect(await numbers.given(minutes)).toEqual({ last: 0, isBegun: false })
    expect(await numbers.continueAfter(minutes, 57)).toBe(true)
    expect(await numbers.given(minutes)).toEqual({ last: 57, isBegun: false })
    expect(await refused('a')).toBe(58)
    expect([await allotted('b'), await allotted('c'), await allotted('b')]).toEqual([58, 59, 58])
    expect(await numbers.given(minutes)).toEqual({ last: 59, isBegun: true })
    expect(await allotted('d', { year: 2027, kind: 'minutes' })).toBe(1)
  })

  it('cannot be given another start once one is on a paper', async () => {
    await allotted('a')
    expect(await numbers.continueAfter(minutes, 57)).toBe(false)
    expect(await allotted('b')).toBe(2)
  })

  it('stay with their document when it is unknown whether they were used', async () => {
    await lost('a')
    expect([await allotted('b'), await allotted('a')]).toEqual([2, 1])
  })
})
