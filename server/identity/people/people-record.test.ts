import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { encrypt } from '../../platform/encryption.ts'
import { Unavailable } from '../../platform/errors.ts'
import type { PeopleRecord } from './people.ts'
import { createPeopleRecord } from './people-record.ts'

const masterKey = randomBytes(32)
const chair = { name: 'Nguyễn Thị Hồng Ánh', title: 'Chủ tịch Ủy ban nhân dân' }
const citizen = { name: 'Đỗ Văn Bảy', title: null }

let testRedis: TestRedis
let redis: Redis
let people: PeopleRecord
let sessionId: SessionId
beforeAll(async () => {
  testRedis = await startTestRedis()
  redis = testRedis.redis()
  people = createPeopleRecord(redis, masterKey)
})
afterAll(() => testRedis.close())
beforeEach(() => {
  sessionId = SessionId.parse(newId())
})

const peopleKey = () => `{session:${sessionId}}:people`
const keysKey = () => `{session:${sessionId}}:people-keys`
const formerKeyKey = () => `{session:${sessionId}}:people-key`

it('returns everybody registered in a session, and nobody of another session', async () => {
  const ids = await Promise.all([people.register(sessionId, chair, null), people.register(sessionId, citizen, null)])
  await people.register(SessionId.parse(newId()), citizen, null)
  expect(await people.all(sessionId)).toEqual({ [ids[0]]: chair, [ids[1]]: citizen })
  expect(await people.all(SessionId.parse(newId()))).toEqual({})
})

it('registers twenty people at once', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => people.register(sessionId, citizen, null)))
  expect(Object.keys(await people.all(sessionId)).sort()).toEqual([...ids].sort())
})

it('stores no name in readable form', async () => {
  await people.register(sessionId, chair, null)
  const stored = JSON.stringify([await redis.hgetall(peopleKey()), await redis.hgetall(keysKey())])
  expect(stored).not.toContain('Nguyễn')
  expect(Buffer.from(stored, 'base64url').toString()).not.toContain('Nguyễn')
})

it('erases one person and keeps the others', async () => {
  const chairId = await people.register(sessionId, chair, null)
  const citizenId = await people.register(sessionId, citizen, null)
  await people.erase(sessionId, citizenId)
  await people.erase(sessionId, PersonId.parse('nobody'))
  expect(await people.all(sessionId)).toEqual({ [chairId]: chair })
})

it('erases everybody for good: a copy of the encrypted names cannot be read', async () => {
  const id = await people.register(sessionId, chair, null)
  const copy = await redis.hget(peopleKey(), id)
  await people.eraseAll(sessionId)
  expect(await people.all(sessionId)).toEqual({})

  const newcomer = await people.register(sessionId, citizen, null)
  expect(await people.all(sessionId)).toEqual({ [newcomer]: citizen })
  await redis.hset(peopleKey(), id, copy ?? '')
  await expect(people.all(sessionId)).rejects.toThrow()
})

it.each(['another person', 'another session'] as const)('refuses an entry moved to %s', async (where) => {
  const id = await people.register(sessionId, chair, null)
  const entry = (await redis.hget(peopleKey(), id)) ?? ''
  if (where === 'another person') {
    const other = await people.register(sessionId, citizen, null)
    await redis.hset(peopleKey(), other, entry)
  } else {
    const wrapped = (await redis.hget(keysKey(), id)) ?? ''
    sessionId = SessionId.parse(newId())
    await redis.hset(keysKey(), id, wrapped)
    await redis.hset(peopleKey(), id, entry)
  }
  await expect(people.all(sessionId)).rejects.toThrow(/authenticate/)
})

it('cannot be read with another people key, and does not report that as Unavailable', async () => {
  await people.register(sessionId, chair, null)
  const other = createPeopleRecord(redis, randomBytes(32))
  await expect(other.all(sessionId)).rejects.not.toBeInstanceOf(Unavailable)
})

