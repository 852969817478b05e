// The films of this server’s recordings: one is made at a time, in the order in which they were asked for. What is wanted stands on
// the disk beside the recording, where alone it can be made: a queue in Redis would hand it to a server that does not have the files.
// What is made goes into the store, what is said of it last.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { SessionId } from '../../shared/kernel/ids.ts'
import type { Film as Plan } from '../../shared/projections/film.ts'
import { Film } from '../../shared/wire/film.ts'
import type { Log } from '../platform/log.ts'
import type { Store, StoredFile } from '../store/store.ts'
import { filmFile, peaksFile, type render, soundFile } from './render.ts'

interface FilmsOptions {
  readonly dataDir: string
  readonly store: Store
  readonly recordings: { read(sessionId: SessionId, file: string): Promise<Readable | null> }
  readonly planOf: (sessionId: SessionId) => Promise<Plan>
  readonly render: typeof render
  readonly now: () => number
  readonly log: Log
}

export interface Films {
  /** Begins, or goes on with what was broken off; of one that is made or on its way, nothing new. */
  ask(sessionId: SessionId): Promise<void>
  /** False: none is on its way. */
  cancel(sessionId: SessionId): Promise<boolean>
  state(sessionId: SessionId): Promise<Film>
  /** One of its files once it is done; null: it is not there. */
  open(sessionId: SessionId, name: string): Promise<StoredFile | null>
  /** Goes on with what this server had not finished when it ended. */
  recover(): Promise<void>
  /** Brings films that earlier versions kept in clear into the store. */
  takeOver(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

const Kept = z.union([Film, z.object({ state: z.literal('wanted') })])
type Kept = z.infer<typeof Kept>

/** Says that all the others are there, so it comes last. */
const madeFile = 'made.json'
const stateFile = 'state.json'

export function createFilms({ dataDir, store, recordings, planOf, render: make, now, log }: FilmsOptions): Films {
  const root = join(dataDir, 'recordings')
  const folderOf = (sessionId: SessionId) => join(root, sessionId, 'film')
  const waiting: SessionId[] = []
  let current: { sessionId: SessionId; progress: number; breaking: AbortController; ended: Promise<void> } | null = null
  let working: Promise<void> = Promise.resolve()
  let isClosed = false

  const keyOf = (sessionId: SessionId, name: string) => `recordings/${sessionId}/film/${name}`

  async function kept(sessionId: SessionId): Promise<Kept> {
    const made = await store.open(keyOf(sessionId, madeFile))
    const said = made
      ? await text(made.read())
      : await readFile(join(folderOf(sessionId), stateFile), 'utf8').catch(() => null)
    return said === null ? { state: 'none' } : Kept.parse(JSON.parse(said))
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
    for (const name of [filmFile, soundFile, peaksFile, madeFile])
      if (lying.includes(name)) await store.put(keyOf(sessionId, name), join(folder, name))
    await rm(folder, { recursive: true })
  }

  async function bring(sessionId: SessionId, file: string, to: string): Promise<void> {
    const content = await recordings.read(sessionId, file)
    if (!content) throw new Error(`the segment ${file} of the recording of ${sessionId} is gone`)
    await pipeline(content, createWriteStream(to, { mode: 0o600 }))
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
    try {
      const film = await planOf(sessionId)
      await make({
        film,
        bring: (file, to) => bring(sessionId, file, to),
        folder: folderOf(sessionId),
        signal: mine.breaking.signal,
        progress: (done) => {
          mine.progress = done
        },
      })
      await finish(sessionId, described(film, now()))
      log.info({ sessionId }, 'a film is made')
    } catch (err) {
      // Broken off: by staff, who have had it written down, or with this server, which goes on with it.
      if (!mine.breaking.signal.aborted) {
        log.error({ sessionId, err }, 'a film could not be made')
        await keep(sessionId, { state: 'failed' }).catch((error: unknown) =>
          log.error({ sessionId, err: error }, 'that a film could not be made is not written'),
        )
      }
    } finally {
      current = null
      end()
    }
  }

  return {
    open: (sessionId, name) => store.open(keyOf(sessionId, name)),
    async ask(sessionId) {
      if ((await kept(sessionId)).state === 'done') return
      await keep(sessionId, { state: 'wanted' })
      enqueue(sessionId)
    },
    async cancel(sessionId) {
      if ((await kept(sessionId)).state !== 'wanted') return false
      await keep(sessionId, { state: 'cancelled' })
      const place = waiting.indexOf(sessionId)
      if (place >= 0) waiting.splice(place, 1)
      if (current?.sessionId !== sessionId) return true
      current.breaking.abort()
      // Whoever asks again at once begins anew.
      await current.ended
      return true
    },
    async state(sessionId) {
      const state = await kept(sessionId)
      if (state.state !== 'wanted') return state
      return current?.sessionId === sessionId
        ? { state: 'rendering', progress: current.progress }
        : { state: 'waiting' }
    },
    async recover() {
      const names = await readdir(root).catch(() => [])
      for (const name of names) {
        const sessionId = SessionId.safeParse(name).data
        if (sessionId !== undefined && (await kept(sessionId)).state === 'wanted') enqueue(sessionId)
      }
    },
    async takeOver(signal) {
      const names = await readdir(root).catch(() => [])
      for (const name of names) {
        signal.throwIfAborted()
        const sessionId = SessionId.safeParse(name).data
        if (sessionId === undefined) continue
        const said = await readFile(join(folderOf(sessionId), stateFile), 'utf8').catch(() => null)
        const state = said === null ? null : Kept.parse(JSON.parse(said))
        if (state?.state === 'done') await finish(sessionId, state)
      }
    },
    async close() {
      isClosed = true
      current?.breaking.abort()
      await working
    },
  }
}

const described = ({ durationMs, chapters, omissions }: Plan, madeAt: number): Film => ({
  state: 'done',
  madeAt,
  durationMs,
  chapters: chapters.map(({ speaker, ...chapter }) => ({ ...chapter, speaker: speaker?.name ?? null })),
  omissions: [...omissions],
})
