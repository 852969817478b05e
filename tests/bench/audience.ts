// Measures how long a command takes in a large session: from the page of the chair until the commit has reached each
// other page, over real sockets of a server in its own process.
import { TestPage } from '../harness/page.ts'
import type { Bench, Measurement } from './bench.ts'
import { bookSession } from './booked-session.ts'

const participants = 200
const sites = 25

export const audience: Bench = {
  about: `a command until each of ${participants} participants has it (goal: 100 ms at most, p95)`,
  async run({ quick }): Promise<Measurement[]> {
    const session = await bookSession({
      sites: Array.from({ length: sites }, (_, index) => ({
        name: `Điểm cầu số ${index}`,
        rank: index === 0 ? 'centre' : 'branch',
      })),
      participants: Array.from({ length: participants }, (_, index) => ({
        name: `Đại biểu số ${index}`,
        title: null,
        role: index === 0 ? 'chair' : index < sites ? 'siteOperator' : 'observer',
        siteIndex: index % sites,
        waits: false,
      })),
    })
    const pages = session.links.map((link) => new TestPage(session.url, new URL(link).hash.slice(1)))
    try {
      for (const page of pages) {
        const reply = await page.connect()
        if (!reply.ok) throw new Error(`not let in: ${reply.farewell.reason}`)
      }
      const [chair, ...others] = pages
      if (!chair) throw new Error('nobody was booked')
      const samples: number[] = []
      for (let round = 0; round < (quick ? 10 : 50); round++) {
        const startedAt = performance.now()
        const seen = others.map(
          (page) =>
            new Promise<number>((resolve) => page.socket.once('commit', () => resolve(performance.now() - startedAt))),
        )
        const reply = await chair.command('chat.post', { recipient: { to: 'all' }, text: `Thông báo số ${round}` })
        if (!reply.ok) throw new Error(`refused: ${reply.rejection.code}`)
        samples.push(...(await Promise.all(seen)))
        // Below the rate at which a page is slowed down.
        await new Promise((resolve) => setTimeout(resolve, 60))
      }
      return [{ name: `seen by the other ${participants - 1}`, unit: 'ms', samples }]
    } finally {
      for (const page of pages) page.close()
      await session.close()
    }
  },
}
