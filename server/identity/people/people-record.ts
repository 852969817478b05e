// The people behind the ids of a session: names, titles and e-mail addresses, encrypted and erasable. Events never
// contain them. Called by the loaded session through identity/open.ts.
import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { PersonId, type SessionId } from '../../../shared/kernel/ids.ts'
import { Person } from '../../../shared/wire/engine/socket-events.ts'
import { decrypt, encrypt, KEY_BYTES } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { wholeBatch } from '../../platform/whole-batch.ts'
import type { PeopleRecord } from './people.ts'

const Entry = Person.extend({ email: z.string().nullable().default(null) })
type Entry = z.infer<typeof Entry>

/** Hash tags keep a session’s keys on one slot of a cluster. */
const peopleKey = (sessionId: SessionId) => `{session:${sessionId}}:people`
/** Of each person the key of their own, wrapped by that of the installation. */
const keysKey = (sessionId: SessionId) => `{session:${sessionId}}:people-keys`
/** Earlier builds had one key for all people of a session. */
const formerKeyKey = (sessionId: SessionId) => `{session:${sessionId}}:people-key`

/** Under a key of their own, unless it was changed or erased meanwhile. */
const moveScript = `
if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
  redis.call('HSET', KEYS[2], ARGV[1], ARGV[4])
end
if redis.call('HLEN', KEYS[1]) == redis.call('HLEN', KEYS[2]) then redis.call('DEL', KEYS[3]) end
`

const placeOfFormerKey = (sessionId: SessionId) => `${sessionId} people-key`
const placeOfKey = (sessionId: SessionId, personId: string) => `${sessionId} ${personId} key`
const placeOf = (sessionId: SessionId, personId: string) => `${sessionId} ${personId}`

/** Under a new key of their own, which `masterKey` wraps. */
function encryptedUnder(masterKey: Uint8Array, sessionId: SessionId, personId: string, plain: Uint8Array) {
  const key = randomBytes(KEY_BYTES)
  return {
    entry: encrypt(key, plain, placeOf(sessionId, personId)),
    key: encrypt(masterKey, key, placeOfKey(sessionId, personId)),
  }
}

export function createPeopleRecord(redis: Redis, masterKey: Uint8Array): PeopleRecord {
  async function entries(sessionId: SessionId): Promise<[PersonId, Entry][]> {
    const [people, keys, former] = (await wholeBatch(
      redis.multi().hgetall(peopleKey(sessionId)).hgetall(keysKey(sessionId)).get(formerKeyKey(sessionId)),
    )) as [Record<string, string>, Record<string, string>, string | null]
    return Promise.all(
      Object.entries(people).map(async ([personId, encrypted]): Promise<[PersonId, Entry]> => {
        const own = keys[personId]
        const plain =
          own === undefined
            ? await moved(sessionId, personId, encrypted, former)
            : decrypt(decrypt(masterKey, own, placeOfKey(sessionId, personId)), encrypted, placeOf(sessionId, personId))
        return [PersonId.parse(personId), Entry.parse(JSON.parse(plain.toString()))]
      }),
    )
  }

  /** Of an earlier build: from now on under a key of their own. */
  async function moved(sessionId: SessionId, personId: string, encrypted: string, former: string | null) {
    if (former === null) throw new Error(`the key of a person of session ${sessionId} is gone: it cannot be read`)
    const shared = decrypt(masterKey, former, placeOfFormerKey(sessionId))
    const plain = decrypt(shared, encrypted, placeOf(sessionId, personId))
    const { entry, key } = encryptedUnder(masterKey, sessionId, personId, plain)
    const names = [peopleKey(sessionId), keysKey(sessionId), formerKeyKey(sessionId)]
    await reachingRedis(() => redis.eval(moveScript, names.length, ...names, personId, encrypted, entry, key))
    return plain
  }

  async function store(sessionId: SessionId, personId: PersonId, entry: Entry): Promise<void> {
    const made = encryptedUnder(masterKey, sessionId, personId, Buffer.from(JSON.stringify(entry)))
    // A new key with each writing: what was written before is as unreadable as what is erased.
    await reachingRedis(() =>
      redis
        .multi()
        .hset(peopleKey(sessionId), personId, made.entry)
        .hset(keysKey(sessionId), personId, made.key)
        .exec(),
    )
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
      // One who still shares a key would be readable by it.
      await entries(sessionId)
      await reachingRedis(() =>
        redis.multi().hdel(keysKey(sessionId), personId).hdel(peopleKey(sessionId), personId).exec(),
      )
    },

    async eraseAll(sessionId) {
      await reachingRedis(() => redis.del(keysKey(sessionId), formerKeyKey(sessionId), peopleKey(sessionId)))
    },
  }
}
