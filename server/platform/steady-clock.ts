// The clock of the sessions. It never goes back, and never jumps while a session runs: when somebody sets the clock of
// the machine, or the machine slept, this clock approaches it at a rate of one twentieth, and logs it (ADR 0086).
import type { Ms } from '../../shared/kernel/ids.ts'
import type { Log } from './log.ts'

export interface SteadyClock {
  now(): Ms
  /** By how much the clock of the machine is ahead of this one; below 0: behind. 0 while they agree. */
  aheadMs(): number
  /** While `isIdle` says so nothing is measured, and a jump forward does no harm: it is taken over at once. */
  idleWhile(isIdle: () => boolean): void
  close(): void
}

interface Options {
  readonly log: Pick<Log, 'error' | 'info'>
  /** Of the machine: what it says the time is, and how long it has run. */
  readonly machine?: { readonly time: () => Ms; readonly uptime: () => number }
  readonly checkEveryMs?: number
}

/** Time servers keep a clock nearer than this by small steps. */
const alikeMs = 1000
const share = 0.05

const ofMachine = { time: () => Date.now(), uptime: () => performance.now() }

export function createSteadyClock({ log, machine = ofMachine, checkEveryMs = 5000 }: Options): SteadyClock {
  let isIdle = () => true
  let said = machine.time()
  let readAt = machine.uptime()
  let isApart = false

  const ahead = () => machine.time() - said
  function read(): Ms {
    const at = machine.uptime()
    const passed = at - readAt
    readAt = at
    said += passed
    const gap = ahead()
    said += Math.sign(gap) * Math.min(Math.abs(gap), passed * share)
    return said
  }

  /** What differed is said once, and once that it is over. */
  function check(): void {
    read()
    const gap = ahead()
    if (Math.abs(gap) < alikeMs) {
      if (isApart) log.info({}, 'the clock of this machine and the time of the sessions agree again')
      isApart = false
      return
    }
    const seconds = Math.round(gap / 1000)
    if (isIdle() && gap > 0) {
      said += gap
      log.info({ seconds }, 'the clock of this machine was set forward while no session ran: its time is taken over')
    } else if (!isApart) {
      isApart = true
      log.error(
        { seconds },
        'the clock of this machine was set, or it slept: sessions keep their time and come nearer slowly',
      )
    }
  }
  const checking = setInterval(check, checkEveryMs)
  checking.unref()

  return {
    now: () => Math.floor(read()),
    aheadMs() {
      read()
      const gap = ahead()
      return Math.abs(gap) < alikeMs ? 0 : Math.round(gap)
    },
    idleWhile(asked) {
      isIdle = asked
    },
    close: () => clearInterval(checking),
  }
}
