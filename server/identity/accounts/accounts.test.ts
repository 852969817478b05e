import type { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AccountId } from '../../../shared/kernel/ids.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { Unavailable } from '../../platform/errors.ts'
import { type Accounts, createAccounts } from './accounts.ts'
import { createSetUpLink } from './set-up-link.ts'

const at = 1_790_000_000_000
const secretary = {
  username: 'thuky.lan',
  displayName: 'Trần Thị Lan',
  password: 'mật khẩu của Lan',
  role: 'staff' as const,
}

let testRedis: TestRedis
let redis: Redis
let accounts: Accounts
beforeAll(async () => {
  testRedis = await startTestRedis()
  redis = testRedis.redis()
  accounts = createAccounts(redis, () => at)
})
afterAll(() => testRedis.close())
beforeEach(() => redis.flushall())

const created = (result: Account | string): Account => {
  if (typeof result === 'string') throw new Error(result)
  return result
}

describe('accounts', () => {
  it('are listed and found, without the password', async () => {
    const account = created(await accounts.create(secretary))
    expect(account).toEqual({
      accountId: account.accountId,
      username: 'thuky.lan',
      displayName: 'Trần Thị Lan',
      role: 'staff',
      isEnabled: true,
      createdAt: at,
      protectedAccess: 'open',
    })
    const known = { ...account, generation: 0, hasPassword: true, suspension: null, resets: [], disabledAt: null }
    expect(await accounts.list()).toEqual([known])
    expect(await accounts.find(account.accountId)).toEqual(known)
    expect(await accounts.find(AccountId.parse('nobody'))).toBeNull()
  })

  it('store the password as argon2id with the parameters recommended by OWASP', async () => {
    const { accountId } = created(await accounts.create(secretary))
    const stored = await redis.hget(`{accounts}:${accountId}`, 'passwordHash')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('have a unique user name, also when several are created at once', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => accounts.create(secretary)))
    expect(results.filter((result) => result === 'taken')).toHaveLength(4)
    expect(await accounts.list()).toHaveLength(1)
  })

  it('authenticate only with the right password in any Unicode form, and the user name in any case', async () => {
    const { accountId } = created(await accounts.create(secretary))
    expect(await accounts.authenticate('ThuKy.Lan ', secretary.password.normalize('NFD'))).toMatchObject({ accountId })
    expect(await accounts.authenticate('thuky.lan', 'mat khau cua Lan')).toBeNull()
    expect(await accounts.authenticate('nobody', secretary.password)).toBeNull()
  })

  it('do not authenticate while disabled, and do again once enabled', async () => {
    const { accountId } = created(await accounts.create(secretary))
    expect(await accounts.change(accountId, { isEnabled: false })).toMatchObject({ isEnabled: false })
    expect(await accounts.authenticate('thuky.lan', secretary.password)).toBeNull()
    await accounts.change(accountId, { isEnabled: true })
    expect(await accounts.authenticate('thuky.lan', secretary.password)).toMatchObject({ generation: 2 })
  })

  it('change nothing for an unknown account id', async () => {
    expect(await accounts.change(AccountId.parse('nobody'), { isEnabled: false })).toBeNull()
    expect(await redis.keys('*')).toEqual([])
  })

  it('throw Unavailable when Redis cannot be reached', async () => {
    const own = await startTestRedis()
    const unreachable = createAccounts(own.redis(), () => at)
    await own.close()
    await expect(unreachable.authenticate('thuky.lan', 'x')).rejects.toBeInstanceOf(Unavailable)
    await expect(unreachable.create(secretary)).rejects.toBeInstanceOf(Unavailable)
  })
})

describe('the set-up link', () => {
  const administrator = { username: 'quantri', displayName: 'Quản trị', password: 'một mật khẩu dài' }

  it('creates the first administrator, once', async () => {
    const setUpLink = createSetUpLink(accounts)
    const token = (await setUpLink.issue()) ?? ''
    expect(await setUpLink.use(token, administrator)).toMatchObject({ username: 'quantri', role: 'administrator' })
    expect(await setUpLink.use(token, { ...administrator, username: 'other' })).toBe('refused')
    expect(await accounts.list()).toHaveLength(1)
    expect(await setUpLink.issue()).toBeNull()
  })

  it('refuses every other token, also an earlier one, and stays valid afterwards', async () => {
    const setUpLink = createSetUpLink(accounts)
    expect(await setUpLink.use('', administrator)).toBe('refused')
    const old = (await setUpLink.issue()) ?? ''
    const token = (await setUpLink.issue()) ?? ''
    expect(await setUpLink.use(old, administrator)).toBe('refused')
    expect(await accounts.isEmpty()).toBe(true)
    expect(await setUpLink.use(token, administrator)).toMatchObject({ role: 'administrator' })
  })

  it('creates one administrator when it is used on two servers at once', async () => {
    const links = [createSetUpLink(accounts), createSetUpLink(createAccounts(testRedis.redis(), () => at))]
    const tokens = await Promise.all(links.map((link) => link.issue()))
    const results = await Promise.all(
      links.map((link, index) => link.use(tokens[index] ?? '', { ...administrator, username: `quantri${index}` })),
    )
    expect(results.filter((result) => result === 'refused')).toHaveLength(1)
    expect(await accounts.list()).toHaveLength(1)
  })
})
