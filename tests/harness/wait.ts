// Waits for a condition, never for a fixed time. A wait that fails reports why the condition does not hold yet.

const patienceMs = 10_000

/** Polls `why` until it is null; it returns the reason why not yet. */
export async function until(
  why: () => string | null | Promise<string | null>,
  milliseconds = patienceMs,
): Promise<void> {
  const endsAt = Date.now() + milliseconds
  for (;;) {
    const reason = await why()
    if (reason === null) return
    if (Date.now() > endsAt) throw new Error(`not so after ${milliseconds} ms: ${reason}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
