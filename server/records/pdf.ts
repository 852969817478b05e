// Prints a paper as PDF/A-2b, with the typeface of the agency’s papers embedded. Typst does it (TEMPLATE.typ), in a thread
// of its own (pdf-worker.ts) and without any network.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { MinutesDocument } from '../../shared/projections/minutes-document.ts'
import { minutesPaper } from './minutes-paper.ts'
import { landscapePage, lineHeight, lineStyles, type Paper, page, pageNumberSizePt } from './paper.ts'
import type { PdfReply, PdfRequest } from './pdf-worker.ts'
import { shortDate } from './times.ts'

export interface PdfOptions {
  /** Where Liberation Serif is, when it is in none of the usual folders. */
  readonly fontDirectory?: string | undefined
}

/** Liberation Serif has the measures of Times New Roman, which NĐ 30/2020 asks for. */
const fontFiles = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((face) => `LiberationSerif-${face}.ttf`)
const usualDirectories = [
  '/usr/share/fonts/truetype/liberation',
  '/usr/share/fonts/truetype/liberation2',
  '/usr/share/fonts/liberation-serif',
  '/usr/share/fonts/liberation-serif-fonts',
  '/usr/share/fonts/liberation',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
]

/** Typst would set another typeface without a word. */
export class FontMissingError extends Error {
  override name = 'FontMissingError'
}

/** @throws FontMissingError */
export async function minutesPdf(document: MinutesDocument, options: PdfOptions = {}): Promise<Buffer> {
  return paperPdf(minutesPaper(document), options)
}

/** @throws FontMissingError */
export async function paperPdf(paper: Paper, options: PdfOptions = {}): Promise<Buffer> {
  return printPdf({ template: 'paper', input: inputOf(paper), fontFiles: findFonts(options), picture: null })
}

export async function printPdf(request: Omit<PdfRequest, 'reply'>): Promise<Buffer> {
  const answer = await ask(request)
  if ('failure' in answer) throw new Error(`Typst: ${answer.failure}`)
  return Buffer.from(answer.pdf)
}

/** @throws FontMissingError */
export function findFonts({ fontDirectory }: PdfOptions): string[] {
  const directories = fontDirectory ? [fontDirectory] : usualDirectories
  const found = directories
    .map((directory) => fontFiles.map((file) => join(directory, file)))
    .find((files) => files.every((file) => existsSync(file)))
  if (found) return found
  throw new FontMissingError(
    `Liberation Serif (${fontFiles.join(', ')}) is not in ${directories.join(', ')}. On Debian: apt-get install fonts-liberation`,
  )
}

/** What paper.typ reads. */
function inputOf(paper: Paper): string {
  const [day, month, year] = shortDate(paper.date).split('/').map(Number)
  return JSON.stringify({
    ...paper,
    date: { year, month, day },
    styles: lineStyles,
    page: paper.isLandscape ? landscapePage : page,
    pageNumberSizePt,
    lineHeight,
  })
}

let printer: Worker | undefined

/** Started by the first paper, kept for the next ones; it keeps no process alive. */
function startedPrinter(): Worker {
  if (printer) return printer
  const started = new Worker(new URL('./pdf-worker.ts', import.meta.url))
  started.setMaxListeners(0)
  started.unref()
  const forget = () => {
    if (printer === started) printer = undefined
  }
  started.once('error', forget).once('exit', forget)
  printer = started
  return started
}

function ask(request: Omit<PdfRequest, 'reply'>): Promise<PdfReply> {
  const worker = startedPrinter()
  const { port1, port2 } = new MessageChannel()
  return new Promise<PdfReply>((resolve, reject) => {
    worker.once('error', reject)
    port1.once('message', resolve)
    port1.once('close', () => {
      worker.off('error', reject)
      reject(new Error('The thread that prints PDF ended.'))
    })
    worker.postMessage({ ...request, reply: port2 } satisfies PdfRequest, [port2])
  }).finally(() => port1.close())
}
