// The staff accounts of the agency, with passwords: one Redis hash each. Everyone else uses a link.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AccountId, Ms } from '../../../shared/kernel/ids.ts'
import {
  type Account,
  type AccountChange,
  AccountRole,
  type NewAccount,
} from '../../../shared/wire/identity/account.ts'
import { reachingRedis } from '../../platform/errors.ts'
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
    confirmAccount(account: string, suspension: string): Result<0 | 1, Context>
  }
}

const Reset = z.object({ at: Ms, by: AccountId })
export type Reset = z.infer<typeof Reset>
/** `confirmers`: who may say that it is the same person, as they were when the link was made; none: any other administrator. */
const Suspension = z.object({ since: Ms, resetBy: AccountId, confirmers: z.array(AccountId) })
export type Suspension = z.infer<typeof Suspension>

/** An account, and how often all its logins have been ended: a login of an earlier generation is none. */
export type AccountOfGeneration = Account & { generation: number }
export type KnownAccount = AccountOfGeneration & {
  readonly hasPassword: boolean
  /** null: it is enabled, or was disabled by an earlier release. */
  readonly disabledAt: number | null
  /** Its access to what is protected, since a reset; null: it has it. */
  readonly suspension: Suspension | null
  /** Of its password by somebody else, the newest last. */
  readonly resets: readonly Reset[]
}

/** `password` null: it is set by its owner, with a link. */
export type AccountToMake = NewAccount & { readonly password: string | null }
export type FirstAccount = Omit<NewAccount, 'role'> & { readonly password: string }

/** Each method throws Unavailable when Redis cannot be reached, Busy when too many passwords are being tried at once. */
export interface Accounts {
  isEmpty(): Promise<boolean>
  list(): Promise<KnownAccount[]>
  find(accountId: AccountId): Promise<KnownAccount | null>
  create(account: AccountToMake): Promise<Account | 'taken'>
  /** The administrator of an installation that has no account yet. */
  createFirst(account: FirstAccount): Promise<Account | 'not-first'>
  /** Ends every login of the account. null: there is no such account. */
  change(accountId: AccountId, change: AccountChange): Promise<Account | null>
  hashed(password: string): Promise<string>
  /** Ends every login of the account. `reset`: made by somebody else; access to what is protected is suspended. */
  replacePassword(
    accountId: AccountId,
    passwordHash: string,
    reset?: { by: AccountId; confirmers: readonly AccountId[] } | null,
  ): Promise<void>
  /** It is the same person: access is open again. false: there is nothing to confirm, or another reset has come between. */
  confirm(accountId: AccountId, suspension: Suspension): Promise<boolean>
  /** null when the name, the password or the account is not good; which of them cannot be told, by time neither. */
  authenticate(username: string, password: string): Promise<AccountOfGeneration | null>
  /** Of an account by its name, to be written down; null: there is none. */
  idOf(username: string): Promise<AccountId | null>
}

const usernamesKey = '{accounts}:usernames'
const accountKey = (accountId: string) => `{accounts}:${accountId}`

const json = <T extends z.ZodType>(schema: T) => z.string().transform((text) => schema.parse(JSON.parse(text)))
const mostResets = 10

const StoredAccount = z.object({
  accountId: AccountId,
  username: z.string(),
  displayName: z.string(),
  role: AccountRole,
  isEnabled: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  createdAt: z.coerce.number(),
  passwordHash: z.string().describe('empty: none yet'),
  generation: z.coerce.number(),
  // Accounts of earlier releases have neither.
  suspension: json(Suspension.nullable()).default(null),
  resets: json(z.array(Reset)).default([]),
  disabledAt: z.coerce.number().default(0),
})
type StoredAccount = z.infer<typeof StoredAccount>

