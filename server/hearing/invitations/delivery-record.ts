// The last message sent, or to be sent, to each person of a session: ids only, no address and no text.
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import { LinkId, PersonId, type SessionId } from '../../../shared/kernel/ids.ts'
import { Delivery } from '../../../shared/wire/hearing/mail.ts'
import { settle } from '../../mail/settle.ts'
import { reachingRedis } from '../../platform/errors.ts'

const KeptDelivery = Delivery.extend({ linkId: LinkId.nullable() })
export type KeptDelivery = z.infer<typeof KeptDelivery>

export interface DeliveryRecord {
  all(sessionId: SessionId): Promise<ReadonlyMap<PersonId, KeptDelivery>>
  of(sessionId: SessionId, personId: PersonId): Promise<KeptDelivery | null>
  keep(sessionId: SessionId, personId: PersonId, delivery: KeptDelivery): Promise<void>
  /** What became of a message; nothing is written when a newer one has taken its place meanwhile. */
  settle(sessionId: SessionId, personId: PersonId, delivery: KeptDelivery): Promise<void>
}

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
    settle: (sessionId, personId, delivery) => settle(redis, keyOf(sessionId), personId, delivery),
  }
}
