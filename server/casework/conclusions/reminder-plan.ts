// When units are reminded: a setting of the agency, one value for all nodes. Called by HTTP and by the reminders.
import type { Redis } from 'ioredis'
import { ReminderPlan, usualReminderPlan } from '../../../shared/wire/casework/conclusions.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface KeptReminderPlan {
  read(): Promise<ReminderPlan>
  change(plan: ReminderPlan): Promise<void>
}

const key = 'reminderPlan'

export const createReminderPlan = (redis: Redis): KeptReminderPlan => ({
  async read() {
    const kept = await reachingRedis(() => redis.get(key))
    return kept === null ? usualReminderPlan : ReminderPlan.parse(JSON.parse(kept))
  },
  change: async (plan) => void (await reachingRedis(() => redis.set(key, JSON.stringify(plan)))),
})
