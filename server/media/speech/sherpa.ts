// The speech engine: sherpa-onnx with a model supplied by the administrator. Runs in a separate process (program.ts);
// nothing else imports it.
import sherpa, { type OnlineRecognizer, type OnlineStream, type Vad } from 'sherpa-onnx-node'
import { v7 as newId } from 'uuid'
import type { Ms } from '../../../shared/kernel/ids.ts'
import type { SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import type { Model } from './model-files.ts'
import { SampleTimes, sampleRate } from './sound-clock.ts'
import type { WaitingWork } from './waiting-work.ts'

/** Of one microphone. */
export interface Ear {
  hear(samples: Float32Array, from: Ms): void
  /** Nothing more comes: what was begun is said to its end. */
  end(): Promise<void>
}

export interface Recogniser {
  open(tell: (phrase: SpokenPhrase) => void): Ear
}

/** Ends a phrase. */
const pauseSeconds = 0.5
/** A longer phrase is cut, or its beginning would be old news: about as much as fits into a line of captions. */
const longestPhraseSeconds = 12
/** What Silero was trained on. */
const windowSamples = 512

/** @throws when the model cannot be used; the library may also end the process. */
export async function openRecogniser(
  { voiceDetector, tokens, ...transducer }: Model,
  work: WaitingWork,
): Promise<Recogniser> {
  // One thread: the media workers of this machine come first.
  const modelConfig = { transducer, tokens, numThreads: 1, provider: 'cpu' } as const
  if (voiceDetector === null) {
    const recogniser = new sherpa.OnlineRecognizer({
      modelConfig,
      enableEndpoint: true,
      rule2MinTrailingSilence: pauseSeconds,
      rule3MinUtteranceLength: longestPhraseSeconds,
    })
    return { open: (tell) => new StreamingEar(recogniser, work, tell) }
  }
  const recogniser = await sherpa.OfflineRecognizer.createAsync({ modelConfig })
  const recognise = async (samples: Float32Array): Promise<string> => {
    const stream = recogniser.createStream()
    stream.acceptWaveform({ samples, sampleRate })
    return (await recogniser.decodeAsync(stream)).text
  }
  const detector = () =>
    new sherpa.Vad(
      {
        sileroVad: {
          model: voiceDetector,
          minSilenceDuration: pauseSeconds,
          maxSpeechDuration: longestPhraseSeconds,
          windowSize: windowSamples,
        },
        sampleRate,
        numThreads: 1,
      },
      longestPhraseSeconds * 3,
    )
  // Made once now, so that a torn file is found before anybody speaks.
  detector()
  return { open: (tell) => new PhraseEar(detector(), recognise, work, tell) }
}

/** Cuts phrases where a voice pauses, and has each recognised whole. */
class PhraseEar implements Ear {
  readonly #vad: Vad
  readonly #recognise: (samples: Float32Array) => Promise<string>
  readonly #work: WaitingWork
  readonly #tell: (phrase: SpokenPhrase) => void
  readonly #times = new SampleTimes()
  #left = new Float32Array(0)

  constructor(
    vad: Vad,
    recognise: (samples: Float32Array) => Promise<string>,
    work: WaitingWork,
    tell: (phrase: SpokenPhrase) => void,
  ) {
    this.#vad = vad
    this.#recognise = recognise
    this.#work = work
    this.#tell = tell
  }

  hear(samples: Float32Array, from: Ms): void {
    this.#times.add(samples.length, from)
    const all = joined(this.#left, samples)
    let at = 0
    for (; at + windowSamples <= all.length; at += windowSamples)
      this.#vad.acceptWaveform(all.slice(at, at + windowSamples))
    this.#left = all.slice(at)
    this.#takePhrases()
  }

  async end(): Promise<void> {
    this.#vad.flush()
    this.#takePhrases()
    await this.#work.settled()
  }

  #takePhrases(): void {
    for (; !this.#vad.isEmpty(); this.#vad.pop()) {
      // A copy: what lies in the buffer of the library goes with pop().
      const { start, samples } = this.#vad.front(false)
      const [from, to] = [this.#times.timeOf(start), this.#times.timeOf(start + samples.length)]
      this.#work.add(samples.length / sampleRate, async () => {
        const text = await this.#recognise(samples)
        this.#tell({ phraseId: newId(), from, to, text, isFinished: true })
      })
    }
  }
}

/** Says each word as it is heard; the model hears by itself where a phrase ends. */
class StreamingEar implements Ear {
  readonly #recogniser: OnlineRecognizer
  readonly #stream: OnlineStream
  readonly #work: WaitingWork
  readonly #tell: (phrase: SpokenPhrase) => void
  /** Some words of it were told. */
  #phrase: SpokenPhrase | null = null

  constructor(recogniser: OnlineRecognizer, work: WaitingWork, tell: (phrase: SpokenPhrase) => void) {
    this.#recogniser = recogniser
    this.#stream = recogniser.createStream()
    this.#work = work
    this.#tell = tell
  }

  hear(samples: Float32Array, from: Ms): void {
    const seconds = samples.length / sampleRate
    this.#work.add(seconds, async () => {
      this.#stream.acceptWaveform({ samples, sampleRate })
      this.#decode(from, from + seconds * 1000)
      // Decoding blocks: sound and messages of the others come in between.
      await new Promise(setImmediate)
    })
  }

  async end(): Promise<void> {
    // The last words come out with some silence after them.
    this.hear(new Float32Array(sampleRate), Date.now())
    await this.#work.settled()
    this.#finish()
  }

  #decode(from: Ms, to: Ms): void {
    while (this.#recogniser.isReady(this.#stream)) this.#recogniser.decode(this.#stream)
    const text = this.#recogniser.getResult(this.#stream).text.trim()
    if (text !== '' && text !== this.#phrase?.text) {
      const { phraseId, from: began } = this.#phrase ?? { phraseId: newId(), from: Math.round(from) }
      this.#phrase = { phraseId, from: began, to: Math.round(to), text, isFinished: false }
      this.#tell(this.#phrase)
    }
    if (!this.#recogniser.isEndpoint(this.#stream)) return
    this.#finish()
    this.#recogniser.reset(this.#stream)
  }

  #finish(): void {
    if (this.#phrase) this.#tell({ ...this.#phrase, isFinished: true })
    this.#phrase = null
  }
}

function joined(one: Float32Array, other: Float32Array): Float32Array<ArrayBuffer> {
  const all = new Float32Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}
