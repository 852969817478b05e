// A file of Excel, or what was copied out of a sheet, as rows of cells. Loaded with the dialog, never with the page.
import { parse } from 'csv-parse/browser/esm/sync'
// Not its form for browsers: that one starts a worker from a blob, which the content security policy keeps out.
import readXlsxFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal'
import type { Cell } from './read-sheet.ts'

type Rows = readonly (readonly Cell[])[]

/** Three thousand people take a tenth of it. */
export const largestFileBytes = 5 * 1024 * 1024

/** null: it is no workbook that can be read. */
export async function rowsOfFile(file: Blob): Promise<Rows | null> {
  try {
    const [sheet] = await readXlsxFile(file)
    return sheet?.data ?? []
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) return null
    throw error
  }
}

/** A sheet copies its cells parted by tabs, with quotes around one that holds a line break. */
export function rowsOfText(text: string): Rows {
  return parse(text, {
    delimiter: '\t',
    quote: '"',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
  })
}
