import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { Unavailable } from '../../platform/errors.ts'
import { networkOf } from '../../platform/http/network.ts'
import { type AuditLog, createAuditLog } from '../audit/audit-log.ts'
import { type Accounts, createAccounts } from './accounts.ts'
import { createDeviceCookies } from './device-cookies.ts'
import { createLogins, type Logins, type SignIn } from './login.ts'
import { createLoginAttempts } from './login-attempts.ts'

const hour = 60 * 60 * 1000
const password = 'mật khẩu của Lan'
const good = { username: 'thuky.lan', password }
const wrong = { username: 'thuky.lan', password: 'đoán mò thôi mà' }

let testRedis: TestRedis
let redis: Redis
let accounts: Accounts
let logins: Logins
let account: Account
let audit: AuditLog
let now: number
const devices = createDeviceCookies(randomBytes(32))
const loginsOn = (connection: Redis) =>
  createLogins({
    ...{ redis: connection, accounts, devices, audit, now: () => now },
    attempts: createLoginAttempts(connection),
  })
beforeAll(async () => {
  testRedis = await startTestRedis()
  redis = testRedis.redis()
  accounts = createAccounts(redis, () => now)
  audit = createAuditLog(redis, () => now)
  logins = loginsOn(redis)
})
afterAll(() => testRedis.close())
beforeEach(async () => {
  now = 1_790_000_000_000
  await redis.flushall()
  const result = await accounts.create({ ...good, displayName: 'Trần Thị Lan', role: 'staff' })
  if (result === 'taken') throw new Error(result)
  account = result
})

const from = (address: string, device: string | null = null) => ({ address, device })
function tokenOf(result: { kind: string } | SignIn): string {
  if (!('token' in result)) throw new Error(result.kind)
  return result.token
}
const signIn = async () => tokenOf(await logins.signIn(good, from('10.0.0.1')))

describe('a login', () => {
  it('identifies its account until it is ended; other logins stay valid', async () => {
    const [one, two] = [await signIn(), await signIn()]
    expect(one).not.toBe(two)
    expect(await logins.find(one)).toEqual(account)
    await logins.signOut(one, { address: '127.0.0.1' })
    expect(await logins.find(one)).toBeNull()
    expect(await logins.find(two)).toEqual(account)
  })

  it('cannot be forged from what Redis contains', async () => {
    const token = await signIn()
    const keys = await redis.keys('login:*')
    expect(keys).toHaveLength(1)
    expect(JSON.stringify([keys, await redis.get(keys[0] ?? '')])).not.toContain(token)
    expect(await logins.find(keys[0]?.slice('login:'.length) ?? '')).toBeNull()
  })

  it('expires after an hour without use; each use restarts the hour', async () => {
    const token = await signIn()
    const [key = ''] = await redis.keys('login:*')
    expect(await redis.pttl(key)).toBeLessThanOrEqual(hour)
    await redis.pexpire(key, 5000)
    await logins.find(token)
    expect(await redis.pttl(key)).toBeGreaterThan(hour - 10_000)
    await redis.del(key)
    expect(await logins.find(token)).toBeNull()
  })

  it('expires after twelve hours, even if it is used', async () => {
    const token = await signIn()
    now += 12 * hour - 1
    expect(await logins.find(token)).not.toBeNull()
    now += 1
    expect(await logins.find(token)).toBeNull()
    expect(await redis.keys('login:*')).toEqual([])
  })

  it.each([
    ['is disabled', () => accounts.change(account.accountId, { isEnabled: false })],
    [
      'is given another password',
      async () => accounts.replacePassword(account.accountId, await accounts.hashed('mật khẩu mới của Lan')),
    ],
  ])('ends with all other logins of the account when the account %s', async (_what, change) => {
    const tokens = [await signIn(), await signIn()]
    await change()
    expect(await Promise.all(tokens.map((token) => logins.find(token)))).toEqual([null, null])
    await accounts.change(account.accountId, { isEnabled: true })
    expect(await Promise.all(tokens.map((token) => logins.find(token)))).toEqual([null, null])
  })
})

