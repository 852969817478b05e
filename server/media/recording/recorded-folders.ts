// What has been recorded: DATA_DIR/recordings/SESSION, and the store, into which complete segments are moved. Called by
// recorder.ts.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { Log } from '../../platform/log.ts'
import { openedFile } from '../../platform/opened-file.ts'
import type { Store } from '../../platform/store/store.ts'
import { indexName, isSegment, RecordingFiles } from './files.ts'
import type { Recordings } from './recording.ts'

interface Options {
  readonly dataDir: string
  readonly store: Store
  readonly log: Log
}

export interface RecordedFolders extends Pick<Recordings, 'read' | 'drop' | 'readIndex' | 'takeOver'> {
  filesOf(sessionId: SessionId): Promise<RecordingFiles>
  /** What is on its way into the store has come there. */
  stored(): Promise<void>
}

export function createRecordedFolders({ dataDir, store, log }: Options): RecordedFolders {
  const root = join(dataDir, 'recordings')
  const keyOf = (sessionId: SessionId, file: string) => `recordings/${sessionId}/${file}`
  const folders = new Map<SessionId, Promise<RecordingFiles>>()

  function filesOf(sessionId: SessionId): Promise<RecordingFiles> {
    const keep = (file: string, path: string) => store.put(keyOf(sessionId, file), path)
    const known = folders.get(sessionId) ?? RecordingFiles.open(join(root, sessionId), keep, log)
    folders.set(sessionId, known)
    known.catch(() => folders.delete(sessionId))
    return known
  }

  return {
    filesOf,
    async read(sessionId, file) {
      const { folder, segments } = await filesOf(sessionId)
      if (!segments.some((segment) => segment.file === file)) return null
      // In the folder first: it is removed there once it is in the store.
      return (await openedFile(join(folder, file))) ?? (await store.open(keyOf(sessionId, file)))?.read() ?? null
    },
    async drop(sessionId, file) {
      const files = await filesOf(sessionId)
      if (!files.segments.some((segment) => segment.file === file)) return
      // What is on its way into the store would be there again.
      await files.stored()
      await rm(join(files.folder, file), { force: true })
      await store.remove(keyOf(sessionId, file))
    },
    readIndex: async (sessionId) => openedFile(join((await filesOf(sessionId)).folder, indexName)),
    async takeOver(signal) {
      for (const name of await readdir(root).catch(() => [])) {
        signal.throwIfAborted()
        const sessionId = SessionId.safeParse(name).data
        if (sessionId === undefined || !(await readdir(join(root, name))).some(isSegment)) continue
        await (await filesOf(sessionId)).storeAll(signal)
      }
    },
    async stored() {
      await Promise.all([...folders.values()].map(async (files) => (await files).stored()))
    },
  }
}
