// What was last sent to each person of a session, or is to be sent: ids alone, no address and no word of the message.
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import { LinkId, PersonId, type SessionId } from '../../shared/kernel/ids.ts'
import { Delivery } from '../../shared/wire/mail.ts'
import { reachingRedis } from '../platform/errors.ts'

const KeptDelivery = Delivery.extend({ linkId: LinkId.nullable() })
export type KeptDelivery = z.infer<typeof KeptDelivery>

export interface DeliveryRecord {
  all(sessionId: SessionId): Promise<ReadonlyMap<PersonId, KeptDelivery>>
  of(sessionId: SessionId, personId: PersonId): Promise<KeptDelivery | null>
  keep(sessionId: SessionId, personId: PersonId, delivery: KeptDelivery): Promise<void>
  /** What became of a message; nothing is written when a newer one has taken its place meanwhile. */
  settle(sessionId: SessionId, personId: PersonId, delivery: KeptDelivery): Promise<void>
}

/** Read and written in one step: somebody may order the next message just then. */
const settleScript = `
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept and cjson.decode(kept).sequence == tonumber(ARGV[2]) then redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
`

const keyOf = (sessionId: SessionId) => `{session:${sessionId}}:mail`
const parsed = (text: string): KeptDelivery => KeptDelivery.parse(JSON.parse(text))

/** Each method throws Unavailable when Redis cannot be reached. */
export function createDeliveryRecord(redis: Redis): DeliveryRecord {
  return {
    async all(sessionId) {
      const kept = await reachingRedis(() => redis.hgetall(keyOf(sessionId)))
      return new Map(Object.entries(kept).map(([personId, text]) => [PersonId.parse(personId), parsed(text)]))
    },
    async of(sessionId, personId) {
      const kept = await reachingRedis(() => redis.hget(keyOf(sessionId), personId))
      return kept === null ? null : parsed(kept)
    },
    async keep(sessionId, personId, delivery) {
      await reachingRedis(() => redis.hset(keyOf(sessionId), personId, JSON.stringify(delivery)))
    },
    async settle(sessionId, personId, delivery) {
      const { sequence } = delivery
      await reachingRedis(() =>
        redis.eval(settleScript, 1, keyOf(sessionId), personId, sequence, JSON.stringify(delivery)),
      )
    },
  }
}
