// The recordings of this server: the programs that write tracks, and what can be asked of what they have written
// (recorded-folders.ts).
import { statfs } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Ms, SessionId } from '../../../shared/kernel/ids.ts'
import type { InterruptionCause } from '../../../shared/wire/hearing/recording.ts'
import { confiningPrograms } from '../../platform/confined-program.ts'
import type { Log } from '../../platform/log.ts'
import { missingPrograms } from '../../platform/missing-programs.ts'
import type { Store } from '../../platform/store/store.ts'
import { createRecordedFolders } from './recorded-folders.ts'
import type { RecordedTrack, Recordings, RtpLine, RtpTarget, TrackDescription, TrackListener } from './recording.ts'
import { Track } from './track.ts'

export interface RecordingsOptions {
  readonly dataDir: string
  /** Path of ffmpeg; null: it is not installed. */
  readonly program: string | null
  readonly store: Store
  /** Below that, nothing more is begun: the journal lives on the same disk. */
  readonly leastFreeBytes?: number
  readonly segmentSeconds?: number
  /** So long the end of a track is awaited. */
  readonly finishWithinMs?: number
  /** The time of the sessions; files are stamped by the clock of the machine. */
  readonly now?: () => Ms
  /** Told of each program that took in packets, wrote nothing, and was ended for it. */
  readonly stoodStill?: (pid: number) => void
  readonly log: Log
}

const LEAST_FREE_BYTES = 512 * 1024 * 1024
/** A file that is lost is so long at most; shorter ones cost key frames. */
const SEGMENT_SECONDS = 20
/** A program is killed and given up after five seconds; reading through and hashing its last file takes less. */
const FINISH_WITHIN_MS = 30_000

/** Null: nothing can be recorded, and no reception opened but with the agency’s own equipment. */
export async function findRecorder(log: Log): Promise<string | null> {
  const missing = await missingPrograms(['ffmpeg', 'ffprobe', ...confiningPrograms])
  if (missing.length === 0) return 'ffmpeg'
  log.warn({ missing }, 'this server cannot record: install ffmpeg and util-linux')
  return null
}

/** False: it takes longer; it goes on all the same. Rejects as it does. */
async function isWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const patience = new AbortController()
  const tooLong = delay(ms, false, { signal: patience.signal }).catch(() => false)
  return Promise.race([work.then(() => true), tooLong]).finally(() => patience.abort())
}

/** Resolves when these programs have ended and each of their files has its line in the index. */
const ended = (begun: Promise<Track>) =>
  begun.then(
    ({ done }) => done,
    () => undefined,
  )

const stopped = (begun: Promise<Track>) =>
  begun.then(
    (track) => track.stop(),
    () => undefined,
  )

export function createRecordings(options: RecordingsOptions): Recordings {
  const { dataDir, program, store, log, now = Date.now, stoodStill = () => undefined } = options
  const { leastFreeBytes = LEAST_FREE_BYTES, segmentSeconds = SEGMENT_SECONDS } = options
  const { finishWithinMs = FINISH_WITHIN_MS } = options
  const folders = createRecordedFolders({ dataDir, store, log })
  /** Also those whose program is only being started. */
  const running = new Map<Promise<Track>, SessionId>()

  async function unable(): Promise<InterruptionCause | null> {
    if (program === null) return 'noRecorder'
    const { bavail, bsize } = await statfs(dataDir)
    return bavail * bsize < leastFreeBytes ? 'diskFull' : null
  }

  async function begin(
    description: TrackDescription,
    openLine: (target: RtpTarget) => Promise<RtpLine>,
    listener: TrackListener,
  ): Promise<Track> {
    const { sessionId, participantId, source, codec } = description
    const files = await folders.filesOf(sessionId)
    const number = files.begin(description)
    const track = new Track({
      // `unable` has said so before it is needed.
      program: program ?? '',
      folder: files.folder,
      prefix: `${number}`.padStart(4, '0'),
      codec,
      segmentSeconds,
      openLine,
      listener,
      now,
      finished: (file, times, clock) => files.add(number, file, times, clock),
      left: (file, clock) => files.recover(file, clock),
      unable,
      stoodStill,
      log,
      context: { sessionId, participantId, source },
    })
    return track
  }

  return {
    unable,
    record(description, openLine, listener): RecordedTrack {
      const begun = begin(description, openLine, listener)
      running.set(begun, description.sessionId)
      void ended(begun).finally(() => running.delete(begun))
      begun.catch((err: unknown) => {
        log.error({ sessionId: description.sessionId, err }, 'the folder of a recording cannot be written')
        listener.interrupted('nothingWritten')
      })
      return { stop: () => stopped(begun) }
    },
    async finished(sessionId) {
      const left = () => [...running].flatMap(([begun, of]) => (of === sessionId ? [ended(begun)] : []))
      async function allEnded(): Promise<void> {
        // One may begin while the others end.
        for (let tracks = left(); tracks.length > 0; tracks = left()) await Promise.all(tracks)
        await (await folders.filesOf(sessionId)).settled()
      }
      const isFinished = await isWithin(finishWithinMs, allEnded())
      if (!isFinished)
        log.error(
          { sessionId, tracks: left().length, finishWithinMs },
          'a recording does not end; it is not awaited longer',
        )
      return isFinished
    },
    async segments(sessionId) {
      const files = await folders.filesOf(sessionId)
      await isWithin(finishWithinMs, files.settled())
      return files.segments
    },
    read: (sessionId, file) => folders.read(sessionId, file),
    drop: (sessionId, file) => folders.drop(sessionId, file),
    readIndex: (sessionId) => folders.readIndex(sessionId),
    takeOver: (signal) => folders.takeOver(signal),
    async close() {
      await Promise.all([...running.keys()].map(stopped))
      await Promise.all([...running.keys()].map(ended))
      await folders.stored()
    },
  }
}