describe('attempts to sign in', () => {
  it('with one name are limited per network, even with the right password, and do not block other networks', async () => {
    const kinds: string[] = []
    for (let index = 0; index < 11; index++) kinds.push((await logins.signIn(wrong, from('10.0.0.1'))).kind)
    expect(kinds).toEqual([...Array(10).fill('refused'), 'too-many'])
    const next = await logins.signIn({ ...good, username: ' THUKY.lan' }, from('10.0.0.1'))
    expect(next.kind === 'too-many' && next.retryAfterMs).toBeGreaterThan(800_000)
    expect((await logins.signIn(good, from('10.0.0.2'))).kind).toBe('signed-in')
  })

  it('with one name are limited across networks, too, except from a browser that has signed in before', async () => {
    const first = await logins.signIn(good, from('10.9.9.9'))
    const device = first.kind === 'signed-in' ? first.device : null
    await redis.set('attempts:username:thuky.lan', '100', 'PX', hour)
    expect((await logins.signIn(good, from('10.9.9.9'))).kind).toBe('too-many')
    expect((await logins.signIn(good, from('10.9.9.9', device))).kind).toBe('signed-in')
    expect((await logins.signIn(good, from('10.9.9.9', `${device}x`))).kind).toBe('too-many')
  })

  it('are also counted for a browser that has signed in before; its device cookie is valid for one name only', async () => {
    const first = await logins.signIn(good, from('10.9.9.9'))
    const device = first.kind === 'signed-in' ? first.device : null
    expect(devices.deviceOf(device, 'quantri')).toBeNull()
    const kinds: string[] = []
    for (let index = 0; index < 11; index++)
      kinds.push((await logins.signIn(wrong, from(`10.0.3.${index}`, device))).kind)
    expect(kinds).toEqual([...Array(10).fill('refused'), 'too-many'])
  })

  it('are limited in the same way for an unknown name', async () => {
    const nobody = { ...wrong, username: 'nobody' }
    const results = await Promise.all(Array.from({ length: 11 }, () => logins.signIn(nobody, from('10.0.1.1'))))
    expect(results.filter(({ kind }) => kind === 'too-many')).toHaveLength(1)
  })

  it('are limited per network, across all names', async () => {
    await redis.set('attempts:network:2001:db8:0:1::/64', '58', 'PX', hour)
    const results = await Promise.all(
      [1, 2, 3].map((index) => logins.signIn({ ...wrong, username: `nobody${index}` }, from(`2001:db8:0:1::${index}`))),
    )
    expect(results.filter(({ kind }) => kind === 'too-many')).toHaveLength(1)
    expect((await logins.signIn(good, from('2001:db8:0:2::1'))).kind).toBe('signed-in')
  })

  it('are no longer counted after a successful sign-in', async () => {
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < 9; index++) await logins.signIn(wrong, from('10.0.0.1'))
      expect((await logins.signIn(good, from('10.0.0.1'))).kind).toBe('signed-in')
    }
  })

  it('fail with Unavailable when Redis cannot be reached', async () => {
    const own = await startTestRedis()
    const connection = own.redis()
    const cut = loginsOn(connection)
    await own.close()
    await expect(cut.signIn(good, from('10.0.0.1'))).rejects.toBeInstanceOf(Unavailable)
  })

  it('take as long for an unknown name as for a wrong password', async () => {
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

describe('changing one’s own password', () => {
  const fresh = 'ba con chim se mau xanh'

  it('requires the current password and ends every other login', async () => {
    const before = await signIn()
    const changed = await logins.changePassword({ account, current: password, password: fresh }, from('10.0.0.1'))
    expect(await logins.find(before)).toBeNull()
    expect(await logins.find(tokenOf(changed))).toEqual(account)
    expect((await logins.signIn(good, from('10.0.0.1'))).kind).toBe('refused')
    expect((await logins.signIn({ ...good, password: fresh }, from('10.0.0.1'))).kind).toBe('signed-in')
  })

  it('changes nothing when the current password is wrong', async () => {
    const before = await signIn()
    const change = { account, current: `${password}!`, password: fresh }
    expect(await logins.changePassword(change, from('10.0.0.1'))).toEqual({ kind: 'refused' })
    expect(await logins.find(before)).toEqual(account)
    expect((await logins.signIn(good, from('10.0.0.1'))).kind).toBe('signed-in')
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
])('rate limits count %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
