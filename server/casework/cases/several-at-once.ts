// Does one thing for each of many cases, some of them at once.

import { unlessBroken } from '../../platform/broken-journal.ts'

/** So many wait for one durable write together; a hearing that writes waits behind no more of them. */
const atOnce = 8

/** What does not hold is passed over. */
export async function severalAtOnce<T>(items: readonly T[], use: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) await unlessBroken(use(item))
    }),
  )
}
