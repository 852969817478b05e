// The phrases that the agency's secretaries save for their minutes: one Redis hash for all of them. Called by HTTP.
import type { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import type { Phrase } from '../../../shared/wire/hearing/phrases.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Phrases {
  /** In the order of the Vietnamese alphabet. */
  list(): Promise<Phrase[]>
  /** A phrase that is there already is not kept twice. */
  keep(text: string): Promise<Phrase | 'too-many'>
  forget(phraseId: string): Promise<void>
}

export const maximumPhrases = 300
const key = 'phrases'
const { compare } = new Intl.Collator('vi')

export function createPhrases(redis: Redis): Phrases {
  async function list(): Promise<Phrase[]> {
    const all = await reachingRedis(() => redis.hgetall(key))
    return Object.entries(all)
      .map(([phraseId, text]) => ({ phraseId, text }))
      .sort((one, other) => compare(one.text, other.text))
  }
  return {
    list,
    async keep(text) {
      const all = await list()
      const known = all.find((phrase) => phrase.text === text)
      if (known) return known
      if (all.length >= maximumPhrases) return 'too-many'
      const phraseId = newId()
      await reachingRedis(() => redis.hset(key, phraseId, text))
      return { phraseId, text }
    },
    forget: async (phraseId) => void (await reachingRedis(() => redis.hdel(key, phraseId))),
  }
}
