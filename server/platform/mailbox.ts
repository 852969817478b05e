// Runs one job at a time, in the order of arrival: for an actor, a list, a device. Knows nothing of the jobs.

export interface Mailbox {
  /** Runs `job` after all before it; its failure is the caller’s and does not stop the next. */
  post<T>(job: () => Promise<T>): Promise<T>
  readonly isEmpty: boolean
}

export function createMailbox(): Mailbox {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    post<T>(job: () => Promise<T>): Promise<T> {
      waiting++
      const result = last.then(job).finally(() => waiting--)
      last = result.catch(() => undefined)
      return result
    },
    get isEmpty() {
      return waiting === 0
    },
  }
}
