// Keeps the speech recognition process running, sends it the microphones to hear, and reports its state. Nothing here
// waits for that process.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { SpeechStatus, SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import { keepRunning, listedDelays, wait } from '../../platform/keep-running.ts'
import type { Log } from '../../platform/log.ts'
import type { RtpLine, RtpTarget, TrackCodec } from '../recording/recording.ts'
import type { Hearing, SpeechEngine } from './engine.ts'
import { FromProgram, type ToProgram } from './messages.ts'
import { findModel, type Model } from './model-files.ts'

export interface SpeechEngineOptions {
  /** Where the files of the model lie. */
  readonly modelDir: string
  /** Told of each of its programs that gave no sign of life, or took in no packets, and was ended for it. */
  readonly stoodStill?: (program: 'speech' | 'sound', pid: number) => void
  readonly log: Log
  /** At once, on the whole server; others wait until one of them is silent. */
  readonly mostHeard?: number
  /** Of sound that has come and is not recognised yet. */
  readonly mostSecondsWaiting?: number
  /** Without a sign of life for so long, the program is ended. */
  readonly aliveWithinMs?: number
  readonly restartDelaysMs?: readonly number[]
}

interface Line {
  readonly lineId: number
  readonly codec: TrackCodec
  readonly openLine: (target: RtpTarget) => Promise<RtpLine>
  readonly tell: (phrase: SpokenPhrase) => void
  /** Its program hears it, or was asked to. */
  isAsked: boolean
  isStopped: boolean
  /** Also while it is being opened. */
  rtp: Promise<RtpLine | null> | null
  /** Of which words were told, and no end. */
  begun: SpokenPhrase | null
}

const programPath = fileURLToPath(new URL('./program.ts', import.meta.url))
/** A chair, a secretary and who has the floor, of two sessions. */
const MOST_HEARD = 6
const RESTART_DELAYS_MS = [1000, 5000, 15_000, 60_000, 300_000]
/** The administrator may be copying the files just now. */
const lookAgainMs = 10_000
/** A large model from a slow disk. */
const loadedWithinMs = 120_000
const ALIVE_WITHIN_MS = 20_000
/** Words that come later help nobody. */
const MOST_SECONDS_WAITING = 30
/** After this it is taken to have recovered. */
const steadyAfterMs = 120_000
const behindForMs = 60_000
const lineAgainMs = 2000
/** What is wrong comes first or last; between lies where it was. */
const firstLinesKept = 5
const lastLinesKept = 5

export const createSpeechEngine = (options: SpeechEngineOptions): SpeechEngine => new SupervisedEngine(options)

class SupervisedEngine implements SpeechEngine {
  readonly #options: SpeechEngineOptions
  readonly #lines = new Map<number, Line>()
  readonly #closing = new AbortController()
  readonly #ended: Promise<void>
  #program: ChildProcess | null = null
  #isReady = false
  #state: SpeechStatus = { state: 'starting' }
  #skippedAt: number | null = null
  #made = 0

  constructor(options: SpeechEngineOptions) {
    this.#options = options
    this.#ended = this.#keepRunning()
  }

