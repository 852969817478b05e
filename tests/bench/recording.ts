// Measures the cost of recording a camera: CPU time of the recording program and the additional CPU time of the media
// worker, as a share of one core for each 720p track. CPU time is used because it hardly depends on other work on the
// machine. The encoder is not counted: its packets, encoded once, are sent to every producer.
import { execFileSync, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createWorker } from 'mediasoup'
import type { Producer } from 'mediasoup/types'
import { createRecordings } from '../../server/media/recording/recorder.ts'
import { mediaCodecs } from '../../server/media/sfu/codecs.ts'
import type { MediaRouter } from '../../server/media/sfu/media-worker.ts'
import { SessionRecorder } from '../../server/media/sfu/session-recorder.ts'
import { createLog } from '../../server/platform/log.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { until } from '../harness/wait.ts'
import type { Bench, Measurement } from './bench.ts'
import { cpuSeconds } from './cpu-time.ts'

const payloadType = 101
const film = { size: '1280x720', rate: 30, bitrate: '1500k' }
const writers = () =>
  execFileSync('pgrep', ['--parent', String(process.pid), '-f', 'use_wallclock_as_timestamps'])
    .toString()
    .trim()
    .split('\n')
    .map(Number)

export const recording: Bench = {
  about: 'recording 720p cameras: CPU of the program that writes and of the media worker, for each track',
  async run({ quick }): Promise<Measurement[]> {
    if (quick) return measure(2, 3, 3)
    return [...(await measure(8, 10, 6)), ...(await measure(25, 5, 6))]
  },
}

async function measure(tracks: number, rounds: number, seconds: number): Promise<Measurement[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'diemcau-recording-'))
  const log = createLog('error')
  const worker = await createWorker({ logLevel: 'error' })
  const router = await worker.createRouter({ mediaCodecs })
  const transport = await router.createDirectTransport()
  const producers: Producer[] = []
  for (let number = 0; number < tracks; number++)
    producers.push(
      await transport.produce({
        kind: 'video',
        rtpParameters: {
          codecs: [{ mimeType: 'video/VP8', payloadType, clockRate: 90_000 }],
          encodings: [{ ssrc: 1000 + number }],
        },
      }),
    )
  const socket = createSocket('udp4', (packet) => {
    if ((packet.readUInt8(1) & 0x7f) !== payloadType) return
    for (const [number, producer] of producers.entries()) {
      const own = Buffer.from(packet)
      own.writeUInt32BE(1000 + number, 8)
      producer.send(own)
    }
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address()
  const encoder = spawn(
    'ffmpeg',
    [
      ...['-nostdin', '-loglevel', 'error', '-re', '-f', 'lavfi', '-i', `testsrc2=size=${film.size}:rate=${film.rate}`],
      ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '12', '-b:v', film.bitrate, '-g', `${film.rate}`],
      ...['-payload_type', `${payloadType}`, '-f', 'rtp', `rtp://127.0.0.1:${port}?rtcpport=${port}&pkt_size=1200`],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const { store } = await openStore({ dataDir })
  const recordings = createRecordings({ dataDir, program: 'ffmpeg', segmentSeconds: 20, store, log })
  let written = 0
  const recorder = new SessionRecorder(
    SessionId.parse('bench'),
    recordings,
    ({ type }) => {
      if (type === 'written') written++
    },
    log,
  )
  const share = async (pids: readonly number[]): Promise<number> => {
    const before = await Promise.all(pids.map(cpuSeconds))
    const startedAt = performance.now()
    await delay(seconds * 1000)
    const used = (await Promise.all(pids.map(cpuSeconds))).reduce((sum, one, at) => sum + one - (before[at] ?? 0), 0)
    return (used / ((performance.now() - startedAt) / 1000)) * 100
  }
  try {
    const received = async () => (await producers[0]?.getStats())?.[0]?.byteCount ?? 0
    await until(async () => ((await received()) > 100_000 ? null : 'nothing is sent'))
    const idle = await share([worker.pid])
    await recorder.follow(
      producers.map((producer, number) => ({
        participantId: ParticipantId.parse(`site-${number}`),
        source: 'camera' as const,
        channel: null,
        producer,
        router: { router } as unknown as MediaRouter,
      })),
    )
    await until(() => (written === tracks ? null : `${written} of ${tracks} are written`), 60_000)
    const writing: number[] = []
    const sending: number[] = []
    const bitrates: number[] = []
    for (let round = 0; round < rounds; round++) {
      const programs = writers()
      const [bytes, startedAt] = [await received(), performance.now()]
      const [ofPrograms, ofWorker] = await Promise.all([share(programs), share([worker.pid])])
      writing.push(ofPrograms / tracks)
      sending.push((ofWorker - idle) / tracks)
      bitrates.push((((await received()) - bytes) * 8) / (performance.now() - startedAt))
    }
    return [
      { name: `${tracks} tracks: what each sends`, unit: 'kbit/s', samples: bitrates },
      { name: `${tracks} tracks: the program that writes, each`, unit: '% of a core', samples: writing },
      { name: `${tracks} tracks: more work of the media worker, each`, unit: '% of a core', samples: sending },
    ]
  } finally {
    encoder.kill('SIGKILL')
    socket.close()
    await recorder.follow([])
    await recordings.close()
    worker.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
