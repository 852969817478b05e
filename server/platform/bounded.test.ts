import { expect, it } from 'vitest'
import { Busy, createBounded } from './bounded.ts'

it('runs a limited number of jobs at once, queues a limited number in order, and rejects further ones as Busy', async () => {
  const bounded = createBounded({ atOnce: 1, waiting: 2, retryAfterMs: 3000 })
  const ends: (() => void)[] = []
  const begun: number[] = []
  const job = (index: number) =>
    bounded(() => {
      begun.push(index)
      return new Promise<void>((resolve) => ends.push(resolve))
    })
  const [first, second, third] = [job(1), job(2), job(3)]
  await expect(job(4)).rejects.toBeInstanceOf(Busy)
  expect(begun).toEqual([1])
  ends[0]?.()
  await first
  await expect.poll(() => begun).toEqual([1, 2])
  ends[1]?.()
  await second
  await expect.poll(() => begun).toEqual([1, 2, 3])
  ends[2]?.()
  await third
})