  status(): SpeechStatus {
    if (!this.#isReady) return this.#state
    if ([...this.#lines.values()].some(({ isAsked, isStopped }) => !isAsked && !isStopped)) return { state: 'full' }
    const isBehind = this.#skippedAt !== null && Date.now() - this.#skippedAt < behindForMs
    return { state: isBehind ? 'behind' : 'ready' }
  }

  hear(codec: TrackCodec, openLine: Line['openLine'], tell: Line['tell']): Hearing {
    this.#made += 1
    const line: Line = {
      ...{ lineId: this.#made, codec, openLine, tell },
      ...{ isAsked: false, isStopped: false, rtp: null, begun: null },
    }
    this.#lines.set(line.lineId, line)
    this.#ask()
    return { stop: () => this.#stop(line) }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#program?.kill('SIGKILL')
    await this.#ended
  }

  async #stop(line: Line): Promise<void> {
    line.isStopped = true
    await this.#closeRtp(line)
    // Its last phrase is still to come.
    if (line.isAsked) this.#say({ type: 'stop', lineId: line.lineId })
    else this.#lines.delete(line.lineId)
  }

  /** Those who wait, as many as may be heard. */
  #ask(): void {
    const { mostHeard = MOST_HEARD } = this.#options
    if (!this.#isReady) return
    let heard = [...this.#lines.values()].filter(({ isAsked }) => isAsked).length
    for (const line of this.#lines.values()) {
      if (line.isAsked || line.isStopped || heard >= mostHeard) continue
      line.isAsked = true
      heard += 1
      const { lineId, codec } = line
      this.#say({ type: 'hear', lineId, codec })
    }
  }

  #keepRunning(): Promise<void> {
    const { modelDir, log, restartDelaysMs = RESTART_DELAYS_MS } = this.#options
    return keepRunning({
      start: async () => {
        const model = await this.#modelOnceThere()
        return model && { ended: this.#run(model) }
      },
      ended: (words, again) => {
        this.#state = { state: 'stopped' }
        log.error({ modelDir, words, again }, 'the program that recognises speech has ended')
      },
      delayAfter: listedDelays(restartDelaysMs),
      steadyAfterMs,
      signal: this.#closing.signal,
    })
  }

  /** null: this server is closing. */
  async #modelOnceThere(): Promise<Model | null> {
    const { modelDir, log } = this.#options
    const { signal } = this.#closing
    let told = ''
    while (!signal.aborted) {
      const found = await findModel(modelDir)
      if ('model' in found) return signal.aborted ? null : found.model
      this.#state =
        'missing' in found
          ? { state: 'incomplete', folder: modelDir, missing: found.missing }
          : { state: 'unreadable', folder: modelDir }
      // Once, and again when it is another reason.
      if (told !== JSON.stringify(found)) log.warn({ modelDir, ...found }, 'no speech is recognised: SPEECH_MODEL_DIR')
      told = JSON.stringify(found)
      await wait(lookAgainMs, signal)
    }
    return null
  }

  /** From its start to its end. Resolves with its last words. */
  async #run(model: Model): Promise<string> {
    const { mostSecondsWaiting = MOST_SECONDS_WAITING, aliveWithinMs = ALIVE_WITHIN_MS, stoodStill } = this.#options
    if (this.#state.state !== 'stopped') this.#state = { state: 'starting' }
    // Behind everything else on this machine; it needs no secret of the server.
    const { PATH, NODE_OPTIONS } = process.env
    const program = spawn('nice', ['-n', '10', 'setpriv', '--pdeathsig', 'INT', process.execPath, programPath], {
      env: { PATH, ...(NODE_OPTIONS !== undefined && { NODE_OPTIONS }) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#program = program
    const words: string[] = []
    if (program.stderr)
      createInterface({ input: program.stderr }).on('line', (line) => {
        words.push(line)
        if (words.length > firstLinesKept + lastLinesKept) words.splice(firstLinesKept, 1)
      })
    const tooLong = () => {
      words.push('it did not answer')
      stoodStill?.('speech', program.pid ?? 0)
      program.kill('SIGKILL')
    }
    let patience = setTimeout(tooLong, loadedWithinMs)
    program.on('message', (message) => {
      if (program !== this.#program) return
      const { data: said } = FromProgram.safeParse(message)
      if (!said) {
        words.push('it said what nobody understands')
        program.kill('SIGKILL')
        return
      }
      if (said.type === 'ready' || said.type === 'alive') {
        clearTimeout(patience)
        patience = setTimeout(tooLong, aliveWithinMs)
      }
      this.#heard(said)
    })
    program.on('error', ({ message }) => void words.push(message))
    this.#say({ type: 'load', model, mostSecondsWaiting })
    await once(program, 'close').catch(() => undefined)
    clearTimeout(patience)
    this.#program = null
    this.#isReady = false
    for (const line of this.#lines.values()) this.#over(line)
    return words.join(' | ')
  }

  #heard(message: FromProgram): void {
    const { log, modelDir } = this.#options
    if (message.type === 'ready') {
      this.#isReady = true
      log.info({ modelDir }, 'speech is recognised')
      this.#ask()
    } else if (message.type === 'skipped') {
      this.#skippedAt = Date.now()
      log.warn({ seconds: message.seconds }, 'speech came faster than it was recognised, some was left out')
    } else if (message.type !== 'alive') {
      const line = this.#lines.get(message.lineId)
      if (line) this.#heardOf(line, message)
    }
  }

  #heardOf(line: Line, message: Extract<FromProgram, { lineId: number }>): void {
    if (message.type === 'target') this.#open(line, message.target)
    else if (message.type === 'phrase') {
      line.begun = message.phrase.isFinished ? null : message.phrase
      line.tell(message.phrase)
    } else {
      if (message.stoodStill !== null) this.#options.stoodStill?.('sound', message.stoodStill)
      if (!line.isStopped) this.#options.log.warn({ words: message.words }, 'a voice is not heard, and is again soon')
      this.#over(line)
      // One that waits may be heard now; a voice that cannot be heard is tried again after a moment, or it would spin.
      if (line.isStopped) this.#ask()
      else setTimeout(() => this.#ask(), lineAgainMs).unref()
    }
  }

  #open(line: Line, target: RtpTarget): void {
    if (line.isStopped) return
    line.rtp = line.openLine(target).catch((err: unknown) => {
      // Who has just left sends nothing more, and is stopped next.
      this.#options.log.debug({ err }, 'a voice could not be brought to the program that recognises speech')
      return null
    })
  }

  /** Its program hears it no longer. */
  #over(line: Line): void {
    line.isAsked = false
    void this.#closeRtp(line)
    // No end of it will come: nothing stands half said on the screens.
    if (line.begun) line.tell({ ...line.begun, text: '' })
    line.begun = null
    if (line.isStopped) this.#lines.delete(line.lineId)
  }

  async #closeRtp(line: Line): Promise<void> {
    const { rtp } = line
    line.rtp = null
    await (await rtp)?.close()
  }

  #say(message: ToProgram): void {
    // One that is ending takes no message; what it was to hear is asked of the next.
    if (this.#program?.connected) this.#program.send(message, () => undefined)
  }
}
