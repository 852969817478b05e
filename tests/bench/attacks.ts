// Measures the latency of the chair’s commands, until their durable acknowledgement, while somebody attacks the server.
// Server and attacker are separate processes on the same cores as this one.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DemoServer } from '../harness/demo-server.ts'
import { aDocxOf, aPdfBomb, aZipBomb } from '../harness/files.ts'
import { flood } from '../harness/flood.ts'
import { TestPage } from '../harness/page.ts'
import { signalChild } from '../harness/processes.ts'
import { storm } from '../harness/storm.ts'
import type { Bench, Measurement } from './bench.ts'

/** Below the rate at which a page is slowed down. */
const betweenMs = 60
const gigabyte = 1024 ** 3

interface Target {
  readonly server: DemoServer
  readonly folder: string
  readonly seconds: number
}
type Attack = (target: Target) => Promise<unknown>

const tokenOf = (link: string) => new URL(link).hash.slice(1)
const flooding =
  (how: Parameters<typeof flood>[0]['how'], sockets = 1_000_000): Attack =>
  ({ server, seconds }) =>
    flood({ url: server.url, token: tokenOf(server.link('citizen')), how, sockets, seconds })
const handingIn =
  (name: keyof typeof files): Attack =>
  ({ server, folder, seconds }) =>
    storm({ url: server.url, how: 'files', path: join(folder, name), seconds })
/** Made before anybody connects: a bomb takes the bench itself seconds. */
const files = {
  'Bom.pdf': () => aPdfBomb(4 * gigabyte),
  'Bom.docx': () => aZipBomb(gigabyte),
  /** Takes the square of its length to be searched by a careless expression. */
  'Dấu chấm.docx': () =>
    aDocxOf(
      [],
      Array.from({ length: 15 }, () => `a${'.'.repeat(5000)}`.repeat(200)),
    ),
} as const

const attacks: Readonly<Record<string, Attack>> = {
  'nobody attacks': ({ seconds }) => pause(seconds * 1000),
  'flood: waiting': flooding('waiting'),
  'flood: stranger': flooding('stranger'),
  'flood: pings': flooding('pings'),
  'flood: silence': flooding('silence', 10_000),
  'files: PDF of 4 GB': handingIn('Bom.pdf'),
  'files: Word file of 1 GB': handingIn('Bom.docx'),
  'files: Word file of dots': handingIn('Dấu chấm.docx'),
  'sign-ins': ({ server, seconds }) => storm({ url: server.url, how: 'signIns', path: null, seconds }),
  'held uploads': ({ server, seconds }) => storm({ url: server.url, how: 'heldUploads', path: null, seconds }),
  'a media worker stands still': async ({ server, seconds }) => {
    signalChild(server.pid, 'mediasoup-worker', 'SIGSTOP')
    await pause(seconds * 1000)
  },
}

export const attacksBench: Bench = {
  about: 'a command of the chair while somebody attacks the server in each known way (goal: 100 ms at most, p95)',
  async run({ quick }): Promise<Measurement[]> {
    const seconds = quick ? 4 : 12
    const measurements: Measurement[] = []
    const folder = await mkdtemp(join(tmpdir(), 'diemcau-attacks-'))
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), await content())
    // A proxy on this machine is believed, so that the attacker comes from as many addresses as they like.
    const server = await DemoServer.start({ TRUST_PROXY: '127.0.0.1' })
    const chair = new TestPage(server.url, tokenOf(server.link('chair')))
    try {
      await chair.connect()
      for (const [name, attack] of Object.entries(attacks)) {
        const done = attack({ server, folder, seconds })
        measurements.push({ name, unit: 'ms', samples: await commandsUntil(chair, done) })
        console.error(name, await done)
      }
      return measurements
    } finally {
      chair.close()
      await server.close()
      await rm(folder, { recursive: true })
    }
  },
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

async function commandsUntil(chair: TestPage, end: Promise<unknown>): Promise<number[]> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  end.then(over, over)
  const samples: number[] = []
  while (!isOver) {
    const startedAt = performance.now()
    await chair.command('chat.post', { recipient: { to: 'all' }, text: 'Phiên vẫn tiếp tục' }).catch(() => null)
    samples.push(performance.now() - startedAt)
    await pause(betweenMs)
  }
  return samples
}
