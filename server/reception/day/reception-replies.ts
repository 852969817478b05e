// Sends a command to the reception of today and maps a refusal to an HTTP error.
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { OutsideActor } from '../../engine/aggregates/aggregates.ts'
import { rejected } from '../../platform/http/errors.ts'
import type { Reception } from './reception.ts'

/** @throws HttpError */
export async function act(reception: Pick<Reception, 'dispatch'>, by: OutsideActor, wanted: Wish): Promise<void> {
  const reply = await reception.dispatch(by, wanted)
  if (!reply.ok) throw rejected(reply.rejection)
}
