// Puts a watermark on documents when they are sent: the viewer and the time are in the bytes of every page (ADR 0031). A file that
// cannot be watermarked is not sent.
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { DocumentFormat, SessionDocument } from '../../../shared/modules/documents/contract.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { missingPrograms } from '../../platform/missing-programs.ts'
import { IntakeError } from './intake-error.ts'
import { largestSidePt, type Pages, pagesOf, type Shape } from './page-shapes.ts'
import { programsOfQpdf, qpdf } from './qpdf.ts'
import { readFile as readHandedIn } from './reading/read-file.ts'
import type { DocumentStore } from './store.ts'

export interface WatermarkedFile {
  /** A PDF, whatever the document was. */
  readonly content: ReadStream
  readonly bytes: number
}

export interface Watermarks {
  /** null: the bytes are not here. Throws IntakeError when it cannot be watermarked. */
  watermarked(sessionId: SessionId, shown: Shown, lines: readonly string[]): Promise<WatermarkedFile | null>
}

type Shown = Pick<NonNullable<SessionDocument['shown']>, 'format' | 'sha256'>

export interface Watermark {
  readonly lines: readonly string[]
  /** A page for each. */
  readonly shapes: readonly Shape[]
  /** Lies under the watermark of the one page; null: the watermark alone, to be laid over pages. */
  readonly picture: { readonly format: DocumentFormat; readonly bytes: Uint8Array } | null
}

interface Dependencies {
  readonly store: Pick<DocumentStore, 'inScratch' | 'read'>
  readonly print: (watermark: Watermark) => Promise<Uint8Array>
  readonly log: Log
}

/** Of a document the shapes do not change; of so many they are remembered. */
const mostRemembered = 200
/** The longest side of a picture on its page: that of A4. */
const pictureSidePt = 842
/** Shapes nearer than this are one. */
const shapeStep = 10

export function createWatermarks({ store, print, log }: Dependencies): Watermarks {
  // A hearing goes on beside it: half of the cores at most.
  const lanes = Array.from({ length: Math.max(1, Math.floor(availableParallelism() / 2)) }, createMailbox)
  let turn = 0
  void missingPrograms(programsOfQpdf).then((missing) => {
    if (missing.length > 0) log.warn({ missing }, 'watermarked documents are not handed out: install qpdf')
  })
  const remembered = new Map<string, Pages>()

  async function knownPages(sha256: string, path: string): Promise<Pages> {
    const known = remembered.get(sha256)
    if (known) return known
    const pages = await pagesOf(path)
    remembered.set(sha256, pages)
    const [oldest] = remembered.keys()
    if (remembered.size > mostRemembered && oldest) remembered.delete(oldest)
    return pages
  }

  async function watermarkPdf(
    folder: string,
    original: string,
    sha256: string,
    lines: readonly string[],
  ): Promise<string> {
    const pages = await knownPages(sha256, original)
    const { shapes, places } = sheetsFor(pages.shapes)
    const watermark = join(folder, 'watermark.pdf')
    await writeFile(watermark, await print({ lines, shapes, picture: null }))
    const update = join(folder, 'update.json')
    if (pages.withoutTrim) await writeFile(update, JSON.stringify(pages.withoutTrim))
    const watermarked = join(folder, 'watermarked.pdf')
    await qpdf(
      [
        ...[original, ...(pages.withoutTrim ? [`--update-from-json=${update}`] : [])],
        ...['--overlay', watermark, `--from=${places.join()}`, '--', watermarked],
      ],
      { writes: [folder] },
    )
    return watermarked
  }

  async function watermarkPicture(folder: string, original: string, format: DocumentFormat, lines: readonly string[]) {
    const { picture } = await readHandedIn(original, format)
    if (!picture) throw new Error('it is no picture')
    const shape = pictureShape(picture)
    const watermarked = join(folder, 'watermarked.pdf')
    const bytes = await readFile(original)
    await writeFile(watermarked, await print({ lines, shapes: [shape], picture: { format, bytes } }))
    return watermarked
  }

  async function watermarked(
    content: Readable,
    { format, sha256 }: Shown,
    lines: readonly string[],
  ): Promise<WatermarkedFile> {
    return store.inScratch(async (folder) => {
      const original = join(folder, 'original')
      await pipeline(content, createWriteStream(original, { mode: 0o600 }))
      try {
        const path = await (format === 'pdf'
          ? watermarkPdf(folder, original, sha256, lines)
          : watermarkPicture(folder, original, format, lines))
        return { content: await opened(path), bytes: (await stat(path)).size }
      } catch (error) {
        const missing = await missingPrograms(programsOfQpdf)
        log.error({ err: error, format, missing }, 'a document could not be watermarked, and is not handed out')
        throw new IntakeError('cannot-be-marked', { cause: error })
      }
    })
  }

  return {
    async watermarked(sessionId, shown, lines) {
      const lane = lanes[turn++ % lanes.length]
      if (!lane) return null
      return lane.post(async () => {
        // Not before its turn: hundreds may wait, and each would hold a file open.
        const content = await store.read(sessionId, shown.sha256)
        return content && watermarked(content, shown, lines)
      })
    },
  }
}

/** A sheet for each shape that there is, and for each page the number of its sheet. */
function sheetsFor(shapes: readonly Shape[]): { shapes: Shape[]; places: number[] } {
  const sheets = new Map<string, { shape: Shape; place: number }>()
  const places = shapes.map(({ width, height }) => {
    // As large as a sheet can be: qpdf makes it smaller to fit a page, never larger.
    const scale = largestSidePt / Math.max(width, height)
    const shape = { width: rounded(width * scale), height: rounded(height * scale) }
    const key = `${shape.width} ${shape.height}`
    const sheet = sheets.get(key) ?? { shape, place: sheets.size + 1 }
    sheets.set(key, sheet)
    return sheet.place
  })
  return { shapes: [...sheets.values()].map(({ shape }) => shape), places }
}

const rounded = (side: number): number => Math.max(shapeStep, Math.round(side / shapeStep) * shapeStep)

function pictureShape({ width, height }: Shape): Shape {
  const scale = pictureSidePt / Math.max(width, height)
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) }
}

/** It can be read to the end also when the file has been removed. */
async function opened(path: string): Promise<ReadStream> {
  const stream = createReadStream(path)
  return new Promise((resolve, fail) => {
    stream.once('open', () => resolve(stream))
    stream.once('error', fail)
  })
}
