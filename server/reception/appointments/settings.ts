// Settings of the reception calendar: the rota, how far ahead days are offered, the text on the public page. One value
// for all nodes.
import type { Redis } from 'ioredis'
import { ReceptionSettings, usualReceptionSettings } from '../../../shared/wire/reception/appointments.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface KeptReceptionSettings {
  read(): Promise<ReceptionSettings>
  change(settings: ReceptionSettings): Promise<void>
}

const key = 'receptionSettings'

export const createReceptionSettings = (redis: Redis): KeptReceptionSettings => ({
  async read() {
    const kept = await reachingRedis(() => redis.get(key))
    return kept === null ? usualReceptionSettings : ReceptionSettings.parse(JSON.parse(kept))
  },
  change: async (settings) => void (await reachingRedis(() => redis.set(key, JSON.stringify(settings)))),
})
