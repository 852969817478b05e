// What stands for the title of a session whose words stay inside (shared/projections/leaving.ts).
import { isStateSecret, type SecrecyLevel } from '../../../shared/secrecy/levels.ts'

export const withheldTitle = (secrecy: SecrecyLevel) =>
  isStateSecret(secrecy) ? ('secrecy.session' as const) : ('protection.session' as const)
