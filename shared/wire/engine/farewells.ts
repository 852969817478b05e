// Every reason for which the server ends a connection: one closed list. The words come from the i18n catalogues.
import { z } from 'zod'

export const farewellReasons = [
  'link-invalid',
  'link-revoked',
  'account-suspended',
  'superseded',
  'left',
  'refused',
  'removed',
  'over',
  'cancelled',
  'secrecy',
  'protocol',
  'rate-limited',
  'outdated-page',
  'unavailable',
  'journal-broken',
  'shutdown',
] as const
export type FarewellReason = (typeof farewellReasons)[number]

export const Farewell = z.object({
  reason: z.enum(farewellReasons),
  explanation: z
    .string()
    .nullable()
    .describe('what staff wrote to one they refused or removed, or why the session is cancelled; null: nothing'),
})
export type Farewell = z.infer<typeof Farewell>

export const farewellFor = (reason: FarewellReason): Farewell => ({ reason, explanation: null })
