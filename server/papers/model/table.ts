// A table for a workbook or a CSV: its columns and rows.
import { printable } from './paper.ts'

export type Cell = string | number | null

export interface Table {
  readonly name: string
  readonly columns: readonly { readonly title: string /** In letters. */; readonly width: number }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What a column is called, how wide it is, and its cell for one thing. */
export type Column<Thing> = readonly [title: string, width: number, cell: (thing: Thing, index: number) => Cell]

export function table<Thing>(name: string, things: readonly Thing[], columns: readonly Column<Thing>[]): Table {
  const cellOf = (value: Cell) => (typeof value === 'string' ? printable(value) : value)
  return {
    name,
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: things.map((thing, index) => columns.map(([, , cell]) => cellOf(cell(thing, index)))),
  }
}
