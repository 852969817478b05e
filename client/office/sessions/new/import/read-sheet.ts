// Rows of a sheet as the people of a session, or every fault with its row and column. All or nothing. Pure.
import type { z } from 'zod'
import { line } from '../../../../../shared/kernel/ids.ts'
import { maximumParticipants } from '../../../../../shared/modules/admission/contract.ts'
import { maximumDelegatesPerSite, maximumSites } from '../../../../../shared/modules/sites/contract.ts'
import { fold } from '../../../../../shared/search/words.ts'
import { Email } from '../../../../../shared/wire/hearing/booking.ts'
import {
  type SheetColumn,
  type SheetRole,
  sheetColumns,
  sheetRoles,
} from '../../../../../shared/wire/hearing/booking-sheet.ts'
import { repeatedPeople } from '../../../../../shared/wire/hearing/repeated-people.ts'

export type Cell = string | number | boolean | null | undefined | object
export type Rows = readonly (readonly Cell[])[]

export type FaultCode =
  | 'no-people'
  | 'unknown-role'
  | 'site-missing'
  | 'second-chair'
  | 'not-at-centre'
  | 'too-many-sites'
  | 'too-many-delegates'
  | 'too-many-participants'

export type Fault = {
  /** From 1, as the sheet numbers its rows. */
  readonly row: number
  readonly column: SheetColumn | null
} & (
  | { readonly issue: z.core.$ZodIssue }
  | { readonly code: 'repeated'; readonly first: number }
  | { readonly code: FaultCode }
)

export interface ListedPerson {
  readonly row: number
  readonly site: string | null
  readonly name: string
  readonly title: string | null
  readonly role: SheetRole
  readonly email: string | null
}

export interface BookingList {
  /** The first is the centre. */
  readonly sites: readonly string[]
  readonly people: readonly ListedPerson[]
}

const columns = Object.keys(sheetColumns) as SheetColumn[]
/** Other heads under which offices have these columns. */
const otherHeads: Readonly<Record<SheetColumn, readonly string[]>> = {
  site: ['diem cau', 'ten diem cau'],
  name: ['ho va ten', 'ho ten', 'ten dai bieu', 'dai bieu'],
  title: ['chuc vu', 'chuc vu, don vi', 'chuc vu/don vi', 'chuc danh', 'don vi'],
  role: ['vai tro', 'nhiem vu'],
  email: ['thu dien tu', 'email', 'e-mail', 'dia chi email'],
}
const roleWords = new Map<string, SheetRole>(
  (Object.entries(sheetRoles) as [SheetRole, string][]).map(([role, word]) => [fold(word), role]),
)
/** Above the head there may be the name of the agency and of the list. */
const ROWS_ABOVE_HEAD = 20
const cellSchemas = {
  site: line(200).nullable(),
  name: line(120),
  title: line(200).nullable(),
  email: Email.nullable(),
}

/** `null` for nothing in it. */
function textOf(cell: Cell): string | null {
  if (cell === null || cell === undefined) return null
  return String(cell).replaceAll(/\s+/g, ' ').trim() || null
}

/** Where each column stands, and the first row below the head. Without a head they stand as in the template. */
function layoutOf(rows: Rows): { at: Map<SheetColumn, number>; firstRow: number } {
  for (const [index, row] of rows.slice(0, ROWS_ABOVE_HEAD).entries()) {
    const heads = row.map((cell) => fold(textOf(cell) ?? ''))
    const at = new Map<SheetColumn, number>()
    for (const column of columns) {
      const position = heads.findIndex((head) => otherHeads[column].includes(head))
      if (position >= 0) at.set(column, position)
    }
    if (at.has('name') && at.size > 1) return { at, firstRow: index + 1 }
  }
  return { at: new Map(columns.map((column, position) => [column, position])), firstRow: 0 }
}

