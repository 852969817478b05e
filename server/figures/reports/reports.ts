// Reports: the rows of a period are processed in chunks, from the views of the register and of the cases; no journal is
// read. Definitions of the agency are stored beside the supplied ones, closed periods with their figures at that time.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms } from '../../../shared/kernel/ids.ts'
import type { CaseRow } from '../../../shared/projections/cases.ts'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import {
  createTally,
  type Figure,
  ofCase,
  ofRegister,
  piecesOf,
  type ReportPeriod,
  type ReportRow,
  rowsBehind,
  sourcesBehind,
  sourcesOf,
} from '../../../shared/projections/reports.ts'
import { definitionOn, ReportDefinition } from '../../../shared/reports/definition.ts'
import { suppliedReports } from '../../../shared/reports/index.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { unitField } from '../../identity/units/units.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Register } from '../../reception/register/register.ts'

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

const Named = z.object({ at: Ms, by: AccountId })
export type Named = z.infer<typeof Named>

export interface AskedReport {
  readonly definition: ReportDefinition
  readonly period: ReportPeriod
  /** null: rows of every unit. */
  readonly unit: string | null
}

/** Whatever definition counted it. */
export interface NamedPeriod {
  readonly name: string
  readonly period: ReportPeriod
  readonly unit: string | null
}

