// The films of this server’s recordings: one is made at a time, in the order in which they were asked for. What is wanted stands on
// the disk beside the recording, where alone it can be made: a queue in Redis would hand it to a server that does not have the files.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { SessionId } from '../../shared/kernel/ids.ts'
import type { Film as Plan } from '../../shared/projections/film.ts'
import { Film } from '../../shared/wire/film.ts'
import type { Log } from '../platform/log.ts'
import type { render } from './render.ts'

interface FilmsOptions {
  readonly dataDir: string
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
  /** Whatever there is of one: what is on its way is broken off first. */
  erase(sessionId: SessionId): Promise<void>
  /** Where its files are once it is done. */
  folderOf(sessionId: SessionId): string
  /** Goes on with what this server had not finished when it ended. */
  recover(): Promise<void>
  close(): Promise<void>
}

const Kept = z.union([Film, z.object({ state: z.literal('wanted') })])
type Kept = z.infer<typeof Kept>

export function createFilms({ dataDir, planOf, render: make, now, log }: FilmsOptions): Films {
  const root = join(dataDir, 'recordings')
  const folderOf = (sessionId: SessionId) => join(root, sessionId, 'film')
  const waiting: SessionId[] = []
  let current: { sessionId: SessionId; progress: number; breaking: AbortController; ended: Promise<void> } | null = null
  let working: Promise<void> = Promise.resolve()
  let isClosed = false

  async function kept(sessionId: SessionId): Promise<Kept> {
    const text = await readFile(join(folderOf(sessionId), 'state.json'), 'utf8').catch(() => null)
    return text === null ? { state: 'none' } : Kept.parse(JSON.parse(text))
  }

  async function keep(sessionId: SessionId, state: Kept): Promise<void> {
    const folder = folderOf(sessionId)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const beside = join(folder, 'part-state.json')
    await writeFile(beside, JSON.stringify(state), { mode: 0o600, flush: true })
    await rename(beside, join(folder, 'state.json'))
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
        recording: join(root, sessionId),
        folder: folderOf(sessionId),
        signal: mine.breaking.signal,
        progress: (done) => {
          mine.progress = done
        },
      })
      await keep(sessionId, described(film, now()))
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

  async function cancel(sessionId: SessionId): Promise<boolean> {
    if ((await kept(sessionId)).state !== 'wanted') return false
    await keep(sessionId, { state: 'cancelled' })
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
    async ask(sessionId) {
      if ((await kept(sessionId)).state === 'done') return
      await keep(sessionId, { state: 'wanted' })
      enqueue(sessionId)
    },
    cancel,
    async erase(sessionId) {
      await cancel(sessionId)
      await rm(folderOf(sessionId), { recursive: true, force: true })
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
