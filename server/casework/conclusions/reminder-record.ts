// The delivery state of each reminder letter. The journal says that somebody was to be reminded; this says whether and
// where the letter was sent. Addresses must stay erasable, so they are stored here, encrypted, and not in the journal.
import type { Redis } from 'ioredis'
import { ReminderDelivery } from '../../../shared/wire/casework/conclusions.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Reminders of an assignment are numbered from 1. Each method throws Unavailable when Redis cannot be reached. */
export interface ReminderRecord {
  all(entryId: string): Promise<ReadonlyMap<number, ReminderDelivery>>
  keep(entryId: string, number: number, delivery: ReminderDelivery): Promise<void>
}

const keyOf = (entryId: string) => `{followUp:${entryId}}:reminders`
const placeOf = (entryId: string, number: number) => `${entryId} reminder ${number}`

export const createReminderRecord = (redis: Redis, secret: Uint8Array): ReminderRecord => ({
  async all(entryId) {
    const kept = await reachingRedis(() => redis.hgetall(keyOf(entryId)))
    return new Map(
      Object.entries(kept).map(([field, encrypted]) => {
        const number = Number(field)
        const plain = decrypt(secret, encrypted, placeOf(entryId, number)).toString()
        return [number, ReminderDelivery.parse(JSON.parse(plain))]
      }),
    )
  },
  async keep(entryId, number, delivery) {
    const encrypted = encrypt(secret, Buffer.from(JSON.stringify(delivery)), placeOf(entryId, number))
    await reachingRedis(() => redis.hset(keyOf(entryId), number, encrypted))
  },
})
