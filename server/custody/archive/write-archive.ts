// Writes a sealed session as one ZIP while it is sent, buffering nothing in memory or on disk. The manifest comes last,
// when every file has been hashed. Called by HTTP.
import { createHash } from 'node:crypto'
import { PassThrough, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type FileKind, type Manifest, manifestName, signatureName } from './manifest.ts'
import type { SigningKey } from './signature.ts'

export interface ArchivedFile {
  readonly path: string
  readonly kind: FileKind
  /** As it was noted when the file came; null: it is made now. */
  readonly sha256: string | null
  /** The decision by which it was erased; what is there all the same is in the archive. null: there was none. */
  readonly erasure?: Pick<Manifest['erased'][number], 'erasedAt' | 'decidedAt' | 'certificate'> | null
  /** null: it should be there, and is not. */
  open(): Promise<Readable | null>
}

export interface Contents {
  readonly head: Pick<Manifest, 'sessionId' | 'sealedAt' | 'exportedAt' | 'journal'>
  readonly files: readonly ArchivedFile[]
  readonly withheld: Manifest['withheld']
}

/** Such files are packed already. */
const packed = /\.(mkv|docx|xlsx|pptx|png|jpeg|webp|pdf)$/

/** Errors when a file cannot be read to its end: a download that breaks off is better than an archive that is wrong. */
export function writeArchive(contents: Contents, key: SigningKey): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  const left = new AbortController()
  const fail = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)))
  output.once('close', () => left.abort())
  zip.once('error', fail)
  pipeline(zip.outputStream, output).catch(fail)
  fill(zip, contents, key, left.signal).catch(fail)
  return output
}

async function fill(zip: ZipFile, { head, files, withheld }: Contents, key: SigningKey, left: AbortSignal) {
  const mtime = new Date(head.sealedAt)
  const manifest: Manifest = {
    format: 'diemcau-archive',
    version: 1,
    ...head,
    files: [],
    withheld,
    erased: [],
    faults: [],
  }
  for (const { path, kind, sha256: noted, erasure, open } of files) {
    left.throwIfAborted()
    const content = await open()
    if (!content) {
      if (noted !== null && erasure) manifest.erased.push({ path, kind, sha256: noted, ...erasure })
      else if (noted !== null) manifest.faults.push({ path, kind, sha256: noted, fault: 'missing' })
      continue
    }
    const { passing, measured } = measure()
    zip.addReadStream(passing, path, { mtime, compress: !packed.test(path) })
    await pipeline(content, passing, { signal: left })
    const { bytes, sha256 } = measured()
    manifest.files.push({ path, kind, bytes, sha256 })
    if (noted !== null && noted !== sha256) manifest.faults.push({ path, kind, sha256: noted, fault: 'altered' })
  }
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  zip.addBuffer(text, manifestName, { mtime })
  zip.addBuffer(Buffer.from(await key.sign(text)), signatureName, { mtime })
  zip.end()
}

function measure() {
  const hash = createHash('sha256')
  let bytes = 0
  const passing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { passing, measured: () => ({ bytes, sha256: hash.digest('hex') }) }
}