export interface FoundRows {
  readonly receptions: readonly RegisterRow[]
  readonly petitions: readonly CaseRow[]
  readonly next: number | null
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Reports {
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
  figures(asked: AskedReport): Promise<Figure[]>
  /** Those behind a figure, in the order in which they are kept; null: no such figure. */
  rows(asked: AskedReport, key: string, page: { after: number; limit: number }): Promise<FoundRows | null>
  /** The same rows as they are read, a chunk at a time, for a file; null: no such figure, or none of its rows are there. */
  receptionsBehind(asked: AskedReport, key: string): AsyncGenerator<RegisterRow[]> | null
  petitionsBehind(asked: AskedReport, key: string): AsyncGenerator<CaseRow[]> | null
  closed(asked: NamedPeriod): Promise<ClosedPeriod | null>
  /** All of them, the last closed first. */
  closedPeriods(): Promise<ClosedPeriod[]>
  close(asked: AskedReport, by: AccountId): Promise<'closed' | 'closed-before'>
  /** Who may close periods beside administrators, and who named them. */
  closers(): Promise<ReadonlyMap<AccountId, Named>>
  nameCloser(accountId: AccountId, by: AccountId): Promise<void>
  removeCloser(accountId: AccountId): Promise<void>
}

interface Dependencies {
  readonly redis: Redis
  readonly register: { readonly lists: Pick<Register['lists'], 'each' | 'reported'> }
  readonly cases: {
    readonly lists: Pick<Cases['lists'], 'list'>
    readonly due: Pick<Cases['due'], 'urgent'>
  }
  readonly now: () => number
}

type Kept = { of: 'register'; row: RegisterRow } | { of: 'cases'; row: CaseRow }

const keys = {
  definitions: '{reports}:definitions',
  withdrawn: '{reports}:withdrawn-definitions',
  closed: '{reports}:closed',
  closers: '{reports}:closers',
} as const
const maximumDefinitions = 200
const caseChunk = 200
const fileChunk = 200

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

export function createReports({ redis, register, cases, now }: Dependencies): Reports {
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

  async function* receptionRows(period: ReportPeriod): AsyncGenerator<[RegisterRow, ReportRow]> {
    for (const piece of piecesOf(period))
      for await (const rows of register.lists.each({ period: piece, state: 'all' }))
        for (const row of rows) yield [row, ofRegister(row)]
  }

  async function* petitionRows(period: ReportPeriod): AsyncGenerator<[CaseRow, ReportRow]> {
    const urgent = await cases.due.urgent()
    const overdue = new Set(urgent.filter(({ colour }) => colour === 'red').map(({ caseId }) => caseId))
    let after: string | undefined
    for (;;) {
      const page = await cases.lists.list({ ...period, after, limit: caseChunk })
      for (const row of page.rows) yield [row, ofCase(row, overdue.has(row.caseId))]
      if (page.next === null) return
      after = page.next
    }
  }

  function isOf(unit: string | null): (row: ReportRow) => boolean {
    if (unit === null) return () => true
    const wanted = unitField(unit)
    return (row) => row.unit !== null && unitField(row.unit) === wanted
  }

  async function* behind<Row>(
    rows: AsyncGenerator<[Row, ReportRow]>,
    { unit }: AskedReport,
    isBehind: (row: ReportRow) => boolean,
  ): AsyncGenerator<Row[]> {
    const isOfUnit = isOf(unit)
    let chunk: Row[] = []
    for await (const [row, counted] of rows) {
      if (!isOfUnit(counted) || !isBehind(counted)) continue
      chunk.push(row)
      if (chunk.length < fileChunk) continue
      yield chunk
      chunk = []
    }
    if (chunk.length > 0) yield chunk
  }

  async function* rowsOf({ period, unit }: AskedReport, sources: ReadonlySet<Kept['of']>) {
    const isOfUnit = isOf(unit)
    if (sources.has('register'))
      for await (const [row, counted] of receptionRows(period))
        if (isOfUnit(counted)) yield [{ of: 'register', row }, counted] as const
    if (sources.has('cases'))
      for await (const [row, counted] of petitionRows(period))
        if (isOfUnit(counted)) yield [{ of: 'cases', row }, counted] as const
  }

  async function figures(asked: AskedReport): Promise<Figure[]> {
    const { definition, period, unit } = asked
    const tally = createTally(definition)
    const [sources, isOfUnit] = [sourcesOf(definition), isOf(unit)]
    if (sources.has('register'))
      for await (const rows of register.lists.reported(period))
        for (const row of rows) if (isOfUnit(row)) tally.add(row)
    if (sources.has('cases')) for await (const [, row] of petitionRows(period)) if (isOfUnit(row)) tally.add(row)
    return tally.figures()
  }

  return {
    kept,
    definitions,
    figures,
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

    async rows(asked, key, { after, limit }) {
      const isBehind = rowsBehind(asked.definition, key)
      if (!isBehind) return null
      const found: Kept[] = []
      let seen = 0
      let isMore = false
      for await (const [kept, row] of rowsOf(asked, sourcesBehind(asked.definition, key))) {
        if (!isBehind(row) || ++seen <= after) continue
        isMore = found.length === limit
        if (isMore) break
        found.push(kept)
      }
      return {
        receptions: found.flatMap((one) => (one.of === 'register' ? [one.row] : [])),
        petitions: found.flatMap((one) => (one.of === 'cases' ? [one.row] : [])),
        next: isMore ? after + limit : null,
      }
    },

    receptionsBehind(asked, key) {
      const isBehind = rowsBehind(asked.definition, key)
      if (!isBehind || !sourcesBehind(asked.definition, key).has('register')) return null
      return behind(receptionRows(asked.period), asked, isBehind)
    },

    petitionsBehind(asked, key) {
      const isBehind = rowsBehind(asked.definition, key)
      if (!isBehind || !sourcesBehind(asked.definition, key).has('cases')) return null
      return behind(petitionRows(asked.period), asked, isBehind)
    },

    async closedPeriods() {
      const all = await reachingRedis(() => redis.hvals(keys.closed))
      return all.map((one) => ClosedPeriod.parse(JSON.parse(one))).toSorted((one, other) => other.at - one.at)
    },

    async closers() {
      const all = await reachingRedis(() => redis.hgetall(keys.closers))
      return new Map(Object.entries(all).map(([id, one]) => [AccountId.parse(id), Named.parse(JSON.parse(one))]))
    },

    async nameCloser(accountId, by) {
      // Named once: who named them first stays.
      await reachingRedis(() => redis.hsetnx(keys.closers, accountId, JSON.stringify({ at: now(), by })))
    },

    async removeCloser(accountId) {
      await reachingRedis(() => redis.hdel(keys.closers, accountId))
    },

    async closed(asked) {
      const kept = await reachingRedis(() => redis.hget(keys.closed, fieldOf(asked)))
      return kept === null ? null : ClosedPeriod.parse(JSON.parse(kept))
    },

    async close(asked, accountId) {
      const { definition, period, unit } = asked
      const counted = (await figures(asked)).map((one) => ({ key: one.key, value: one.value, rows: rowsHash(one) }))
      const what = { definition, period, unit, figures: counted, at: now(), accountId }
      const record: ClosedPeriod = { ...what, sha256: sha256(what) }
      const field = fieldOf({ name: definition.name, period, unit })
      const isNew = await reachingRedis(() => redis.hsetnx(keys.closed, field, JSON.stringify(record)))
      return isNew === 1 ? 'closed' : 'closed-before'
    },
  }
}
