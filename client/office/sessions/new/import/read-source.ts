// A file of Excel, or what was copied out of a sheet, as rows of cells. Loaded with the dialog, never with the page.
import { parse } from 'csv-parse/browser/esm/sync'
import type { Rows } from './read-sheet.ts'
import type { WorkbookReply } from './workbook-worker.ts'

/** Three thousand people take a tenth of it. */
export const largestFileBytes = 5 * 1024 * 1024
/** A list of three thousand people takes less than a second; a file made to unpack to gigabytes would hold the page for ever. */
const patienceMs = 20_000

type Thread = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>
const startThread = (): Thread => new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' })

/** null: it is no workbook that can be read, in the time that one takes. */
export function rowsOfFile(file: Blob, start: () => Thread = startThread): Promise<Rows | null> {
  const thread = start()
  return new Promise<Rows | null>((resolve) => {
    const patience = setTimeout(resolve, patienceMs, null)
    const end = (rows: Rows | null) => {
      clearTimeout(patience)
      resolve(rows)
    }
    thread.addEventListener('message', ({ data }: MessageEvent<WorkbookReply>) => end(data.rows))
    thread.addEventListener('error', () => end(null))
    thread.postMessage(file)
  }).finally(() => thread.terminate())
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
