// An account of the agency: what makes, changes, opens one, and what is shown of it.
import { z } from 'zod'
import { AccountId, line, Ms } from '../../kernel/ids.ts'

export const AccountRole = z.enum(['administrator', 'staff'])
export type AccountRole = z.infer<typeof AccountRole>

/** ASCII, so that no two names look alike. */
const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]$/, 'must be 3 to 64 of a–z, 0–9, dot, hyphen and underscore')
  .describe('upper and lower case are the same')
/** NIST SP 800-63B-4, 3.1.1.2: no rules of composition, a bound that only keeps out abuse. */
export const Password = z.string().min(12).max(256)

export const NewAccount = z
  .object({ username: Username, displayName: line(120), role: AccountRole })
  .describe('its owner sets the password, by the link that is answered')
  .meta({ id: 'NewAccount' })
export type NewAccount = z.infer<typeof NewAccount>

export const Account = z
  .object({
    accountId: AccountId,
    username: z.string(),
    displayName: z.string(),
    role: AccountRole,
    isEnabled: z.boolean(),
    createdAt: Ms,
    protectedAccess: z
      .enum(['open', 'suspended'])
      .describe('suspended: its password was reset, and nobody has confirmed yet that it is the same person'),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

export const AccountChange = z
  .object({ isEnabled: z.boolean() })
  .describe('ends every login of the account')
  .meta({ id: 'AccountChange' })
export type AccountChange = z.infer<typeof AccountChange>

export const OwnPassword = z
  .object({ current: z.string().max(256), password: Password })
  .describe('ends every other login of the account')
  .meta({ id: 'OwnPassword' })

export const AccountReply = z.object({ account: Account }).meta({ id: 'AccountReply' })

export const SetUp = NewAccount.omit({ role: true })
  .extend({
    password: Password,
    token: z.string().max(128).describe('from the link that the server printed at its start'),
  })
  .meta({ id: 'SetUp' })
export const Credentials = z
  .object({ username: z.string().max(64), password: z.string().max(256) })
  .meta({ id: 'Credentials' })
