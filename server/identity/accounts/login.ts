// Logins of staff: who signs in, with what password and from where, and what is written down of it. The token of a login
// is in login-tokens.ts. No cookies here.
import type { Redis } from 'ioredis'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { Busy } from '../../platform/bounded.ts'
import { networkOf } from '../../platform/http/network.ts'
import type { AuditLog, NewAuditEntry } from '../audit/audit-log.ts'
import type { Accounts } from './accounts.ts'
import type { DeviceCookies } from './device-cookies.ts'
import type { LoginAttempts } from './login-attempts.ts'
import { createLoginTokens } from './login-tokens.ts'
import { type PasswordFault, passwordFault } from './password-rules.ts'

export type SignIn =
  | { kind: 'signed-in'; token: string; device: string; account: Account }
  | { kind: 'refused' }
  | { kind: 'too-many'; retryAfterMs: number }

/** Where somebody who signs in comes from. `device`: what their browser was given after an earlier sign-in. */
export interface SignInFrom {
  readonly address: string
  readonly device: string | null
}

/** Each method throws Unavailable when Redis cannot be reached; those that look at passwords Busy when too many are being tried. */
export interface Logins {
  signIn(credentials: { username: string; password: string }, from: SignInFrom): Promise<SignIn>
  /** Whose login this is; null when it is none, is over, or was ended by a change of the account. Keeps it alive. */
  find(token: string): Promise<Account | null>
  /** As find, for what goes on by itself: the login is not kept alive by it. */
  peek(token: string): Promise<Account | null>
  /** Ends the login whether or not that can be written down; throws Unavailable when it cannot. */
  signOut(token: string, from: Pick<SignInFrom, 'address'>): Promise<void>
  /** Ends every login of the account, and begins one anew for the person who has just proved the old password. */
  changePassword(
    change: { account: Account; current: string; password: string },
    from: SignInFrom,
  ): Promise<SignIn | { kind: PasswordFault }>
}

interface Dependencies {
  readonly redis: Redis
  readonly accounts: Accounts
  readonly attempts: LoginAttempts
  readonly devices: DeviceCookies
  readonly audit: Pick<AuditLog, 'note'>
  readonly now: () => number
}

export function createLogins({ redis, accounts, attempts, devices, audit, now }: Dependencies): Logins {
  const tokens = createLoginTokens({ redis, accounts, now })

  // Of names that are nobody’s an example is enough: whoever tries them without end fills no log.
  const unknownNames = new RateLimiterMemory({ points: 60, duration: 60 * 60 })

  /** What was typed as a name may be a password: an account is written down, nothing that was typed. */
  async function noteSignIn(username: string, { address }: SignInFrom, entry: Pick<NewAuditEntry, 'outcome' | 'code'>) {
    const accountId = await accounts.idOf(username)
    if (accountId === null && !(await isTold())) return
    await audit.note({
      act: 'sign-in',
      accountId: entry.outcome === 'done' ? accountId : null,
      subjects: accountId === null ? {} : { accountId },
      network: networkOf(address),
      ...entry,
    })
  }

  async function isTold(): Promise<boolean> {
    return unknownNames.consume('all').then(
      () => true,
      () => false,
    )
  }

  async function proven({ username, password }: { username: string; password: string }, from: SignInFrom) {
    const device = devices.deviceOf(from.device, username.trim().toLowerCase())
    const permit = await attempts.begin(username, { address: from.address, device })
    if (permit.kind === 'too-many') {
      if (permit.isNews) await noteSignIn(username, from, { outcome: 'refused', code: 'rate-limited' })
      return permit
    }
    try {
      const account = await accounts.authenticate(username, password)
      if (account) await permit.succeeded()
      return { kind: account ? 'proven' : 'refused', account } as const
    } catch (error) {
      if (error instanceof Busy) await permit.notTried()
      throw error
    }
  }

  async function signIn(credentials: { username: string; password: string }, from: SignInFrom): Promise<SignIn> {
    const proof = await proven(credentials, from)
    if (proof.kind === 'too-many') return { kind: proof.kind, retryAfterMs: proof.retryAfterMs }
    if (!proof.account) {
      await noteSignIn(credentials.username, from, { outcome: 'refused', code: 'sign-in-refused' })
      return { kind: 'refused' }
    }
    // Before there is a login: nobody is in of whom it is not written down.
    await noteSignIn(credentials.username, from, { outcome: 'done' })
    const { generation, ...account } = proof.account
    const token = await tokens.begin(account.accountId, generation)
    return { kind: 'signed-in', token, device: devices.issue(account.username), account }
  }

  return {
    signIn,

    async changePassword({ account, current, password }, from) {
      const { accountId, username } = account
      const proof = await proven({ username, password: current }, from)
      if (proof.kind === 'too-many') return { kind: proof.kind, retryAfterMs: proof.retryAfterMs }
      if (!proof.account) return { kind: 'refused' }
      const fault = passwordFault(password, account)
      if (fault) return { kind: fault }
      await accounts.replacePassword(accountId, await accounts.hashed(password))
      const token = await tokens.begin(accountId, proof.account.generation + 1)
      return { kind: 'signed-in', token, device: devices.issue(username), account }
    },

    async find(token) {
      const account = await tokens.use(token)
      if (!account) await tokens.end(token)
      return account
    },

    peek: (token) => tokens.peek(token),

    async signOut(token, { address }) {
      const account = await tokens.peek(token)
      try {
        if (!account) return
        const { accountId } = account
        const network = networkOf(address)
        await audit.note({ act: 'sign-out', outcome: 'done', accountId, subjects: { accountId }, network })
      } finally {
        await tokens.end(token)
      }
    },
  }
}
