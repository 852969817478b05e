// The messages about media: they ride the same socket, are never journaled, and each request may be sent twice.
// The shapes of RTP, ICE and DTLS parameters are mediasoup's; mediasoup itself checks them, here they are only objects.
import { z } from 'zod'
import { Language, ParticipantId } from '../../kernel/ids.ts'
import { Rejection } from '../../kernel/rejection.ts'

const parameters = z.record(z.string(), z.unknown())
export const RtpCapabilities = parameters.describe('RTCRtpCapabilities as mediasoup-client gives them')
export const MediaKind = z.enum(['audio', 'video'])
export type MediaKind = z.infer<typeof MediaKind>
/** What somebody sends: their own devices, and the screen they share. */
export const MediaSource = z.enum(['microphone', 'camera', 'screen', 'screenSound'])
export type MediaSource = z.infer<typeof MediaSource>
export const mediaSources = MediaSource.options
export const kindOf = (source: MediaSource): MediaKind =>
  source === 'camera' || source === 'screen' ? 'video' : 'audio'
const MediaId = z.string().max(64)

export const VisibleTile = z.object({
  participantId: ParticipantId,
  source: MediaSource.extract(['camera', 'screen']),
  width: z.int().min(1).max(8192).describe('of the tile, in device pixels: chooses the simulcast layer'),
})
export type VisibleTile = z.infer<typeof VisibleTile>

export const ListensTo = Language.nullable().describe(
  'the channel of interpretation this listener has chosen; null: none',
)

export const TransportParameters = z.object({
  id: MediaId,
  iceParameters: parameters,
  iceCandidates: z.array(parameters),
  dtlsParameters: parameters,
})
export type TransportParameters = z.infer<typeof TransportParameters>

export const ConsumerParameters = z.object({
  id: MediaId,
  producerId: MediaId,
  participantId: ParticipantId,
  source: MediaSource,
  kind: MediaKind,
  rtpParameters: parameters,
})
export type ConsumerParameters = z.infer<typeof ConsumerParameters>

export const IceServer = z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() })
export type IceServer = z.infer<typeof IceServer>

/** Everything a browser needs to send and receive, in one message: no further round trip before ICE. */
export const MediaWelcome = z.object({
  routerRtpCapabilities: parameters,
  iceServers: z.array(IceServer).describe('the agency’s own TURN servers, with credentials that run out; empty: none'),
  send: TransportParameters.nullable().describe('null: this participant sends nothing'),
  receive: TransportParameters,
  consumers: z.array(ConsumerParameters).describe('paused until the browser says resume'),
})
export type MediaWelcome = z.infer<typeof MediaWelcome>

export const MediaRequest = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('join'),
      rtpCapabilities: RtpCapabilities,
      visible: z.array(VisibleTile).max(50),
      listensTo: ListensTo.default(null),
    })
    .describe('new transports, the old ones closed'),
  z.object({ type: z.literal('connectTransport'), transportId: MediaId, dtlsParameters: parameters }),
  z.object({ type: z.literal('restartIce'), transportId: MediaId }),
  z.object({
    type: z.literal('produce'),
    source: MediaSource,
    rtpParameters: parameters,
    isMuted: z.boolean().describe('of the microphone'),
  }),
  z.object({ type: z.literal('mute'), isMuted: z.boolean() }).describe('the participant’s own microphone switch'),
  z.object({ type: z.literal('closeProducer'), source: MediaSource }),
  z
    .object({ type: z.literal('show'), visible: z.array(VisibleTile).max(50) })
    .describe('the tiles now on screen; only these are sent'),
  z
    .object({ type: z.literal('listen'), language: ListensTo })
    .describe('only the interpreters of this language are sent, beside the floor'),
  z.object({ type: z.literal('resume'), consumerIds: z.array(MediaId).max(200) }),
])
export type MediaRequest = z.infer<typeof MediaRequest>

/** The codes a media request may be refused with. */
export const mediaRejections = ['media.not-allowed', 'media.invalid', 'media.unknown', 'media.unavailable'] as const

export const MediaReply = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    welcome: MediaWelcome.optional().describe('answers join'),
    iceParameters: parameters.optional().describe('answers restartIce'),
    iceServers: z.array(IceServer).optional().describe('answers restartIce: fresh credentials'),
    producerId: MediaId.optional().describe('answers produce'),
  }),
  z.object({ ok: z.literal(false), rejection: Rejection }),
])
export type MediaReply = z.infer<typeof MediaReply>

export const MediaNotice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('consumers'), added: z.array(ConsumerParameters), closed: z.array(MediaId) }),
  z
    .object({ type: z.literal('restarted'), welcome: MediaWelcome })
    .describe('the media worker was replaced: start again with these'),
  z.object({ type: z.literal('ended') }).describe('no media here any more'),
  z
    .object({ type: z.literal('restartAsked') })
    .describe('staff ask this page to begin anew with the devices that are on and its transports'),
])
export type MediaNotice = z.infer<typeof MediaNotice>
