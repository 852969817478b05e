// Measures the time from a page sending a command to its durable acknowledgement, alone and with fifty pages at once,
// compared with a bare durable write to the same Redis, which is the lower bound.
import { v7 as newId } from 'uuid'
import { SignallingServer } from '../harness/signalling.ts'
import type { Bench, Measurement } from './bench.ts'

const atOnce = 50

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

export const command: Bench = {
  about: 'from a page to the durable acknowledgement, beside a bare durable write of the same Redis',
  async run({ quick }): Promise<Measurement[]> {
    const rounds = quick ? 100 : 500
    const server = await SignallingServer.start()
    try {
      const redis = server.redis.redis()
      const booking = await server.book()
      const secretary = await server.enter(booking, 'secretary')
      const bare: number[] = []
      const alone: number[] = []
      for (let round = 0; round < rounds; round++) {
        bare.push(await timed(() => redis.xadd('bench', '*', 'commit', 'x'.repeat(500))))
        alone.push(
          await timed(() => secretary.command('minutes.add', { content: { kind: 'note', text: `Ghi chú ${round}` } })),
        )
        // Below the rate at which a page is slowed down.
        await new Promise((resolve) => setTimeout(resolve, 60))
      }
      const sessions = await Promise.all(Array.from({ length: atOnce }, () => server.book()))
      const secretaries = await Promise.all(sessions.map((one) => server.enter(one, 'secretary')))
      const together = await Promise.all(
        secretaries.map((page) =>
          timed(() => page.command('minutes.add', { content: { kind: 'note', text: newId() } })),
        ),
      )
      return [
        { name: 'bare durable write', unit: 'ms', samples: bare },
        { name: 'one command', unit: 'ms', samples: alone },
        { name: `one of ${atOnce} commands at once`, unit: 'ms', samples: together },
      ]
    } finally {
      await server.close()
    }
  },
}
