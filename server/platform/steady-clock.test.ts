import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSteadyClock, type SteadyClock } from './steady-clock.ts'

const second = 1000
const hour = 60 * 60 * second
const open: SteadyClock[] = []

function clockOf(machine: { time: number; uptime: number }, isIdle = false) {
  const log = { error: vi.fn(), info: vi.fn() }
  const clock = createSteadyClock({
    log,
    machine: { time: () => machine.time, uptime: () => machine.uptime },
    checkEveryMs: second,
  })
  clock.idleWhile(() => isIdle)
  open.push(clock)
  const pass = (ms: number) => {
    machine.time += ms
    machine.uptime += ms
    vi.advanceTimersByTime(ms)
  }
  return { clock, log, pass }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const clock of open.splice(0)) clock.close()
  vi.useRealTimers()
})

describe('the clock of the sessions', () => {
  it('follows the clock of the machine', () => {
    const machine = { time: 1_000_000, uptime: 50 }
    const { clock, pass } = clockOf(machine)
    pass(90 * second)
    expect(clock.now()).toBe(1_090_000)
    expect(clock.aheadMs()).toBe(0)
  })

  it('neither goes back nor jumps when the machine clock is set, but approaches it at a rate of one twentieth', () => {
    for (const step of [-hour, hour]) {
      const machine = { time: 10 * hour, uptime: 0 }
      const { clock, pass } = clockOf(machine)
      machine.time += step
      expect(clock.now()).toBe(10 * hour)
      pass(100 * second)
      expect(clock.now()).toBe(10 * hour + 100 * second + Math.sign(step) * 5 * second)
      expect(clock.aheadMs()).toBe(step - Math.sign(step) * 5 * second)
    }
  })

  it('reaches the machine clock in the end; the difference and its end are logged once each', () => {
    const machine = { time: 10 * hour, uptime: 0 }
    const { clock, log, pass } = clockOf(machine)
    machine.time -= 10 * second
    pass(2 * second)
    expect(log.error).toHaveBeenCalledOnce()
    for (let waited = 0; waited < 200; waited++) pass(second)
    expect(clock.now()).toBe(machine.time)
    expect(log.error).toHaveBeenCalledOnce()
    expect(log.info).toHaveBeenCalledOnce()
  })

  it('jumps forward when no session is running', () => {
    const machine = { time: 10 * hour, uptime: 0 }
    const { clock, log, pass } = clockOf(machine, true)
    machine.time += hour
    pass(second)
    expect(clock.now()).toBe(machine.time)
    expect(log.error).not.toHaveBeenCalled()
  })
})
