// Logins of staff: an opaque token in a cookie, its SHA-256 in Redis with the account it stands for (ADR: not a JWT, so
// that it can be ended; not @fastify/session, whose store would hold the bare token and knows one time-out). No cookies here.
import { createHash, randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId } from '../../shared/kernel/ids.ts'
import type { Account } from '../../shared/wire/rest.ts'
import { reachingRedis } from '../platform/errors.ts'
import type { Accounts } from './accounts.ts'
import type { LoginAttempts } from './login-attempts.ts'

/** NIST SP 800-63B-4, 2.2.3: for AAL2, an hour of inactivity and a day at most. Here a working day. */
const idleMs = 60 * 60 * 1000
const longestMs = 12 * 60 * 60 * 1000

export type SignIn =
  | { kind: 'signed-in'; token: string; account: Account }
  | { kind: 'refused' }
  | { kind: 'too-many'; retryAfterMs: number }

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Logins {
  signIn(credentials: { username: string; password: string }, address: string): Promise<SignIn>
  /** Whose login this is; null when it is none, is over, or was ended by a change of the account. Keeps it alive. */
  find(token: string): Promise<Account | null>
  signOut(token: string): Promise<void>
  /** Ends every login of the account, and begins one anew for the person who has just proved the old password. */
  changePassword(change: { account: Account; current: string; password: string }, address: string): Promise<SignIn>
}

const Login = z.object({ accountId: AccountId, generation: z.int(), beganAt: z.int() })

interface Dependencies {
  redis: Redis
  accounts: Accounts
  attempts: LoginAttempts
  now: () => number
}

export function createLogins({ redis, accounts, attempts, now }: Dependencies): Logins {
  /** A copy of Redis holds no token that signs in. Tokens are random, so a plain hash is enough. */
  const loginKey = (token: string) => `login:${createHash('sha256').update(token).digest('base64url')}`

  async function signOut(token: string): Promise<void> {
    await reachingRedis(() => redis.del(loginKey(token)))
  }

  async function signIn(
    { username, password }: { username: string; password: string },
    address: string,
  ): Promise<SignIn> {
    const permit = await attempts.begin(username, address)
    if (permit.kind === 'too-many') return permit
    const account = await accounts.authenticate(username, password)
    if (!account) return { kind: 'refused' }
    await permit.succeeded()
    const { generation, ...rest } = account
    const token = randomBytes(32).toString('base64url')
    const login: z.infer<typeof Login> = { accountId: account.accountId, generation, beganAt: now() }
    await reachingRedis(() => redis.set(loginKey(token), JSON.stringify(login), 'PX', idleMs))
    return { kind: 'signed-in', token, account: rest }
  }

  return {
    signIn,

    async changePassword({ account: { accountId, username }, current, password }, address) {
      const proof = await signIn({ username, password: current }, address)
      if (proof.kind !== 'signed-in') return proof
      await accounts.change(accountId, { password })
      return signIn({ username, password }, address)
    },

    async find(token) {
      const stored = await reachingRedis(() => redis.getex(loginKey(token), 'PX', idleMs))
      if (stored === null) return null
      const login = Login.parse(JSON.parse(stored))
      const account = await accounts.find(login.accountId)
      const isLive = account?.isEnabled && account.generation === login.generation && now() - login.beganAt < longestMs
      if (!isLive) {
        await signOut(token)
        return null
      }
      const { generation: _generation, ...rest } = account
      return rest
    },

    signOut,
  }
}
