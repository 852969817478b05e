// REST bodies about accounts: the link by which an owner sets a password, the notices of a reset, and the audit log.
import { z } from 'zod'
import { AccountId, Ms } from '../../kernel/ids.ts'
import { Account, Password } from './account.ts'

/** Shown to the administrator who made it, once; the server keeps its hash alone. */
export const PasswordLink = z
  .object({
    address: z.url().describe('opens the page on which the owner of the account sets the password, once'),
    expiresAt: Ms,
  })
  .meta({ id: 'PasswordLink' })
export type PasswordLink = z.infer<typeof PasswordLink>

export const MadeAccount = z.object({ account: Account, link: PasswordLink }).meta({ id: 'MadeAccount' })
export const MadePasswordLink = z.object({ link: PasswordLink }).meta({ id: 'MadePasswordLink' })

const Token = z.string().max(200).describe('from the link: what stands after #')
export const AskedPasswordLink = z.object({ token: Token }).meta({ id: 'AskedPasswordLink' })
export const OpenedPasswordLink = z
  .object({
    username: z.string(),
    displayName: z.string(),
    isFirst: z.boolean().describe('the account has had no password yet'),
    expiresAt: Ms,
  })
  .meta({ id: 'OpenedPasswordLink' })
export type OpenedPasswordLink = z.infer<typeof OpenedPasswordLink>
export const SetPassword = z.object({ token: Token, password: Password }).meta({ id: 'SetPassword' })

const Suspended = z.object({
  since: Ms,
  resetBy: z.string().describe('the name of the administrator'),
  confirmers: z.array(z.string()).describe('names of those who may confirm; none: any other administrator'),
})
const PendingLink = z.object({ madeAt: Ms, madeBy: z.string(), expiresAt: Ms })

export const AccountEntry = Account.extend({
  suspension: Suspended.nullable(),
  pendingLink: PendingLink.nullable().describe('a link by which the password can be set now'),
}).meta({ id: 'AccountEntry' })
export type AccountEntry = z.infer<typeof AccountEntry>
export const AccountList = z.object({ accounts: z.array(AccountEntry) }).meta({ id: 'AccountList' })

export const OwnNotices = z
  .object({
    resets: z
      .array(z.object({ at: Ms, by: z.string() }))
      .describe('of the own password, by somebody else, in the last 30 days'),
    pendingLink: PendingLink.nullable().describe('somebody has made a link by which the own password can be set'),
    suspension: Suspended.nullable(),
    toConfirm: z
      .array(z.object({ accountId: AccountId, displayName: z.string(), since: Ms, resetBy: z.string() }))
      .describe('accounts of which this one may confirm that they are used by the same person as before'),
  })
  .meta({ id: 'OwnNotices' })
export type OwnNotices = z.infer<typeof OwnNotices>

// The audit log

/** What is written down of accounts, and of what leaves this server. */
const auditedActs = [
  'set-up',
  'sign-in',
  'sign-out',
  'password.change',
  'password.set',
  'account.make',
  'account.change',
  'account.reset',
  'account.confirm',
  'link.take',
  'codes.print',
  'export',
  'request',
] as const
export const AuditedAct = z.enum(auditedActs)
export type AuditedAct = z.infer<typeof AuditedAct>

export const AuditEntry = z
  .object({
    seq: z.int().positive(),
    at: Ms,
    act: AuditedAct,
    outcome: z
      .enum(['begun', 'done', 'refused', 'failed'])
      .describe('begun: written before it is done; one that is not done has a later entry that says so'),
    accountId: AccountId.nullable().describe('who did it; null: nobody who is signed in'),
    subjects: z.record(z.string(), z.string()).describe('whom and what it was about: ids by what they are ids of'),
    route: z.string().nullable(),
    network: z.string().describe('from where: an IPv4 address, or an IPv6 network'),
    code: z.string().nullable().describe('why it was refused or failed'),
    previousHash: z.string(),
    hash: z.string().describe('SHA-256 over the RFC 8785 form of the entry without its own hash'),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>
export const AuditPage = z
  .object({
    entries: z.array(AuditEntry).describe('the newest first'),
    next: z.int().nullable().describe('`before` of the page that follows; null: this was the last'),
    fault: z.string().nullable().describe('where the chain of these entries is broken; null: it is whole'),
  })
  .meta({ id: 'AuditPage' })
export type AuditPage = z.infer<typeof AuditPage>
