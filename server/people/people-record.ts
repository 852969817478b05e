// Who the ids of a session stand for: names and titles, encrypted, erasable. Events never hold them.
// Called by the session room through app.ts.
import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { PersonId, type SessionId } from '../../shared/kernel/ids.ts'
import { Person } from '../../shared/wire/socket-events.ts'
import { decrypt, encrypt, KEY_BYTES } from '../platform/encryption.ts'
import { reachingRedis } from '../platform/errors.ts'
import type { PeopleRecord } from './people.ts'

/** Hash tags keep a session’s keys on one slot of a cluster. */
const peopleKey = (sessionId: SessionId) => `{session:${sessionId}}:people`
const dataKeyKey = (sessionId: SessionId) => `{session:${sessionId}}:people-key`

export function createPeopleRecord(redis: Redis, masterKey: Uint8Array): PeopleRecord {
  const placeOfDataKey = (sessionId: SessionId) => `${sessionId} people-key`
  const placeOf = (sessionId: SessionId, personId: string) => `${sessionId} ${personId}`

  /** The session’s own, made with its first person. Of two servers that make one at once, one wins. */
  async function dataKey(sessionId: SessionId): Promise<Buffer> {
    const place = placeOfDataKey(sessionId)
    const made = encrypt(masterKey, randomBytes(KEY_BYTES), place)
    const earlier = await reachingRedis(() => redis.set(dataKeyKey(sessionId), made, 'NX', 'GET'))
    return decrypt(masterKey, earlier ?? made, place)
  }

  return {
    async all(sessionId) {
      const [wrapped, people] = await reachingRedis(() =>
        Promise.all([redis.get(dataKeyKey(sessionId)), redis.hgetall(peopleKey(sessionId))]),
      )
      if (wrapped === null) return {}
      const key = decrypt(masterKey, wrapped, placeOfDataKey(sessionId))
      return Object.fromEntries(
        Object.entries(people).map(([personId, encrypted]) => {
          const plain = decrypt(key, encrypted, placeOf(sessionId, personId))
          return [PersonId.parse(personId), Person.parse(JSON.parse(plain.toString()))]
        }),
      )
    },

    async register(sessionId, person) {
      const personId = PersonId.parse(newId())
      const key = await dataKey(sessionId)
      const encrypted = encrypt(key, Buffer.from(JSON.stringify(person)), placeOf(sessionId, personId))
      await reachingRedis(() => redis.hset(peopleKey(sessionId), personId, encrypted))
      return personId
    },

    async erase(sessionId, personId) {
      await reachingRedis(() => redis.hdel(peopleKey(sessionId), personId))
    },

    async eraseAll(sessionId) {
      await reachingRedis(() => redis.del(dataKeyKey(sessionId), peopleKey(sessionId)))
    },
  }
}
