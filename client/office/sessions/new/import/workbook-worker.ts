// The thread in which a workbook of Excel is read: whoever made it is a stranger, and a thread can be ended (read-source.ts).
// Not its form for browsers: that one starts a worker from a blob, which the content security policy keeps out.
import readXlsxFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal'
import type { Rows } from './read-sheet.ts'

export interface WorkbookReply {
  /** null: it is no workbook that can be read. */
  readonly rows: Rows | null
}

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void rowsOf(data).then((rows) => postMessage({ rows } satisfies WorkbookReply))
})

async function rowsOf(file: Blob): Promise<Rows | null> {
  try {
    const [sheet] = await readXlsxFile(file)
    return sheet?.data ?? []
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) return null
    throw error
  }
}
