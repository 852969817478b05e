import type { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { createPhrases, maximumPhrases, type Phrases } from './phrases.ts'

let testRedis: TestRedis
let redis: Redis
let phrases: Phrases
beforeAll(async () => {
  testRedis = await startTestRedis()
  redis = testRedis.redis()
  phrases = createPhrases(redis)
})
afterAll(() => testRedis.close())
beforeEach(() => redis.flushall())

const texts = async () => (await phrases.list()).map(({ text }) => text)

describe('the phrases of the agency', () => {
  it('are listed in Vietnamese alphabetical order without duplicates', async () => {
    for (const text of ['Đề nghị làm rõ', 'Ủy quyền', 'Đề nghị làm rõ', 'Dừng phiên họp']) await phrases.keep(text)
    expect(await texts()).toEqual(['Dừng phiên họp', 'Đề nghị làm rõ', 'Ủy quyền'])
  })

  it('are deleted on request', async () => {
    const kept = await phrases.keep('Thống nhất')
    if (kept === 'too-many') throw new Error(kept)
    await phrases.forget(kept.phraseId)
    expect(await texts()).toEqual([])
  })

  it('are limited in number; a phrase that is already kept can still be saved', async () => {
    await redis.hset(
      'phrases',
      Object.fromEntries(Array.from({ length: maximumPhrases }, (_, n) => [`id${n}`, `${n}`])),
    )
    expect(await phrases.keep('Thống nhất')).toBe('too-many')
    expect(await phrases.keep('7')).toEqual({ phraseId: 'id7', text: '7' })
  })
})
