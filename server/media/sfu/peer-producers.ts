// What one peer sends, at most one producer per source. The microphone runs only while the plan lets the participant be
// heard and they have not muted themselves; it is created paused, so that it never runs before this is checked. A
// screen and its sound exist only while the plan lets the participant share.
import { isDeepStrictEqual } from 'node:util'
import type { Producer, RtpParameters, WebRtcTransport } from 'mediasoup/types'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { kindOf, type MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { GoneError } from './gone-error.ts'
import { KeyFrames, keyFrameIntervalMs } from './key-frames.ts'
import type { MediaRouter } from './media-worker.ts'
import { Switch } from './switch.ts'

/** A live producer, as the rest of its session sees it. */
export interface Source {
  readonly participantId: ParticipantId
  readonly source: MediaSource
  readonly producer: Producer
  readonly router: MediaRouter
  readonly isRunning: boolean
  readonly keyFrames: KeyFrames
}

class Sent implements Source {
  readonly participantId: ParticipantId
  readonly source: MediaSource
  readonly producer: Producer
  readonly router: MediaRouter
  readonly rtpParameters: RtpParameters
  readonly switch: Switch
  readonly keyFrames = new KeyFrames()

  constructor(
    { participantId, router }: PeerProducersOptions,
    source: MediaSource,
    producer: Producer,
    rtpParameters: RtpParameters,
  ) {
    this.participantId = participantId
    this.source = source
    this.router = router
    this.producer = producer
    this.rtpParameters = rtpParameters
    this.switch = new Switch(producer, router.worker)
    if (producer.kind === 'video') this.#watchRequests()
  }

  get isRunning(): boolean {
    return this.switch.isOn
  }

  #watchRequests() {
    this.producer.on('trace', ({ type }) => type === 'pli' && this.keyFrames.asked())
    // A worker that goes meanwhile takes the producer with it.
    void this.producer.enableTraceEvent(['pli']).catch(() => undefined)
  }
}

export interface PeerProducersOptions {
  readonly participantId: ParticipantId
  readonly router: MediaRouter
  readonly transport: WebRtcTransport
  /** By the plan, and by the participant’s own switch. */
  readonly mayMicrophoneRun: () => boolean
  /** By the plan. */
  readonly mayShare: () => boolean
  /** A producer came, went, or began or ceased to run. */
  readonly changed: () => void
}

export class PeerProducers {
  readonly #options: PeerProducersOptions
  readonly #bySource = new Map<MediaSource, Sent>()
  readonly #turns = createMailbox()

  constructor(options: PeerProducersOptions) {
    this.#options = options
  }

  get(source: MediaSource): Source | undefined {
    return this.#bySource.get(source)
  }

  get count(): number {
    return this.#bySource.size
  }

  /** The same parameters again are the same producer; others replace it. */
  produce(source: MediaSource, rtpParameters: RtpParameters): Promise<string> {
    return this.#turns.post(async () => {
      const old = this.#bySource.get(source)
      const isRepeated = old !== undefined && isDeepStrictEqual(old.rtpParameters, rtpParameters)
      // The old one goes first, since both may use the same SSRC.
      if (!isRepeated) old?.producer.close()
      const { producer } = isRepeated ? old : await this.#create(source, rtpParameters)
      await this.follow()
      // The plan took the screen away meanwhile.
      if (producer.closed) throw new GoneError()
      return producer.id
    })
  }

  close(source: MediaSource): Promise<void> {
    return this.#turns.post(async () => this.#bySource.get(source)?.producer.close())
  }

  /** Resolves when the microphone runs or is paused as it must, and no screen is there that must not be. */
  async follow(): Promise<void> {
    if (!this.#options.mayShare()) await this.#endScreen()
    const microphone = this.#bySource.get('microphone')
    if (!microphone) return
    const mayRun = this.#options.mayMicrophoneRun()
    const isChange = microphone.isRunning !== mayRun
    const done = microphone.switch.set(mayRun)
    if (isChange) this.#options.changed()
    await done
  }

  /** Resolves when the worker has confirmed that nothing of it flows any more. */
  async #endScreen(): Promise<void> {
    const shared = [this.#bySource.get('screen'), this.#bySource.get('screenSound')].filter(
      (sent) => sent !== undefined,
    )
    await Promise.all(shared.map((sent) => sent.switch.set(false)))
    for (const { producer } of shared) producer.close()
  }

  async #create(source: MediaSource, rtpParameters: RtpParameters): Promise<Sent> {
    const { transport, participantId, changed } = this.#options
    const producer = await transport.produce({
      kind: kindOf(source),
      rtpParameters,
      paused: source === 'microphone',
      keyFrameRequestDelay: keyFrameIntervalMs,
      appData: { participantId },
    })
    if (transport.closed) {
      // mediasoup does not close what a transport was still creating when it was closed.
      producer.close()
      throw new GoneError()
    }
    const sent = new Sent(this.#options, source, producer, rtpParameters)
    this.#bySource.set(source, sent)
    producer.observer.once('close', () => {
      this.#bySource.delete(source)
      changed()
    })
    changed()
    return sent
  }
}
