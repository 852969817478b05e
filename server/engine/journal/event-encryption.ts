// Encrypts the data of events in the journal of a denouncer under a key of that journal, so that neither Redis nor an
// archive contains their words, while the hash chain can still be checked (ADR 0047). Decrypts them whenever the
// journal is folded.
import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { decrypt, encrypt, KEY_BYTES } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Draft, EventEncryption } from './journal.ts'

const EncryptedData = z.strictObject({ sealed: z.string() })

interface Rules<State> {
  readonly kind: 'session' | 'case' | 'receptionDay' | 'followUp'
  readonly isSecret: (before: State, draft: Draft) => boolean
}

export function createEventEncryption<State>(
  redis: Redis,
  masterKey: Uint8Array,
  { kind, isSecret }: Rules<State>,
): EventEncryption<State> {
  const keyOf = (id: string) => `{${kind}:${id}}:seal-key`
  const placeOfKey = (id: string) => `${kind} ${id} seal-key`
  const placeOf = (id: string, seq: number, index: number) => `${kind} ${id} ${seq} ${index}`

  async function keptKey(id: string): Promise<Buffer | null> {
    const kept = await reachingRedis(() => redis.get(keyOf(id)))
    return kept === null ? null : decrypt(masterKey, kept, placeOfKey(id))
  }

  /** Of two servers that make one at once, one wins. */
  async function key(id: string): Promise<Buffer> {
    const kept = await keptKey(id)
    if (kept) return kept
    const made = encrypt(masterKey, randomBytes(KEY_BYTES), placeOfKey(id))
    const earlier = await reachingRedis(() => redis.set(keyOf(id), made, 'NX', 'GET'))
    return decrypt(masterKey, earlier ?? made, placeOfKey(id))
  }

  return {
    async encrypt(id, draft, before) {
      if (!isSecret(before, draft)) return draft
      const own = await key(id)
      const events = draft.events.map((event, index) => {
        const plain = Buffer.from(JSON.stringify(event.data))
        return { ...event, data: { sealed: encrypt(own, plain, placeOf(id, draft.seq, index)) } }
      })
      return { ...draft, events }
    },

    async decrypt(id, commits) {
      const areEncrypted = commits.some(({ events }) =>
        events.some(({ data }) => EncryptedData.safeParse(data).success),
      )
      if (!areEncrypted) return [...commits]
      const own = await keptKey(id)
      if (!own) throw new Error(`the key of ${kind} ${id} was erased: its journal cannot be read`)
      return commits.map((commit) => ({
        ...commit,
        events: commit.events.map((event, index) => {
          const { success, data } = EncryptedData.safeParse(event.data)
          if (!success) return event
          const plain = decrypt(own, data.sealed, placeOf(id, commit.seq, index))
          return { ...event, data: JSON.parse(plain.toString()) }
        }),
      }))
    },
  }
}
