// Prints a paper as PDF/A-2b, with the typeface of the agency’s papers embedded. Uses Typst (TEMPLATE.typ) in a
// separate process (typst.ts), without any network.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { lineStyles } from './line-styles.ts'
import { landscapePage, lineHeight, type Paper, page, pageNumberSizePt, paperNumber } from './paper.ts'
import { shortDate } from './times.ts'
import { createTypst } from './typst.ts'
import type { PdfRequest } from './typst-program.ts'

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
export async function paperPdf(paper: Paper, options: PdfOptions = {}): Promise<Buffer> {
  return printPdf({ template: 'paper', input: inputOf(paper), fontFiles: findFonts(options), picture: null })
}

/** Two processes, so that no paper waits for a picture of a stranger. The longest minutes that were measured, 439 pages, take 2 s. */
const printers = { paper: createTypst({ seconds: 120 }), watermark: createTypst({ seconds: 20 }) }

export async function printPdf(request: PdfRequest): Promise<Buffer> {
  const answer = await printers[request.template].print(request)
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
    paperNumber,
    lineHeight,
  })
}
