// The bytes of issued papers, encrypted at rest under a key of their own (ADR 0042).
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import type { DocumentStore } from '../documents/store.ts'

export interface IssuedFiles {
  /** @returns its SHA-256. */
  keep(code: string, bytes: Uint8Array): Promise<string>
  /** null: the bytes are gone. */
  read(code: string, sha256: string): Promise<Buffer | null>
  drop(code: string, sha256: string): Promise<void>
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function createIssuedFiles(
  store: Pick<DocumentStore, 'inScratch' | 'keep' | 'read' | 'drop'>,
  fileKey: Buffer,
): IssuedFiles {
  return {
    async keep(code, bytes) {
      const sha256 = hashOf(bytes)
      await store.inScratch(async (folder) => {
        const path = join(folder, 'issued')
        await writeFile(path, encrypt(fileKey, bytes, `${code} ${sha256}`), { mode: 0o600 })
        await store.keep({ issuedPaper: code }, sha256, path)
      })
      return sha256
    },
    async read(code, sha256) {
      const content = await store.read({ issuedPaper: code }, sha256)
      return content && decrypt(fileKey, await text(content), `${code} ${sha256}`)
    },
    async drop(code, sha256) {
      await store.drop({ issuedPaper: code }, sha256)
    },
  }
}
