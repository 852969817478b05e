// Renders presented pages with poppler’s pdftoppm: only those that a film needs, each in a sandboxed program with
// limits (ADR 0072). If a page cannot be rendered, the film shows its title and the reason instead.
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PresentedPage } from '../../../shared/projections/film-view.ts'
import type { FilmRemark } from '../../../shared/wire/hearing/film.ts'
import { type Limits, runConfined } from '../../platform/confined-program.ts'
import type { Log } from '../../platform/log.ts'
import { pageBox } from './scene-graph.ts'

/** The bytes of a document of the session; null: they were erased. */
export type ReadDocument = (sha256: string) => Promise<Readable | null>

/** The file in the folder of the film, or why there is none. */
export type DrawnPage = { readonly file: string } | { readonly why: FilmRemark['why'] }

/** Kept in the folder, and not drawn again, until the film is made. */
export type DrawPage = (page: PresentedPage, folder: string, signal: AbortSignal) => Promise<DrawnPage>

const limits: Limits = {
  memoryBytes: 1024 ** 3,
  seconds: 30,
  writtenBytes: 32 * 1024 ** 2,
  saidBytes: 64 * 1024,
}
/** Larger ones take longer to copy than their pages are worth. */
const mostDocumentBytes = 200 * 1024 ** 2

export function createPages(read: ReadDocument, log: Log): DrawPage {
  /** The documents that are in the folder, under their hash. */
  async function fetched(sha256: string, folder: string): Promise<string | null> {
    const name = `scene-document-${sha256}`
    if (existsSync(join(folder, name))) return name
    const content = await read(sha256)
    if (!content) return null
    const beside = join(folder, `scene-part-${sha256}`)
    await pipeline(content, createWriteStream(beside, { mode: 0o600 }))
    await rename(beside, join(folder, name))
    return name
  }

  return async ({ documentId, file, card, page }, folder, signal) => {
    if (file === null) return { why: card ?? 'notDrawn' }
    const { sha256, format } = file
    const drawn = `scene-page-${sha256}-${page}.png`
    if (existsSync(join(folder, drawn))) return { file: drawn }
    const name = await fetched(sha256, folder)
    if (name === null) return { why: 'gone' }
    if ((await stat(join(folder, name))).size > mostDocumentBytes) return { why: 'tooLarge' }
    const work = join(folder, 'scene-drawing')
    await rm(work, { recursive: true, force: true })
    await mkdir(work, { mode: 0o700 })
    try {
      await draw(join(folder, name), { format, page, work, signal })
      await rename(join(work, 'page.png'), join(folder, drawn))
      return { file: drawn }
    } catch (err) {
      signal.throwIfAborted()
      log.warn({ err, documentId, page }, 'a page that was presented cannot be drawn: the film shows its title')
      return { why: 'notDrawn' }
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  }
}

interface Drawing {
  readonly format: string
  readonly page: number
  readonly work: string
  readonly signal: AbortSignal
}

async function draw(document: string, { format, page, work, signal }: Drawing): Promise<void> {
  const { width, height } = pageBox
  const out = join(work, 'page')
  const program =
    format === 'pdf'
      ? [
          ...['pdftoppm', '-png', '-singlefile', '-f', `${page}`, '-l', `${page}`],
          ...['-scale-to', `${Math.max(width, height)}`, document, out],
        ]
      : [
          ...['ffmpeg', '-nostdin', '-loglevel', 'error', '-protocol_whitelist', 'file', '-i', document],
          ...['-frames:v', '1', '-vf', fitting, `${out}.png`],
        ]
  await runConfined(program, { limits, signal, reads: [document], writes: [work] })
}

const fitting = `scale=${pageBox.width}:${pageBox.height}:force_original_aspect_ratio=decrease`
