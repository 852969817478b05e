// One recorded track: keeps a program writing while the track is to be recorded, and reports when data are on disk and
// when they are not.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ms } from '../../../shared/kernel/ids.ts'
import type { InterruptionCause } from '../../../shared/wire/hearing/recording.ts'
import { keepRunning, listedDelays, wait } from '../../platform/keep-running.ts'
import type { Log } from '../../platform/log.ts'
import { ClockNotes } from './clock-notes.ts'
import type { RecordedTrack, RtpLine, RtpTarget, TrackCodec, TrackListener } from './recording.ts'
import { TrackProgram } from './track-program.ts'

export interface TrackOptions {
  readonly program: string
  readonly folder: string
  /** Of the files of this track; each run of the program adds its own number. */
  readonly prefix: string
  readonly codec: TrackCodec
  readonly segmentSeconds: number
  readonly openLine: (target: RtpTarget) => Promise<RtpLine>
  readonly listener: TrackListener
  /** The time of the session. */
  readonly now: () => Ms
  readonly finished: (file: string, times: { from: Ms; until: Ms }, clock: ClockNotes) => void
  /** The program ended without finishing this file, if it had begun it. */
  readonly left: (file: string, clock: ClockNotes) => void
  readonly unable: () => Promise<InterruptionCause | null>
  /** Its program takes in packets and writes nothing: it is ended, and another goes on. */
  readonly stoodStill: (pid: number) => void
  readonly log: Log
  readonly context: object
}

/** How soon staff learn that data are on the disk. */
const firstLookMs = 100
const laterLookMs = 1000
/** RTP has come for so long, and nothing has reached the disk: a cluster takes half a second. */
const patienceMs = 4000
const restartDelay = listedDelays([0, 500, 1000, 2000, 5000])
const steadyAfterMs = 30_000
/** The clock of this machine was set: what is written after would not follow what was written before. */
const clockToleranceMs = 500

export class Track implements RecordedTrack {
  readonly #options: TrackOptions
  /** Resolves when the last file is complete. */
  readonly done: Promise<void>
  /** Also while it is being opened: whoever stops must not leave one behind that opens later. */
  #line: Promise<RtpLine> | null = null
  #isStopped = false
  readonly #stopping = new AbortController()
  #runs = 0
  #isInterrupted = false

  constructor(options: TrackOptions) {
    this.#options = options
    this.done = this.#keepRunning()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#stopping.abort()
    await this.#closeLine()
  }

  async #closeLine(): Promise<void> {
    const line = await this.#line?.catch(() => null)
    await line?.close()
  }

  #keepRunning(): Promise<void> {
    return keepRunning({
      start: async () => ({ ended: this.#run().catch((error: unknown) => this.#notRecorded(error)) }),
      ended: (cause) => {
        if (cause) this.#tellInterrupted(cause)
      },
      delayAfter: restartDelay,
      steadyAfterMs,
      signal: this.#stopping.signal,
    })
  }

  #notRecorded(err: unknown): InterruptionCause {
    this.#options.log.error({ ...this.#options.context, err }, 'a track could not be recorded')
    return 'programEnded'
  }

  /** One program from its start to its end. Null: it was stopped, or the source is gone. */
  async #run(): Promise<InterruptionCause | null> {
    const { program: path, folder, prefix, codec, segmentSeconds } = this.#options
    const { finished, left, now, unable, openLine, log, context } = this.#options
    const blockingReason = await unable()
    if (blockingReason) return blockingReason
    this.#runs += 1
    const files = `${prefix}-${this.#runs}`
    let complete = 0
    const clock = new ClockNotes(now)
    const program = await TrackProgram.start({
      program: path,
      folder,
      prefix: files,
      codec,
      segmentSeconds,
      finished: (file, from, until) => {
        complete += 1
        finished(file, { from, until }, clock)
      },
    })
    const current = () => `${files}-${`${complete}`.padStart(5, '0')}.mkv`
    void program.ended.then(() => left(current(), clock))
    if (!program.isRunning) return this.#endOf(program)
    if (this.#isStopped) return this.#stopProgram(program)
    try {
      this.#line = openLine(program.target)
      await this.#line
    } catch (error) {
      this.#line = null
      program.kill()
      throw error
    }
    log.info({ ...context, files, pid: program.pid }, 'a track is being recorded')
    const cause = await Promise.race([
      program.ended,
      this.#watch(
        program,
        clock,
        () => join(folder, current()),
        () => complete,
      ),
    ])
    await this.#closeLine()
    this.#line = null
    if (this.#isStopped) return this.#stopProgram(program)
    if (program.isRunning) {
      if (cause === 'nothingWritten') {
        log.error({ ...context, files, pid: program.pid }, 'the program that records writes nothing, and is ended')
        this.#options.stoodStill(program.pid ?? 0)
      }
      program.kill()
      await program.ended
    } else log.error({ ...context, files, words: program.words }, 'the program that records has ended')
    return cause ?? 'programEnded'
  }

  /** Resolves with what is wrong, or with null when the track is stopped. */
  async #watch(
    program: TrackProgram,
    notes: ClockNotes,
    file: () => string,
    completed: () => number,
  ): Promise<InterruptionCause | null> {
    const clock = () => Date.now() - performance.now()
    let clockThen = clock()
    let size = { complete: 0, bytes: 0 }
    let grownAt = Date.now()
    let sentThen = 0
    let isWritten = false
    const { signal } = this.#stopping
    while (!signal.aborted && program.isRunning) {
      await wait(isWritten ? laterLookMs : firstLookMs, signal)
      notes.note()
      if (Math.abs(clock() - clockThen) > clockToleranceMs) return 'clockChanged'
      clockThen = clock()
      const now = { complete: completed(), bytes: await sizeOf(file()) }
      if (now.complete !== size.complete || now.bytes !== size.bytes) {
        // The first growth is the head of the file, the second a cluster of packets.
        if (!isWritten && (size.bytes > 0 || now.complete > 0)) {
          isWritten = true
          this.#tellWritten()
        }
        size = now
        grownAt = Date.now()
        sentThen = isWritten ? await this.#sent() : sentThen
      } else if (Date.now() - grownAt > patienceMs) {
        const sent = await this.#sent()
        if (sent > sentThen + leastOctets) return 'nothingWritten'
        grownAt = Date.now()
        sentThen = sent
      }
    }
    return null
  }

  async #sent(): Promise<number> {
    return (await (await this.#line)?.sent()) ?? 0
  }

  async #stopProgram(program: TrackProgram): Promise<null> {
    await program.stop()
    return null
  }

  async #endOf(program: TrackProgram): Promise<InterruptionCause> {
    const cause = (await program.ended) ?? 'programEnded'
    this.#options.log.error(
      { ...this.#options.context, words: program.words },
      'the program that records did not start',
    )
    return cause
  }

  #tellWritten(): void {
    this.#isInterrupted = false
    this.#options.listener.written()
  }

  #tellInterrupted(cause: InterruptionCause): void {
    if (this.#isInterrupted) return
    this.#isInterrupted = true
    this.#options.listener.interrupted(cause)
  }
}

/** Silence is a few octets a second, and less than a cluster. */
const leastOctets = 4000

const sizeOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}
