// This browser's side of the media plane. Told by the connection what the server offers and by the screens what is visible;
// who may speak is not decided here.
import type { Device, types } from 'mediasoup-client'
import type { Language } from '../../../shared/kernel/ids.ts'
import type { MediaNotice, MediaWelcome, TransportParameters } from '../../../shared/wire/engine/media-requests.ts'
import type { HealthMessage } from '../../../shared/wire/hearing/health.ts'
import { HealthMeter } from './health-meter.ts'
import type { LocalDevices } from './local-devices.ts'
import { emptyMedia, mediaStore } from './media-store.ts'
import { withReport } from './own-line.ts'
import { Receiving } from './receiving.ts'
import type { ScreenCapture } from './screen-capture.ts'
import { Sending } from './sending.ts'
import { collectStatistics, type MediaStatistics } from './statistics.ts'
import { careFor, type RequestMedia } from './transport-care.ts'
import type { VisibleTiles } from './visible-tiles.ts'

interface MediaSessionOptions {
  request: RequestMedia
  devices: LocalDevices
  screen: ScreenCapture
  visible: Pick<VisibleTiles, 'onChange' | 'current' | 'setAudioOnly'>
  /** The channel of interpretation that this person has chosen. */
  language: { current(): Language | null; watch(changed: () => void): () => void }
  /** What the server's routers can do; null: no media there, for now. */
  routerCapabilities: () => Promise<Record<string, unknown> | null>
  createDevice?: () => Promise<Device>
}

/** What one welcome has brought; the next one replaces it whole. */
interface Plane {
  readonly transports: readonly types.Transport[]
  readonly send: types.Transport | null
  readonly receive: types.Transport
  readonly sending: Sending | null
  readonly receiving: Receiving
  restartIce(): void
}

/** A welcome is on its way when the door opens: media is asked for only when it has not come after this. */
const firstSearchMs = 1000
const longestSearchMs = 5000

export class MediaSession {
  readonly #options: MediaSessionOptions
  #device: Device | null = null
  #preparing: Promise<void> | null = null
  #plane: Plane | null = null
  readonly #meter = new HealthMeter()
  /** As hello told it: a later welcome may go by that still. */
  #introducedAs: Language | null = null
  /** The server has not taken the last choice. */
  #isLanguageUntold = false
  readonly #stopWatching: () => void
  #isWanted = false
  #searchTimer: ReturnType<typeof setTimeout> | undefined
  #searchMs = firstSearchMs
  #searching: Promise<void> | null = null

  constructor(options: MediaSessionOptions) {
    this.#options = options
    options.visible.onChange = (tiles) => {
      if (this.#plane) void options.request({ type: 'show', visible: [...tiles] })
    }
    this.#stopWatching = options.language.watch(() => void this.#tellLanguage())
    window.addEventListener('online', this.#networkChanged)
  }

  /** Before the person enters, so that hello can tell what this browser receives. */
  prepare(routerRtpCapabilities: Record<string, unknown>): Promise<void> {
    this.#preparing ??= this.#load(routerRtpCapabilities).finally(() => {
      this.#preparing = null
    })
    return this.#preparing
  }

  async #load(routerRtpCapabilities: Record<string, unknown>): Promise<void> {
    if (this.#device) return
    const { createDevice = deviceOfThisBrowser } = this.#options
    try {
      const device = await createDevice()
      await device.load({ routerRtpCapabilities: routerRtpCapabilities as types.RtpCapabilities })
      this.#device = device
    } catch {
      // mediasoup-client throws for a browser it does not know; such a person may still follow in writing.
      mediaStore.setState({ path: 'unsupported' })
    }
  }

  introduction() {
    this.#introducedAs = this.#options.language.current()
    return {
      rtpCapabilities: this.#device?.recvRtpCapabilities ?? null,
      visible: this.#options.visible.current(),
      listensTo: this.#introducedAs,
    }
  }

