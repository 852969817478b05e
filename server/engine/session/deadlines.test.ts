import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Deadline } from '../../../shared/kernel/module.ts'
import { createDeadlineTimer, type DeadlineTimer } from './deadlines.ts'

const start = 1_790_000_000_000
const minute = 60_000
const floorEnds: Deadline = { at: start + 5 * minute, type: 'floor.expire', data: {} }
const sealing: Deadline = { at: start + 24 * 60 * minute, type: 'session.seal', data: {} }

let timer: DeadlineTimer
let due: Deadline[]
/** What the session answers; a session that is told what is due usually has other deadlines afterwards. */
let answer: (deadline: Deadline) => Promise<boolean>

beforeEach(() => {
  vi.useFakeTimers({ now: start })
  due = []
  answer = async () => {
    timer.set([])
    return true
  }
  timer = createDeadlineTimer(Date.now, (deadline) => {
    due.push(deadline)
    return answer(deadline)
  })
})
afterEach(() => {
  timer.close()
  vi.useRealTimers()
})

describe('the deadlines of a session', () => {
  it('fire when they are due, not before, the earliest first', async () => {
    timer.set([sealing, floorEnds])
    await vi.advanceTimersByTimeAsync(5 * minute - 1)
    expect(due).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(due).toEqual([floorEnds])
  })

  it('fire at once when they lie in the past', async () => {
    timer.set([{ ...floorEnds, at: start - minute }])
    await vi.advanceTimersByTimeAsync(0)
    expect(due).toHaveLength(1)
  })

  it('do not fire after they were withdrawn', async () => {
    timer.set([floorEnds])
    timer.set([])
    expect(timer.isWaiting).toBe(false)
    await vi.advanceTimersByTimeAsync(10 * minute)
    expect(due).toEqual([])
  })

  it('fire again when their command could not be written', async () => {
    answer = async () => due.length === 3
    timer.set([floorEnds])
    await vi.advanceTimersByTimeAsync(5 * minute)
    expect(due).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(due).toHaveLength(3)
  })

  it('may be farther away than the longest timer of the runtime', async () => {
    const inAMonth = { ...sealing, at: start + 31 * 24 * 60 * minute }
    timer.set([inAMonth])
    await vi.advanceTimersByTimeAsync(30 * 24 * 60 * minute)
    expect(due).toEqual([])
    await vi.advanceTimersByTimeAsync(24 * 60 * minute)
    expect(due).toEqual([inAMonth])
  })
})
