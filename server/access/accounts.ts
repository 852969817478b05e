// The staff of the agency, who sign in with a password: one Redis hash each. Everyone else holds a link.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AccountId } from '../../shared/kernel/ids.ts'
import { type Account, type AccountChange, AccountRole, type NewAccount } from '../../shared/wire/rest.ts'
import { reachingRedis } from '../platform/errors.ts'
import { hashPassword, passwordMatches } from './passwords.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    createAccount(
      usernames: string,
      account: string,
      username: string,
      accountId: string,
      condition: 'first' | 'any',
      ...fields: string[]
    ): Result<'created' | 'taken' | 'not-first', Context>
    changeAccount(account: string, ...fields: string[]): Result<0 | 1, Context>
  }
}

/** An account, and how often all its logins have been ended: a login of an earlier generation is none. */
export type AccountOfGeneration = Account & { generation: number }

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Accounts {
  isEmpty(): Promise<boolean>
  list(): Promise<Account[]>
  find(accountId: AccountId): Promise<AccountOfGeneration | null>
  create(account: NewAccount): Promise<Account | 'taken'>
  /** The administrator of an installation that has no account yet. */
  createFirst(account: Omit<NewAccount, 'role'>): Promise<Account | 'not-first'>
  /** Ends every login of the account. null: there is no such account. */
  change(accountId: AccountId, change: AccountChange): Promise<Account | null>
  /** null when the name, the password or the account is not good; which of them cannot be told, by time neither. */
  authenticate(username: string, password: string): Promise<AccountOfGeneration | null>
}

const usernamesKey = '{accounts}:usernames'
const accountKey = (accountId: string) => `{accounts}:${accountId}`

const StoredAccount = z.object({
  accountId: AccountId,
  username: z.string(),
  displayName: z.string(),
  role: AccountRole,
  isEnabled: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  createdAt: z.coerce.number(),
  passwordHash: z.string(),
  generation: z.coerce.number(),
})
type StoredAccount = z.infer<typeof StoredAccount>

export function createAccounts(redis: Redis, now: () => number): Accounts {
  redis.defineCommand('createAccount', {
    numberOfKeys: 2,
    lua: readFileSync(new URL('./create-account.lua', import.meta.url), 'utf8'),
  })
  redis.defineCommand('changeAccount', {
    numberOfKeys: 1,
    lua: `if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
          redis.call('HSET', KEYS[1], unpack(ARGV))
          redis.call('HINCRBY', KEYS[1], 'generation', 1)
          return 1`,
  })

  async function read(accountId: string): Promise<StoredAccount | null> {
    const fields = await reachingRedis(() => redis.hgetall(accountKey(accountId)))
    return Object.keys(fields).length === 0 ? null : StoredAccount.parse(fields)
  }

  async function store(condition: 'first' | 'any', { username, displayName, password, role }: NewAccount) {
    const accountId = AccountId.parse(newId())
    const account: Account = { accountId, username, displayName, role, isEnabled: true, createdAt: now() }
    const fields = {
      ...account,
      isEnabled: 'yes',
      createdAt: String(account.createdAt),
      passwordHash: await hashPassword(password),
      generation: '0',
    }
    const result = await reachingRedis(() =>
      redis.createAccount(
        usernamesKey,
        accountKey(accountId),
        username,
        accountId,
        condition,
        ...Object.entries(fields).flat(),
      ),
    )
    return result === 'created' ? account : result
  }

  return {
    async isEmpty() {
      return (await reachingRedis(() => redis.hlen(usernamesKey))) === 0
    },

    async list() {
      const ids = await reachingRedis(() => redis.hvals(usernamesKey))
      const accounts = await Promise.all(ids.map(read))
      return accounts
        .flatMap((account) => (account ? [publicPart(account)] : []))
        .sort((a, b) => a.username.localeCompare(b.username))
    },

    async find(accountId) {
      const account = await read(accountId)
      return account && { ...publicPart(account), generation: account.generation }
    },

    async create(account) {
      const result = await store('any', account)
      return result === 'not-first' ? 'taken' : result
    },

    async createFirst(account) {
      const result = await store('first', { ...account, role: 'administrator' })
      return result === 'taken' ? 'not-first' : result
    },

    async change(accountId, { isEnabled, password }) {
      const fields = {
        ...(isEnabled !== undefined && { isEnabled: isEnabled ? 'yes' : 'no' }),
        ...(password !== undefined && { passwordHash: await hashPassword(password) }),
      }
      await reachingRedis(() => redis.changeAccount(accountKey(accountId), ...Object.entries(fields).flat()))
      const account = await read(accountId)
      return account && publicPart(account)
    },

    async authenticate(username, password) {
      const accountId = await reachingRedis(() => redis.hget(usernamesKey, username.trim().toLowerCase()))
      const account = accountId === null ? null : await read(accountId)
      const matches = await passwordMatches(account?.passwordHash ?? null, password)
      return matches && account?.isEnabled ? { ...publicPart(account), generation: account.generation } : null
    },
  }
}

function publicPart({ accountId, username, displayName, role, isEnabled, createdAt }: StoredAccount): Account {
  return { accountId, username, displayName, role, isEnabled, createdAt }
}