  /** Whether this participant should have media now, as far as the session's state tells. */
  setWanted(isWanted: boolean) {
    if (this.#isWanted === isWanted) return
    this.#isWanted = isWanted
    this.#searchMs = firstSearchMs
    this.#searchLater()
  }

  welcomed(welcome: MediaWelcome | null) {
    if (welcome && this.#device) {
      this.#searchMs = firstSearchMs
      this.#build(this.#device, welcome)
      return
    }
    this.#tearDown()
    mediaStore.setState(({ path, restarts }) => ({
      ...emptyMedia,
      restarts,
      path: path === 'unsupported' ? path : 'none',
    }))
    this.#searchLater()
  }

  noticed(notice: MediaNotice) {
    switch (notice.type) {
      case 'consumers':
        this.#plane?.receiving.remove(notice.closed)
        void this.#plane?.receiving.add(notice.added)
        break
      case 'restarted':
        this.welcomed(notice.welcome)
        break
      case 'ended':
        this.welcomed(null)
        break
      case 'restartAsked':
        void this.#beginAnew()
        break
    }
  }

  /** The socket is down: what flows goes on flowing; nothing can be asked until the next welcome. */
  disconnected() {
    clearTimeout(this.#searchTimer)
  }

  /** An element shows or plays this consumer, so it may run. */
  attached(consumerId: string) {
    this.#plane?.receiving.attached(consumerId)
  }

  statistics(): Promise<MediaStatistics> {
    return collectStatistics(this.#plane?.receiving.consumers ?? [], this.#plane?.sending?.producers ?? [])
  }

  /** Since the last call. */
  async health(): Promise<HealthMessage> {
    const { send = null, receive = null, receiving = null } = this.#plane ?? {}
    const report = await this.#meter.report(
      { send, receive },
      this.#options.devices.store.getState(),
      performance.now(),
    )
    mediaStore.setState(({ line }) => ({ line: withReport(line, report) }))
    const received = receiving?.consumers ?? []
    return { ...report, arrived: this.#meter.arrived(received.map(streamOf)) }
  }

  setAudioOnly(isAudioOnly: boolean) {
    mediaStore.setState({ isAudioOnly })
    this.#options.visible.setAudioOnly(isAudioOnly)
  }

  /** What is off stays off: staff may repair a camera, not switch one on. */
  async #beginAnew() {
    mediaStore.setState(({ restarts }) => ({ restarts: restarts + 1 }))
    const { devices } = this.#options
    const { microphone, camera } = devices.store.getState()
    if (microphone.status !== 'off') await devices.start('microphone')
    if (camera.status !== 'off') await devices.start('camera')
    if (this.#isWanted) await this.#search()
  }

  close() {
    this.#isWanted = false
    clearTimeout(this.#searchTimer)
    window.removeEventListener('online', this.#networkChanged)
    this.#stopWatching()
    this.#options.visible.onChange = () => undefined
    this.#tearDown()
    mediaStore.setState(emptyMedia, true)
  }

  #build(device: Device, welcome: MediaWelcome) {
    this.#tearDown()
    const { request, devices, screen } = this.#options
    const receive = device.createRecvTransport(transportOptions(welcome, welcome.receive))
    const send = welcome.send && device.createSendTransport(transportOptions(welcome, welcome.send))
    const transports = send ? [receive, send] : [receive]
    const cares = transports.map((transport) =>
      careFor(transport, { request, onState: () => this.#showPath(), onBroken: () => void this.#search() }),
    )
    const receiving = new Receiving(receive, request)
    const sending = send && new Sending({ device, transport: send, devices, screen, request })
    const restartIce = () => {
      for (const care of cares) care.restartIce()
    }
    this.#plane = { transports, send: send || null, receive, sending, receiving, restartIce }
    this.#showPath()
    void receiving.begin(welcome.consumers)
    if (this.#isLanguageUntold || this.#options.language.current() !== this.#introducedAs) void this.#tellLanguage()
  }

  async #tellLanguage() {
    const { request, language } = this.#options
    if (!this.#plane) return
    const { ok } = await request({ type: 'listen', language: language.current() })
    this.#isLanguageUntold = !ok
  }

  #tearDown() {
    clearTimeout(this.#searchTimer)
    for (const transport of this.#plane?.transports ?? []) transport.close()
    this.#plane = null
  }

  #showPath() {
    const states = this.#plane?.transports.map(({ connectionState }) => connectionState) ?? []
    const isBroken = states.some((state) => state === 'disconnected' || state === 'failed')
    mediaStore.setState({ path: isBroken ? 'interrupted' : 'ready' })
  }

  readonly #networkChanged = () => this.#plane?.restartIce()

  #searchLater() {
    clearTimeout(this.#searchTimer)
    if (!this.#isWanted || this.#plane) return
    this.#searchTimer = setTimeout(() => void this.#search(), this.#searchMs)
    this.#searchMs = Math.min(this.#searchMs * 2, longestSearchMs)
  }

  /** Asks for new transports: the old ones are broken, or none were offered. */
  #search(): Promise<void> {
    this.#searching ??= this.#askForTransports().finally(() => {
      this.#searching = null
    })
    return this.#searching
  }

  async #askForTransports() {
    const { request, routerCapabilities, visible, language } = this.#options
    const capabilities = this.#device ? null : await routerCapabilities()
    if (capabilities) await this.prepare(capabilities)
    if (!this.#isWanted || !this.#device) return this.#searchLater()
    const { recvRtpCapabilities } = this.#device
    const reply = await request({
      type: 'join',
      rtpCapabilities: recvRtpCapabilities,
      visible: visible.current(),
      listensTo: language.current(),
    })
    if (!this.#isWanted) return
    if (reply.ok && reply.welcome) this.welcomed(reply.welcome)
    else {
      this.#tearDown()
      mediaStore.setState({ path: 'interrupted' })
      this.#searchLater()
    }
  }
}

/** Fetched while the person stands before the door. */
const deviceOfThisBrowser = async () => (await import('mediasoup-client')).Device.factory()

const streamOf = ({ consumer, ...received }: Receiving['consumers'][number]) => ({
  ...received,
  ssrc: consumer.rtpParameters.encodings?.[0]?.ssrc,
})

function transportOptions({ iceServers }: MediaWelcome, parameters: TransportParameters): types.TransportOptions {
  return {
    id: parameters.id,
    iceParameters: parameters.iceParameters as types.IceParameters,
    iceCandidates: parameters.iceCandidates as types.IceCandidate[],
    dtlsParameters: parameters.dtlsParameters as types.DtlsParameters,
    iceServers,
  }
}
