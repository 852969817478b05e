// Two hundred connections and disconnections leave nothing behind in the session core and the gateway.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

const rounds = 200

let server: SignallingServer
beforeAll(async () => {
  server = await SignallingServer.start({ hellosPerLink: 1000 })
})
afterAll(() => server.close())

/** Timers and sockets that the process holds. */
const resources = () => Object.groupBy(process.getActiveResourcesInfo(), (name) => name)
const count = (name: string) => resources()[name]?.length ?? 0

describe('a site that connects and disconnects two hundred times', () => {
  it('leaves one participant and no additional connection, socket or timer', async () => {
    const booking = await server.book()
    const chair = await server.enter(booking, 'chair')
    await chair.must('session.open')
    const siteA = await server.page(booking, 'siteA')
    const comeAndGo = async () => {
      await siteA.connect({ rtpCapabilities: {} })
      siteA.cut()
      await until(() => (server.sessions.statistics().connections === 1 ? null : 'the connection is still counted'))
    }
    // Whoever comes and goes is told to be lost once they stay away (ADR 0077): then no timer waits for them any more.
    const staysAway = () =>
      chair.sees(
        'site A is lost',
        ({ admission }) => admission.participants[idOf(booking.participants, 'siteA')]?.status === 'lost',
      )
    // The first rounds fill caches.
    for (let round = 0; round < 5; round++) await comeAndGo()
    await staysAway()
    const before = { ...server.sessions.statistics(), sockets: count('TCPSocketWrap'), pipes: count('PipeWrap') }
    const listenersBefore = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)
    for (let round = 0; round < rounds; round++) await comeAndGo()
    await staysAway()
    await until(() =>
      count('TCPSocketWrap') <= before.sockets ? null : `${count('TCPSocketWrap')} sockets, before ${before.sockets}`,
    )
    expect({ ...server.sessions.statistics(), sockets: count('TCPSocketWrap'), pipes: count('PipeWrap') }).toEqual(
      before,
    )
    expect(process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)).toBe(listenersBefore)
    expect(Object.keys(chair.state.admission.participants)).toHaveLength(6)
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })
})
