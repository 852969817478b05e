import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountId, CitizenId } from '../../../shared/kernel/ids.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { Unavailable } from '../../platform/errors.ts'
import type { Citizens } from './citizens.ts'
import { createCitizens } from './citizens-record.ts'

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

it('returns registered citizens and omits unknown ids', async () => {
  const [first, second] = [await citizens.register(bay), await citizens.register(lan)]
  const nobody = CitizenId.parse('nobody')
  expect(await citizens.read([first, second, first, nobody], officer)).toEqual(
    new Map([
      [first, bay],
      [second, lan],
    ]),
  )
})

it('stores nothing in readable form', async () => {
  await citizens.register(bay)
  const stored = await everythingStored()
  expect(stored).not.toMatch(/Đỗ|Tân Lập|912345678|001082000123/)
  expect(Buffer.from(stored, 'base64url').toString()).not.toMatch(/Đỗ|Bảy|912345678/)
})

it('records who read, for what purpose and when; newest first', async () => {
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

it('stores a correction and records it', async () => {
  const id = await citizens.register(bay)
  const corrected = { ...bay, address: 'Thôn 4, xã Tân Lập' }
  expect(await citizens.change(id, corrected, officer)).toEqual(corrected)
  expect((await citizens.read([id], officer)).get(id)).toEqual(corrected)
  expect((await citizens.accesses(id, 10)).map(({ act }) => act)).toEqual(['read', 'changed'])
  expect(await citizens.change(CitizenId.parse('nobody'), bay, officer)).toBeNull()
})

it('erases a citizen for good: a copy of the stored data cannot be decrypted, and the erasure is recorded', async () => {
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

it('gives the same mark for the same contact, and another one per kind and installation', () => {
  const blindIndex = citizens.blindIndexOf('phone', '+84912345678')
  expect(citizens.blindIndexOf('phone', '+84912345678')).toBe(blindIndex)
  const others = [
    citizens.blindIndexOf('email', '+84912345678'),
    citizens.blindIndexOf('phone', '+84912345679'),
    createCitizens(redis, randomBytes(32), () => at).blindIndexOf('phone', '+84912345678'),
  ]
  expect(new Set([blindIndex, ...others]).size).toBe(4)
})

it('throws Unavailable when Redis cannot be reached', async () => {
  const own = await startTestRedis()
  const record = createCitizens(own.redis(), masterKey, () => at)
  await own.close()
  await expect(record.register(bay)).rejects.toBeInstanceOf(Unavailable)
  await expect(record.read([CitizenId.parse('one')], officer)).rejects.toBeInstanceOf(Unavailable)
})

describe('recognising the same citizen', () => {
  const compared = { accountId: AccountId.parse('officer'), purpose: 'lượt tiếp trước' }
  const same = async (one: Citizen, other: Citizen) => {
    const [earlier, now] = [await citizens.register(one), await citizens.register(other)]
    return (await citizens.sameAs([now], compared)).same.get(earlier)
  }
  const nobody = { address: null, phone: null, email: null, identity: null }

  it('works by identity paper, telephone, e-mail address, and name with address, whatever the spelling', async () => {
    const hue = { ...nobody, name: 'Phan Huệ', address: 'Tổ 5, phường An Hải' }
    expect(await same(hue, { ...hue, name: 'PHAN HUE', address: 'Tổ 5 phường An Hải.' })).toEqual(['nameAndAddress'])
    const byPhone = { ...nobody, name: 'Vũ Mơ', phone: '+84900000001' }
    expect(await same(byPhone, { ...byPhone, name: 'Người khác' })).toEqual(['phone'])
    const identity = { kind: 'passport', number: 'C1234567', issuedOn: null, issuedBy: null } as const
    expect(await same({ ...hue, name: 'Tô Lịch', identity }, { ...nobody, name: 'Tô Lịch', identity })).toEqual([
      'paper',
    ])
    const mail = { ...nobody, name: 'Hà', email: 'ha@example.vn' }
    expect(await same(mail, { ...mail, email: 'Ha@Example.vn' })).toEqual(['email'])
  })

  it('does not work by name alone', async () => {
    const an = { ...nobody, name: 'Nguyễn Văn An' }
    expect(await same(an, an)).toBeUndefined()
    expect((await citizens.sameAs([await citizens.register(an)], compared)).comparedBy).toEqual([])
  })

  it('no longer works by corrected data; an erasure deletes all blind indexes', async () => {
    const mo = { ...nobody, name: 'Lò Thị Mơ', phone: '+84900000002' }
    const id = await citizens.register(mo)
    const mark = { by: 'phone', mark: citizens.blindIndexOf('phone', '+84900000002') } as const
    await citizens.change(id, { ...mo, phone: '+84900000003' }, officer)
    expect([...(await citizens.withBlindIndexes([mark])).keys()]).toEqual([])
    const isKept = async () => {
      const keys = await redis.keys('{citizens}:same:*')
      const sets = await Promise.all(keys.map((key) => redis.smembers(key)))
      return sets.flat().includes(id) || (await redis.exists(`{citizen:${id}}`)) === 1
    }
    expect(await isKept()).toBe(true)
    await citizens.erase(id, officer)
    expect(await isKept()).toBe(false)
    expect(await citizens.namesOf([id])).toEqual([[]])
  })

  it('is recorded as a comparison', async () => {
    const id = await citizens.register(bay)
    await citizens.sameAs([id], compared)
    expect(await citizens.accesses(id, 1)).toMatchObject([
      { act: 'compared', by: 'officer', purpose: 'lượt tiếp trước' },
    ])
  })

  it('works for citizens registered before blind indexes existed, once their blind indexes are made', async () => {
    const kim = { ...nobody, name: 'Kim Sa Rây', phone: '+84900000004' }
    const id = await citizens.register(kim)
    await redis.hdel(`{citizen:${id}}`, 'marks')
    await redis.del(`{citizens}:same:${citizens.blindIndexOf('phone', '+84900000004')}`)
    expect(await citizens.isWhole()).toBe(false)
    await citizens.fill()
    expect(await citizens.isWhole()).toBe(true)
    expect((await citizens.namesOf([id]))[0]).not.toEqual([])
    expect(await same(kim, kim)).toEqual(['phone'])
  })
})
