// What the chair suffers while somebody floods the server's sockets: how long each command takes until its durable answer. Server and attacker
// are processes of their own, on the same cores as this one.
import { DemoServer } from '../harness/demo-server.ts'
import { flood as attack, type Flood } from '../harness/flood.ts'
import { TestPage } from '../harness/page.ts'
import type { Bench, Measurement } from './bench.ts'

/** Below the rate at which a page is slowed down. */
const betweenMs = 60
const attacks: readonly Pick<Flood, 'how' | 'sockets'>[] = [
  { how: 'waiting', sockets: 1_000_000 },
  { how: 'stranger', sockets: 1_000_000 },
  { how: 'pings', sockets: 1_000_000 },
  { how: 'silence', sockets: 10_000 },
]

export const flood: Bench = {
  about: 'a command of the chair while somebody floods the sockets (goal: 100 ms at most, p95)',
  async run({ quick }): Promise<Measurement[]> {
    const seconds = quick ? 4 : 12
    const measurements: Measurement[] = []
    const server = await DemoServer.start()
    const tokenOf = (link: string) => new URL(link).hash.slice(1)
    const chair = new TestPage(server.url, tokenOf(server.link('chair')))
    try {
      await chair.connect()
      measurements.push({
        name: 'nobody floods',
        unit: 'ms',
        samples: await commandsUntil(chair, pause(seconds * 1000)),
      })
      for (const { how, sockets } of attacks) {
        const done = attack({ url: server.url, token: tokenOf(server.link('citizen')), how, sockets, seconds })
        const samples = await commandsUntil(chair, done)
        console.error(how, await done)
        measurements.push({ name: `flood: ${how}`, unit: 'ms', samples })
      }
      return measurements
    } finally {
      chair.close()
      await server.close()
    }
  },
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function commandsUntil(chair: TestPage, end: Promise<unknown>): Promise<number[]> {
  let isOver = false
  void end.finally(() => {
    isOver = true
  })
  const samples: number[] = []
  while (!isOver) {
    const startedAt = performance.now()
    await chair.command('chat.post', { recipient: { to: 'all' }, text: 'Phiên vẫn tiếp tục' }).catch(() => null)
    samples.push(performance.now() - startedAt)
    await pause(betweenMs)
  }
  return samples
}
