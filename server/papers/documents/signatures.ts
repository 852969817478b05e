// Stores signatures drawn under statements beside the journal, which contains their hashes.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { Drawing } from '../../../shared/wire/reception/signature.ts'
import type { DocumentStore } from './store.ts'

export interface Signatures {
  /** Its SHA-256. Durable when it returns. */
  keep(statementId: string, drawing: Drawing): Promise<string>
  drop(statementId: string, sha256: string): Promise<void>
  /** null: not here. */
  read(statementId: string, sha256: string): Promise<Drawing | null>
}

export function createSignatures(store: DocumentStore): Signatures {
  return {
    keep: (statementId, drawing) =>
      store.inScratch(async (folder) => {
        const bytes = JSON.stringify(drawing)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const file = join(folder, 'signature.json')
        await writeFile(file, bytes, { mode: 0o600 })
        await store.keep({ statementId }, sha256, file)
        return sha256
      }),
    drop: (statementId, sha256) => store.drop({ statementId }, sha256),
    async read(statementId, sha256) {
      const stream = await store.read({ statementId }, sha256)
      return stream && Drawing.parse(await json(stream))
    },
  }
}
