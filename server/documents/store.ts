// The bytes of documents: DATA_DIR/documents/OWNER/SHA-256. The owner's state says which of them there are.
import type { ReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionId } from '../../shared/kernel/ids.ts'
import { openedFile } from '../platform/opened-file.ts'

/** Whose files they are: a session's, what its citizens have sent, the scan of a waiver, those of an assignment that is followed up, of a case, of a statement, of an issued paper, or an agency’s template. No two share any. */
export type Owner =
  | SessionId
  | { readonly submittedTo: SessionId }
  | { readonly waiverOf: SessionId }
  | { readonly entryId: string }
  | { readonly caseId: string }
  | { readonly statementId: string }
  | { readonly issuedPaper: string }
  | { readonly template: string }

export interface DocumentStore {
  /** An empty folder for one intake, gone after `work`. */
  inScratch<T>(work: (folder: string) => Promise<T>): Promise<T>
  /** True: it was not here before. Durable when it returns. */
  keep(owner: Owner, sha256: string, from: string): Promise<boolean>
  drop(owner: Owner, sha256: string): Promise<void>
  /** null: not here. */
  read(owner: Owner, sha256: string): Promise<ReadStream | null>
  /** Removes all but these. */
  keepOnly(owner: Owner, hashes: ReadonlySet<string>): Promise<void>
}

/** For the server's user alone. */
const folderMode = 0o700
const scratch = 'incoming'

function folderName(owner: Owner): string {
  if (typeof owner === 'string') return `session-${owner}`
  if ('waiverOf' in owner) return `waiver-${owner.waiverOf}`
  if ('submittedTo' in owner) return `submitted-${owner.submittedTo}`
  if ('caseId' in owner) return `case-${owner.caseId}`
  if ('template' in owner) return `template-${owner.template}`
  if ('issuedPaper' in owner) return `issued-${owner.issuedPaper}`
  return 'entryId' in owner ? `assignment-${owner.entryId}` : `statement-${owner.statementId}`
}

export async function openDocumentStore(dataDirectory: string, newId: () => string): Promise<DocumentStore> {
  const root = join(dataDirectory, 'documents')
  const scratchRoot = join(root, scratch)
  // What a killed server was taking in when it ended.
  await rm(scratchRoot, { recursive: true, force: true })
  await mkdir(scratchRoot, { recursive: true, mode: folderMode })
  const folderOf = (owner: Owner) => join(root, folderName(owner))

  return {
    async inScratch(work) {
      const folder = join(scratchRoot, newId())
      await mkdir(folder, { mode: folderMode })
      try {
        return await work(folder)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async keep(owner, sha256, from) {
      const folder = folderOf(owner)
      await mkdir(folder, { recursive: true, mode: folderMode })
      if ((await readdir(folder)).includes(sha256)) return false
      // Whole or not at all: written beside it, then renamed.
      const beside = join(folder, `.${sha256}.${newId()}`)
      await copyFile(from, beside)
      await synced(beside)
      await rename(beside, join(folder, sha256))
      await synced(folder)
      return true
    },
    drop: (owner, sha256) => rm(join(folderOf(owner), sha256), { force: true }),
    read: (owner, sha256) => openedFile(join(folderOf(owner), sha256)),
    async keepOnly(owner, hashes) {
      const folder = folderOf(owner)
      const names = await readdir(folder).catch(() => [])
      for (const name of names) if (!hashes.has(name)) await rm(join(folder, name), { force: true })
    },
  }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
