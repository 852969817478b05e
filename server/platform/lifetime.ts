// The lifetime of what was opened: each part registers how it recovers, starts and closes. The app runs these in order.
type Step = () => Promise<unknown> | unknown

export interface Lifetime {
  /** Once every floor is open, before anybody can reach the server: in the order of their opening, one after the other. */
  recovers(step: Step): void
  /** Once the server answers: in the order of their opening, one after the other. */
  starts(step: Step): void
  /** At the end, last in, first out; one that fails keeps no other from closing. */
  closes(step: Step): void
  recover(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export function createLifetime(): Lifetime {
  const recovering: Step[] = []
  const starting: Step[] = []
  const closing: Step[] = []
  const inOrder = async (steps: Step[]) => {
    for (const step of steps.splice(0)) await step()
  }
  return {
    recovers: (step) => void recovering.push(step),
    starts: (step) => void starting.push(step),
    closes: (step) => void closing.push(step),
    recover: () => inOrder(recovering),
    start: () => inOrder(starting),
    close: async () => {
      const failures: unknown[] = []
      for (const step of closing.splice(0).reverse())
        try {
          await step()
        } catch (error) {
          failures.push(error)
        }
      if (failures.length > 0) throw new AggregateError(failures, 'the server did not close in order')
    },
  }
}
