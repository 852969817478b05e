// Remembers who signed the last paper that left a session, as a proposal for the next one. Encrypted, like other names.
// Called by HTTP.
import type { Redis } from 'ioredis'
import { NamedSignatory } from '../../../shared/wire/papers/issuing.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface LastSignatory {
  /** null: nobody has signed yet. */
  read(): Promise<NamedSignatory | null>
  keep(signatory: NamedSignatory): Promise<void>
}

const key = 'last-signatory'

export function createLastSignatory(redis: Redis, secret: Uint8Array): LastSignatory {
  return {
    async read() {
      const kept = await reachingRedis(() => redis.get(key))
      return kept === null ? null : NamedSignatory.parse(JSON.parse(decrypt(secret, kept, key).toString()))
    },
    async keep(signatory) {
      const encrypted = encrypt(secret, Buffer.from(JSON.stringify(signatory)), key)
      await reachingRedis(() => redis.set(key, encrypted))
    },
  }
}
