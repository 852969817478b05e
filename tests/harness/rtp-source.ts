// A real encoder on the local network: sends ffmpeg’s test picture and tone as RTP into a router.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Producer, Router, Transport } from 'mediasoup/types'
import { onTestFinished } from 'vitest'

const codecs = {
  video: { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 },
  audio: { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 },
  h264: {
    mimeType: 'video/H264',
    payloadType: 102,
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
} as const
/** h264: a picture as old Safari devices send it. */
type Encoding = keyof typeof codecs

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
  h264: [
    ...['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=15', '-pix_fmt', 'yuv420p', '-c:v', 'libx264'],
    ...['-profile:v', 'baseline', '-preset', 'ultrafast', '-tune', 'zerolatency', '-b:v', '200k', '-g', '15'],
  ],
  audio: ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000', '-c:a', 'libopus', '-ac', '2', '-b:a', '32k'],
}

/** Ends with the test. */
export async function encoderOn(
  router: Router,
  encoding: Encoding,
): Promise<{ producer: Producer; end: () => Promise<void> }> {
  const { producer, output } = await lineOn(router, encoding)
  return { producer, end: started([...encoders[encoding], ...output]) }
}

/**
 * A picture that flashes and a tone that sounds at the same moment, every two seconds. Encoded before it is sent: on a busy machine a
 * picture would be late behind its tone otherwise.
 */
export async function clapperOn(router: Router, folder: string): Promise<{ voice: Producer; picture: Producer }> {
  const isNow = 'lt(mod(t,2),0.2)'
  const source = [
    `color=c=black:s=320x180:r=25,drawbox=c=white:t=fill:enable='${isNow}'[out0]`,
    `aevalsrc='${isNow}*0.5*sin(2*PI*880*t)':s=48000[out1]`,
  ]
  const clip = join(folder, 'clapper.mkv')
  await promisify(execFile)('ffmpeg', [
    ...['-loglevel', 'error', '-f', 'lavfi', '-i', source.join(';'), '-t', '60'],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-g', '25', '-c:a', 'libopus', '-ac', '2', clip],
  ])
  const [voice, picture] = [await lineOn(router, 'audio'), await lineOn(router, 'video')]
  started(['-i', clip, '-map', '0:v', '-c', 'copy', ...picture.output, '-map', '0:a', '-c', 'copy', ...voice.output])
  return { voice: voice.producer, picture: picture.producer }
}

/** A voice: a tone of a second, then a second of silence, and again, from its first packet on. Ends with the test. */
export async function voiceOn(router: Router, number = 1): Promise<Producer> {
  const { producer, output } = await lineOn(router, 'audio', number)
  const tone = "aevalsrc='lt(mod(t,2),1)*0.5*sin(2*PI*440*t)':s=48000"
  started([
    '-readrate_initial_burst',
    '0.01',
    '-f',
    'lavfi',
    '-i',
    tone,
    '-c:a',
    'libopus',
    '-ac',
    '2',
    '-b:a',
    '32k',
    ...output,
  ])
  return producer
}

/** What a page without packets produces on this transport is a tone from now on, over a line of its own. Ends with the test. */
export async function toneFor(transport: Transport, router: Router): Promise<void> {
  const { line, rtpParameters, output } = await openLine(router, 'audio')
  transport.produce = (options) => line.produce({ ...options, rtpParameters })
  started([...encoders.audio, ...output])
}

/** A producer, and where ffmpeg sends what it produces. */
async function lineOn(router: Router, encoding: Encoding, number = 1) {
  const { line, rtpParameters, output } = await openLine(router, encoding, number)
  const producer = await line.produce({ kind: encoding === 'audio' ? 'audio' : 'video', rtpParameters })
  return { producer, output }
}

async function openLine(router: Router, encoding: Encoding, number = 1) {
  const line = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    comedia: true,
    rtcpMux: true,
  })
  const ssrc = (encoding === 'audio' ? 1111 : 2222) * number
  const { payloadType } = codecs[encoding]
  const target = `rtp://127.0.0.1:${line.tuple.localPort}`
  return {
    line,
    rtpParameters: { codecs: [codecs[encoding]], encodings: [{ ssrc }] },
    output: ['-payload_type', `${payloadType}`, '-ssrc', `${ssrc}`, '-f', 'rtp', target],
  }
}

/** Ends with the test, or before. */
function started(given: string[]): () => Promise<void> {
  const child = spawn('ffmpeg', ['-nostdin', '-loglevel', 'error', '-re', ...given], { stdio: 'ignore' })
  const end = () => endOf(child)
  onTestFinished(end)
  return end
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
