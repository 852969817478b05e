// Who has read, changed, compared or erased a citizen, and for what purpose: a list for each citizen. Called by
// citizens-record.ts.
import type { ChainableCommander, Redis } from 'ioredis'
import type { CitizenId } from '../../../shared/kernel/ids.ts'
import { CitizenAccess } from '../../../shared/wire/identity/citizens.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { wholeBatch } from '../../platform/whole-batch.ts'
import type { CitizenReader } from './citizens.ts'

const accessesKey = (id: CitizenId) => `{citizen:${id}}:accesses`
const oneLookMs = 10 * 60_000

export interface CitizenAccesses {
  /** Together with what else `batch` does. */
  add(batch: ChainableCommander, id: CitizenId, act: CitizenAccess['act'], by: CitizenReader): void
  /** A reading of each, but of those whom the same reader has looked at for the same purpose a moment ago. */
  noteLooks(ids: readonly CitizenId[], reader: CitizenReader): Promise<void>
  /** The newest first. */
  newest(id: CitizenId, limit: number): Promise<CitizenAccess[]>
}

export function createCitizenAccesses(redis: Redis, now: () => number): CitizenAccesses {
  function add(batch: ChainableCommander, id: CitizenId, act: CitizenAccess['act'], by: CitizenReader): void {
    const { accountId, purpose } = by
    const access: CitizenAccess = { citizenId: id, at: now(), act, by: accountId, purpose }
    batch.rpush(accessesKey(id), JSON.stringify(access))
  }

  function isSameLook(kept: string | null, { accountId, purpose }: CitizenReader): boolean {
    if (kept === null) return false
    const { act, by, purpose: before, at } = CitizenAccess.parse(JSON.parse(kept))
    return act === 'read' && by === accountId && before === purpose && now() - at < oneLookMs
  }

  return {
    add,

    async noteLooks(ids, reader) {
      const asked = [...new Set(ids)]
      if (asked.length === 0) return
      const last = redis.pipeline()
      for (const id of asked) last.lindex(accessesKey(id), -1)
      const kept = (await wholeBatch(last)) as (string | null)[]
      const batch = redis.multi()
      for (const [index, id] of asked.entries())
        if (!isSameLook(kept[index] ?? null, reader)) add(batch, id, 'read', reader)
      if (batch.length > 0) await wholeBatch(batch)
    },

    async newest(id, limit) {
      const kept = await reachingRedis(() => redis.lrange(accessesKey(id), -limit, -1))
      return kept.map((entry) => CitizenAccess.parse(JSON.parse(entry))).reverse()
    },
  }
}
