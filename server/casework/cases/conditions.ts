// The conditions that this agency checks for every petition: its own list, or the default one until it has its own.
import type { Redis } from 'ioredis'
import { usualConditions } from '../../../shared/law/petition-conditions.ts'
import { ConditionList } from '../../../shared/wire/casework/cases.ts'
import { reachingRedis } from '../../platform/errors.ts'

export interface Conditions {
  read(): Promise<ConditionList>
  keep(list: ConditionList): Promise<void>
}

const key = '{cases}:conditions'

export const createConditions = (redis: Redis): Conditions => ({
  async read() {
    const kept = await reachingRedis(() => redis.get(key))
    const usual = usualConditions.map(({ kinds, ...one }) => ({ ...one, kinds: [...kinds] }))
    return kept === null ? { conditions: usual } : ConditionList.parse(JSON.parse(kept))
  },
  async keep(list) {
    await reachingRedis(() => redis.set(key, JSON.stringify(list)))
  },
})
