// PDF files as other programs read them: those of poppler and qpdf. For tests of papers only.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

async function withFile<T>(pdf: Uint8Array, work: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'diemcau-pdf-'))
  try {
    const path = join(folder, 'paper.pdf')
    await writeFile(path, pdf)
    return await work(path, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const outputOf = (pdf: Uint8Array, program: string, before: readonly string[], after: readonly string[] = []) =>
  withFile(pdf, async (path) => (await run(program, [...before, path, ...after])).stdout)

/** Line by line as on the page. */
export const layoutOf = (pdf: Uint8Array): Promise<string> => outputOf(pdf, 'pdftotext', ['-layout'], ['-'])

const pointsPerMm = 72 / 25.4

/** In the order in which it is written into the file, without what stands in the upper margin. */
export function textBelow(pdf: Uint8Array, topMm: number): Promise<string> {
  const [top, width, height] = [topMm, 210, 297 - topMm].map((mm) => String(Math.round(mm * pointsPerMm)))
  const area = ['-x', '0', '-y', top ?? '', '-W', width ?? '', '-H', height ?? '']
  return outputOf(pdf, 'pdftotext', ['-raw', ...area], ['-'])
}

export interface PlacedWord {
  readonly page: number
  readonly text: string
  readonly leftMm: number
  readonly topMm: number
  readonly rightMm: number
  readonly bottomMm: number
}

export async function placedWords(pdf: Uint8Array): Promise<PlacedWord[]> {
  const html = await outputOf(pdf, 'pdftotext', ['-bbox'], ['-'])
  return html.split('<page ').flatMap((page, number) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g)].map(
      ([, ...found]) => {
        const [leftMm = 0, topMm = 0, rightMm = 0, bottomMm = 0] = found.map((one) => Number(one) / pointsPerMm)
        return { page: number, text: found[4] ?? '', leftMm, topMm, rightMm, bottomMm }
      },
    ),
  )
}

/** Grey, one of each page. */
export const picturesOf = (pdf: Uint8Array, dotsPerInch: number): Promise<Buffer[]> =>
  withFile(pdf, async (path, folder) => {
    await run('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', path, join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png'))
    return Promise.all(names.sort().map((name) => readFile(join(folder, name))))
  })

export interface Font {
  readonly name: string
  readonly isEmbedded: boolean
  /** Its letters can be read back. */
  readonly hasUnicode: boolean
}

export async function fontsOf(pdf: Uint8Array): Promise<Font[]> {
  const [, , ...rows] = (await outputOf(pdf, 'pdffonts', [])).trimEnd().split('\n')
  return rows.map((row) => {
    const [name = ''] = row.split(/\s+/)
    const [embedded, , unicode] = row.match(/\b(yes|no)\b/g) ?? []
    return { name, isEmbedded: embedded === 'yes', hasUnicode: unicode === 'yes' }
  })
}

export const informationOn = (pdf: Uint8Array): Promise<string> => outputOf(pdf, 'pdfinfo', [])

/** @throws when the file is damaged */
export const checkedByQpdf = (pdf: Uint8Array): Promise<string> => outputOf(pdf, 'qpdf', ['--check'])
