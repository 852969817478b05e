// Makes the films that are wanted, one at a time, in the order of the requests. One whose program stood still is gone on
// with, one whose files are away waits for them.
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { Film as Plan } from '../../../shared/projections/film.ts'
import type { FilmRemark, MadeFilm } from '../../../shared/wire/hearing/film.ts'
import type { Log } from '../../platform/log.ts'
import { StoodStill } from '../../platform/standing-still.ts'
import { PlaceFault } from '../../platform/store/place.ts'
import type { FilmFiles } from './film-files.ts'
import { createPages, type ReadDocument } from './pages.ts'
import { hashOf } from './plan-hash.ts'
import type { render } from './render.ts'

export interface FilmQueueOptions {
  readonly recordings: { read(sessionId: SessionId, file: string): Promise<Readable | null> }
  /** When the recorder has finished the files of the session. */
  readonly planOf: (sessionId: SessionId) => Promise<Plan>
  readonly readDocument: (sessionId: SessionId, ...of: Parameters<ReadDocument>) => ReturnType<ReadDocument>
  readonly render: typeof render
  /** Told of each of its programs that was ended because it did nothing. */
  readonly stoodStill?: (pid: number) => void
  readonly now: () => number
  readonly log: Log
}

export interface FilmQueue {
  enqueue(sessionId: SessionId): void
  /** How far the one being made has come, from 0 to 1; null: it is not being made. */
  progressOf(sessionId: SessionId): number | null
  /** Resolves when it is not being made any more; whoever asks again at once begins anew. */
  breakOff(sessionId: SessionId): Promise<void>
  close(): Promise<void>
}

const againMs = 60_000
/** In a row, of one film, whose program stood still. What was made by then is kept. */
const mostStandstills = 3

export function createFilmQueue(files: FilmFiles, options: FilmQueueOptions): FilmQueue {
  const { recordings, planOf, readDocument, render: make, stoodStill, now, log } = options
  const waiting: SessionId[] = []
  const standstills = createStandstills(stoodStill, log)
  let current: { sessionId: SessionId; progress: number; breaking: AbortController; ended: Promise<void> } | null = null
  let working: Promise<void> = Promise.resolve()
  let isClosed = false

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
      const wanted = await files.kept(sessionId)
      // The server ended between keeping it and saying so, or it was cancelled.
      if (wanted.state !== 'wanted') return
      // Those of when it was asked for: whoever is erased while it is made is missed then.
      personIds = wanted.personIds
      const film = await planOf(sessionId)
      const remarks = await make({
        film,
        bring: (file, to) => bring(recordings, sessionId, file, to),
        folder: files.folderOf(sessionId),
        drawPage: createPages((sha256) => readDocument(sessionId, sha256), log),
        signal: mine.breaking.signal,
        progress: (done) => {
          mine.progress = done
        },
      })
      await files.finish(sessionId, { ...described(film, now(), remarks), plan: hashOf(film), personIds })
      standstills.forget(sessionId)
      log.info({ sessionId }, 'a film is made')
    } catch (err) {
      // Broken off: by staff, who have had it written down, or with this server, which goes on with it.
      if (mine.breaking.signal.aborted) return
      if (standstills.isToGoOn(sessionId, err)) {
        waiting.push(sessionId)
        working = working.then(next)
      } else if (err instanceof PlaceFault) {
        log.warn({ sessionId, err }, 'a film waits for the files it is made of')
        setTimeout(() => enqueue(sessionId), againMs).unref()
      } else {
        log.error({ sessionId, err }, 'a film could not be made')
        // Nothing was begun, and it is still wanted: it is gone on with when it is asked for again, and at the next start.
        if (personIds === null) return
        await files
          .keep(sessionId, { state: 'failed', personIds })
          .catch((error: unknown) =>
            log.error({ sessionId, err: error }, 'that a film could not be made is not written'),
          )
      }
    } finally {
      current = null
      end()
    }
  }

  return {
    enqueue,
    progressOf: (sessionId) => (current?.sessionId === sessionId ? current.progress : null),
    async breakOff(sessionId) {
      const place = waiting.indexOf(sessionId)
      if (place >= 0) waiting.splice(place, 1)
      if (current?.sessionId !== sessionId) return
      current.breaking.abort()
      await current.ended
    },
    async close() {
      isClosed = true
      current?.breaking.abort()
      await working
    },
  }
}

async function bring(
  recordings: FilmQueueOptions['recordings'],
  sessionId: SessionId,
  file: string,
  to: string,
): Promise<void> {
  const content = await recordings.read(sessionId, file)
  if (!content) throw new Error(`the segment ${file} of the recording of ${sessionId} is gone`)
  await pipeline(content, createWriteStream(to, { mode: 0o600 }))
}

/** Counts how often in a row the program of a film stood still. */
function createStandstills(stoodStill: FilmQueueOptions['stoodStill'], log: Log) {
  const standstills = new Map<SessionId, number>()
  return {
    forget: (sessionId: SessionId) => standstills.delete(sessionId),
    /** Its program stood still, and a new one may not. */
    isToGoOn(sessionId: SessionId, err: unknown): boolean {
      if (!(err instanceof StoodStill)) return false
      stoodStill?.(err.pid)
      const times = (standstills.get(sessionId) ?? 0) + 1
      if (times >= mostStandstills) {
        standstills.delete(sessionId)
        return false
      }
      standstills.set(sessionId, times)
      log.warn({ sessionId, err, times }, 'the program that makes a film stood still: it is gone on with by a new one')
      return true
    },
  }
}

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
