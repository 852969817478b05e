// The films of this server’s recordings: asked for, shown, erased. The queue is on disk beside the recording, because a film
// can only be made there: a queue in Redis could give it to a server without the files. A film that shows data erased since
// is deleted before anybody sees it.
import { text } from 'node:stream/consumers'
import type { z } from 'zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import { type Film, FilmPeaks } from '../../../shared/wire/hearing/film.ts'
import type { Store, StoredFile } from '../../platform/store/store.ts'
import { createFilmFiles, KeptFilm } from './film-files.ts'
import { createFilmQueue, type FilmQueueOptions } from './film-queue.ts'
import { withoutCopies } from './noted-copy.ts'
import { createPlanCheck } from './plan-hash.ts'
import { peaksFile } from './render.ts'

/** Data that a film shows and that may be erased or withdrawn. */
export interface Erasable {
  readonly people: People
  readonly documentIds: readonly string[]
}

interface FilmsOptions extends FilmQueueOptions {
  readonly dataDir: string
  readonly store: Store
  readonly erasableOf: (sessionId: SessionId) => Promise<Erasable>
}

export interface Films {
  /** Begins, or goes on with what was broken off; of one that is made and shows what it would show now, nothing new. */
  ask(sessionId: SessionId): Promise<void>
  /** False: none is on its way. */
  cancel(sessionId: SessionId): Promise<boolean>
  state(sessionId: SessionId): Promise<Film>
  /** Whatever there is of one: what is on its way is broken off first. */
  erase(sessionId: SessionId): Promise<void>
  /** Null: there is no film that may be shown. */
  peaks(sessionId: SessionId): Promise<z.infer<typeof FilmPeaks> | null>
  /** One of its files once it is done; null: it is not there. */
  open(sessionId: SessionId, name: string): Promise<StoredFile | null>
  /** All its files once it is done. */
  files(sessionId: SessionId): Promise<StoredFile[]>
  /** For what is made beside it. */
  folderOf(sessionId: SessionId): string
  /** Goes on with what this server had not finished when it ended. */
  recover(): Promise<void>
  /** Brings films that earlier versions kept in clear into the store. */
  takeOver(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export function createFilms(options: FilmsOptions): Films {
  const { dataDir, store, planOf, erasableOf, log } = options
  const files = createFilmFiles(dataDir, store)
  const queue = createFilmQueue(files, options)
  const isOutdated = createPlanCheck(planOf)

  /** As it may be shown now. */
  async function looked(sessionId: SessionId): Promise<Exclude<Film, { state: 'rendering' }> | { state: 'wanted' }> {
    const { personIds, ...found } = await files.kept(sessionId)
    // What is being made now is looked at when it is made.
    if (found.state === 'wanted' || found.state === 'none') return found
    const erasable = await erasableOf(sessionId)
    if (personIds.some((personId) => !(personId in erasable.people))) {
      await files.drop(sessionId)
      await files.dropHere(sessionId)
      await files.keep(sessionId, { state: 'erased', personIds: [] })
      log.info({ sessionId }, 'a film was deleted: a person in it has been erased')
      return { state: 'erased' }
    }
    if (found.state !== 'done') return found
    const { plan, ...film } = found
    return { ...film, isOutdated: await isOutdated(sessionId, plan, erasable) }
  }

  async function cancel(sessionId: SessionId): Promise<boolean> {
    const { state, personIds } = await files.kept(sessionId)
    if (state !== 'wanted') return false
    await files.keep(sessionId, { state: 'cancelled', personIds })
    await queue.breakOff(sessionId)
    return true
  }

  return {
    folderOf: files.folderOf,
    open: files.open,
    files: files.all,
    async ask(sessionId) {
      const found = await looked(sessionId)
      if (found.state === 'done' && !found.isOutdated) return
      const { people } = await erasableOf(sessionId)
      await files.drop(sessionId)
      await files.keep(sessionId, { state: 'wanted', personIds: Object.keys(people) })
      queue.enqueue(sessionId)
    },
    cancel,
    async erase(sessionId) {
      await cancel(sessionId)
      await files.drop(sessionId)
      await files.dropHere(sessionId)
    },
    async state(sessionId) {
      const state = await looked(sessionId)
      if (state.state !== 'wanted') return state
      const progress = queue.progressOf(sessionId)
      return progress === null ? { state: 'waiting' } : { state: 'rendering', progress }
    },
    async peaks(sessionId) {
      if ((await looked(sessionId)).state !== 'done') return null
      const peaks = await files.open(sessionId, peaksFile)
      return peaks && FilmPeaks.parse(JSON.parse(await text(peaks.read())))
    },
    async recover() {
      for (const sessionId of await files.sessions()) {
        await withoutCopies(files.folderOf(sessionId))
        // Alone here: to ask the store for each session that ever was takes long.
        const { data } = KeptFilm.safeParse(parsed(await files.saidHere(sessionId)))
        if (data?.state === 'wanted') queue.enqueue(sessionId)
      }
    },
    async takeOver(signal) {
      for (const sessionId of await files.sessions()) {
        signal.throwIfAborted()
        const said = await files.saidHere(sessionId)
        if (said === null) continue
        const { data } = KeptFilm.safeParse(JSON.parse(said))
        if (data?.state === 'done') await files.finish(sessionId, data)
        // Of before anything was said of whom it shows.
        else if (data === undefined) await files.dropHere(sessionId)
      }
    },
    close: queue.close,
  }
}

function parsed(said: string | null): unknown {
  try {
    return JSON.parse(said ?? '')
  } catch {
    return undefined
  }
}
