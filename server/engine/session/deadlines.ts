// One timer for the deadlines of all modules of one session. The state says what is due; nothing else is remembered.
import type { Deadline } from '../../../shared/kernel/module.ts'

/** setTimeout cannot wait longer than 2^31 − 1 ms; a longer wait is taken in parts. */
const longestWaitMs = 24 * 60 * 60 * 1000
/** A deadline whose command could not be written is tried again after this. */
const retryMs = 1000

export interface DeadlineTimer {
  /** Waits for the earliest of these instead of what it waited for before. */
  set(deadlines: readonly Deadline[]): void
  readonly isWaiting: boolean
  close(): void
}

/** `due` resolves to false when the deadline must be tried again. */
export function createDeadlineTimer(now: () => number, due: (deadline: Deadline) => Promise<boolean>): DeadlineTimer {
  let timer: NodeJS.Timeout | undefined
  let deadlines: readonly Deadline[] = []
  let isClosed = false

  function wait(earliestMs = 0) {
    clearTimeout(timer)
    timer = undefined
    const next = deadlines.toSorted((a, b) => a.at - b.at)[0]
    if (!next || isClosed) return
    const ms = Math.min(Math.max(next.at - now(), earliestMs), longestWaitMs)
    timer = setTimeout(() => {
      if (next.at > now()) return wait()
      void due(next).then((isDone) => {
        // A command that changed the state has set the deadlines anew; one that changed nothing must not be asked at once again.
        if (!isDone || deadlines.includes(next)) wait(retryMs)
      })
    }, ms)
    timer.unref()
  }

  return {
    set(next) {
      deadlines = next
      wait()
    },
    get isWaiting() {
      return timer !== undefined
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      timer = undefined
    },
  }
}
