// Selects the erasure certificates for a restored DATA_DIR. Each is verified with the installation key before anything
// else is restored (ADR 0068).
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSigningKey } from '../archive/signature.ts'
import { certificateIn, type KnownCertificate } from '../retention/ledger.ts'
import { BackupError } from './backup-format.ts'

export { keepCertificate } from '../retention/ledger.ts'

interface CertificateFile {
  readonly path: string
  readonly content: string
}

/** Read before anything long begins. `from`: a folder of them, or one. @throws BackupError */
export async function certificateFiles(from: string): Promise<CertificateFile[]> {
  try {
    const isFolder = (await stat(from)).isDirectory()
    const names = isFolder ? (await readdir(from)).filter((name) => name.endsWith('.json')) : []
    const paths = isFolder ? names.map((name) => join(from, name)) : [from]
    if (paths.length === 0)
      throw new BackupError(`${from} has no certificate of an erasure: they are files named *.json.`)
    return await Promise.all(paths.map(async (path) => ({ path, content: await readFile(path, 'utf8') })))
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? `${from} is not there: --erasures names the folder of the certificates.`
        : `The certificates in ${from} cannot be read (${error instanceof Error ? error.message : error}).`,
    )
  }
}

/** What is no certificate would erase nothing, and whoever restores would believe that it does. @throws BackupError that names each such file. */
export async function provenCertificates(files: readonly CertificateFile[], dataDir: string) {
  if (files.length === 0) return []
  const { fingerprint } = (await loadSigningKey(dataDir)).published
  const faults: string[] = []
  const proven: KnownCertificate[] = []
  for (const { path, content } of files)
    try {
      proven.push(await certificateIn(content, fingerprint))
    } catch (error) {
      faults.push(`${path}: ${error instanceof Error ? error.message : error}.`)
    }
  if (faults.length === 0) return proven
  throw new BackupError(
    [
      'Nothing was restored: these are no certificates of erasures by this installation. Take them out of the folder, or bring them as they were handed out:',
      ...faults,
    ].join('\n- '),
  )
}
