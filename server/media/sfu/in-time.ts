// Limits how long anybody waits for media, so that a worker that does not answer delays neither an entrance nor the
// answer to a command (ADR 0073). mediasoup-plane.ts wraps every promise of the media plane in it.

export const mediaPatienceMs = 2_000

export const late = Symbol('late')

/** What the work becomes, or `late` when that takes longer; it goes on all the same. */
export async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T | typeof late> {
  let patience: NodeJS.Timeout | undefined
  const tooLong = new Promise<typeof late>((resolve) => {
    // A turn later: this process may have been busy while the answer came.
    patience = setTimeout(() => setImmediate(resolve, late), patienceMs)
  })
  return Promise.race([work, tooLong]).finally(() => clearTimeout(patience))
}
