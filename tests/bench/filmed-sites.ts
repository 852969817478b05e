// Sites that send a camera without a browser, because 25 sending browsers would use the machine to be measured. Each
// uses the real signalling; its producer is fed with one encoded film, in packets with the SSRC of the site.
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { observer } from 'mediasoup'
import type { Producer, ProducerOptions, Router, Transport } from 'mediasoup/types'
import { startApp } from '../../server/app/app.ts'
import { loadConfig } from '../../server/platform/config/config.ts'
import { createLog } from '../../server/platform/log.ts'
import { TestPage } from '../harness/page.ts'

const firstSsrc = 1_000_000
const payloadType = 96

/** The real server in this process: only so can its producers be fed. */
export async function startServerHere(): Promise<{ setUpUrl: string; close(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'diemcau-bench-'))
  const config = loadConfig({ HOST: '127.0.0.1', PORT: '0', DATA_DIR: directory, MEDIA_PORT: '0', MEDIA_WORKERS: '1' })
  const app = await startApp(config, createLog('error'))
  return {
    setUpUrl: app.setUpUrl ?? '',
    async close() {
      await app.close()
      await rm(directory, { recursive: true })
    },
  }
}

export interface FilmedSites {
  /** Enters with the link and sends. */
  join(link: string): Promise<void>
  close(): void
}

/** To be called before the server is started. */
export function filmSites({
  width,
  height,
  framesPerSecond,
}: Record<'width' | 'height' | 'framesPerSecond', number>): FilmedSites {
  const fed = new Map<number, Producer>()
  const pages: TestPage[] = []
  observer.on('newworker', (worker) =>
    worker.observer.on('newrouter', (router) =>
      router.observer.on('newtransport', (transport) => {
        if (transport.type === 'webrtc') feedSitesOf(router, transport, fed)
      }),
    ),
  )
  const socket = createSocket('udp4', (packet) => {
    if ((packet.readUInt8(1) & 0x7f) !== payloadType) return
    for (const [ssrc, producer] of fed) {
      const own = Buffer.from(packet)
      own.writeUInt32BE(ssrc, 8)
      producer.send(own)
    }
  })
  let film: ReturnType<typeof spawn> | undefined
  socket.bind(0, '127.0.0.1', () => {
    const { port } = socket.address()
    film = spawn(
      'ffmpeg',
      [
        ...['-loglevel', 'error', '-re', '-f', 'lavfi'],
        ...['-i', `testsrc2=size=${width}x${height}:rate=${framesPerSecond}`],
        // Nobody answers requests for a key frame: one a second.
        ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '300k', '-g', `${framesPerSecond}`],
        ...['-f', 'rtp', '-payload_type', `${payloadType}`, `rtp://127.0.0.1:${port}?rtcpport=${port}&pkt_size=1200`],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
  })
  return {
    async join(link) {
      const page = new TestPage(new URL(link).origin, new URL(link).hash.slice(1))
      const reply = await page.connect({ rtpCapabilities: {} })
      if (!reply.ok) throw new Error(`not let in: ${reply.farewell.reason}`)
      const sent = await page.request({
        type: 'produce',
        source: 'camera',
        rtpParameters: vp8(firstSsrc + pages.length),
        isMuted: false,
      })
      pages.push(page)
      if (!sent.ok) throw new Error(`not sent: ${sent.rejection.code}`)
    },
    close() {
      film?.kill()
      socket.close()
      for (const page of pages) page.close()
    },
  }
}

function feedSitesOf(router: Router, transport: Transport, fed: Map<number, Producer>): void {
  const produce = transport.produce.bind(transport)
  const produceFed = async (options: ProducerOptions): Promise<Producer> => {
    const ssrc = options.rtpParameters.encodings?.[0]?.ssrc
    if (options.kind !== 'video' || ssrc === undefined || ssrc < firstSsrc || ssrc >= firstSsrc + 1000)
      return produce(options)
    const direct = await router.createDirectTransport()
    transport.observer.once('close', () => direct.close())
    const producer = await direct.produce(options)
    fed.set(ssrc, producer)
    producer.observer.once('close', () => fed.delete(ssrc))
    return producer
  }
  transport.produce = produceFed as typeof transport.produce
}

function vp8(ssrc: number) {
  const rtcpFeedback = [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'ccm', parameter: 'fir' }]
  return {
    codecs: [{ mimeType: 'video/VP8', payloadType, clockRate: 90_000, rtcpFeedback }],
    headerExtensions: [],
    encodings: [{ ssrc }],
    rtcp: { cname: `site${ssrc}` },
  }
}
