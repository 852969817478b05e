// Limits work that uses a whole core: a number at once and a number waiting; further jobs are rejected as Busy. Knows
// nothing of the work.

/** Too many want the same at once; the same call will work soon. Its message may be shown. */
export class Busy extends Error {
  override name = 'Busy'
  readonly retryAfterMs: number

  constructor(retryAfterMs: number) {
    super('too many want this at once')
    this.retryAfterMs = retryAfterMs
  }
}

/** The function it returns throws Busy when `waiting` are waiting already. */
export function createBounded({
  atOnce,
  waiting,
  retryAfterMs,
}: {
  atOnce: number
  waiting: number
  retryAfterMs: number
}) {
  let running = 0
  const queue: (() => void)[] = []

  function leave(): void {
    const next = queue.shift()
    // Whoever is next takes the place over.
    if (next) next()
    else running--
  }

  return async <T>(job: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running++
    else if (queue.length >= waiting) throw new Busy(retryAfterMs)
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await job()
    } finally {
      leave()
    }
  }
}
