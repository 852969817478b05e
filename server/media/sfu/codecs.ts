// The codecs of every router of this server. VP8 first: all browsers send and show it; H264 is there for old Safari
// devices.
import { ortc } from 'mediasoup'
import type { RouterRtpCodecCapability, RtpCapabilities } from 'mediasoup/types'

// The feedback messages (NACK also for Opus, PLI, FIR, REMB, transport-cc) and RTX come with mediasoup's own list.
export const mediaCodecs: RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
]

/** A router computes the same from the same codecs; so it is known before there is one. */
export const routerRtpCapabilities: RtpCapabilities = ortc.generateRouterRtpCapabilities(mediaCodecs)
