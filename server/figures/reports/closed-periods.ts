// Closed periods of reports, kept in Redis with the figures they had then and a hash of the rows behind each.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms } from '../../../shared/kernel/ids.ts'
import type { Figure, ReportPeriod } from '../../../shared/projections/reports.ts'
import { ReportDefinition } from '../../../shared/reports/definition.ts'
import { unitField } from '../../identity/units/units.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { AskedReport } from './report-rows.ts'

const KeptFigure = z.object({
  key: z.string(),
  value: z.int(),
  rows: z.string().describe('SHA-256 of the ids of its rows'),
})
const ClosedPeriod = z.object({
  definition: ReportDefinition,
  period: z.object({ from: z.string(), to: z.string() }),
  unit: z.string().nullable(),
  figures: z.array(KeptFigure),
  at: Ms,
  accountId: AccountId,
  sha256: z.string(),
})
export type ClosedPeriod = z.infer<typeof ClosedPeriod>

/** Whatever definition counted it. */
export interface NamedPeriod {
  readonly name: string
  readonly period: ReportPeriod
  readonly unit: string | null
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface ClosedPeriods {
  closed(asked: NamedPeriod): Promise<ClosedPeriod | null>
  /** All of them, the last closed first. */
  closedPeriods(): Promise<ClosedPeriod[]>
  close(asked: AskedReport, by: AccountId): Promise<'closed' | 'closed-before'>
}

interface Dependencies {
  readonly redis: Redis
  readonly figures: (asked: AskedReport) => Promise<Figure[]>
  readonly now: () => number
}

const closedKey = '{reports}:closed'

const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
const rowsHash = ({ ids }: Pick<Figure, 'ids'>): string => sha256(ids.toSorted())
const fieldOf = ({ name, period: { from, to }, unit }: NamedPeriod): string =>
  [name, from, to, unit === null ? '' : unitField(unit)].join(' ')

/** Whether a figure that was closed is still made of the same rows. */
export const hasSameRows = (figure: Figure, closed: { readonly rows: string }): boolean =>
  rowsHash(figure) === closed.rows

export function createClosedPeriods({ redis, figures, now }: Dependencies): ClosedPeriods {
  return {
    async closedPeriods() {
      const all = await reachingRedis(() => redis.hvals(closedKey))
      return all.map((one) => ClosedPeriod.parse(JSON.parse(one))).toSorted((one, other) => other.at - one.at)
    },

    async closed(asked) {
      const kept = await reachingRedis(() => redis.hget(closedKey, fieldOf(asked)))
      return kept === null ? null : ClosedPeriod.parse(JSON.parse(kept))
    },

    async close(asked, accountId) {
      const { definition, period, unit } = asked
      const counted = (await figures(asked)).map((one) => ({ key: one.key, value: one.value, rows: rowsHash(one) }))
      const what = { definition, period, unit, figures: counted, at: now(), accountId }
      const record: ClosedPeriod = { ...what, sha256: sha256(what) }
      const field = fieldOf({ name: definition.name, period, unit })
      const isNew = await reachingRedis(() => redis.hsetnx(closedKey, field, JSON.stringify(record)))
      return isNew === 1 ? 'closed' : 'closed-before'
    },
  }
}
