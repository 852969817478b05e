// Faults: what is thrown, unlike a rejection. Their text is logged under an incident number and never sent to a
// browser.
import { randomBytes } from 'node:crypto'

/** A service that this server needs does not answer now; the same call may work later. Its message may be shown. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

/** For calls to Redis: lost, slow or refusing (a full disk, say), it cannot be used now. Throws Unavailable. */
export async function reachingRedis<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    throw new Unavailable('the database cannot be reached', { cause })
  }
}

interface FaultLog {
  error(fields: object, message: string): void
}

/** Logs a fault and returns the number under which an operator finds it. Short enough to be read out on the telephone. */
export function reportFault(log: FaultLog, error: unknown, fields: Record<string, unknown> = {}): string {
  const incident = randomBytes(5).toString('hex')
  log.error({ ...fields, err: error, incident }, 'fault')
  return incident
}
