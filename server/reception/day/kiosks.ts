// The kiosks that give out tickets: one Redis hash. A kiosk removed from it can give out no more tickets.
import type { Redis } from 'ioredis'
import { Kiosk } from '../../../shared/wire/reception/reception.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Kiosks {
  list(): Promise<Kiosk[]>
  find(kioskId: string): Promise<Kiosk | null>
  add(kiosk: Kiosk): Promise<void>
  remove(kioskId: string): Promise<void>
}

const key = 'reception:kiosks'
const parsed = (stored: string): Kiosk => Kiosk.parse(JSON.parse(stored))

export const createKiosks = (redis: Redis): Kiosks => ({
  async list() {
    const stored = await reachingRedis(() => redis.hvals(key))
    return stored.map(parsed).sort((a, b) => a.createdAt - b.createdAt)
  },
  async find(kioskId) {
    const stored = await reachingRedis(() => redis.hget(key, kioskId))
    return stored === null ? null : parsed(stored)
  },
  async add(kiosk) {
    await reachingRedis(() => redis.hset(key, kiosk.kioskId, JSON.stringify(kiosk)))
  },
  async remove(kioskId) {
    await reachingRedis(() => redis.hdel(key, kioskId))
  },
})
