// Who the ids of a session stand for: names, titles and e-mail addresses, encrypted, erasable. Events never hold them.
// Called by the session room through app.ts.
import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { PersonId, type SessionId } from '../../shared/kernel/ids.ts'
import { Person } from '../../shared/wire/socket-events.ts'
import { decrypt, encrypt, KEY_BYTES } from '../platform/encryption.ts'
import { reachingRedis } from '../platform/errors.ts'
import type { PeopleRecord } from './people.ts'

const Entry = Person.extend({ email: z.string().nullable().default(null) })
type Entry = z.infer<typeof Entry>

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

  async function entries(sessionId: SessionId): Promise<[PersonId, Entry][]> {
    const [wrapped, people] = await reachingRedis(() =>
      Promise.all([redis.get(dataKeyKey(sessionId)), redis.hgetall(peopleKey(sessionId))]),
    )
    if (wrapped === null) return []
    const key = decrypt(masterKey, wrapped, placeOfDataKey(sessionId))
    return Object.entries(people).map(([personId, encrypted]) => {
      const plain = decrypt(key, encrypted, placeOf(sessionId, personId))
      return [PersonId.parse(personId), Entry.parse(JSON.parse(plain.toString()))]
    })
  }

  async function store(sessionId: SessionId, personId: PersonId, entry: Entry): Promise<void> {
    const key = await dataKey(sessionId)
    const encrypted = encrypt(key, Buffer.from(JSON.stringify(entry)), placeOf(sessionId, personId))
    await reachingRedis(() => redis.hset(peopleKey(sessionId), personId, encrypted))
  }

  return {
    async all(sessionId) {
      const all = await entries(sessionId)
      return Object.fromEntries(all.map(([personId, { name, title }]) => [personId, { name, title }]))
    },

    async register(sessionId, { name, title }, email) {
      const personId = PersonId.parse(newId())
      await store(sessionId, personId, { name, title, email })
      return personId
    },

    async rename(sessionId, personId, name) {
      const found = (await entries(sessionId)).find(([id]) => id === personId)
      if (!found) return null
      await store(sessionId, personId, { ...found[1], name })
      return { name, title: found[1].title }
    },

    async emails(sessionId) {
      const all = await entries(sessionId)
      return Object.fromEntries(all.flatMap(([personId, { email }]) => (email === null ? [] : [[personId, email]])))
    },

    async changeEmail(sessionId, personId, email) {
      const found = (await entries(sessionId)).find(([id]) => id === personId)
      if (found) await store(sessionId, personId, { ...found[1], email })
    },

    async erase(sessionId, personId) {
      await reachingRedis(() => redis.hdel(peopleKey(sessionId), personId))
    },

    async eraseAll(sessionId) {
      await reachingRedis(() => redis.del(dataKeyKey(sessionId), peopleKey(sessionId)))
    },
  }
}
