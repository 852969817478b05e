// What this browser sends over one transport: VP8 in three layers, Opus with FEC, DTX and NACK. Follows the person's own
// devices: a new track replaces the old one, a device switched off ends its producer.
import type { types } from 'mediasoup-client'
import type { MediaKind } from '../../shared/wire/media-requests.ts'
import type { LocalDevices, LocalDevicesSnapshot } from './local-devices.ts'
import { mediaStore } from './media-store.ts'
import { granted, type RequestMedia } from './transport-care.ts'

/** Of 640 × 360: 160, 320 and 640 wide; of a sharp picture twice that. L1T3: one picture size, three frame rates. */
const encodings: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 100_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 350_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_100_000, scalabilityMode: 'L1T3' },
]

interface SendingOptions {
  device: types.Device
  transport: types.Transport
  devices: LocalDevices
  request: RequestMedia
}

export class Sending {
  readonly #options: SendingOptions
  readonly #producers = new Map<MediaKind, types.Producer>()
  readonly #failed = new Set<MediaKind>()
  #turn: Promise<void> = Promise.resolve()

  constructor(options: SendingOptions) {
    this.#options = options
    const { transport, devices, request } = options
    transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
      const isMuted = kind === 'audio' && devices.store.getState().isMuted
      granted(request({ type: 'produce', kind, rtpParameters, isMuted }))
        .then(({ producerId = '' }) => done({ id: producerId }))
        .catch(failed)
    })
    const unsubscribe = devices.store.subscribe((now, before) => this.#followed(now, before))
    transport.observer.on('close', unsubscribe)
    this.#sync('audio')
    this.#sync('video')
  }

  get producers(): types.Producer[] {
    return [...this.#producers.values()]
  }

  #followed(now: LocalDevicesSnapshot, before: LocalDevicesSnapshot) {
    if (now.microphone !== before.microphone) this.#sync('audio')
    if (now.camera !== before.camera) this.#sync('video')
    if (now.isMuted !== before.isMuted && this.#producers.has('audio'))
      void this.#options.request({ type: 'mute', isMuted: now.isMuted })
  }

  /** One change at a time: each looks at how things stand when its turn comes. */
  #sync(kind: MediaKind) {
    this.#turn = this.#turn
      .then(() => this.#bring(kind))
      .then(
        () => this.#report(kind, true),
        () => this.#report(kind, this.#options.transport.closed),
      )
  }

  #report(kind: MediaKind, isWell: boolean) {
    if (isWell) this.#failed.delete(kind)
    else this.#failed.add(kind)
    mediaStore.setState({ hasSendProblem: this.#failed.size > 0 })
  }

  async #bring(kind: MediaKind): Promise<void> {
    const { transport, devices, request } = this.#options
    const { microphone, camera } = devices.store.getState()
    const { status, track } = kind === 'audio' ? microphone : camera
    const producer = this.#producers.get(kind)
    // While another device is on its way the producer waits for its track.
    if (transport.closed || status === 'starting') return
    if (!track) {
      if (!producer) return
      producer.close()
      this.#producers.delete(kind)
      await granted(request({ type: 'closeProducer', kind }))
    } else if (producer) {
      if (producer.track !== track) await producer.replaceTrack({ track })
    } else if (this.#options.device.canProduce(kind))
      this.#producers.set(kind, await transport.produce(this.#how(track)))
  }

  #how(track: MediaStreamTrack): types.ProducerOptions {
    // The track is the person's: it outlives transports, and its switch is theirs alone.
    const common = { track, stopTracks: false, disableTrackOnPause: false }
    if (track.kind === 'audio')
      return { ...common, codecOptions: { opusStereo: false, opusFec: true, opusDtx: true, opusNack: true } }
    const { codecs = [] } = this.#options.device.sendRtpCapabilities
    const vp8 = codecs.find(({ mimeType }) => mimeType.toLowerCase() === 'video/vp8')
    return { ...common, encodings, codecOptions: { videoGoogleStartBitrate: 600 }, ...(vp8 && { codec: vp8 }) }
  }
}
