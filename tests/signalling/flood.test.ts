// Floods of frames and sockets from a separate process: each is cut after a limited amount, and a session beside it
// continues.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flood } from '../harness/flood.ts'
import type { TestPage } from '../harness/page.ts'
import { type Booking, SignallingServer } from '../harness/signalling.ts'

let server: SignallingServer
let booking: Booking
let chair: TestPage
beforeAll(async () => {
  server = await SignallingServer.start({ socketsPerNetwork: 40, introductionPatienceMs: 500 })
  booking = await server.book()
  chair = await server.enter(booking, 'chair')
})
afterAll(() => server.close())

/** What one page may send at once, and some more for the time the attack takes. */
const mostAnswers = 1000
const floodsNoted = () =>
  server.log.lines.filter(({ message }) => message === 'a socket that sends too much is cut').length

async function attacked(how: Parameters<typeof flood>[0]['how'], sockets: number) {
  const attack = flood({ url: server.url, token: await server.token(booking, 'citizen'), how, sockets, seconds: 2 })
  let isOver = false
  const result = attack.finally(() => {
    isOver = true
  })
  let posted = 0
  while (!isOver) {
    await chair.must('chat.post', { recipient: { to: 'all' }, text: `Phiên vẫn tiếp tục ${posted++}` })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(posted).toBeGreaterThan(0)
  return result
}

describe('a flood', () => {
  it('through the link of somebody in the waiting room is cut after the allowance of one page', async () => {
    const { opened, closed, answers } = await attacked('waiting', 1)
    expect({ opened, closed }).toEqual({ opened: 1, closed: 1 })
    expect(answers).toBeLessThan(mostAnswers)
    expect(floodsNoted()).toBe(1)
  })

  it('before hello gets no answer', async () => {
    expect(await attacked('stranger', 1)).toMatchObject({ opened: 1, closed: 1, answers: 0 })
  })

  it('of frames without messages is cut, too', async () => {
    expect(await attacked('pings', 1)).toMatchObject({ opened: 1, closed: 1 })
  })

  it('that reconnects with new sockets is refused, and does not log one line per attempt', async () => {
    const linesBefore = server.log.lines.length
    const { opened, refused, answers } = await attacked('stranger', 200)
    expect(opened).toBeLessThan(60)
    expect(refused).toBeGreaterThan(100)
    expect(answers).toBe(0)
    expect(server.log.lines.length - linesBefore).toBeLessThan(5)
  })
})

describe('sockets that send nothing', () => {
  it('may take a quarter of the sockets of their network, and are closed after a time-out', async () => {
    const { opened, closed, refused } = await attacked('silence', 100)
    expect(opened).toBeLessThanOrEqual(15)
    expect(refused).toBeGreaterThanOrEqual(85)
    expect(closed).toBe(opened)
  })
})
