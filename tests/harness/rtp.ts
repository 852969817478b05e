// Real RTP without a network: audio packets passed to the worker over a DirectTransport.
import type { Producer, Router } from 'mediasoup/types'

const PAYLOAD_TYPE = 100
const LEVEL_EXTENSION = 10
/** In dBov. */
const SYLLABLE = -15
const PAUSE = -80

export interface Voice {
  readonly producer: Producer
  /** Sends 20 ms of speech: now a syllable, now a pause, for an even level is taken for noise. */
  speak(): void
}

export async function voiceOn(router: Router, appData: Record<string, unknown> = {}): Promise<Voice> {
  const transport = await router.createDirectTransport()
  const ssrc = 1_000 + Math.floor(Math.random() * 1_000_000)
  const producer = await transport.produce({
    kind: 'audio',
    rtpParameters: {
      codecs: [{ mimeType: 'audio/opus', payloadType: PAYLOAD_TYPE, clockRate: 48_000, channels: 2 }],
      headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: LEVEL_EXTENSION }],
      encodings: [{ ssrc }],
    },
    appData,
  })
  let sequence = 0
  return {
    producer,
    speak() {
      sequence += 1
      producer.send(rtpPacket(ssrc, sequence, sequence % 20 < 15 ? SYLLABLE : PAUSE))
    },
  }
}

/** RFC 3550 with the one-byte header extension of RFC 8285 that holds the audio level of RFC 6464. */
function rtpPacket(ssrc: number, sequence: number, level: number): Buffer {
  const packet = Buffer.alloc(40)
  packet.writeUInt8(0b1001_0000, 0)
  packet.writeUInt8(PAYLOAD_TYPE, 1)
  packet.writeUInt16BE(sequence, 2)
  packet.writeUInt32BE(sequence * 960, 4)
  packet.writeUInt32BE(ssrc, 8)
  packet.writeUInt16BE(0xbede, 12)
  packet.writeUInt16BE(1, 14)
  packet.writeUInt8(LEVEL_EXTENSION << 4, 16)
  packet.writeUInt8(0b1000_0000 | -level, 17)
  return packet
}
