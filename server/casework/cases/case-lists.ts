// The lists of cases: rows and the sets they belong to (server/platform/rows.ts), and which citizen brought which case,
// by id.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { CaseKind, CompetenceOutcome, IntakeWay, Reception } from '../../../shared/cases/intake/contract.ts'
import { CaseResult, Satisfaction } from '../../../shared/cases/outcome/contract.ts'
import { AccountId, CitizenId, Ms } from '../../../shared/kernel/ids.ts'
import { type CaseRow, caseStatuses } from '../../../shared/projections/cases.ts'
import { SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { createRows } from '../../platform/rows.ts'
import { unitKey } from './case-terms.ts'

export interface CaseQuery {
  readonly status?: CaseRow['status'] | undefined
  readonly kind?: CaseRow['kind'] | undefined
  readonly unit?: string | undefined
  readonly officerId?: string | undefined
  /** By the day of receipt, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The register number, whole. */
  readonly number?: string | undefined
  /** Those that one of these has brought. */
  readonly citizenIds?: readonly CitizenId[] | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface CaseLists {
  keep(row: CaseRow): Promise<void>
  /** What one of these has brought. */
  ofCitizens(citizenIds: readonly CitizenId[]): Promise<string[]>
  /** Blind indexes of people that an earlier release kept with a case; they are with the people now. */
  forgetFormerIndexes(caseId: string): Promise<void>
  /** The newest receipt first. `next` is where the following page begins; null: this was the last. */
  list(query: CaseQuery): Promise<{ rows: CaseRow[]; next: string | null }>
  rows(caseIds: readonly string[]): Promise<CaseRow[]>
  counts(): Promise<Record<CaseRow['status'], number>>
  /** How many were received from one day to another, both included. */
  countOf(days: { readonly from: string; readonly to: string }): Promise<number>
  units(): Promise<string[]>
  size(): Promise<number>
}

const Body = z.object({ body: z.string(), paperNumber: z.string().nullable() })
const Petition = z.object({
  way: IntakeWay,
  reception: Reception.nullable(),
  competence: CompetenceOutcome.nullable(),
  columns: z.object({
    people: z.int(),
    isOwn: z.boolean(),
    guidedTo: Body.nullable(),
    handledBy: Body.nullable(),
    result: z
      .object({
        result: CaseResult.nullable(),
        paperNumber: z.string().nullable(),
        on: z.string(),
        satisfaction: Satisfaction.nullable(),
      })
      .nullable(),
  }),
  petitionerIds: z.array(CitizenId).readonly(),
  readers: z.array(AccountId).readonly().nullable(),
})
const Row = z.object({
  caseId: z.string(),
  seq: z.int(),
  number: z.string(),
  status: z.enum(caseStatuses),
  kind: CaseKind,
  subject: z.string(),
  receivedOn: z.string(),
  signers: z.int(),
  unit: z.string().nullable(),
  officerId: AccountId.nullable(),
  isProtected: z.boolean(),
  // Rows of earlier releases do not say it.
  secrecy: SecrecyLevel.default('open'),
  changedAt: Ms,
  petition: Petition,
})
const rowsKey = '{cases}:rows'
const unitsKey = '{cases}:units'
const setOf = (kind: 'all' | 'status' | 'kind' | 'unit' | 'officer' | 'number' | 'citizen', value = '') =>
  `{cases}:by:${kind}:${value}`
const formerIndexesKey = (caseId: string) => `{cases}:marks:${caseId}`
const formerIndexKey = (mark: string) => `{cases}:by:mark:${mark}`
/** Sets are in the order of the alphabet: of the day, then of the time at which the case was made. */
const memberOf = ({ receivedOn, caseId }: CaseRow) => `${receivedOn} ${caseId}`
const caseIn = (member: string) => member.slice(11)
/** After every member of the day. */
const endOf = (day: string) => `${day}~`
const chunk = 200

function setsOf({ status, kind, unit, officerId, number }: CaseRow): string[] {
  return [
    setOf('all'),
    setOf('status', status),
    setOf('kind', kind),
    setOf('number', number),
    ...(unit === null ? [] : [setOf('unit', unitKey(unit))]),
    ...(officerId === null ? [] : [setOf('officer', officerId)]),
  ]
}

const isWanted =
  ({ status, kind, unit, officerId, from, to, number }: CaseQuery) =>
  (row: CaseRow): boolean =>
    (status === undefined || row.status === status) &&
    (kind === undefined || row.kind === kind) &&
    (unit === undefined || (row.unit !== null && unitKey(row.unit) === unitKey(unit))) &&
    (officerId === undefined || row.officerId === officerId) &&
    (from === undefined || row.receivedOn >= from) &&
    (to === undefined || row.receivedOn <= to) &&
    (number === undefined || row.number === number)

/** The set with the fewest cases in it that holds all that are wanted. */
async function smallestSet(redis: Redis, { status, kind, unit, officerId, number }: CaseQuery): Promise<string> {
  const sets = [
    ...(status === undefined ? [] : [setOf('status', status)]),
    ...(kind === undefined ? [] : [setOf('kind', kind)]),
    ...(unit === undefined ? [] : [setOf('unit', unitKey(unit))]),
    ...(officerId === undefined ? [] : [setOf('officer', officerId)]),
    ...(number === undefined ? [] : [setOf('number', number)]),
  ]
  const sizes = await reachingRedis(() => Promise.all(sets.map((set) => redis.zcard(set))))
  return sets[sizes.indexOf(Math.min(...sizes))] ?? setOf('all')
}

export function createCaseLists(redis: Redis): CaseLists {
  const all = createRows(redis, rowsKey, Row)
  const rows = (caseIds: readonly string[]) => all.read(caseIds)

  const ofCitizens = async (citizenIds: readonly CitizenId[]): Promise<string[]> => {
    if (citizenIds.length === 0) return []
    return reachingRedis(() => redis.sunion(...citizenIds.map((one) => setOf('citizen', one))))
  }

  return {
    rows,
    ofCitizens,

    async keep(row) {
      const { unit } = row
      if (unit !== null) await reachingRedis(() => redis.hset(unitsKey, unitKey(unit), unit))
      const { petitionerIds } = row.petition
      // Whoever was corrected away leads here no longer; before the row, by which one sees that all is kept.
      const formerly = (await rows([row.caseId])).flatMap(({ petition }) => petition.petitionerIds)
      await reachingRedis(() =>
        Promise.all([
          ...petitionerIds.map((one) => redis.sadd(setOf('citizen', one), row.caseId)),
          ...formerly
            .filter((one) => !petitionerIds.includes(one))
            .map((one) => redis.srem(setOf('citizen', one), row.caseId)),
        ]),
      )
      await all.keep(row.caseId, row, { member: memberOf(row), sets: setsOf(row) })
    },

    async forgetFormerIndexes(caseId) {
      const indexes = await reachingRedis(() => redis.smembers(formerIndexesKey(caseId)))
      if (indexes.length > 0)
        await reachingRedis(() => redis.unlink(formerIndexesKey(caseId), ...indexes.map(formerIndexKey)))
    },

    async list(query) {
      const { from, to, after, limit, citizenIds } = query
      const wanted = isWanted(query)
      const found: CaseRow[] = []
      if (citizenIds) {
        const known = (await rows(await ofCitizens(citizenIds))).filter(wanted)
        known.sort((one, other) => (memberOf(one) < memberOf(other) ? 1 : -1))
        return { rows: known.slice(0, limit), next: null }
      }
      const set = await smallestSet(redis, query)
      let upper = after === undefined ? (to === undefined ? '+' : `[${endOf(to)}`) : `(${after}`
      const lower = from === undefined ? '-' : `[${from}`
      for (;;) {
        const members = await reachingRedis(() => redis.zrevrangebylex(set, upper, lower, 'LIMIT', 0, chunk))
        for (const row of (await rows(members.map(caseIn))).filter(wanted)) {
          if (found.length === limit) return { rows: found, next: found.map(memberOf).at(-1) ?? null }
          found.push(row)
        }
        const last = members.at(-1)
        if (last === undefined || members.length < chunk) return { rows: found, next: null }
        upper = `(${last}`
      }
    },

    async counts() {
      const sizes = await reachingRedis(() =>
        Promise.all(caseStatuses.map((status) => redis.zcard(setOf('status', status)))),
      )
      return Object.fromEntries(caseStatuses.map((status, index) => [status, sizes[index] ?? 0])) as Record<
        CaseRow['status'],
        number
      >
    },

    countOf: ({ from, to }) => reachingRedis(() => redis.zlexcount(setOf('all'), `[${from}`, `[${endOf(to)}`)),
    units: async () => (await reachingRedis(() => redis.hvals(unitsKey))).sort(new Intl.Collator('vi').compare),
    size: () => all.size(),
  }
}
