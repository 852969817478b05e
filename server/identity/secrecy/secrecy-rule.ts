// Refuses a request of REST because of its level of secrecy, naming the rule.

import type { SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import type { SecrecyGate } from './gate.ts'
import { secrecyRefused } from './secrecy-errors.ts'

/** @throws HttpError: what has this level is not handled on this installation now. */
export function demandHandled({ secrecyGate }: { readonly secrecyGate: SecrecyGate }, level: SecrecyLevel): void {
  const refused = secrecyGate.refusal(level)
  if (refused) throw secrecyRefused(refused, secrecyGate.report().source, 'secrecy')
}
