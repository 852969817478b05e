// A whole-day conference with many sites has more segments than a ZIP without ZIP64 can count (PKWARE APPNOTE 4.3.14).
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { fileOf, sealedSession } from '../../server/custody/archive/archive.fixture.ts'
import { loadSigningKey } from '../../server/custody/archive/signature.ts'
import { verifyArchive } from '../../server/custody/archive/verify-archive.ts'
import { writeArchive } from '../../server/custody/archive/write-archive.ts'

const counting = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
print(len(archive.namelist()), archive.read('papers/65599.pdf').decode())
`

it('an archive of more than 65,535 files can be opened by another program and verifies without faults', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'diemcau-many-files-'))
  try {
    const path = join(directory, 'session.zip')
    const key = await loadSigningKey(join(directory, 'data'))
    const session = sealedSession()
    const many = Array.from({ length: 65_600 }, (_, number) =>
      fileOf(`papers/${number}.pdf`, 'print', `${number}`, null),
    )
    const files = [...session.files, ...many]
    await pipeline(writeArchive({ ...session, files }, key), createWriteStream(path))
    const { stdout } = await promisify(execFile)('python3', ['-c', counting, path])
    // With the manifest and its signature.
    expect(stdout).toBe(`${files.length + 2} 65599\n`)
    const { faults, manifest } = await verifyArchive(path, key.published.fingerprint)
    expect(faults).toEqual([])
    expect(manifest?.files).toHaveLength(files.length)
  } finally {
    await rm(directory, { recursive: true })
  }
}, 180_000)