export function readSheetRows(rows: Rows): { list: BookingList } | { faults: readonly Fault[] } {
  const { at, firstRow } = layoutOf(rows)
  const faults: Fault[] = []
  const people: ListedPerson[] = []
  const sites = new Map<string, string>()
  let siteAbove: string | null = null
  for (const [index, cells] of rows.entries()) {
    if (index < firstRow) continue
    const row = index + 1
    const valueAt = (column: SheetColumn) => textOf(cells[at.get(column) ?? -1])
    const values = Object.fromEntries(columns.map((column) => [column, valueAt(column)])) as Record<
      SheetColumn,
      string | null
    >
    if (columns.every((column) => values[column] === null)) continue
    const faultsBefore = faults.length
    const knownSite: string | null = values.site === null ? null : (sites.get(fold(values.site)) ?? values.site)
    if (knownSite !== null) {
      sites.set(fold(knownSite), knownSite)
      siteAbove = knownSite
    }
    const isSiteAlone = columns.every((column) => column === 'site' || values[column] === null)
    const role = roleOf(values.role)
    if (role === null) faults.push({ row, column: 'role', code: 'unknown-role' })
    for (const [column, schema] of Object.entries(cellSchemas) as [keyof typeof cellSchemas, z.ZodType][]) {
      if (isSiteAlone && column === 'name') continue
      const issue = schema.safeParse(values[column] ?? (column === 'name' ? '' : null)).error?.issues[0]
      if (issue) faults.push({ row, column, issue })
    }
    if (isSiteAlone || role === null || values.name === null || faults.length > faultsBefore) continue
    // A sheet with merged cells names a site once, in the first row of those who sit there.
    const site: string | null = knownSite ?? (role === 'delegate' || role === 'siteOperator' ? siteAbove : null)
    if (site === null && (role === 'delegate' || role === 'siteOperator'))
      faults.push({ row, column: 'site', code: 'site-missing' })
    people.push({ row, site, name: values.name, title: values.title, role, email: values.email })
  }
  const list = { sites: centreFirst([...sites.values()], people), people }
  faults.push(...faultsOfList(list))
  if (people.length === 0 && faults.length === 0) faults.push({ row: firstRow + 1, column: null, code: 'no-people' })
  return faults.length > 0 ? { faults: faults.toSorted((one, other) => one.row - other.row) } : { list }
}

const roleOf = (word: string | null): SheetRole | null =>
  word === null ? 'delegate' : (roleWords.get(fold(word)) ?? null)

/** The chair sits at the centre; without one, or when no site is given for them, the first site is it. */
function centreFirst(sites: readonly string[], people: readonly ListedPerson[]): string[] {
  const centre = people.find(({ role, site }) => role === 'chair' && site !== null)?.site ?? sites[0]
  return centre === undefined ? [] : [centre, ...sites.filter((site) => site !== centre)]
}

function faultsOfList({ sites, people }: BookingList): Fault[] {
  const delegates = people.filter(({ role }) => role === 'delegate')
  const invited = people.filter(({ role }) => role !== 'delegate')
  const chairs = people.filter(({ role }) => role === 'chair')
  const secretary = people.find(({ role }) => role === 'secretary')
  return [
    ...repetitionsAmong(delegates.map((one) => ({ ...one, place: one.site }))),
    ...repetitionsAmong(
      invited.map((one) => ({
        ...one,
        place: [one.role, one.site],
        title: one.title === null ? null : `${one.role} ${one.title}`,
      })),
    ),
    ...chairs.slice(1).map(({ row }): Fault => ({ row, column: 'role', code: 'second-chair' })),
    ...(secretary && secretary.site !== null && secretary.site !== sites[0]
      ? [{ row: secretary.row, column: 'site', code: 'not-at-centre' } as const]
      : []),
    ...beyond(
      sites.map((site) => people.find((one) => one.site === site)?.row ?? 1),
      maximumSites,
      'too-many-sites',
    ),
    ...sites.flatMap((site) =>
      beyond(
        delegates.filter((one) => one.site === site).map(({ row }) => row),
        maximumDelegatesPerSite,
        'too-many-delegates',
      ),
    ),
    ...beyond(
      invited.map(({ row }) => row),
      maximumParticipants,
      'too-many-participants',
    ),
  ]
}

/** One fault, at the first row that is too many. */
function beyond(rows: readonly number[], maximum: number, code: FaultCode): Fault[] {
  const row = rows[maximum]
  return row === undefined ? [] : [{ row, column: null, code }]
}

function repetitionsAmong(people: readonly (ListedPerson & { place: unknown })[]): Fault[] {
  return repeatedPeople(people).map(({ index, first }) => ({
    row: people[index]?.row ?? 0,
    column: 'name',
    code: 'repeated',
    first: people[first]?.row ?? 0,
  }))
}
