// What one peer sends: at most one microphone and one camera. Audio runs only while the plan lets the participant be heard
// and they have not muted themselves; it is created paused, so that there is no moment in which it is otherwise.
import { isDeepStrictEqual } from 'node:util'
import type { Producer, RtpParameters, WebRtcTransport } from 'mediasoup/types'
import type { ParticipantId } from '../../shared/kernel/ids.ts'
import type { MediaKind } from '../../shared/wire/media-requests.ts'
import { Gone } from './gone.ts'
import { KeyFrames, keyFrameIntervalMs } from './key-frames.ts'
import type { MediaRouter } from './media-worker.ts'
import { Switch } from './switch.ts'

/** A live producer, as the rest of its session sees it. */
export interface Source {
  readonly participantId: ParticipantId
  readonly producer: Producer
  readonly router: MediaRouter
  readonly isRunning: boolean
  readonly keyFrames: KeyFrames
}

class Sent implements Source {
  readonly participantId: ParticipantId
  readonly producer: Producer
  readonly router: MediaRouter
  readonly rtpParameters: RtpParameters
  readonly switch: Switch
  readonly keyFrames = new KeyFrames()

  constructor({ participantId, router }: PeerProducersOptions, producer: Producer, rtpParameters: RtpParameters) {
    this.participantId = participantId
    this.router = router
    this.producer = producer
    this.rtpParameters = rtpParameters
    this.switch = new Switch(producer)
  }

  get isRunning(): boolean {
    return this.switch.isOn
  }
}

export interface PeerProducersOptions {
  readonly participantId: ParticipantId
  readonly router: MediaRouter
  readonly transport: WebRtcTransport
  /** By the plan, and by the participant’s own switch. */
  readonly mayAudioRun: () => boolean
  /** A producer came, went, or began or ceased to run. */
  readonly changed: () => void
}

export class PeerProducers {
  readonly #options: PeerProducersOptions
  readonly #byKind = new Map<MediaKind, Sent>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: PeerProducersOptions) {
    this.#options = options
  }

  get(kind: MediaKind): Source | undefined {
    return this.#byKind.get(kind)
  }

  get count(): number {
    return this.#byKind.size
  }

  /** The same parameters again are the same producer; others replace it. */
  produce(kind: MediaKind, rtpParameters: RtpParameters): Promise<string> {
    return this.#inTurn(async () => {
      const old = this.#byKind.get(kind)
      const isRepeated = old !== undefined && isDeepStrictEqual(old.rtpParameters, rtpParameters)
      // The old one goes first, since both may use the same SSRC.
      if (!isRepeated) old?.producer.close()
      const { producer } = isRepeated ? old : await this.#create(kind, rtpParameters)
      await this.follow()
      return producer.id
    })
  }

  close(kind: MediaKind): Promise<void> {
    return this.#inTurn(async () => this.#byKind.get(kind)?.producer.close())
  }

  /** Resolves when the audio producer runs or is paused as it must. */
  async follow(): Promise<void> {
    const audio = this.#byKind.get('audio')
    if (!audio) return
    const mayRun = this.#options.mayAudioRun()
    const isChange = audio.isRunning !== mayRun
    const done = audio.switch.set(mayRun)
    if (isChange) this.#options.changed()
    await done
  }

  async #create(kind: MediaKind, rtpParameters: RtpParameters): Promise<Sent> {
    const { transport, participantId, changed } = this.#options
    const producer = await transport.produce({
      kind,
      rtpParameters,
      paused: kind === 'audio',
      keyFrameRequestDelay: keyFrameIntervalMs,
      appData: { participantId },
    })
    if (transport.closed) {
      // mediasoup does not close what a transport was still creating when it was closed.
      producer.close()
      throw new Gone()
    }
    const sent = new Sent(this.#options, producer, rtpParameters)
    this.#byKind.set(kind, sent)
    producer.observer.once('close', () => {
      this.#byKind.delete(kind)
      changed()
    })
    changed()
    return sent
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }
}