it('throws Unavailable when Redis cannot be reached', async () => {
  const own = await startTestRedis()
  const record = createPeopleRecord(own.redis(), masterKey)
  await own.close()
  await expect(record.all(sessionId)).rejects.toBeInstanceOf(Unavailable)
})

it('stores e-mail addresses encrypted, and returns them separately from the names', async () => {
  const chairId = await people.register(sessionId, chair, 'anh@tanlap.example')
  const citizenId = await people.register(sessionId, citizen, null)
  expect(await people.emails(sessionId)).toEqual({ [chairId]: 'anh@tanlap.example' })
  expect(await people.all(sessionId)).toEqual({ [chairId]: chair, [citizenId]: citizen })
  expect(JSON.stringify(await redis.hgetall(peopleKey()))).not.toContain('tanlap')
})

it('changes an e-mail address and keeps the name', async () => {
  const id = await people.register(sessionId, citizen, 'bayy@example.vn')
  await people.changeEmail(sessionId, id, 'bay@example.vn')
  expect([await people.emails(sessionId), await people.all(sessionId)]).toEqual([
    { [id]: 'bay@example.vn' },
    { [id]: citizen },
  ])
  await people.changeEmail(sessionId, id, null)
  await people.changeEmail(sessionId, PersonId.parse('nobody'), 'x@example.vn')
  expect(await people.emails(sessionId)).toEqual({})
})

it('erases one person together with their key, so that a copy of the entry cannot be read', async () => {
  const chairId = await people.register(sessionId, chair, null)
  const citizenId = await people.register(sessionId, citizen, null)
  const copy = (await redis.hget(peopleKey(), citizenId)) ?? ''
  await people.erase(sessionId, citizenId)
  expect(Object.keys(await redis.hgetall(keysKey()))).toEqual([chairId])
  await redis.hset(peopleKey(), citizenId, copy)
  await expect(people.all(sessionId)).rejects.toThrow(/gone/)
})

describe('people stored by an earlier release with one key per session', () => {
  /** As it wrote them. */
  async function formerPeople() {
    const shared = randomBytes(32)
    await redis.set(formerKeyKey(), encrypt(masterKey, shared, `${sessionId} people-key`))
    for (const [id, person] of [
      ['one', chair],
      ['two', citizen],
    ] as const)
      await redis.hset(peopleKey(), id, encrypt(shared, Buffer.from(JSON.stringify(person)), `${sessionId} ${id}`))
  }

  it('can be read, and get one key each; the shared key is deleted', async () => {
    await formerPeople()
    const before = await redis.hgetall(peopleKey())
    expect(await people.all(sessionId)).toEqual({ one: chair, two: citizen })
    expect(Object.keys(await redis.hgetall(keysKey())).sort()).toEqual(['one', 'two'])
    expect(await redis.exists(formerKeyKey())).toBe(0)
    expect(await redis.hgetall(peopleKey())).not.toEqual(before)
    expect(await people.all(sessionId)).toEqual({ one: chair, two: citizen })
  })

  it('are moved by two servers at once without loss', async () => {
    await formerPeople()
    const other = createPeopleRecord(testRedis.redis(), masterKey)
    await Promise.all([people.all(sessionId), other.all(sessionId), people.all(sessionId)])
    expect(await other.all(sessionId)).toEqual({ one: chair, two: citizen })
  })

  it('can be erased one by one', async () => {
    await formerPeople()
    await people.erase(sessionId, PersonId.parse('two'))
    expect(await redis.exists(formerKeyKey())).toBe(0)
    expect(await people.all(sessionId)).toEqual({ one: chair })
  })

  it('keep a name that is corrected while they are moved', async () => {
    await formerPeople()
    await Promise.all([people.rename(sessionId, PersonId.parse('two'), 'Đỗ Văn Bẩy'), people.all(sessionId)])
    expect((await people.all(sessionId))[PersonId.parse('two')]?.name).toBe('Đỗ Văn Bẩy')
  })
})
