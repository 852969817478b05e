// Limits repeated log lines about one network: the first is logged at once, the others as one count per minute, so that
// a flood does not fill the log.
import type { Log } from '../../platform/log.ts'

const everyMs = 60_000

export interface RepeatedNotes {
  /** `of`: what is counted together with `message`. */
  note(of: string, context: object, message: string): void
  close(): void
}

export function createRepeatedNotes(log: Pick<Log, 'warn'>): RepeatedNotes {
  const counted = new Map<string, { readonly context: object; readonly message: string; more: number }>()
  function tellCounts(): void {
    for (const [key, one] of counted) {
      const { more, context, message } = one
      if (more === 0) counted.delete(key)
      else log.warn({ ...context, more }, message)
      one.more = 0
    }
  }
  const timer = setInterval(tellCounts, everyMs)
  timer.unref()
  return {
    note(of, context, message) {
      const key = `${of} ${message}`
      const known = counted.get(key)
      if (known) known.more += 1
      else {
        counted.set(key, { context, message, more: 0 })
        log.warn(context, message)
      }
    },
    close() {
      clearInterval(timer)
      tellCounts()
    },
  }
}
