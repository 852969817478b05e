// The media part of a participant's page without a browser: mediasoup-client as the page uses it, with its fake
// handler. Signalling and everything on the server are real; only the packets are missing.

import { FakeMediaStreamTrack } from 'fake-mediastreamtrack'
import { Device, FakeHandler, testFakeParameters, type types } from 'mediasoup-client'
import { ConnectionId, type Language, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { type MediaGroup, type MediaPlan, type PeerPlan, theFloor } from '../../shared/projections/media-plan.ts'
import {
  kindOf,
  type MediaReply,
  type MediaRequest,
  MediaSource,
  type MediaWelcome,
  type TransportParameters,
  type VisibleTile,
} from '../../shared/wire/engine/media-requests.ts'
import type { MediaServer } from './media-server.ts'

/** heard: has the floor, may always speak, or interprets; voiceOnly: an observer who may interpret. */
export type Right = 'heard' | 'silent' | 'observer' | 'voiceOnly'

let made = 0

export class MediaSession {
  readonly sessionId: SessionId
  readonly server: MediaServer

  constructor(server: MediaServer) {
    made += 1
    this.sessionId = SessionId.parse(`session-${made}`)
    this.server = server
  }

  page(name: string): MediaPage {
    return new MediaPage(this, name)
  }

  /** `sharer`: who may share a screen; `channels`: who interprets into which language. */
  async plan(
    rights: readonly (readonly [MediaPage, Right, MediaGroup?])[],
    {
      sharer = null,
      channels = [],
      recorded = [],
      recognised = [],
    }: {
      sharer?: MediaPage | null
      channels?: [MediaPage, Language][]
      recorded?: PeerPlan['recorded']
      recognised?: readonly MediaPage[]
    } = {},
  ): Promise<void> {
    const channelOf = new Map(channels)
    const plan: MediaPlan = new Map(
      rights.map(([page, right, group = theFloor]) => [
        page.participantId,
        {
          ...planFor(page, right, group),
          channel: channelOf.get(page) ?? null,
          mayShare: page === sharer,
          recorded: group === theFloor ? recorded : [],
          recognised: recognised.includes(page),
        },
      ]),
    )
    await this.server.plane.reconcile(this.sessionId, plan)
  }
}

function planFor(
  { connectionId }: MediaPage,
  right: Right,
  group: MediaGroup,
): Omit<PeerPlan, 'mayShare' | 'channel' | 'recorded' | 'recognised'> {
  const mayProduce = right !== 'observer'
  return {
    connectionId,
    group,
    mayProduce,
    mayBeHeard: right === 'heard',
    mayBeSeen: mayProduce && right !== 'voiceOnly',
  }
}

/** The fake handler draws SSRCs and MIDs from so few numbers that two meet in one transport now and then, which is refused. */
function ofOwn({ mid, encodings = [], ...rest }: types.RtpParameters) {
  const next = () => ++drawn
  return {
    ...rest,
    ...(mid !== undefined && { mid: `${next()}` }),
    encodings: encodings.map(({ ssrc, rtx, ...encoding }) => ({
      ...encoding,
      ...(ssrc !== undefined && { ssrc: next() }),
      ...(rtx && { rtx: { ssrc: next() } }),
    })),
  }
}
let drawn = 0

export class MediaPage {
  readonly session: MediaSession
  readonly participantId: ParticipantId
  connectionId: ConnectionId
  /** As the page tells when it comes in. */
  listensTo: Language | null = null
  #device: Device | null = null
  #send: types.Transport | null = null
  #receive: types.Transport | null = null

  constructor(session: MediaSession, name: string) {
    made += 1
    this.session = session
    this.participantId = ParticipantId.parse(name)
    this.connectionId = ConnectionId.parse(`${name}-${made}`)
  }

  get address() {
    const { participantId, connectionId } = this
    return { sessionId: this.session.sessionId, participantId, connectionId }
  }

  /** Another socket of the same participant. */
  reconnect(): void {
    made += 1
    this.connectionId = ConnectionId.parse(`${this.participantId}-${made}`)
  }

  async wish(visible: readonly VisibleTile[] = []) {
    const device = await this.#loaded()
    const { listensTo } = this
    return { rtpCapabilities: { ...device.recvRtpCapabilities }, visible: [...visible], listensTo }
  }

  /** As hello does. */
  async welcome(visible?: readonly VisibleTile[]): Promise<MediaWelcome | null> {
    const welcome = await this.session.server.plane.welcome(this.address, await this.wish(visible))
    if (welcome) await this.take(welcome)
    return welcome
  }

  /** @throws when there is no media for this page. */
  async join(visible?: readonly VisibleTile[]): Promise<MediaWelcome> {
    const welcome = await this.welcome(visible)
    if (!welcome) throw new Error(`${this.participantId} was given no media`)
    return welcome
  }

  /** What a page does with a welcome: transports of its own over those of the server. */
  async take(welcome: MediaWelcome): Promise<void> {
    const device = await this.#loaded()
    this.#send?.close()
    this.#receive?.close()
    this.#send = welcome.send && device.createSendTransport(transportOptions(welcome.send))
    this.#receive = device.createRecvTransport(transportOptions(welcome.receive))
    this.#send?.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const source = MediaSource.parse(appData.source)
      this.ask({ type: 'produce', source, rtpParameters: ofOwn(rtpParameters), isMuted: appData.isMuted === true })
        .then(({ producerId }) => done({ id: producerId ?? '' }))
        .catch(failed)
    })
    for (const transport of [this.#send, this.#receive])
      transport?.on('connect', ({ dtlsParameters }, done, failed) => {
        this.ask({ type: 'connectTransport', transportId: transport.id, dtlsParameters: { ...dtlsParameters } })
          .then(done)
          .catch(failed)
      })
  }

  /** The server’s transport under the same id. */
  get receiveId(): string | undefined {
    return this.#receive?.id
  }

  async produce(source: MediaSource, { isMuted = false } = {}): Promise<string> {
    if (!this.#send) throw new Error(`${this.participantId} sends nothing`)
    const kind = kindOf(source)
    const track = new FakeMediaStreamTrack({ kind })
    const encodings = kind === 'video' ? [{ rid: 'q' }, { rid: 'h' }, { rid: 'f' }] : undefined
    const producer = await this.#send.produce({ track, appData: { source, isMuted }, ...(encodings && { encodings }) })
    return producer.id
  }

  async consume(consumers: MediaWelcome['consumers']): Promise<void> {
    const receive = this.#receive
    if (!receive) throw new Error(`${this.participantId} receives nothing`)
    await Promise.all(
      consumers.map(({ id, producerId, kind, rtpParameters }) =>
        receive.consume({ id, producerId, kind, rtpParameters: rtpParameters as types.RtpParameters }),
      ),
    )
    await this.ask({ type: 'resume', consumerIds: consumers.map(({ id }) => id) })
  }

  request(request: MediaRequest): Promise<MediaReply> {
    return this.session.server.plane.request(this.address, request)
  }

  /** A request that must not be refused. */
  async ask(request: MediaRequest): Promise<Extract<MediaReply, { ok: true }>> {
    const reply = await this.request(request)
    if (!reply.ok) throw new Error(`${reply.rejection.code}: ${JSON.stringify(request)}`)
    return reply
  }

  /** The code of a request that must be refused. */
  async refusal(request: MediaRequest): Promise<string> {
    const reply = await this.request(request)
    return reply.ok ? 'not refused' : reply.rejection.code
  }

  tile(width = 320, source: VisibleTile['source'] = 'camera'): VisibleTile {
    return { participantId: this.participantId, source, width }
  }

  async #loaded(): Promise<Device> {
    if (this.#device) return this.#device
    const device = new Device({ handlerFactory: FakeHandler.createFactory(testFakeParameters) })
    const routerRtpCapabilities = this.session.server.plane.routerRtpCapabilities as types.RtpCapabilities
    await device.load({ routerRtpCapabilities })
    this.#device = device
    return device
  }
}

function transportOptions({ id, iceParameters, iceCandidates, dtlsParameters }: TransportParameters) {
  return { id, iceParameters, iceCandidates, dtlsParameters } as types.TransportOptions
}
