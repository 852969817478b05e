// Takes files in: by content, within limits, scanned, its pages counted, office files converted. A file is taken in whole
// or refused with the reason; nothing is left behind of one that was refused.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromFile } from 'file-type'
import type { SessionId } from '../../shared/kernel/ids.ts'
import type { DocumentFormat, SessionDocument } from '../../shared/modules/documents/contract.ts'
import { maximumFileBytes, mediaTypes } from '../../shared/wire/documents.ts'
import { createMailbox } from '../session/mailbox.ts'
import { checkPicture } from './check-picture.ts'
import { checkZip } from './check-zip.ts'
import type { Converter } from './converter.ts'
import { countPages } from './count-pages.ts'
import { titleAndFormat } from './file-name.ts'
import { IntakeError } from './intake-error.ts'
import type { Scanner } from './scanner.ts'
import type { DocumentStore } from './store.ts'

export interface Upload {
  readonly fileName: string
  readonly content: Readable
}

export type TakenIn = Pick<SessionDocument, 'title' | 'file' | 'shown' | 'scan'>

export interface Documents {
  /** `enter` writes the document into the session; when it throws, the bytes go again. Throws IntakeError. */
  takeIn<T>(sessionId: SessionId, upload: Upload, enter: (taken: TakenIn) => Promise<T>): Promise<T>
  read: DocumentStore['read']
  /** After a document was taken away: removes what the session no longer names. */
  forget(sessionId: SessionId, named: () => Promise<ReadonlySet<string>>): Promise<void>
}

interface Dependencies {
  readonly store: DocumentStore
  readonly scanner: Scanner
  readonly converter: Converter
}

export function createDocuments({ store, scanner, converter }: Dependencies): Documents {
  // One at a time: a hearing goes on beside it, on the same cores.
  const inspecting = createMailbox()
  const keeping = createMailbox()

  async function inspect(path: string, format: DocumentFormat, folder: string) {
    await checkContent(path, format)
    const scan = await scanner.scan(path)
    const file = await described(path, format)
    if (format === 'pdf') return { file, scan, shown: { ...file, pages: await countPages(path) }, shownPath: path }
    if (isPicture(format)) {
      await checkPicture(path)
      return { file, scan, shown: { ...file, pages: 1 }, shownPath: path }
    }
    await checkZip(path)
    const shownPath = await converter.convert(path, format, folder)
    const pages = shownPath && (await countPages(shownPath).catch(() => null))
    if (!pages) return { file, scan, shown: null, shownPath: null }
    return { file, scan, shown: { ...(await described(shownPath, 'pdf')), pages }, shownPath }
  }

  return {
    read: store.read,
    takeIn: (sessionId, { fileName, content }, enter) =>
      store.inScratch(async (folder) => {
        const path = join(folder, 'handed-in')
        await received(content, path)
        const { title, format } = titleAndFormat(fileName)
        const { shownPath, ...rest } = await inspecting.post(() => inspect(path, format, folder))
        return keeping.post(async () => {
          const added: string[] = []
          const keep = async (hash: string, from: string) => {
            if (await store.keep(sessionId, hash, from)) added.push(hash)
          }
          try {
            await keep(rest.file.sha256, path)
            if (rest.shown && shownPath) await keep(rest.shown.sha256, shownPath)
            return await enter({ title, ...rest })
          } catch (error) {
            for (const hash of added) await store.drop(sessionId, hash)
            throw error
          }
        })
      }),
    forget: (sessionId, named) => keeping.post(async () => store.keepOnly(sessionId, await named())),
  }
}

const isPicture = (format: DocumentFormat) => format === 'png' || format === 'jpeg' || format === 'webp'

/** Reads to the end even what is too large, so that the sender hears why. */
async function received(content: Readable, path: string): Promise<void> {
  let bytes = 0
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(null, bytes > maximumFileBytes ? undefined : chunk)
    },
  })
  try {
    await pipeline(content, measured, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    if (isOfTheDisk(error)) throw error
    // The sender has gone, or what they send is no whole form.
    throw new IntakeError('no-file', { cause: error })
  }
  if (bytes > maximumFileBytes || isTruncated(content)) throw new IntakeError('too-large')
  if (bytes === 0) throw new IntakeError('empty')
}

const isOfTheDisk = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && (error.syscall === 'write' || error.syscall === 'open')

/** The parser of uploads stops handing on where its own limit is. */
const isTruncated = (content: Readable) => 'truncated' in content && content.truncated === true

/** What the bytes are, never what the name or the browser says. */
async function checkContent(path: string, format: DocumentFormat): Promise<void> {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found?.mime !== mediaTypes[format]) throw new IntakeError('wrong-type')
}

async function described(path: string, format: DocumentFormat) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { format, bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
