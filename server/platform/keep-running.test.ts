import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { doublingDelays, keepRunning, listedDelays, retry, wait } from './keep-running.ts'

const steadyAfterMs = 1000
const delayAfter = listedDelays([10, 20, 30])

/** Time passes only while something runs or is waited for. */
function scriptedClock() {
  let time = 0
  const waits: number[] = []
  return {
    waits,
    pass(ms: number) {
      time += ms
    },
    clock: {
      now: () => time,
      async wait(ms: number) {
        waits.push(ms)
        time += ms
      },
    },
  }
}

/** Programs that live for so long, one after the other, until none is left. */
async function programsLiving(lives: readonly number[]) {
  const { waits, pass, clock } = scriptedClock()
  const told: string[] = []
  const startedAfter: number[] = []
  await keepRunning({
    async start(failures) {
      startedAfter.push(failures)
      const ms = lives[startedAfter.length - 1]
      if (ms === undefined) return null
      const live = async () => {
        await nextTurn()
        pass(ms)
        return `after ${ms} ms`
      }
      return { name: `program ${startedAfter.length}`, ended: live() }
    },
    ended: (end, restartInMs, { name }) => void told.push(`${name} ended ${end}, again in ${restartInMs}`),
    ...{ delayAfter, steadyAfterMs, clock, signal: new AbortController().signal },
  })
  return { waits, told, startedAfter }
}

describe('a program that is kept running', () => {
  it('is started again each time it ends, later and later, with the longest delay at most', async () => {
    const { waits, told, startedAfter } = await programsLiving([5, 5, 5, 5])
    expect(waits).toEqual([10, 20, 30, 30])
    expect(startedAfter).toEqual([0, 1, 2, 3, 4])
    expect(told.slice(0, 2)).toEqual([
      'program 1 ended after 5 ms, again in 10',
      'program 2 ended after 5 ms, again in 20',
    ])
  })

  it('is started again soon when it has run well for a time, however often it had failed before', async () => {
    const { waits, startedAfter } = await programsLiving([5, 5, steadyAfterMs + 1, 5])
    expect(waits).toEqual([10, 20, 10, 20])
    expect(startedAfter).toEqual([0, 1, 2, 1, 2])
  })

  it('is not well only because it came up slowly', async () => {
    const { waits, pass, clock } = scriptedClock()
    let starts = 0
    await keepRunning({
      async start() {
        pass(2 * steadyAfterMs)
        starts += 1
        return starts > 2 ? null : { ended: Promise.resolve() }
      },
      ended: () => undefined,
      ...{ delayAfter, steadyAfterMs, clock, signal: new AbortController().signal },
    })
    expect(waits).toEqual([10, 20])
  })

  it('is watched, not started, when it runs already', async () => {
    const { clock, waits } = scriptedClock()
    const ended: string[] = []
    let starts = 0
    await keepRunning({
      first: { ended: Promise.resolve('the first') },
      async start() {
        starts += 1
        return null
      },
      ended: (end) => void ended.push(end),
      ...{ delayAfter, steadyAfterMs, clock, signal: new AbortController().signal },
    })
    expect(ended).toEqual(['the first'])
    expect(waits).toEqual([10])
    expect(starts).toBe(1)
  })

  it('is not started again after it was ended in order, which nobody is told as a failure', async () => {
    const closing = new AbortController()
    const program = Promise.withResolvers<void>()
    const told: unknown[] = []
    let starts = 0
    const kept = keepRunning({
      async start() {
        starts += 1
        return { ended: program.promise }
      },
      ended: (end) => void told.push(end),
      ...{ delayAfter, steadyAfterMs, signal: closing.signal },
    })
    closing.abort()
    program.resolve()
    await kept
    expect(starts).toBe(1)
    expect(told).toEqual([])
  })

  it('is not started again when the server closes before its delay is over', async () => {
    const closing = new AbortController()
    let starts = 0
    await keepRunning({
      async start() {
        starts += 1
        return { ended: Promise.resolve() }
      },
      ended: () => closing.abort(),
      ...{ delayAfter: () => 3_600_000, steadyAfterMs, signal: closing.signal },
    })
    expect(starts).toBe(1)
  })
})

describe('what is tried again', () => {
  /** Fails so many times, then succeeds. */
  function failing(times: number, mostAttempts?: number) {
    const { waits, clock } = scriptedClock()
    const told: string[] = []
    let attempts = 0
    const done = retry({
      async attempt() {
        attempts += 1
        if (attempts <= times) throw new Error(`failure ${attempts}`)
        return `done at attempt ${attempts}`
      },
      failed: (error, retryInMs) => void told.push(`${(error as Error).message}, again in ${retryInMs}`),
      ...(mostAttempts !== undefined && { mostAttempts }),
      ...{ delayAfter, clock, signal: new AbortController().signal },
    })
    return { done, waits, told }
  }

  it('is tried until it succeeds, later and later, and each failure is told', async () => {
    const { done, waits, told } = failing(4)
    expect(await done).toBe('done at attempt 5')
    expect(waits).toEqual([10, 20, 30, 30])
    expect(told.slice(0, 2)).toEqual(['failure 1, again in 10', 'failure 2, again in 20'])
  })

  it('is given up after so many attempts, with the last failure', async () => {
    const { done, told } = failing(4, 3)
    await expect(done).rejects.toThrow('failure 3')
    expect(told).toEqual(['failure 1, again in 10', 'failure 2, again in 20'])
  })

  it('is not tried again when the server closes before its delay is over', async () => {
    const closing = new AbortController()
    let attempts = 0
    const done = retry({
      async attempt() {
        attempts += 1
        throw new Error('no answer')
      },
      failed: () => closing.abort(),
      ...{ delayAfter: () => 3_600_000, signal: closing.signal },
    })
    expect(await done).toBeNull()
    expect(attempts).toBe(1)
  })

  it('fails untold when it was broken off because the server closes', async () => {
    const closing = new AbortController()
    const told: unknown[] = []
    const done = retry({
      async attempt() {
        closing.abort()
        throw new Error('broken off')
      },
      failed: (error) => void told.push(error),
      ...{ delayAfter, mostAttempts: 1, signal: closing.signal },
    })
    expect(await done).toBeNull()
    expect(told).toEqual([])
  })
})

describe('the delays', () => {
  const first = (count: number, delay: (failures: number) => number) =>
    Array.from({ length: count }, (_, index) => delay(index + 1))

  it('double up to the longest', () => {
    expect(first(5, doublingDelays(100, 500))).toEqual([100, 200, 400, 500, 500])
    expect(doublingDelays(100, 500)(5000)).toBe(500)
  })

  it('are those of a list, whose last one stays', () => {
    expect(first(4, listedDelays([0, 500, 1000]))).toEqual([0, 500, 1000, 1000])
  })

  it('end at once when the server closes, also when it has closed before', async () => {
    const closing = new AbortController()
    const waiting = wait(3_600_000, closing.signal)
    closing.abort()
    await waiting
    await wait(3_600_000, closing.signal)
  })
})
