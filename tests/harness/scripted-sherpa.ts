// Replaces the speech library by a script: preloaded (NODE_OPTIONS=--import=…) into the real program in place of
// sherpa-onnx-node. Loud sound counts as speech; its text is the lines of the model’s tokens.txt, one per phrase. Some
// lines are instructions: «CRASH» ends the process like a fault in native code, «HANG» never returns, «SLOW» takes four
// seconds. An encoder file with the content “torn” cannot be loaded.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { setTimeout } from 'node:timers/promises'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'sherpa-onnx-node' ? { url: import.meta.url, shortCircuit: true } : next(specifier, context),
})

interface Model {
  transducer: { encoder: string }
  tokens: string
}
type Waveform = { samples: Float32Array; sampleRate: number }

const loudest = 0.02
/** A browser’s test microphone beeps without a pause. */
const longestPhraseSeconds = 2.5
const isLoud = (samples: Float32Array) => samples.some((sample) => Math.abs(sample) > loudest)

class Script {
  readonly #lines: string[]
  #said = 0

  constructor({ transducer, tokens }: Model) {
    if (readFileSync(transducer.encoder, 'utf8').includes('torn')) {
      process.stderr.write(`Load model from ${transducer.encoder} failed: Protobuf parsing failed.\n`)
      process.abort()
    }
    this.#lines = readFileSync(tokens, 'utf8').trim().split('\n')
  }

  get line(): string {
    return this.#lines[this.#said % this.#lines.length] ?? ''
  }

  next(): string {
    const { line } = this
    this.#said += 1
    if (line === 'CRASH') process.abort()
    while (line === 'HANG');
    return line
  }
}

class OfflineRecognizer {
  readonly #script: Script

  private constructor(script: Script) {
    this.#script = script
  }

  static async createAsync({ modelConfig }: { modelConfig: Model }) {
    return new OfflineRecognizer(new Script(modelConfig))
  }

  createStream = () => ({ acceptWaveform: (_waveform: Waveform) => undefined })
  decodeAsync = async () => {
    const text = this.#script.next()
    if (text === 'SLOW') await setTimeout(4000)
    return { text }
  }
}

class Vad {
  readonly #silenceEnds: number
  readonly #longest: number
  readonly #segments: { start: number; samples: Float32Array }[] = []
  #heard = 0
  #begun: number | null = null
  #voice: number[] = []
  #silent = 0

  constructor({ sileroVad, sampleRate }: { sileroVad: { minSilenceDuration: number }; sampleRate: number }) {
    this.#silenceEnds = sileroVad.minSilenceDuration * sampleRate
    this.#longest = longestPhraseSeconds * sampleRate
  }

  acceptWaveform(samples: Float32Array) {
    if (isLoud(samples)) {
      this.#begun ??= this.#heard
      this.#silent = 0
    } else this.#silent += samples.length
    if (this.#begun !== null) this.#voice.push(...samples)
    this.#heard += samples.length
    if (this.#silent >= this.#silenceEnds || this.#voice.length >= this.#longest) this.flush()
  }

  flush() {
    if (this.#begun !== null) this.#segments.push({ start: this.#begun, samples: new Float32Array(this.#voice) })
    this.#begun = null
    this.#voice = []
  }

  isEmpty = () => this.#segments.length === 0
  front = () => this.#segments[0]
  pop = () => void this.#segments.shift()
}

/** A word for each third of a second of voice. */
class OnlineRecognizer {
  readonly #script: Script
  readonly #silenceEnds: number

  constructor({ modelConfig, rule2MinTrailingSilence }: { modelConfig: Model; rule2MinTrailingSilence: number }) {
    this.#script = new Script(modelConfig)
    this.#silenceEnds = rule2MinTrailingSilence
  }

  createStream() {
    const stream = {
      voiced: 0,
      silent: 0,
      acceptWaveform({ samples, sampleRate }: Waveform) {
        const seconds = samples.length / sampleRate
        stream.silent = isLoud(samples) ? 0 : stream.silent + seconds
        if (stream.silent === 0) stream.voiced += seconds
      },
    }
    return stream
  }

  isReady = () => false
  decode = () => undefined
  getResult({ voiced }: { voiced: number }) {
    const words = this.#script.line.split(' ')
    return { text: words.slice(0, Math.floor(voiced * 3)).join(' ') }
  }
  isEndpoint = ({ voiced, silent }: { voiced: number; silent: number }) => voiced > 0 && silent >= this.#silenceEnds
  reset(stream: { voiced: number; silent: number }) {
    stream.voiced = 0
    stream.silent = 0
    this.#script.next()
  }
}

export default { OfflineRecognizer, OnlineRecognizer, Vad }
