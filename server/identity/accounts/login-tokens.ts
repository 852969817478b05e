// The tokens of logins: an opaque token in a cookie, its SHA-256 in Redis with its account. It is not a JWT, because it
// must be possible to end it; @fastify/session is not used, because its store would contain the token itself and knows
// only one time-out. Called by login.ts.
import { createHash, randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId } from '../../../shared/kernel/ids.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Accounts } from './accounts.ts'

/** NIST SP 800-63B-4, 2.2.3: for AAL2, an hour of inactivity and a day at most. Here a working day. */
const idleMs = 60 * 60 * 1000
const longestMs = 12 * 60 * 60 * 1000

const Login = z.object({ accountId: AccountId, generation: z.int(), beganAt: z.int() })

interface Dependencies {
  readonly redis: Redis
  readonly accounts: Pick<Accounts, 'find'>
  readonly now: () => number
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface LoginTokens {
  begin(accountId: AccountId, generation: number): Promise<string>
  /** Whose login this is; null when it is none, is over, or was ended by a change of the account. Keeps it alive. */
  use(token: string): Promise<Account | null>
  /** As use, without keeping it alive. */
  peek(token: string): Promise<Account | null>
  end(token: string): Promise<void>
}

export function createLoginTokens({ redis, accounts, now }: Dependencies): LoginTokens {
  /** A copy of Redis holds no token that signs in. Tokens are random, so a plain hash is enough. */
  const loginKey = (token: string) => `login:${createHash('sha256').update(token).digest('base64url')}`

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
    async begin(accountId, generation) {
      const token = randomBytes(32).toString('base64url')
      const login: z.infer<typeof Login> = { accountId, generation, beganAt: now() }
      await reachingRedis(() => redis.set(loginKey(token), JSON.stringify(login), 'PX', idleMs))
      return token
    },
    use: async (token) => live(await reachingRedis(() => redis.getex(loginKey(token), 'PX', idleMs))),
    peek: async (token) => live(await reachingRedis(() => redis.get(loginKey(token)))),
    async end(token) {
      await reachingRedis(() => redis.del(loginKey(token)))
    },
  }
}
