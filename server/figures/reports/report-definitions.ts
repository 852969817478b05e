// The definitions of reports: those that came with the software, and those of the agency, kept in Redis with who entered
// and who withdrew them.
import canonicalize from 'canonicalize'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms } from '../../../shared/kernel/ids.ts'
import type { ReportPeriod } from '../../../shared/projections/reports.ts'
import { definitionOn, ReportDefinition } from '../../../shared/reports/definition.ts'
import { suppliedReports } from '../../../shared/reports/index.ts'
import { reachingRedis } from '../../platform/errors.ts'

const Entered = z.object({ definition: ReportDefinition, at: Ms, accountId: AccountId })
/** Earlier builds kept the definition alone. */
const KeptDefinition = z.union([
  Entered.transform(({ definition, ...entered }) => ({ definition, entered })),
  ReportDefinition.transform((definition) => ({ definition, entered: null })),
])
const Withdrawn = z.object({ at: Ms, accountId: AccountId, reason: z.string() })

/** A definition where it is kept, with what happened to it. */
export interface KeptDefinition {
  readonly definitionId: string
  readonly origin: 'supplied' | 'agency'
  readonly definition: ReportDefinition
  /** null: it came with the software, or from an earlier build. */
  readonly entered: { readonly at: number; readonly accountId: AccountId } | null
  readonly withdrawn: z.infer<typeof Withdrawn> | null
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface ReportDefinitions {
  /** Supplied ones, then those of the agency as they were entered; those withdrawn, too. */
  kept(): Promise<KeptDefinition[]>
  /** The same without what was withdrawn. */
  definitions(): Promise<ReportDefinition[]>
  /** The definition of this name that is in force on the last day of the period; undefined: there was none yet. */
  definition(name: string, period: ReportPeriod): Promise<ReportDefinition | undefined>
  add(definition: ReportDefinition, by: AccountId): Promise<'added' | 'too-many' | 'there-already'>
  /** It counts no more for any period that is not closed. What came with the software stays. */
  withdraw(
    id: string,
    reason: string,
    by: AccountId,
  ): Promise<'withdrawn' | 'withdrawn-before' | 'unknown' | 'supplied'>
}

const keys = {
  definitions: '{reports}:definitions',
  withdrawn: '{reports}:withdrawn-definitions',
} as const
const maximumDefinitions = 200

interface Dependencies {
  readonly redis: Redis
  readonly now: () => number
}

export function createReportDefinitions({ redis, now }: Dependencies): ReportDefinitions {
  async function kept(): Promise<KeptDefinition[]> {
    const [own, gone] = await reachingRedis(() =>
      Promise.all([redis.lrange(keys.definitions, 0, -1), redis.hgetall(keys.withdrawn)]),
    )
    return [
      ...suppliedReports.map((definition, index) => ({
        ...{ definitionId: `supplied-${index}`, origin: 'supplied' as const, definition },
        ...{ entered: null, withdrawn: null },
      })),
      ...own.map((one, index) => {
        const definitionId = `agency-${index}`
        const withdrawn = gone[definitionId]
        return {
          ...{ definitionId, origin: 'agency' as const, ...KeptDefinition.parse(JSON.parse(one)) },
          withdrawn: withdrawn === undefined ? null : Withdrawn.parse(JSON.parse(withdrawn)),
        }
      }),
    ]
  }

  const definitions = async () =>
    (await kept()).filter(({ withdrawn }) => withdrawn === null).map(({ definition }) => definition)

  return {
    kept,
    definitions,
    definition: async (name, { to }) => definitionOn(await definitions(), name, to),

    async add(definition, accountId) {
      const standing = await kept()
      if (standing.length >= maximumDefinitions) return 'too-many'
      const text = canonicalize(definition)
      if (standing.some((one) => one.withdrawn === null && canonicalize(one.definition) === text))
        return 'there-already'
      await reachingRedis(() => redis.rpush(keys.definitions, JSON.stringify({ definition, at: now(), accountId })))
      return 'added'
    },

    async withdraw(id, reason, accountId) {
      const found = (await kept()).find(({ definitionId }) => definitionId === id)
      if (!found) return 'unknown'
      if (found.origin === 'supplied') return 'supplied'
      const withdrawn = JSON.stringify({ at: now(), accountId, reason })
      const isNew = await reachingRedis(() => redis.hsetnx(keys.withdrawn, id, withdrawn))
      return isNew === 1 ? 'withdrawn' : 'withdrawn-before'
    },
  }
}
