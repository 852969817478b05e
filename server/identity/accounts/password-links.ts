// One-time links with which the owner of an account sets its password, for a new account or after a reset: nobody else
// types or sees it. The token is in the link only, Redis has its hash; a newer link replaces an older one. Called by
// password-link-routes.ts (ADR 0074).
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Redis, Result } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms } from '../../../shared/kernel/ids.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Accounts, KnownAccount } from './accounts.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    takePasswordLink(link: string, stored: string): Result<0 | 1, Context>
  }
}

const StoredLink = z.object({
  sha256: z.string(),
  madeBy: AccountId,
  madeAt: Ms,
  expiresAt: Ms,
  confirmers: z.array(AccountId).nullable(),
})
type StoredLink = z.infer<typeof StoredLink>

export interface NewPasswordLink {
  readonly accountId: AccountId
  readonly madeBy: AccountId
  /** Who may confirm afterwards that it is the same person, as it was when the link was made; null: the account is new. */
  readonly confirmers: readonly AccountId[] | null
}

export interface OpenPasswordLink {
  readonly account: KnownAccount
  readonly isFirst: boolean
  readonly expiresAt: number
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface PasswordLinks {
  /** An earlier link of the account is void. */
  make(link: NewPasswordLink): Promise<{ address: string; expiresAt: number }>
  /** A link of the account that can be used now. */
  pending(accountId: AccountId): Promise<{ madeBy: AccountId; madeAt: number; expiresAt: number } | null>
  /** null: used, expired, replaced, or of an account that is disabled. */
  open(token: string): Promise<OpenPasswordLink | null>
  /** Sets the password and ends every login of the account. Of two at once one wins. */
  use(token: string, password: string): Promise<'set' | 'refused'>
  revoke(accountId: AccountId): Promise<void>
}

const hour = 60 * 60 * 1000
const resetLastsMs = 24 * hour
/** Somebody new may begin next week. */
const firstLastsMs = 7 * 24 * hour

const linkKey = (accountId: string) => `{accounts}:password-link:${accountId}`
/** Tokens are random, so a plain hash is enough. */
const digest = (secret: string) => createHash('sha256').update(secret).digest()

export function createPasswordLinks({
  redis,
  accounts,
  publicUrl,
  now,
}: {
  redis: Redis
  accounts: Accounts
  publicUrl: () => string
  now: () => number
}): PasswordLinks {
  redis.defineCommand('takePasswordLink', {
    numberOfKeys: 1,
    lua: `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
          return redis.call('DEL', KEYS[1])`,
  })

  async function read(accountId: string): Promise<{ stored: string; link: StoredLink } | null> {
    const stored = await reachingRedis(() => redis.get(linkKey(accountId)))
    if (stored === null) return null
    const link = StoredLink.parse(JSON.parse(stored))
    return link.expiresAt > now() ? { stored, link } : null
  }

  async function find(token: string): Promise<{ stored: string; link: StoredLink; account: KnownAccount } | null> {
    const [id = '', secret = ''] = token.split('.')
    const accountId = AccountId.safeParse(id)
    const found = accountId.success ? await read(accountId.data) : null
    if (!accountId.success || !found) return null
    if (!timingSafeEqual(Buffer.from(found.link.sha256, 'base64url'), digest(secret))) return null
    const account = await accounts.find(accountId.data)
    return account?.isEnabled ? { ...found, account } : null
  }

  return {
    async make({ accountId, madeBy, confirmers }) {
      const secret = randomBytes(32).toString('base64url')
      const lastsMs = confirmers === null ? firstLastsMs : resetLastsMs
      const link: StoredLink = {
        sha256: digest(secret).toString('base64url'),
        madeBy,
        madeAt: now(),
        expiresAt: now() + lastsMs,
        confirmers: confirmers && [...confirmers],
      }
      await reachingRedis(() => redis.set(linkKey(accountId), JSON.stringify(link), 'PX', lastsMs))
      return { address: `${publicUrl()}/password#${accountId}.${secret}`, expiresAt: link.expiresAt }
    },

    async pending(accountId) {
      const found = await read(accountId)
      return found && { madeBy: found.link.madeBy, madeAt: found.link.madeAt, expiresAt: found.link.expiresAt }
    },

    async open(token) {
      const found = await find(token)
      if (!found) return null
      return { account: found.account, isFirst: found.link.confirmers === null, expiresAt: found.link.expiresAt }
    },

    async use(token, password) {
      const found = await find(token)
      if (!found) return 'refused'
      const { accountId } = found.account
      const { madeBy, confirmers } = found.link
      const passwordHash = await accounts.hashed(password)
      const isMine = await reachingRedis(() => redis.takePasswordLink(linkKey(accountId), found.stored))
      if (isMine === 0) return 'refused'
      await accounts.replacePassword(accountId, passwordHash, confirmers && { by: madeBy, confirmers })
      return 'set'
    },

    async revoke(accountId) {
      await reachingRedis(() => redis.del(linkKey(accountId)))
    },
  }
}
