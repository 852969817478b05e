import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { killUnless } from './kill-unless.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a program that ends in time is not killed', async () => {
  const { promise: ended, resolve: end } = Promise.withResolvers<string>()
  const kill = vi.fn()
  const waiting = killUnless(ended, 1000, kill)
  vi.advanceTimersByTime(999)
  end('by itself')
  expect(await waiting).toBe('by itself')
  vi.advanceTimersByTime(1)
  expect(kill).not.toHaveBeenCalled()
})

it('one that takes too long is killed once, and waited for until it has ended', async () => {
  const { promise: ended, resolve: end } = Promise.withResolvers<string>()
  const kill = vi.fn()
  let hasEnded = false
  const waiting = killUnless(ended, 1000, kill).finally(() => {
    hasEnded = true
  })
  await vi.advanceTimersByTimeAsync(5000)
  expect(kill).toHaveBeenCalledOnce()
  expect(hasEnded).toBe(false)
  end('killed')
  expect(await waiting).toBe('killed')
})

it('one that fails to do what it was asked fails whoever waits, and is not killed later', async () => {
  const kill = vi.fn()
  await expect(killUnless(Promise.reject(new Error('the port is taken')), 1000, kill)).rejects.toThrow('taken')
  vi.advanceTimersByTime(1000)
  expect(kill).not.toHaveBeenCalled()
})
