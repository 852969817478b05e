// Builds the copy of their data that a person receives: one machine-readable and one human-readable file in one ZIP.
// Called by HTTP, which has recorded who made it.
import type { Readable } from 'node:stream'
import { PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import type { PersonalCopy } from '../../../shared/wire/custody/personal-data.ts'

export function copyZip(copy: PersonalCopy, pdf: Uint8Array): Readable {
  const zip = new ZipFile()
  const mtime = new Date(copy.madeAt)
  zip.addBuffer(Buffer.from(`${JSON.stringify(copy, null, 2)}\n`), 'du-lieu-ca-nhan.json', { mtime })
  zip.addBuffer(Buffer.from(pdf), 'du-lieu-ca-nhan.pdf', { mtime })
  zip.end()
  const output = new PassThrough()
  zip.once('error', (error) => output.destroy(error))
  zip.outputStream.pipe(output)
  return output
}