export function createAccounts(redis: Redis, now: () => number): Accounts {
  defineCommands(redis)
  const read = (accountId: string) => readAccount(redis, accountId)

  return {
    async isEmpty() {
      return (await reachingRedis(() => redis.hlen(usernamesKey))) === 0
    },

    async list() {
      const ids = await reachingRedis(() => redis.hvals(usernamesKey))
      const accounts = await Promise.all(ids.map(read))
      return accounts
        .flatMap((account) => (account ? [knownPart(account)] : []))
        .sort((a, b) => a.username.localeCompare(b.username))
    },

    async find(accountId) {
      const account = await read(accountId)
      return account && knownPart(account)
    },

    async create(account) {
      const result = await storeAccount(redis, 'any', account, now())
      return result === 'not-first' ? 'taken' : result
    },

    async createFirst(account) {
      const result = await storeAccount(redis, 'first', { ...account, role: 'administrator' }, now())
      return result === 'taken' ? 'not-first' : result
    },

    async change(accountId, { isEnabled }) {
      await reachingRedis(() =>
        redis.changeAccount(
          accountKey(accountId),
          ...(isEnabled ? ['isEnabled', 'yes'] : ['isEnabled', 'no', 'disabledAt', String(now())]),
        ),
      )
      const account = await read(accountId)
      return account && publicPart(account)
    },

    hashed: hashPassword,

    async replacePassword(accountId, passwordHash, reset = null) {
      const before = reset && (await read(accountId))
      const at = now()
      const suspension: Suspension | null = reset && {
        since: at,
        resetBy: reset.by,
        confirmers: [...reset.confirmers],
      }
      const fields = {
        passwordHash,
        ...(before && {
          suspension: JSON.stringify(suspension),
          resets: JSON.stringify([...before.resets, { at, by: reset?.by }].slice(-mostResets)),
        }),
      }
      await reachingRedis(() => redis.changeAccount(accountKey(accountId), ...Object.entries(fields).flat()))
    },

    async confirm(accountId, suspension) {
      const confirmed = await reachingRedis(() =>
        redis.confirmAccount(accountKey(accountId), JSON.stringify(suspension)),
      )
      return confirmed === 1
    },

    async idOf(username) {
      const found = await reachingRedis(() => redis.hget(usernamesKey, nameOf(username)))
      return found === null ? null : AccountId.parse(found)
    },

    async authenticate(username, password) {
      const accountId = await reachingRedis(() => redis.hget(usernamesKey, nameOf(username)))
      const account = accountId === null ? null : await read(accountId)
      const matches = await passwordMatches(account?.passwordHash || null, password)
      return matches && account?.isEnabled ? { ...publicPart(account), generation: account.generation } : null
    },
  }
}

function defineCommands(redis: Redis): void {
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
  redis.defineCommand('confirmAccount', {
    numberOfKeys: 1,
    lua: `if redis.call('HGET', KEYS[1], 'suspension') ~= ARGV[1] then return 0 end
          return redis.call('HDEL', KEYS[1], 'suspension')`,
  })
}

async function readAccount(redis: Redis, accountId: string): Promise<StoredAccount | null> {
  const fields = await reachingRedis(() => redis.hgetall(accountKey(accountId)))
  return Object.keys(fields).length === 0 ? null : StoredAccount.parse(fields)
}

async function storeAccount(
  redis: Redis,
  condition: 'first' | 'any',
  { username, displayName, password, role }: AccountToMake,
  createdAt: number,
): Promise<Account | 'taken' | 'not-first'> {
  const accountId = AccountId.parse(newId())
  const account = { accountId, username, displayName, role, isEnabled: true, createdAt }
  const fields = {
    ...account,
    isEnabled: 'yes',
    createdAt: String(createdAt),
    passwordHash: password === null ? '' : await hashPassword(password),
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
  const made: Account = { ...account, protectedAccess: 'open' }
  return result === 'created' ? made : result
}

/** As a name is kept, whatever was typed. */
const nameOf = (typed: string) => typed.trim().toLowerCase()

function publicPart({
  accountId,
  username,
  displayName,
  role,
  isEnabled,
  createdAt,
  suspension,
}: StoredAccount): Account {
  const protectedAccess = suspension === null ? 'open' : 'suspended'
  return { accountId, username, displayName, role, isEnabled, createdAt, protectedAccess }
}

function knownPart(account: StoredAccount): KnownAccount {
  const { generation, suspension, resets, passwordHash, isEnabled, disabledAt } = account
  return {
    ...publicPart(account),
    ...{ generation, suspension, resets, hasPassword: passwordHash !== '' },
    disabledAt: isEnabled || disabledAt === 0 ? null : disabledAt,
  }
}
