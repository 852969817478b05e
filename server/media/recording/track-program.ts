// One ffmpeg that receives the RTP of one track and writes it unchanged into Matroska segments. Each packet is stamped
// with its time of arrival, so that every file contains its absolute time (ADR 0051).
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import type { Ms } from '../../../shared/kernel/ids.ts'
import type { InterruptionCause } from '../../../shared/wire/hearing/recording.ts'
import { killUnless } from '../../platform/kill-unless.ts'
import type { RtpTarget, TrackCodec } from './recording.ts'
import { freePorts, localHost, sayGoodbye, sessionDescription, startIntake, untilBound } from './rtp-intake.ts'

export interface TrackProgramOptions {
  /** Path of ffmpeg. */
  readonly program: string
  readonly folder: string
  /** Of the files, before their number. */
  readonly prefix: string
  readonly codec: TrackCodec
  readonly segmentSeconds: number
  /** A file is complete: its name and times. */
  readonly finished: (file: string, from: Ms, until: Ms) => void
  readonly patience?: Partial<typeof patience>
}

const patience = {
  /** For the file in hand, before it is killed. */
  stopMs: 3000,
  /** After it was killed. A child of its own may hold its output, and a disk that hangs holds the program itself. */
  killedMs: 2000,
}

const reorderWithinMs = 500
const linesKept = 5

export class TrackProgram {
  readonly target: RtpTarget
  /** Why it ended by itself; null: it was stopped. Resolves in any case some time after it was killed. */
  readonly ended: Promise<InterruptionCause | null>
  readonly #child: ChildProcess
  readonly #patience: typeof patience
  #giveUp: () => void = () => undefined
  #killing: NodeJS.Timeout | undefined
  readonly #words: string[] = []
  #isStopped = false

  private constructor(child: ChildProcess, target: RtpTarget, options: TrackProgramOptions) {
    this.#child = child
    this.#patience = { ...patience, ...options.patience }
    this.target = target
    if (child.stderr)
      createInterface({ input: child.stderr }).on('line', (line) => {
        this.#words.push(line)
        if (this.#words.length > linesKept) this.#words.shift()
      })
    const list = child.stdout && createInterface({ input: child.stdout })
    const listed = list ? eachSegment(list, options.finished) : Promise.resolve()
    const closed = new Promise<void>((resolve) => {
      this.#giveUp = () => {
        this.#words.push(`process ${child.pid} does not end although it was killed, or left its output to another`)
        list?.close()
        for (const output of [child.stdout, child.stderr]) output?.destroy()
        child.unref()
        resolve()
      }
      child.once('error', (error) => {
        this.#words.push(error.message)
        resolve()
      })
      child.once('close', () => resolve())
    })
    this.ended = closed
      .then(() => listed)
      .then(() => (this.#isStopped ? null : this.#cause()))
      .finally(() => clearTimeout(this.#killing))
  }

  /** Resolves when its ports are open; null: it did not come so far, for the reason told by `ended`. */
  static async start(options: TrackProgramOptions): Promise<TrackProgram> {
    const target = await freePorts()
    const { program: path, folder } = options
    const child = await startIntake([path, ...programArguments(options)], { reads: [path], writes: [folder] })
    const program = new TrackProgram(child, target, options)
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(sessionDescription(options.codec, target))
    await Promise.race([untilBound(target), program.ended])
    return program
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && this.#child.pid !== undefined
  }

  /** The last it said, for the log. */
  get words(): string {
    return this.#words.join(' | ')
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Lets it finish the file in hand. */
  async stop(): Promise<void> {
    this.#isStopped = true
    // A signal would break off the writing too, and with it the last half second: the end comes as the source itself would tell
    // it, when packets that wait for a lost one before them wait no more.
    await Promise.race([this.ended, delay(reorderWithinMs + 50)])
    // The port of one that is gone may be another’s by now.
    if (this.isRunning) await sayGoodbye(this.target)
    await killUnless(this.ended, this.#patience.stopMs, () => this.kill())
  }

  /** The file in hand stays as it is: Matroska can be read without its end. */
  kill(): void {
    this.#child.kill('SIGKILL')
    this.#killing ??= setTimeout(this.#giveUp, this.#patience.killedMs)
  }

  #cause(): InterruptionCause {
    if (this.#child.pid === undefined) return 'noRecorder'
    return /No space left on device|Disk quota exceeded/.test(this.words) ? 'diskFull' : 'programEnded'
  }
}

function programArguments({ folder, prefix, codec, segmentSeconds }: TrackProgramOptions): string[] {
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-protocol_whitelist', 'pipe,udp,rtp'],
    ...knowing(codec),
    ...['-reorder_queue_size', '1000', '-max_delay', `${reorderWithinMs * 1000}`, '-use_wallclock_as_timestamps', '1'],
    ...['-localaddr', localHost, '-f', 'sdp', '-i', 'pipe:0', '-map', '0:0', '-c', 'copy', '-copyts'],
    ...['-f', 'segment', '-segment_time', `${segmentSeconds}`, '-segment_atclocktime', '1'],
    // A cluster goes to the disk twice a second: that much is lost with the machine, and no more.
    ...['-segment_format', 'matroska', '-segment_format_options', 'live=1:cluster_time_limit=500:flush_packets=1'],
    ...['-segment_list', 'pipe:1', '-segment_list_type', 'csv', join(folder, `${prefix}-%05d.mkv`)],
  ]
}

/** Of a sound all is known from the start; a picture whose size is not known before its first key frame is given up otherwise. */
const knowing = ({ mimeType }: TrackCodec) =>
  mimeType.startsWith('audio/')
    ? ['-analyzeduration', '0', '-probesize', '32']
    : ['-analyzeduration', '6M', '-probesize', '32M', '-fpsprobesize', '0']

/** ffmpeg lists a segment once it is closed: name,start,end, in seconds since 1970. */
async function eachSegment(
  list: AsyncIterable<string>,
  finished: (file: string, from: Ms, until: Ms) => void,
): Promise<void> {
  for await (const line of list) {
    const [file, from, until] = line.split(',')
    if (file && from && until) finished(file, Math.round(Number(from) * 1000), Math.round(Number(until) * 1000))
  }
}
