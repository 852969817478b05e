// Maps the result of a step on a case to an HTTP reply.
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { Refused } from './refused.ts'

const changedMeanwhile = new HttpError(
  409,
  'case.changed',
  'Somebody else has changed the case meanwhile. Look at it again, then repeat what is still wanted.',
)

/** @throws HttpError */
export function accepted(reply: CommandReply): void {
  if (reply.ok) return
  throw reply.rejection.code === 'conflict' ? changedMeanwhile : rejected(reply.rejection)
}

/** @throws HttpError */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) accepted(error.reply)
    throw error
  }
}
