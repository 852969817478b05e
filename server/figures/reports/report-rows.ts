// Counts the figures of a report and finds the rows behind each: rows of the register and of the cases that lie in the
// period, read in chunks from the views. No journal is read.
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
import type { ReportDefinition } from '../../../shared/reports/definition.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { unitField } from '../../identity/units/units.ts'
import type { Register } from '../../reception/register/register.ts'

export interface AskedReport {
  readonly definition: ReportDefinition
  readonly period: ReportPeriod
  /** null: rows of every unit. */
  readonly unit: string | null
}

export interface FoundRows {
  readonly receptions: readonly RegisterRow[]
  readonly petitions: readonly CaseRow[]
  readonly next: number | null
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface ReportRows {
  figures(asked: AskedReport): Promise<Figure[]>
  /** Those behind a figure, in the order in which they are kept; null: no such figure. */
  rows(asked: AskedReport, key: string, page: { after: number; limit: number }): Promise<FoundRows | null>
  /** The same rows as they are read, a chunk at a time, for a file; null: no such figure, or none of its rows are there. */
  receptionsBehind(asked: AskedReport, key: string): AsyncGenerator<RegisterRow[]> | null
  petitionsBehind(asked: AskedReport, key: string): AsyncGenerator<CaseRow[]> | null
}

export interface ReportSources {
  readonly register: { readonly lists: Pick<Register['lists'], 'each' | 'reported'> }
  readonly cases: {
    readonly lists: Pick<Cases['lists'], 'list'>
    readonly due: Pick<Cases['due'], 'urgent'>
  }
}

type Kept = { of: 'register'; row: RegisterRow } | { of: 'cases'; row: CaseRow }

const caseChunk = 200
const fileChunk = 200

export function createReportRows({ register, cases }: ReportSources): ReportRows {
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
    figures,

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
