import type { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '../../shared/wire/rest.ts'
import { startTestRedis, type TestRedis } from '../../tests/harness/redis.ts'
import { Unavailable } from '../platform/errors.ts'
import { type Accounts, createAccounts } from './accounts.ts'
import { createLogins, type Logins, type SignIn } from './login.ts'
import { createLoginAttempts } from './login-attempts.ts'
import { networkOf } from './network.ts'

const hour = 60 * 60 * 1000
const password = 'mật khẩu của Lan'
const good = { username: 'thuky.lan', password }
const wrong = { username: 'thuky.lan', password: 'đoán mò thôi mà' }

let testRedis: TestRedis
let redis: Redis
let accounts: Accounts
let logins: Logins
let account: Account
let now: number
beforeAll(async () => {
  testRedis = await startTestRedis()
  redis = testRedis.redis()
  accounts = createAccounts(redis, () => now)
  logins = createLogins({ redis, accounts, attempts: createLoginAttempts(redis), now: () => now })
})
afterAll(() => testRedis.close())
beforeEach(async () => {
  now = 1_790_000_000_000
  await redis.flushall()
  const result = await accounts.create({ ...good, displayName: 'Trần Thị Lan', role: 'staff' })
  if (result === 'taken') throw new Error(result)
  account = result
})

function tokenOf(result: SignIn): string {
  if (result.kind !== 'signed-in') throw new Error(result.kind)
  return result.token
}
const signIn = async () => tokenOf(await logins.signIn(good, '10.0.0.1'))

describe('a login', () => {
  it('stands for its account until it is ended, and no other login ends with it', async () => {
    const [one, two] = [await signIn(), await signIn()]
    expect(one).not.toBe(two)
    expect(await logins.find(one)).toEqual(account)
    await logins.signOut(one)
    expect(await logins.find(one)).toBeNull()
    expect(await logins.find(two)).toEqual(account)
  })

  it('cannot be made from what Redis holds', async () => {
    const token = await signIn()
    const keys = await redis.keys('login:*')
    expect(keys).toHaveLength(1)
    expect(JSON.stringify([keys, await redis.get(keys[0] ?? '')])).not.toContain(token)
    expect(await logins.find(keys[0]?.slice('login:'.length) ?? '')).toBeNull()
  })

  it('ends after an hour without use: each use starts the hour anew', async () => {
    const token = await signIn()
    const [key = ''] = await redis.keys('login:*')
    expect(await redis.pttl(key)).toBeLessThanOrEqual(hour)
    await redis.pexpire(key, 5000)
    await logins.find(token)
    expect(await redis.pttl(key)).toBeGreaterThan(hour - 10_000)
    await redis.del(key)
    expect(await logins.find(token)).toBeNull()
  })

  it('ends after twelve hours, used or not', async () => {
    const token = await signIn()
    now += 12 * hour - 1
    expect(await logins.find(token)).not.toBeNull()
    now += 1
    expect(await logins.find(token)).toBeNull()
    expect(await redis.keys('login:*')).toEqual([])
  })

  it.each([
    ['is disabled', { isEnabled: false }],
    ['is given another password', { password: 'mật khẩu mới của Lan' }],
  ])('ends with all others when the account %s', async (_what, change) => {
    const tokens = [await signIn(), await signIn()]
    await accounts.change(account.accountId, change)
    expect(await Promise.all(tokens.map((token) => logins.find(token)))).toEqual([null, null])
    await accounts.change(account.accountId, { isEnabled: true })
    expect(await Promise.all(tokens.map((token) => logins.find(token)))).toEqual([null, null])
  })
})

describe('attempts to sign in', () => {
  it('are limited for a name, from wherever they come, the right password included', async () => {
    const kinds: string[] = []
    for (let index = 0; index < 11; index++) kinds.push((await logins.signIn(wrong, `10.0.0.${index}`)).kind)
    expect(kinds).toEqual([...Array(10).fill('refused'), 'too-many'])
    const next = await logins.signIn({ ...good, username: ' THUKY.lan' }, '10.9.9.9')
    expect(next.kind === 'too-many' && next.retryAfterMs).toBeGreaterThan(800_000)
  })

  it('are limited alike for a name that does not exist', async () => {
    const nobody = { ...wrong, username: 'nobody' }
    const results = await Promise.all(
      Array.from({ length: 11 }, (_, index) => logins.signIn(nobody, `10.0.1.${index}`)),
    )
    expect(results.filter(({ kind }) => kind === 'too-many')).toHaveLength(1)
  })

  it('are limited for a network, whatever the names', async () => {
    const results = await Promise.all(
      Array.from({ length: 61 }, (_, index) =>
        logins.signIn({ ...wrong, username: `nobody${index}` }, `2001:db8:0:1::${index.toString(16)}`),
      ),
    )
    expect(results.filter(({ kind }) => kind === 'too-many')).toHaveLength(1)
    expect((await logins.signIn(good, '2001:db8:0:2::1')).kind).toBe('signed-in')
  }, 20_000)

  it('are forgotten once one succeeds', async () => {
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < 9; index++) await logins.signIn(wrong, '10.0.0.1')
      expect((await logins.signIn(good, '10.0.0.1')).kind).toBe('signed-in')
    }
  })

  it('are not free when Redis is away', async () => {
    const own = await startTestRedis()
    const connection = own.redis()
    const cut = createLogins({ redis: connection, accounts, attempts: createLoginAttempts(connection), now: () => now })
    await own.close()
    await expect(cut.signIn(good, '10.0.0.1')).rejects.toBeInstanceOf(Unavailable)
  })

  it('take as long for a name that does not exist as for a wrong password', async () => {
    const timeOf = async (username: string) => {
      const startedAt = performance.now()
      await accounts.authenticate(username, wrong.password)
      return performance.now() - startedAt
    }
    await timeOf('nobody')
    const [unknown, known]: [number[], number[]] = [[], []]
    // By turns, so that what else the machine does meets both; the fastest of each, which it disturbs least.
    for (let turn = 0; turn < 7; turn++) {
      unknown.push(await timeOf('nobody'))
      known.push(await timeOf(wrong.username))
    }
    // An answer without the hash takes a fiftieth of the time: half is far from both.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2)
  })
})

describe('one’s own password', () => {
  const fresh = 'ba con chim se mau xanh'

  it('is changed by who knows the present one, and every other login ends', async () => {
    const before = await signIn()
    const changed = await logins.changePassword({ account, current: password, password: fresh }, '10.0.0.1')
    expect(await logins.find(before)).toBeNull()
    expect(await logins.find(tokenOf(changed))).toEqual(account)
    expect((await logins.signIn(good, '10.0.0.1')).kind).toBe('refused')
    expect((await logins.signIn({ ...good, password: fresh }, '10.0.0.1')).kind).toBe('signed-in')
  })

  it('stays when the present one is wrong', async () => {
    const before = await signIn()
    const change = { account, current: `${password}!`, password: fresh }
    expect(await logins.changePassword(change, '10.0.0.1')).toEqual({ kind: 'refused' })
    expect(await logins.find(before)).toEqual(account)
    expect((await logins.signIn(good, '10.0.0.1')).kind).toBe('signed-in')
  })
})

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:0db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:ffff:1:2:3', '2001:db8:0:0::/64'],
  ['2001:db8:0:7:ffff:1:2:3', '2001:db8:0:7::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
