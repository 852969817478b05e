// Takes files in: checks the format by content, applies limits, scans, counts pages, converts office files. A file is
// stored completely or refused with the reason; a refused file leaves nothing behind.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EvidenceFile } from '../../../shared/conclusions/follow-up/contract.ts'
import type { DocumentFormat, SessionDocument } from '../../../shared/modules/documents/contract.ts'
import { isStateSecret, type SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import { maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import { createBounded } from '../../platform/bounded.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { Converter } from './converter.ts'
import { titleAndFormat } from './file-name.ts'
import { IntakeError, type NamedFile } from './intake-error.ts'
import { readFile } from './reading/read-file.ts'
import type { Scanner } from './scanner.ts'
import type { DocumentStore, Owner } from './store.ts'

export interface Upload {
  readonly fileName: string
  readonly content: Readable
}

export type TakenIn = Pick<SessionDocument, 'title' | 'file' | 'shown' | 'scan'>

export interface Documents {
  /** `enter` writes the document into the session; when it throws, the bytes go again. Throws IntakeError, and Busy. */
  takeIn<T>(owner: Owner, upload: Upload, enter: (taken: TakenIn) => Promise<T>): Promise<T>
  /**
   * Files that go together, to be saved only: all of them or none. Reads them all before it refuses one, so that the sender
   * hears which, and why; throws IntakeError, and Busy.
   */
  takeInAll<T>(
    owner: Owner,
    uploads: AsyncIterable<Upload>,
    enter: (taken: readonly EvidenceFile[]) => Promise<T>,
  ): Promise<T>
  read: DocumentStore['read']
  /** After a document was taken away: removes what its owner no longer names. */
  forget(owner: Owner, named: () => Promise<ReadonlySet<string>>): Promise<void>
}

interface Dependencies {
  readonly store: DocumentStore
  readonly scanner: Scanner
  readonly converter: Converter
  /** Of the disk on which files are taken in: what may be used, the reserve of the journal taken off. */
  readonly freeBytes: () => Promise<number>
}

/** So many files wait to be looked at; whoever hands in more is told to come again. */
const waitingFiles = { toShow: 50, toKeep: 200 }
const comeAgainMs = 30_000
/** So often somebody looks what is free on the disk, while a file comes in. */
const measuredEveryBytes = 1024 ** 2

export function createDocuments({ store, scanner, converter, freeBytes }: Dependencies): Documents {
  // One at a time: a hearing goes on beside it, on the same cores. Whoever shows a document there does not wait for what strangers hand in.
  const oneAtATime = (waiting: number) => createBounded({ atOnce: 1, waiting, retryAfterMs: comeAgainMs })
  const inspectingToShow = oneAtATime(waitingFiles.toShow)
  const inspectingToKeep = oneAtATime(waitingFiles.toKeep)
  const keeping = createMailbox()

  /** What every file must stand, whatever it is for. Pages: of what can be shown as it is. */
  async function check(path: string, format: DocumentFormat) {
    const scan = await scanner.scan(path)
    const { pages, marking } = await readFile(path, format)
    refuseSecret(marking)
    return { file: await described(path, format), scan, pages }
  }

  async function inspect(path: string, format: DocumentFormat, folder: string) {
    const { pages, ...checked } = await check(path, format)
    if (pages !== null) return { ...checked, shown: { ...checked.file, pages }, shownPath: path }
    const shownPath = await converter.convert(path, format, folder)
    const converted = shownPath && (await readFile(shownPath, 'pdf').catch(() => null))
    if (!shownPath || !converted || converted.pages === null) return { ...checked, shown: null, shownPath: null }
    refuseSecret(converted.marking)
    return { ...checked, shown: { ...(await described(shownPath, 'pdf')), pages: converted.pages }, shownPath }
  }

  /** Each file's bytes, from its path, and what `enter` writes of them: all of it, or nothing. */
  const keepAll = <T>(owner: Owner, files: readonly Kept[], enter: () => Promise<T>): Promise<T> =>
    keeping.post(async () => {
      const added: string[] = []
      try {
        for (const { sha256, path } of files) if (await store.keep(owner, sha256, path)) added.push(sha256)
        return await enter()
      } catch (error) {
        for (const sha256 of added) await store.drop(owner, sha256)
        throw error
      }
    })

  return {
    read: store.read,
    takeIn: (owner, { fileName, content }, enter) =>
      store.inScratch(async (folder) => {
        const path = join(folder, 'handed-in')
        await received(content, path, freeBytes)
        const { title, format } = titleAndFormat(fileName)
        const { shownPath, ...rest } = await inspectingToShow(() => inspect(path, format, folder))
        const files = [{ sha256: rest.file.sha256, path }]
        if (rest.shown && shownPath) files.push({ sha256: rest.shown.sha256, path: shownPath })
        return keepAll(owner, files, () => enter({ title, ...rest }))
      }),
    takeInAll: (owner, uploads, enter) =>
      store.inScratch(async (folder) => {
        const taken: (EvidenceFile & Kept)[] = []
        for (const { path, ...named } of await allReceived(uploads, folder, freeBytes))
          await naming(named, async () => {
            const { title, format } = titleAndFormat(named.name)
            const { file, scan } = await inspectingToKeep(() => check(path, format))
            taken.push({ title, ...file, scan, path })
          })
        return keepAll(owner, taken, () => enter(taken.map(({ path: _, ...file }) => file)))
      }),
    forget: (owner, named) => keeping.post(async () => store.keepOnly(owner, await named())),
  }
}

/** Of a scanned paper nobody reads the secrecy marking: whoever hands it in answers for it. */
function refuseSecret(marking: SecrecyLevel | null): void {
  if (marking !== null && isStateSecret(marking)) throw new IntakeError('state-secret')
}

interface Kept {
  readonly sha256: string
  readonly path: string
}

/**
 * Reads to the end even what is too large or has no room, so that the sender hears why. All that come in at the same time leave the journal
 * its reserve: each looks at the disk itself, again and again.
 */
async function received(content: Readable, path: string, freeBytes: () => Promise<number>): Promise<void> {
  let bytes = 0
  let looksAt = 0
  let hasSpace = true
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      const goOn = () => done(null, hasSpace && bytes <= maximumFileBytes ? chunk : undefined)
      if (bytes < looksAt || !hasSpace) return goOn()
      looksAt = bytes + measuredEveryBytes
      freeBytes().then((free) => {
        hasSpace = free > 0
        goOn()
      }, done)
    },
  })
  try {
    await pipeline(content, measured, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    if (isOfTheDisk(error)) throw error
    // The sender has gone, or what they send is no whole form.
    throw new IntakeError('no-file', { cause: error })
  }
  if (!hasSpace) throw new IntakeError('no-room')
  if (bytes > maximumFileBytes || isTruncated(content)) throw new IntakeError('too-large')
  if (bytes === 0) throw new IntakeError('empty')
}

/** All of them, one after another; the first that is refused is told once the last has come. */
async function allReceived(
  uploads: AsyncIterable<Upload>,
  folder: string,
  freeBytes: () => Promise<number>,
): Promise<(NamedFile & { path: string })[]> {
  const files: (NamedFile & { path: string })[] = []
  const faults: IntakeError[] = []
  for await (const { fileName, content } of uploads) {
    const position = files.length
    const path = join(folder, `handed-in-${position}`)
    files.push({ position, name: fileName, path })
    await naming({ position, name: fileName }, () => received(content, path, freeBytes)).catch((error: unknown) => {
      if (!(error instanceof IntakeError)) throw error
      faults.push(error)
    })
  }
  if (faults[0]) throw faults[0]
  return files
}

async function naming<T>(file: NamedFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof IntakeError ? new IntakeError(error.fault, { cause: error, file }) : error
  }
}

const isOfTheDisk = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && (error.syscall === 'write' || error.syscall === 'open')

/** The parser of uploads stops handing on where its own limit is. */
const isTruncated = (content: Readable) => 'truncated' in content && content.truncated === true

async function described(path: string, format: DocumentFormat) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { format, bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
