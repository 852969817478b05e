// Validates what a browser passes to mediasoup, which checks little: a maxBitrate of "abc" leaves its message builder
// half written and every later request of that worker fails; codec parameters, cname and msid are copied into the SDP
// of everybody else.
import { getSupportedRtpCapabilities } from 'mediasoup'
import type { RtpHeaderExtensionUri } from 'mediasoup/types'
import { z } from 'zod'
import { MediaKind } from '../../../shared/wire/engine/media-requests.ts'

const LARGEST_INT32 = 2 ** 31 - 1
const LARGEST_UINT32 = 2 ** 32 - 1

const headerExtensionUris: ReadonlySet<unknown> = new Set(
  getSupportedRtpCapabilities().headerExtensions?.map(({ uri }) => uri),
)
const HeaderExtensionUri = z.custom<RtpHeaderExtensionUri>((value) => headerExtensionUris.has(value))

/** Nothing that could end a line or a value in SDP. */
const token = z.string().regex(/^[\w.,:=+/-]{0,128}$/)
const line = z.string().regex(/^[\x20-\x7e]{1,256}$/)
/** Empty for simulcast: mediasoup-client reads it from SDP lines that layers named by rid do not have. */
const Cname = z.union([line, z.literal('')])
const mimeType = z.string().regex(/^(audio|video)\/[\w.+-]{1,32}$/i)
const Ssrc = z.int().min(1).max(LARGEST_UINT32)
const PayloadType = z.int().min(0).max(127)
const ExtensionId = z.int().min(1).max(255)

const codecFields = {
  mimeType,
  clockRate: z.int().min(1).max(LARGEST_INT32),
  channels: z.int().min(1).max(8).exactOptional(),
  parameters: z
    .record(token, z.union([token, z.number().min(-LARGEST_INT32).max(LARGEST_INT32)]))
    .refine((parameters) => Object.keys(parameters).length <= 16)
    .exactOptional(),
  rtcpFeedback: z
    .array(z.object({ type: token, parameter: token.exactOptional() }))
    .max(16)
    .exactOptional(),
}

export const RtpCapabilities = z.object({
  codecs: z
    .array(z.object({ kind: MediaKind, preferredPayloadType: PayloadType, ...codecFields }))
    .max(64)
    .exactOptional(),
  headerExtensions: z
    .array(
      z.object({
        kind: MediaKind,
        uri: HeaderExtensionUri,
        preferredId: ExtensionId,
        preferredEncrypt: z.boolean().exactOptional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
})

const Encoding = z.object({
  ssrc: Ssrc.exactOptional(),
  rid: token.exactOptional(),
  codecPayloadType: PayloadType.exactOptional(),
  rtx: z.object({ ssrc: Ssrc }).exactOptional(),
  dtx: z.boolean().exactOptional(),
  scalabilityMode: z
    .string()
    .regex(/^[LS][1-3]T[1-3](_KEY)?$/)
    .exactOptional(),
  maxBitrate: z.int().min(0).max(LARGEST_UINT32).exactOptional(),
})

/** Of the codecs of one kind only: else Opus under the name of video would pass where audio must be paused. */
export const RtpParameters = (kind: MediaKind) =>
  z.object({
    mid: token.exactOptional(),
    codecs: z
      .array(z.object({ payloadType: PayloadType, ...codecFields }))
      .min(1)
      .max(8)
      .refine((codecs) => codecs.every((codec) => codec.mimeType.toLowerCase().startsWith(`${kind}/`))),
    headerExtensions: z
      .array(z.object({ uri: HeaderExtensionUri, id: ExtensionId, encrypt: z.boolean().exactOptional() }))
      .max(32)
      .exactOptional(),
    encodings: z.array(Encoding).max(4).exactOptional(),
    rtcp: z.object({ cname: Cname.exactOptional(), reducedSize: z.boolean().exactOptional() }).exactOptional(),
    msid: line.exactOptional(),
  })

export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).exactOptional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^[0-9a-f]{2}(:[0-9a-f]{2}){19,63}$/i),
      }),
    )
    .min(1)
    .max(8),
})
