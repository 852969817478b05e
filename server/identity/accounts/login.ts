// Logins of staff: an opaque token in a cookie, its SHA-256 in Redis with its account. It is not a JWT, because it must
// be possible to end it; @fastify/session is not used, because its store would contain the token itself and knows only
// one time-out. No cookies here.
import { createHash, randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { AccountId } from '../../../shared/kernel/ids.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { Busy } from '../../platform/bounded.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { networkOf } from '../../platform/http/network.ts'
import type { AuditLog, NewAuditEntry } from '../audit/audit-log.ts'
import type { Accounts } from './accounts.ts'
import type { DeviceCookies } from './device-cookies.ts'
import type { LoginAttempts } from './login-attempts.ts'
import { type PasswordFault, passwordFault } from './password-rules.ts'

/** NIST SP 800-63B-4, 2.2.3: for AAL2, an hour of inactivity and a day at most. Here a working day. */
const idleMs = 60 * 60 * 1000
const longestMs = 12 * 60 * 60 * 1000

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

const Login = z.object({ accountId: AccountId, generation: z.int(), beganAt: z.int() })

interface Dependencies {
  readonly redis: Redis
  readonly accounts: Accounts
  readonly attempts: LoginAttempts
  readonly devices: DeviceCookies
  readonly audit: Pick<AuditLog, 'note'>
  readonly now: () => number
}

export function createLogins({ redis, accounts, attempts, devices, audit, now }: Dependencies): Logins {
  /** A copy of Redis holds no token that signs in. Tokens are random, so a plain hash is enough. */
  const loginKey = (token: string) => `login:${createHash('sha256').update(token).digest('base64url')}`

  // Of names that are nobody’s an example is enough: whoever tries them without end fills no log.
  const unknownNames = new RateLimiterMemory({ points: 60, duration: 60 * 60 })

  async function end(token: string): Promise<void> {
    await reachingRedis(() => redis.del(loginKey(token)))
  }

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

  async function begin(accountId: AccountId, generation: number): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const login: z.infer<typeof Login> = { accountId, generation, beganAt: now() }
    await reachingRedis(() => redis.set(loginKey(token), JSON.stringify(login), 'PX', idleMs))
    return token
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
    const token = await begin(account.accountId, generation)
    return { kind: 'signed-in', token, device: devices.issue(account.username), account }
  }

  async function live(stored: string | null): Promise<Account | null> {
    if (stored === null) return null
    const login = Login.parse(JSON.parse(stored))
    const account = await accounts.find(login.accountId)
    const isLive = account?.isEnabled && account.generation === login.generation && now() - login.beganAt < longestMs
    if (!isLive) return null
    const { generation: _g, suspension: _s, resets: _r, hasPassword: _h, disabledAt: _d, ...rest } = account
    return rest
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
      const token = await begin(accountId, proof.account.generation + 1)
      return { kind: 'signed-in', token, device: devices.issue(username), account }
    },

    async find(token) {
      const account = await live(await reachingRedis(() => redis.getex(loginKey(token), 'PX', idleMs)))
      if (!account) await end(token)
      return account
    },

    peek: async (token) => live(await reachingRedis(() => redis.get(loginKey(token)))),

    async signOut(token, { address }) {
      const account = await live(await reachingRedis(() => redis.get(loginKey(token))))
      try {
        if (!account) return
        const { accountId } = account
        const network = networkOf(address)
        await audit.note({ act: 'sign-out', outcome: 'done', accountId, subjects: { accountId }, network })
      } finally {
        await end(token)
      }
    },
  }
}
