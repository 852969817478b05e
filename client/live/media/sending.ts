// What this browser sends over one transport: VP8 in layers, Opus with FEC and NACK. Follows the person's own devices and the
// screen they share: a new track replaces the old one, what is switched off ends its producer.
import type { types } from 'mediasoup-client'
import { kindOf, MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import type { LocalDevices, LocalDevicesSnapshot } from './local-devices.ts'
import { mediaStore } from './media-store.ts'
import type { ScreenCapture } from './screen-capture.ts'
import { granted, type RequestMedia } from './transport-care.ts'

/** Of 640 × 360: 160, 320 and 640 wide; of a sharp picture twice that. L1T3: one picture size, three frame rates. */
const encodings: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 100_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 350_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_100_000, scalabilityMode: 'L1T3' },
]

/** Half the size for phones and small places, the whole for reading. */
const screenEncodings: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 2_000_000, scalabilityMode: 'L1T3' },
]

interface Held {
  /** starting: another track is on its way. */
  readonly isStarting: boolean
  readonly track: MediaStreamTrack | null
}

interface SendingOptions {
  device: types.Device
  transport: types.Transport
  devices: LocalDevices
  screen: ScreenCapture
  request: RequestMedia
}

export class Sending {
  readonly #options: SendingOptions
  readonly #producers = new Map<MediaSource, types.Producer>()
  readonly #failed = new Set<MediaSource>()
  #turn: Promise<void> = Promise.resolve()

  constructor(options: SendingOptions) {
    this.#options = options
    const { transport, devices, screen, request } = options
    transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const source = MediaSource.parse(appData.source)
      const isMuted = source === 'microphone' && devices.store.getState().isMuted
      granted(request({ type: 'produce', source, rtpParameters, isMuted }))
        .then(({ producerId = '' }) => done({ id: producerId }))
        .catch(failed)
    })
    const unsubscribe = [
      devices.store.subscribe((now, before) => this.#followed(now, before)),
      screen.store.subscribe((now, before) => {
        if (now.picture !== before.picture) this.#sync('screen')
        if (now.sound !== before.sound) this.#sync('screenSound')
      }),
    ]
    transport.observer.on('close', () => {
      for (const end of unsubscribe) end()
    })
    for (const source of MediaSource.options) this.#sync(source)
  }

  get producers(): types.Producer[] {
    return [...this.#producers.values()]
  }

  #followed(now: LocalDevicesSnapshot, before: LocalDevicesSnapshot) {
    if (now.microphone !== before.microphone) this.#sync('microphone')
    if (now.camera !== before.camera) this.#sync('camera')
    if (now.isMuted !== before.isMuted && this.#producers.has('microphone'))
      void this.#options.request({ type: 'mute', isMuted: now.isMuted })
  }

  /** One change at a time: each looks at how things stand when its turn comes. */
  #sync(source: MediaSource) {
    this.#turn = this.#turn
      .then(() => this.#bring(source))
      .then(
        () => this.#report(source, true),
        () => this.#report(source, this.#options.transport.closed),
      )
  }

  #report(source: MediaSource, isWell: boolean) {
    if (isWell) this.#failed.delete(source)
    else this.#failed.add(source)
    mediaStore.setState({ hasSendProblem: this.#failed.size > 0 })
  }

  async #bring(source: MediaSource): Promise<void> {
    const { transport, device, request } = this.#options
    const { isStarting, track } = this.#held(source)
    const producer = this.#producers.get(source)
    // While another device is on its way the producer waits for its track.
    if (transport.closed || isStarting) return
    if (!track) {
      if (!producer) return
      producer.close()
      this.#producers.delete(source)
      await granted(request({ type: 'closeProducer', source }))
    } else if (producer) {
      if (producer.track !== track) await producer.replaceTrack({ track })
    } else if (device.canProduce(kindOf(source)))
      this.#producers.set(source, await transport.produce(this.#how(source, track)))
  }

  #held(source: MediaSource): Held {
    const { microphone, camera } = this.#options.devices.store.getState()
    const { picture, sound } = this.#options.screen.store.getState()
    switch (source) {
      case 'microphone':
        return { isStarting: microphone.status === 'starting', track: microphone.track }
      case 'camera':
        return { isStarting: camera.status === 'starting', track: camera.track }
      case 'screen':
        return { isStarting: false, track: picture }
      case 'screenSound':
        return { isStarting: false, track: sound }
    }
  }

  #how(source: MediaSource, track: MediaStreamTrack): types.ProducerOptions {
    // The track is the person's: it outlives transports, and its switch is theirs alone.
    const common = { track, stopTracks: false, disableTrackOnPause: false, appData: { source } }
    if (kindOf(source) === 'audio') {
      // Music has no pauses to save on, and two channels.
      const isScreen = source === 'screenSound'
      return { ...common, codecOptions: { opusStereo: isScreen, opusFec: true, opusDtx: !isScreen, opusNack: true } }
    }
    const { codecs = [] } = this.#options.device.sendRtpCapabilities
    const vp8 = codecs.find(({ mimeType }) => mimeType.toLowerCase() === 'video/vp8')
    const layers = source === 'screen' ? screenEncodings : encodings
    return {
      ...common,
      encodings: layers,
      codecOptions: { videoGoogleStartBitrate: 600 },
      ...(vp8 && { codec: vp8 }),
    }
  }
}
