// Measures how long an officer waits for the answer to “call the next” while five hundred people wait with open pages:
// with twenty desks calling continuously one after another, and with all calling at the same moment; also how long
// until the room of the visit is ready and until the called citizen sees it. Compared with a bare durable write to the
// same Redis, which is the lower bound.
import type { TicketView } from '../../shared/wire/reception/reception.ts'
import { ReceptionHall, type TestDesk } from '../harness/reception-hall.ts'
import { until } from '../harness/wait.ts'
import type { Bench, Measurement } from './bench.ts'

const waiting = 500
const desksOpen = 20

export const queue: Bench = {
  about: 'from an officer’s call to the answer, with 500 waiting and 20 desks',
  async run({ quick }): Promise<Measurement[]> {
    const rounds = quick ? 5 : waiting / desksOpen
    const hall = await ReceptionHall.open()
    try {
      const desks: TestDesk[] = []
      for (let number = 1; number <= desksOpen; number++) desks.push(await hall.desk(`Bàn ${number}`))
      const [first] = desks
      if (!first) throw new Error('no desk')
      const seenAt = new Map<string, number>()
      const grounds = ['elderly', undefined, 'disabled', undefined, undefined] as const
      const { reception } = hall.server
      for (let number = 0; number < waiting; number++) {
        const data = {
          kind: 'reception',
          way: 'browser',
          citizenId: null,
          appointmentId: null,
          waivesSecrecy: false,
          appointedAt: null,
        } as const
        const taken = await reception.take({ kind: 'system' }, { ...data, priority: grounds[number % 5] ?? null })
        if ('rejection' in taken) throw new Error(taken.rejection.code)
        const reference = await reception.ticketOf(new URL(taken.link).hash.slice(1))
        if (!reference) throw new Error('the link is no good')
        reception.watchTicket({ reference, pageId: taken.ticketId }, ({ number: of, joinLink }: TicketView) => {
          if (joinLink !== null && !seenAt.has(of)) seenAt.set(of, performance.now())
        })
      }
      for (const { cookie } of desks) hall.deskPage(cookie)
      const redis = hall.server.redis.redis()
      const bare: number[] = []
      const answered: number[] = []
      const ready: number[] = []
      const seen: number[] = []
      const atOnce: number[] = []
      async function call(
        desk: TestDesk,
        times: number[],
      ): Promise<{ ticketId: string; number: string; startedAt: number }> {
        const startedAt = performance.now()
        const { body, status, text } = await desk.act('call-next', {})
        if (status !== 200) throw new Error(text)
        times.push(performance.now() - startedAt)
        return { ...body, startedAt }
      }
      for (let round = 0; round < rounds; round++) {
        if (round % 2 === 1) await Promise.all(desks.map((desk) => call(desk, atOnce)))
        else
          for (const desk of desks) {
            const writtenAt = performance.now()
            await redis.xadd('bench', '*', 'commit', 'x'.repeat(500))
            bare.push(performance.now() - writtenAt)
            const { ticketId, number, startedAt } = await call(desk, answered)
            await hall.server.call('GET', `/api/reception/tickets/${ticketId}/visit`, { cookie: desk.cookie })
            ready.push(performance.now() - startedAt)
            await until(() => (seenAt.has(number) ? null : `${number} has not seen the call`))
            seen.push((seenAt.get(number) ?? 0) - startedAt)
          }
        for (const desk of desks) await desk.act('finish')
      }
      return [
        { name: 'bare durable write', unit: 'ms', samples: bare },
        { name: 'a call answered', unit: 'ms', samples: answered },
        { name: 'the room ready', unit: 'ms', samples: ready },
        { name: 'the call seen on the waiting page', unit: 'ms', samples: seen },
        { name: `one of ${desksOpen} calls at the same moment answered`, unit: 'ms', samples: atOnce },
      ]
    } finally {
      await hall.close()
    }
  },
}
