// One ffmpeg that decodes the RTP of one microphone into samples as they arrive.
import type { ChildProcess } from 'node:child_process'
import type { Ms } from '../../../shared/kernel/ids.ts'
import { killUnless } from '../../platform/kill-unless.ts'
import type { RtpTarget, TrackCodec } from '../recording/recording.ts'
import {
  freePorts,
  localHost,
  sayGoodbye,
  sessionDescription,
  startIntake,
  untilBound,
  watchIntake,
} from '../recording/rtp-intake.ts'
import { SoundClock, sampleRate } from './sound-clock.ts'

const lookForQuietMs = 250
const stopWithinMs = 1000
const wordsKept = 500

export class SoundProgram {
  readonly target: RtpTarget
  /** Resolves with its last words when it is over. */
  readonly ended: Promise<string>
  /** It was ended because it took in no packets. */
  stoodStill = false
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, target: RtpTarget, heard: (samples: Float32Array, from: Ms) => void) {
    this.#child = child
    this.target = target
    let words = ''
    child.stderr?.on('data', (text: Buffer) => {
      words = `${words}${text}`.slice(-wordsKept)
    })
    const clock = new SoundClock()
    let odd = Buffer.alloc(0)
    child.stdout?.on('data', (chunk: Buffer) => {
      const bytes = Buffer.concat([odd, chunk])
      const samples = samplesOf(bytes)
      odd = Buffer.from(bytes.subarray(samples.length * 2))
      const { silence, from } = clock.arrived(samples.length, Date.now())
      if (silence > 0) heard(new Float32Array(silence), from - (silence * 1000) / sampleRate)
      heard(samples, from)
    })
    const quiet = setInterval(() => {
      const silence = clock.quiet(Date.now())
      if (silence > 0) heard(new Float32Array(silence), Date.now())
    }, lookForQuietMs)
    const stopWatching = watchIntake(target, () => {
      this.stoodStill = true
      words = `${words} it took in no packets`
      child.kill('SIGKILL')
    })
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('close', () => resolve(words.trim()))
    })
    void this.ended.then(() => {
      clearInterval(quiet)
      stopWatching()
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Resolves when its ports are open, or it has ended. */
  static async start(codec: TrackCodec, heard: (samples: Float32Array, from: Ms) => void): Promise<SoundProgram> {
    const target = await freePorts()
    const child = await startIntake(['ffmpeg', ...programArguments], {})
    const program = new SoundProgram(child, target, heard)
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(sessionDescription(codec, target))
    await Promise.race([untilBound(target), program.ended])
    return program
  }

  /** Resolves when it is gone; what it was given before has been heard. */
  async stop(): Promise<void> {
    // The port of one that is gone may be another’s by now.
    if (this.#child.exitCode === null && this.#child.signalCode === null) await sayGoodbye(this.target)
    await killUnless(this.ended, stopWithinMs, () => this.#child.kill('SIGKILL'))
  }
}

const programArguments = [
  ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-protocol_whitelist', 'pipe,udp,rtp'],
  ...['-analyzeduration', '0', '-probesize', '32', '-fflags', 'nobuffer', '-flags', 'low_delay'],
  // A packet that is lost is waited for no longer than a word takes.
  ...['-reorder_queue_size', '50', '-max_delay', '200000', '-localaddr', localHost, '-f', 'sdp', '-i', 'pipe:0'],
  ...['-map', '0:0', '-ac', '1', '-ar', `${sampleRate}`, '-f', 's16le', '-flush_packets', '1', 'pipe:1'],
]

/** 16 bits each, little endian. */
function samplesOf(bytes: Buffer): Float32Array {
  const samples = new Float32Array(Math.floor(bytes.length / 2))
  for (let index = 0; index < samples.length; index += 1) samples[index] = bytes.readInt16LE(index * 2) / 32_768
  return samples
}
