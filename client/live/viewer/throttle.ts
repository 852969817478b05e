// Calls at once, then at most every so often, always with the newest value.
interface Throttle<T> {
  call(value: T): void
  stop(): void
}

export function createThrottle<T>(work: (value: T) => void, everyMs: number): Throttle<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: { value: T } | null = null
  const next = () => {
    timer = undefined
    if (!waiting) return
    const { value } = waiting
    waiting = null
    work(value)
    timer = setTimeout(next, everyMs)
  }
  return {
    call(value) {
      waiting = { value }
      if (timer === undefined) next()
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      waiting = null
    },
  }
}
