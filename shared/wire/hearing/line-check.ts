// The messages of a line check: a short test of one's own line against the media server, on a socket of its own, before or
// beside the session and never in it. Nothing of it is kept; the page tells the result by REST.
import { z } from 'zod'
import { Rejection } from '../../kernel/rejection.ts'
import { IceServer, RtpCapabilities, TransportParameters } from '../engine/media-requests.ts'

/** Of socket.io: beside the sockets of the sessions, which use the one without a name. */
export const lineCheckNamespace = '/line-check'

/** From the first request; then the server ends it. */
export const lineCheckLimitMs = 30_000

const parameters = z.record(z.string(), z.unknown())
const MediaId = z.string().max(64)

export const LineCheckRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begin') }).describe('transports of one’s own; a test begun before by the same link ends'),
  z.object({ type: z.literal('connectTransport'), transportId: MediaId, dtlsParameters: parameters }),
  z
    .object({ type: z.literal('echo'), rtpParameters: parameters, rtpCapabilities: RtpCapabilities })
    .describe('what is sent comes back, twice'),
  z.object({ type: z.literal('resume') }).describe('the page is ready to receive'),
])
export type LineCheckRequest = z.infer<typeof LineCheckRequest>

export const LineCheckWelcome = z.object({
  routerRtpCapabilities: parameters,
  iceServers: z.array(IceServer),
  send: TransportParameters,
  receive: TransportParameters,
})
export type LineCheckWelcome = z.infer<typeof LineCheckWelcome>

export const LineCheckReply = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    welcome: LineCheckWelcome.optional().describe('answers begin'),
    producerId: MediaId.optional().describe('answers echo'),
    consumers: z
      .array(z.object({ id: MediaId, producerId: MediaId, rtpParameters: parameters }))
      .optional()
      .describe('answers echo; paused until resume'),
  }),
  z.object({ ok: z.literal(false), rejection: Rejection }),
])
export type LineCheckReply = z.infer<typeof LineCheckReply>

export interface LineCheckToServer {
  request: (request: LineCheckRequest, reply: (reply: LineCheckReply) => void) => void
}
