// One ffmpeg that takes the RTP of one track and writes it, as it is, into Matroska segments. Each packet is stamped with the time
// of its arrival, so that every file says by itself when it was: ADR 0051.
import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Ms } from '../../shared/kernel/ids.ts'
import type { InterruptionCause } from '../../shared/wire/recording.ts'
import type { RtpTarget, TrackCodec } from './recording.ts'

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

const host = '127.0.0.1'
const boundWithinMs = 5000
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
    const child = spawn(...withDeath(options.program, programArguments(options)), { stdio: ['pipe', 'pipe', 'pipe'] })
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
    await sayGoodbye(this.target)
    const tooLong = setTimeout(() => this.kill(), this.#patience.stopMs)
    await this.ended
    clearTimeout(tooLong)
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
    ...['-localaddr', host, '-f', 'sdp', '-i', 'pipe:0', '-map', '0:0', '-c', 'copy', '-copyts'],
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

/** RFC 8866. */
function sessionDescription({ mimeType, payloadType, clockRate, channels }: TrackCodec, { rtpPort }: RtpTarget) {
  const [kind, name] = mimeType.split('/')
  return [
    'v=0',
    `o=- 0 0 IN IP4 ${host}`,
    's=-',
    `c=IN IP4 ${host}`,
    't=0 0',
    `m=${kind} ${rtpPort} RTP/AVP ${payloadType}`,
    `a=rtpmap:${payloadType} ${name}/${clockRate}${channels === undefined ? '' : `/${channels}`}`,
    'a=recvonly',
    '',
  ].join('\r\n')
}

/** util-linux has a program that ends another with its parent, so that none is left when this server is killed. */
const withDeath = (program: string, given: string[]): [string, string[]] =>
  process.platform === 'linux' ? ['setpriv', ['--pdeathsig', 'INT', program, ...given]] : [program, given]

/**
 * Two in a row, for ffmpeg awaits RTCP next to RTP whatever the description says. They may be taken before ffmpeg has them: it
 * then ends, and is started again with others.
 */
async function freePorts(): Promise<RtpTarget> {
  for (;;) {
    const first = createSocket('udp4')
    const second = createSocket('udp4')
    try {
      const rtpPort = await bound(first, 0)
      const rtcpPort = await bound(second, rtpPort + 1)
      return { rtpPort, rtcpPort }
    } catch {
      // The neighbour is taken; another port has another.
    } finally {
      first.close()
      second.close()
    }
  }
}

async function bound(socket: Socket, port: number): Promise<number> {
  socket.bind(port, host)
  // Rejects with an error of the socket.
  await once(socket, 'listening')
  return socket.address().port
}

/** To the port of the packets, so that it comes after the last of them: ffmpeg knows RTCP by its type there too (RFC 5761). */
async function sayGoodbye({ rtpPort }: RtpTarget): Promise<void> {
  const socket = createSocket('udp4')
  try {
    await promisify<Buffer, number, string>(socket.send.bind(socket))(bye, rtpPort, host)
  } catch {
    // It is gone already, or is killed.
  } finally {
    socket.close()
  }
}

/** An empty RTCP receiver report and a BYE, of no source in particular: RFC 3550, sections 6.1, 6.4.2 and 6.6. */
const bye = Buffer.from([0x80, 201, 0, 1, 0, 0, 0, 0, 0x81, 203, 0, 1, 0, 0, 0, 0])

/** RTP sent before is lost. The kernel knows when both ports are open; ffmpeg does not say. */
async function untilBound({ rtpPort, rtcpPort }: RtpTarget): Promise<void> {
  const wanted = [rtpPort, rtcpPort].map((port) => `:${port.toString(16).toUpperCase().padStart(4, '0')} `)
  const patience = Date.now() + boundWithinMs
  while (Date.now() < patience) {
    const table = await readFile('/proc/net/udp', 'utf8')
    if (wanted.every((port) => table.includes(port))) return
    await delay(15)
  }
}

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
