// The films of this server’s recordings: one is made at a time, in the order of the requests. The queue is on disk
// beside the recording, because a film can only be made there: a queue in Redis could give it to a server without the
// files. The finished film goes into the store, its description last. A film that shows data erased since is deleted
// before anybody sees it.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { Film as Plan } from '../../../shared/projections/film.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import { type Film, FilmNotMade, FilmPeaks, type FilmRemark, MadeFilm } from '../../../shared/wire/hearing/film.ts'
import type { Log } from '../../platform/log.ts'
import { StoodStill } from '../../platform/standing-still.ts'
import { PlaceFault } from '../../platform/store/place.ts'
import type { Store, StoredFile } from '../../platform/store/store.ts'
import { withoutCopies } from './noted-copy.ts'
import { createPages, type ReadDocument } from './pages.ts'
import { filmFile, peaksFile, type render, soundFile } from './render.ts'

/** Data that a film shows and that may be erased or withdrawn. */
export interface Erasable {
  readonly people: People
  readonly documentIds: readonly string[]
}

interface FilmsOptions {
  readonly dataDir: string
  readonly store: Store
  readonly recordings: { read(sessionId: SessionId, file: string): Promise<Readable | null> }
  /** When the recorder has finished the files of the session. */
  readonly planOf: (sessionId: SessionId) => Promise<Plan>
  readonly erasableOf: (sessionId: SessionId) => Promise<Erasable>
  readonly readDocument: (sessionId: SessionId, ...of: Parameters<ReadDocument>) => ReturnType<ReadDocument>
  readonly render: typeof render
  /** Told of each of its programs that was ended because it did nothing. */
  readonly stoodStill?: (pid: number) => void
  readonly now: () => number
  readonly log: Log
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

/** Of whom it is, or was being, made: ids alone. */
const personIds = z.array(z.string()).default([])
const Made = MadeFilm.extend({ plan: z.string().describe('its hash'), personIds })
const Kept = z.discriminatedUnion('state', [
  FilmNotMade.extend({ personIds }),
  z.object({ state: z.literal('wanted'), personIds }),
  Made,
])
type Kept = z.infer<typeof Kept>

/** Says that all the others are there, so it comes last. */
const madeFile = 'made.json'
const stateFile = 'state.json'
const againMs = 60_000
/** In a row, of one film, whose program stood still. What was made by then is kept. */
const mostStandstills = 3
const madeFiles = [filmFile, soundFile, peaksFile, madeFile]

export function createFilms(options: FilmsOptions): Films {
  const { dataDir, store, recordings, planOf, erasableOf, readDocument, render: make, now, log } = options
  const root = join(dataDir, 'recordings')
  const folderOf = (sessionId: SessionId) => join(root, sessionId, 'film')
  const waiting: SessionId[] = []
  const standstills = new Map<SessionId, number>()
  let current: { sessionId: SessionId; progress: number; breaking: AbortController; ended: Promise<void> } | null = null
  let working: Promise<void> = Promise.resolve()
  let isClosed = false
  /** What the plan of a session would be now, and from what it was seen. */
  const seen = new Map<SessionId, { from: string; plan: string }>()

  const keyOf = (sessionId: SessionId, name: string) => `recordings/${sessionId}/film/${name}`

  const saidHere = (sessionId: SessionId) => readFile(join(folderOf(sessionId), stateFile), 'utf8').catch(() => null)

  async function kept(sessionId: SessionId): Promise<Kept> {
    const made = await store.open(keyOf(sessionId, madeFile))
    const said = made ? await text(made.read()) : await saidHere(sessionId)
    // What an earlier version of this server has written is made anew.
    const none: Kept = { state: 'none', personIds: [] }
    return said === null ? none : (Kept.safeParse(JSON.parse(said)).data ?? none)
  }

  async function write(sessionId: SessionId, name: string, state: Kept): Promise<void> {
    const folder = folderOf(sessionId)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const beside = join(folder, `part-${name}`)
    await writeFile(beside, JSON.stringify(state), { mode: 0o600, flush: true })
    await rename(beside, join(folder, name))
  }
  const keep = (sessionId: SessionId, state: Kept) => write(sessionId, stateFile, state)

  async function finish(sessionId: SessionId, done: Kept): Promise<void> {
    const folder = folderOf(sessionId)
    await write(sessionId, madeFile, done)
    const lying = await readdir(folder)
    for (const name of madeFiles) if (lying.includes(name)) await store.put(keyOf(sessionId, name), join(folder, name))
    await rm(folder, { recursive: true })
  }

  /** What says that it is there goes first. */
  async function drop(sessionId: SessionId): Promise<void> {
    for (const name of madeFiles.toReversed()) await store.remove(keyOf(sessionId, name))
  }

  async function bring(sessionId: SessionId, file: string, to: string): Promise<void> {
    const content = await recordings.read(sessionId, file)
    if (!content) throw new Error(`the segment ${file} of the recording of ${sessionId} is gone`)
    await pipeline(content, createWriteStream(to, { mode: 0o600 }))
  }

  async function isOutdated(sessionId: SessionId, plan: string, erasable: Erasable) {
    const from = hashOf(erasable)
    let last = seen.get(sessionId)
    if (last?.from !== from) {
      last = { from, plan: hashOf(await planOf(sessionId)) }
      seen.set(sessionId, last)
    }
    return last.plan !== plan
  }

  /** As it may be shown now. */
  async function looked(sessionId: SessionId): Promise<Exclude<Film, { state: 'rendering' }> | { state: 'wanted' }> {
    const { personIds, ...found } = await kept(sessionId)
    // What is being made now is looked at when it is made.
    if (found.state === 'wanted' || found.state === 'none') return found
    const erasable = await erasableOf(sessionId)
    if (personIds.some((personId) => !(personId in erasable.people))) {
      await drop(sessionId)
      await rm(folderOf(sessionId), { recursive: true, force: true })
      await keep(sessionId, { state: 'erased', personIds: [] })
      log.info({ sessionId }, 'a film was deleted: a person in it has been erased')
      return { state: 'erased' }
    }
    if (found.state !== 'done') return found
    const { plan, ...film } = found
    return { ...film, isOutdated: await isOutdated(sessionId, plan, erasable) }
  }

  function enqueue(sessionId: SessionId): void {
    if (waiting.includes(sessionId) || current?.sessionId === sessionId) return
    waiting.push(sessionId)
    working = working.then(next)
  }

  async function next(): Promise<void> {
    const sessionId = isClosed ? undefined : waiting.shift()
    if (sessionId === undefined) return
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const mine = { sessionId, progress: 0, breaking: new AbortController(), ended }
    current = mine
    let personIds: string[] | null = null
    try {
      const wanted = await kept(sessionId)
      // The server ended between keeping it and saying so, or it was cancelled.
      if (wanted.state !== 'wanted') return
      // Those of when it was asked for: whoever is erased while it is made is missed then.
      personIds = wanted.personIds
      const film = await planOf(sessionId)
      const remarks = await make({
        film,
        bring: (file, to) => bring(sessionId, file, to),
        folder: folderOf(sessionId),
        drawPage: createPages((sha256) => readDocument(sessionId, sha256), log),
        signal: mine.breaking.signal,
        progress: (done) => {
          mine.progress = done
        },
      })
      await finish(sessionId, { ...described(film, now(), remarks), plan: hashOf(film), personIds })
      standstills.delete(sessionId)
      log.info({ sessionId }, 'a film is made')
    } catch (err) {
      // Broken off: by staff, who have had it written down, or with this server, which goes on with it.
      if (mine.breaking.signal.aborted) return
      if (isToGoOn(sessionId, err)) {
        waiting.push(sessionId)
        working = working.then(next)
      } else if (err instanceof PlaceFault) {
        log.warn({ sessionId, err }, 'a film waits for the files it is made of')
        setTimeout(() => enqueue(sessionId), againMs).unref()
      } else {
        log.error({ sessionId, err }, 'a film could not be made')
        // Nothing was begun, and it is still wanted: it is gone on with when it is asked for again, and at the next start.
        if (personIds === null) return
        await keep(sessionId, { state: 'failed', personIds }).catch((error: unknown) =>
          log.error({ sessionId, err: error }, 'that a film could not be made is not written'),
        )
      }
    } finally {
      current = null
      end()
    }
  }

  /** Its program stood still, and a new one may not. */
  function isToGoOn(sessionId: SessionId, err: unknown): boolean {
    if (!(err instanceof StoodStill)) return false
    options.stoodStill?.(err.pid)
    const times = (standstills.get(sessionId) ?? 0) + 1
    if (times >= mostStandstills) {
      standstills.delete(sessionId)
      return false
    }
    standstills.set(sessionId, times)
    log.warn({ sessionId, err, times }, 'the program that makes a film stood still: it is gone on with by a new one')
    return true
  }

  async function cancel(sessionId: SessionId): Promise<boolean> {
    const { state, personIds } = await kept(sessionId)
    if (state !== 'wanted') return false
    await keep(sessionId, { state: 'cancelled', personIds })
    const place = waiting.indexOf(sessionId)
    if (place >= 0) waiting.splice(place, 1)
    if (current?.sessionId !== sessionId) return true
    current.breaking.abort()
    // Whoever asks again at once begins anew.
    await current.ended
    return true
  }

  return {
    folderOf,
    open: (sessionId, name) => store.open(keyOf(sessionId, name)),
    async files(sessionId) {
      const found = await Promise.all(madeFiles.map((name) => store.open(keyOf(sessionId, name))))
      return found.filter((one) => one !== null)
    },
    async ask(sessionId) {
      const found = await looked(sessionId)
      if (found.state === 'done' && !found.isOutdated) return
      const { people } = await erasableOf(sessionId)
      await drop(sessionId)
      await keep(sessionId, { state: 'wanted', personIds: Object.keys(people) })
      enqueue(sessionId)
    },
    cancel,
    async erase(sessionId) {
      await cancel(sessionId)
      await drop(sessionId)
      await rm(folderOf(sessionId), { recursive: true, force: true })
    },
    async state(sessionId) {
      const state = await looked(sessionId)
      if (state.state !== 'wanted') return state
      return current?.sessionId === sessionId
        ? { state: 'rendering', progress: current.progress }
        : { state: 'waiting' }
    },
    async peaks(sessionId) {
      if ((await looked(sessionId)).state !== 'done') return null
      const peaks = await store.open(keyOf(sessionId, peaksFile))
      return peaks && FilmPeaks.parse(JSON.parse(await text(peaks.read())))
    },
    async recover() {
      const names = await readdir(root).catch(() => [])
      for (const name of names) {
        const sessionId = SessionId.safeParse(name).data
        if (sessionId === undefined) continue
        await withoutCopies(folderOf(sessionId))
        // Alone here: to ask the store for each session that ever was takes long.
        const { data } = Kept.safeParse(parsed(await saidHere(sessionId)))
        if (data?.state === 'wanted') enqueue(sessionId)
      }
    },
    async takeOver(signal) {
      const names = await readdir(root).catch(() => [])
      for (const name of names) {
        signal.throwIfAborted()
        const sessionId = SessionId.safeParse(name).data
        if (sessionId === undefined) continue
        const said = await saidHere(sessionId)
        if (said === null) continue
        const { data } = Kept.safeParse(JSON.parse(said))
        if (data?.state === 'done') await finish(sessionId, data)
        // Of before anything was said of whom it shows.
        else if (data === undefined) await rm(folderOf(sessionId), { recursive: true, force: true })
      }
    },
    async close() {
      isClosed = true
      current?.breaking.abort()
      await working
    },
  }
}

function parsed(said: string | null): unknown {
  try {
    return JSON.parse(said ?? '')
  } catch {
    return undefined
  }
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

const described = (
  { durationMs, chapters, spans, omissions, asides }: Plan,
  madeAt: number,
  remarks: readonly FilmRemark[],
): MadeFilm => ({
  state: 'done',
  madeAt,
  durationMs,
  chapters: chapters.map(({ speaker, ...chapter }) => ({ ...chapter, speaker: speaker?.name ?? null })),
  spans: [...spans],
  omissions: [...omissions],
  asides: [...asides],
  remarks: [...remarks],
})
