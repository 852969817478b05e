// Stores the bytes of documents in the store as documents/OWNER/SHA-256. The state of the owner says which of them
// exist.
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { openedFile } from '../../platform/opened-file.ts'
import type { Store } from '../../platform/store/store.ts'

/** Whose files they are: a session's, what its citizens have sent, the scan of a waiver, those of an assignment that is followed up, of a case, of a statement, of an issued paper, an agency’s template, or its emblem. No two share any. */
export type Owner =
  | SessionId
  | { readonly submittedTo: SessionId }
  | { readonly waiverOf: SessionId }
  | { readonly entryId: string }
  | { readonly caseId: string }
  | { readonly statementId: string }
  | { readonly issuedPaper: string }
  | { readonly template: string }
  | { readonly agency: 'emblem' }

export interface DocumentStore {
  /** An empty folder for one intake, gone after `work`. */
  inScratch<T>(work: (folder: string) => Promise<T>): Promise<T>
  /** True: it was not here before. Durable when it returns. */
  keep(owner: Owner, sha256: string, from: string): Promise<boolean>
  drop(owner: Owner, sha256: string): Promise<void>
  /** null: not here. */
  read(owner: Owner, sha256: string): Promise<Readable | null>
  /** Removes all but these. */
  keepOnly(owner: Owner, hashes: ReadonlySet<string>): Promise<void>
  /** Brings what earlier versions kept in clear into the store; goes on where it was broken off. */
  takeOver(signal: AbortSignal): Promise<void>
}

/** For the server's user alone. */
const folderMode = 0o700
const scratch = 'incoming'

function folderName(owner: Owner): string {
  if (typeof owner === 'string') return `session-${owner}`
  if ('waiverOf' in owner) return `waiver-${owner.waiverOf}`
  if ('submittedTo' in owner) return `submitted-${owner.submittedTo}`
  if ('caseId' in owner) return `case-${owner.caseId}`
  if ('agency' in owner) return `agency-${owner.agency}`
  if ('template' in owner) return `template-${owner.template}`
  if ('issuedPaper' in owner) return `issued-${owner.issuedPaper}`
  return 'entryId' in owner ? `assignment-${owner.entryId}` : `statement-${owner.statementId}`
}

export async function openDocumentStore(
  dataDirectory: string,
  newId: () => string,
  kept: Store,
): Promise<DocumentStore> {
  const root = join(dataDirectory, 'documents')
  const scratchRoot = join(root, scratch)
  // What a killed server was taking in when it ended.
  await rm(scratchRoot, { recursive: true, force: true })
  await mkdir(scratchRoot, { recursive: true, mode: folderMode })
  const keyOf = (owner: Owner, sha256: string) => `documents/${folderName(owner)}/${sha256}`
  /** Where earlier versions kept it, in clear. */
  const clearPath = (key: string) => join(dataDirectory, key)
  let isAllEncrypted = (await clearFolders(root)).length === 0

  const inClear = async (key: string) => (isAllEncrypted ? null : openedFile(clearPath(key)))
  async function drop(key: string): Promise<void> {
    await rm(clearPath(key), { force: true })
    await kept.remove(key)
  }

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
      const key = keyOf(owner, sha256)
      const clear = await inClear(key)
      clear?.destroy()
      return clear === null && kept.put(key, from)
    },
    drop: (owner, sha256) => drop(keyOf(owner, sha256)),
    async read(owner, sha256) {
      const key = keyOf(owner, sha256)
      // In clear first: it is removed there once it is in the store.
      return (await inClear(key)) ?? (await kept.open(key))?.read() ?? null
    },
    async keepOnly(owner, hashes) {
      const folder = keyOf(owner, '')
      for (const name of await readdir(clearPath(folder)).catch(() => []))
        if (!hashes.has(name)) await rm(join(clearPath(folder), name), { force: true })
      for (const key of await kept.keys(folder)) if (!hashes.has(key.slice(folder.length))) await kept.remove(key)
    },
    async takeOver(signal) {
      for (const name of await clearFolders(root)) {
        for (const file of await readdir(join(root, name))) {
          signal.throwIfAborted()
          // A name that begins with a dot was not written to its end.
          if (!file.startsWith('.')) await kept.put(`documents/${name}/${file}`, join(root, name, file))
          await rm(join(root, name, file), { force: true })
        }
        await rm(join(root, name), { recursive: true })
      }
      isAllEncrypted = true
    },
  }
}

const clearFolders = async (root: string) => (await readdir(root)).filter((name) => name !== scratch)
