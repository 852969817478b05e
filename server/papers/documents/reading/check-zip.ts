// Office files are ZIP archives: checks the size an archive unpacks to before it is unpacked.
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { IntakeError } from '../intake-error.ts'

const mostEntries = 20_000
const mostUnpackedBytes = 256 * 1024 * 1024

/** Throws IntakeError when the archive is broken, encrypted, or unpacks to more than any office file needs. */
export async function checkZip(path: string): Promise<void> {
  const zip = await opened(path)
  try {
    await reading(async () => {
      const entries: Entry[] = []
      let unpacked = 0
      for await (const entry of zip.eachEntry()) {
        unpacked += entry.uncompressedSize
        if (entries.length >= mostEntries || unpacked > mostUnpackedBytes) throw new IntakeError('unpacks-too-large')
        if (entry.isEncrypted()) throw new IntakeError('encrypted')
        entries.push(entry)
      }
      // The directory may lie: each entry is unpacked to nowhere, and no further than it was said to go.
      for (const entry of entries) if (!entry.fileName.endsWith('/')) await unpack(zip, entry)
    })
  } finally {
    zip.close()
  }
}

const opened = (path: string): Promise<ZipFile> =>
  reading(() => openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }))

async function unpack(zip: ZipFile, entry: Entry): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(await zip.openReadStreamPromise(entry), nowhere)
}

async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof IntakeError) throw error
    throw new IntakeError('broken', { cause: error })
  }
}
