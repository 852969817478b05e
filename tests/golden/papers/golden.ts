// The recorded papers: their text line by line, and a small picture of each page.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { paperPdf } from '../../../server/papers/model/pdf.ts'
import { layoutOf, picturesOf } from '../../harness/pdf-programs.ts'
import { asIssued, samples } from './samples.ts'

const folder = import.meta.dirname
/** Enough to see where each line stands, too little to see a letter. */
const dotsPerInch = 30
/** Of grey: a step is less than what counts as another point, and the files stay small. */
const shade = 36

export interface Printed {
  readonly text: string
  readonly pages: readonly Buffer[]
}

export async function printed(name: string): Promise<Printed> {
  const paper = samples.find(([one]) => one === name)?.[1]
  if (!paper) throw new Error(`there is no sample ${name}`)
  const pdf = await paperPdf(await asIssued(paper))
  return { text: await layoutOf(pdf), pages: (await picturesOf(pdf, dotsPerInch)).map(inFewShades) }
}

function inFewShades(picture: Buffer): Buffer {
  const png = PNG.sync.read(picture)
  png.data = Buffer.from(png.data.map((level) => Math.min(255, Math.round(level / shade) * shade)))
  return PNG.sync.write(png, { colorType: 0, deflateLevel: 9 })
}

const pageFile = (name: string, index: number) => `${name}-${index + 1}.png`

/** The files of a paper, by their names. */
export const filesOf = (name: string, { text, pages }: Printed): readonly (readonly [string, string | Buffer])[] => [
  [`${name}.txt`, text],
  ...pages.map((page, index) => [pageFile(name, index), page] as const),
]

export function kept(name: string): Printed {
  const count = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && /-\d+\.png$/.test(file)).length
  return {
    text: readFileSync(join(folder, `${name}.txt`), 'utf8'),
    pages: Array.from({ length: count }, (_, index) => readFileSync(join(folder, pageFile(name, index)))),
  }
}

/** The share of points that differ, shades of a letter’s edge aside. */
export function difference(one: Buffer, other: Buffer): number {
  const [a, b] = [one, other].map((bytes) => PNG.sync.read(bytes))
  if (!a || !b || a.width !== b.width || a.height !== b.height) return 1
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.2 }) / (a.width * a.height)
}
