import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createThrottle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('calls with the first value at once, then at intervals with the newest, and with the last', () => {
  const said: number[] = []
  const throttle = createThrottle((value: number) => said.push(value), 60)
  throttle.call(1)
  expect(said).toEqual([1])
  throttle.call(2)
  throttle.call(3)
  expect(said).toEqual([1])
  vi.advanceTimersByTime(60)
  expect(said).toEqual([1, 3])
  vi.advanceTimersByTime(600)
  expect(said).toEqual([1, 3])
  throttle.call(4)
  expect(said).toEqual([1, 3, 4])
})

it('does not call after it was stopped', () => {
  const said: number[] = []
  const throttle = createThrottle((value: number) => said.push(value), 60)
  throttle.call(1)
  throttle.call(2)
  throttle.stop()
  vi.advanceTimersByTime(600)
  expect(said).toEqual([1])
})
