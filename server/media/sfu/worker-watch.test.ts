import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { WorkerWatch, workerPatience } from './worker-watch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A worker that answers at once, until it is stopped. */
function watched() {
  const told: string[] = []
  let unanswered: (() => void)[] = []
  let isStopped = false
  const ask = () =>
    new Promise<void>((resolve) => {
      if (isStopped) unanswered.push(resolve)
      else resolve()
    })
  const watch = new WorkerWatch({
    patience: workerPatience,
    ask,
    changed: () => void told.push(watch.silentForMs === null ? 'answers' : 'silent'),
    stoodStill: () => void told.push('ended'),
  })
  onTestFinished(() => watch.close())
  return {
    watch,
    told,
    ask,
    stop() {
      isStopped = true
    },
    goOn() {
      isStopped = false
      for (const answer of unanswered) answer()
      unanswered = []
    },
  }
}

test('does nothing to a worker that answers for hours', async () => {
  const { told } = watched()
  await vi.advanceTimersByTimeAsync(2 * 60 * 60 * 1000)
  expect(told).toEqual([])
})

test('ends a worker that stops answering after three missed answers of two seconds, within eight seconds', async () => {
  const { told, stop } = watched()
  await vi.advanceTimersByTimeAsync(0)
  stop()
  await vi.advanceTimersByTimeAsync(7_900)
  expect(told).toEqual(['silent'])
  await vi.advanceTimersByTimeAsync(200)
  expect(told).toEqual(['silent', 'ended'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toHaveLength(2)
})

test('does not end a worker that answers again in time, and resets its count of missed answers', async () => {
  const { told, stop, goOn } = watched()
  await vi.advanceTimersByTimeAsync(0)
  for (let times = 0; times < 3; times += 1) {
    stop()
    await vi.advanceTimersByTimeAsync(6_500)
    goOn()
    await vi.advanceTimersByTimeAsync(2_500)
  }
  expect(told).toEqual(['silent', 'answers', 'silent', 'answers', 'silent', 'answers'])
})

test('stops waiting for a request after 0.3 seconds, and at once while the worker is silent', async () => {
  const { watch, ask, stop, goOn } = watched()
  await vi.advanceTimersByTimeAsync(0)
  stop()
  const over: string[] = []
  void watch.confirmed(ask()).then(() => over.push('first'))
  await vi.advanceTimersByTimeAsync(250)
  expect(over).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(over).toEqual(['first'])
  void watch.confirmed(ask()).then(() => over.push('second'))
  await vi.advanceTimersByTimeAsync(0)
  expect(over).toEqual(['first', 'second'])
  goOn()
  await vi.advanceTimersByTimeAsync(0)
  expect(watch.silentForMs).toBeNull()
})

test('passes a refused request on to the caller and counts the refusal as an answer', async () => {
  const { watch, told } = watched()
  await expect(watch.confirmed(Promise.reject(new Error('no such consumer')))).rejects.toThrow('no such consumer')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual([])
})
