// A real encoder on the network of this machine: ffmpeg’s test picture and tone, as RTP into a router.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Producer, Router } from 'mediasoup/types'
import { onTestFinished } from 'vitest'

const codecs = {
  video: { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 },
  audio: { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 },
} as const

const encoders = {
  video: [
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=320x180:rate=15',
    ...['-c:v', 'libvpx', '-deadline', 'realtime'],
    '-cpu-used',
    '8',
    '-b:v',
    '200k',
    '-g',
    '15',
  ],
  audio: ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000', '-c:a', 'libopus', '-ac', '2', '-b:a', '32k'],
}

/** Ends with the test. */
export async function encoderOn(
  router: Router,
  kind: 'audio' | 'video',
): Promise<{ producer: Producer; end: () => Promise<void> }> {
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    comedia: true,
    rtcpMux: true,
  })
  const ssrc = kind === 'video' ? 2222 : 1111
  const producer = await transport.produce({
    kind,
    rtpParameters: { codecs: [codecs[kind]], encodings: [{ ssrc }] },
  })
  const { payloadType } = codecs[kind]
  const target = `rtp://127.0.0.1:${transport.tuple.localPort}`
  const child = spawn(
    'ffmpeg',
    [
      '-nostdin',
      '-loglevel',
      'error',
      '-re',
      ...encoders[kind],
      '-payload_type',
      `${payloadType}`,
      '-ssrc',
      `${ssrc}`,
      '-f',
      'rtp',
      target,
    ],
    { stdio: 'ignore' },
  )
  const end = () => endOf(child)
  onTestFinished(end)
  return { producer, end }
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
