import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AccountId, CitizenId } from '../../shared/kernel/ids.ts'
import type { Citizen } from '../../shared/wire/citizens.ts'
import { startTestRedis, type TestRedis } from '../../tests/harness/redis.ts'
import { Unavailable } from '../platform/errors.ts'
import { type Citizens, createCitizens } from './citizens.ts'

const masterKey = randomBytes(32)
const bay: Citizen = {
  name: 'Đỗ Văn Bảy',
  address: 'Thôn 3, xã Tân Lập',
  phone: '+84912345678',
  email: null,
  identity: { kind: 'citizenCard', number: '001082000123', issuedOn: '2021-04-25', issuedBy: null },
}
const lan: Citizen = { name: 'Trần Thị Lan', address: null, phone: null, email: null, identity: null }
const officer = { accountId: AccountId.parse('officer'), purpose: 'tiếp công dân' }

let testRedis: TestRedis
let redis: Redis
let citizens: Citizens
let at = 1000
beforeAll(async () => {
  testRedis = await startTestRedis()
  redis = testRedis.redis()
  citizens = createCitizens(redis, masterKey, () => at)
})
afterAll(() => testRedis.close())

const everythingStored = async (): Promise<string> => {
  const keys = await redis.keys('{citizen:*}')
  return JSON.stringify(await Promise.all(keys.map((key) => redis.hgetall(key))))
}

it('gives back whom it has taken in, and leaves out whom it does not know', async () => {
  const [first, second] = [await citizens.register(bay), await citizens.register(lan)]
  const nobody = CitizenId.parse('nobody')
  expect(await citizens.read([first, second, first, nobody], officer)).toEqual(
    new Map([
      [first, bay],
      [second, lan],
    ]),
  )
})

it('stores nothing that can be read', async () => {
  await citizens.register(bay)
  const stored = await everythingStored()
  expect(stored).not.toMatch(/Đỗ|Tân Lập|912345678|001082000123/)
  expect(Buffer.from(stored, 'base64url').toString()).not.toMatch(/Đỗ|912345678/)
})

it('writes down who read, what for, and when: the newest first', async () => {
  const id = await citizens.register(bay)
  at = 2000
  await citizens.read([id], officer)
  at = 3000
  await citizens.read([id], { accountId: null, purpose: 'thư nhắc lịch hẹn' })
  expect(await citizens.accesses(id, 10)).toEqual([
    { citizenId: id, at: 3000, act: 'read', by: null, purpose: 'thư nhắc lịch hẹn' },
    { citizenId: id, at: 2000, act: 'read', by: 'officer', purpose: 'tiếp công dân' },
  ])
  expect(await citizens.accesses(id, 1)).toHaveLength(1)
})

it('takes what was corrected, and says so', async () => {
  const id = await citizens.register(bay)
  const corrected = { ...bay, address: 'Thôn 4, xã Tân Lập' }
  expect(await citizens.change(id, corrected, officer)).toEqual(corrected)
  expect((await citizens.read([id], officer)).get(id)).toEqual(corrected)
  expect((await citizens.accesses(id, 10)).map(({ act }) => act)).toEqual(['read', 'changed'])
  expect(await citizens.change(CitizenId.parse('nobody'), bay, officer)).toBeNull()
})

it('erases one for good: a copy of what was stored is worth nothing afterwards; that it was erased is kept', async () => {
  const [id, other] = [await citizens.register(bay), await citizens.register(lan)]
  const copy = await redis.hget(`{citizen:${id}}`, 'citizen')
  await citizens.erase(id, officer)
  expect(await citizens.read([id, other], officer)).toEqual(new Map([[other, lan]]))
  expect((await citizens.accesses(id, 10)).at(-1)).toMatchObject({ act: 'erased', by: 'officer' })

  await redis.hset(
    `{citizen:${id}}`,
    'citizen',
    copy ?? '',
    'key',
    (await redis.hget(`{citizen:${other}}`, 'key')) ?? '',
  )
  await expect(citizens.read([id], officer)).rejects.toThrow(/authenticate/)
})

it('marks the same contact the same way, and each kind and installation in its own', () => {
  const mark = citizens.markOf('phone', '+84912345678')
  expect(citizens.markOf('phone', '+84912345678')).toBe(mark)
  const others = [
    citizens.markOf('email', '+84912345678'),
    citizens.markOf('phone', '+84912345679'),
    createCitizens(redis, randomBytes(32), () => at).markOf('phone', '+84912345678'),
  ]
  expect(new Set([mark, ...others]).size).toBe(4)
})

it('says when Redis cannot be reached', async () => {
  const own = await startTestRedis()
  const record = createCitizens(own.redis(), masterKey, () => at)
  await own.close()
  await expect(record.register(bay)).rejects.toBeInstanceOf(Unavailable)
  await expect(record.read([CitizenId.parse('one')], officer)).rejects.toBeInstanceOf(Unavailable)
})
