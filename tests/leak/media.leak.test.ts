// Two hundred participants enter, send and leave: afterwards the counts of objects here and in the media worker are as
// before.
import type { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { type MediaPage, MediaSession } from '../harness/media-page.ts'
import { type MediaServer, startMediaServer } from '../harness/media-server.ts'
import { until } from '../harness/wait.ts'

const TIMES = 200

function listenersOf(emitters: Iterable<EventEmitter>): number {
  let sum = 0
  for (const emitter of emitters)
    for (const event of emitter.eventNames()) sum += emitter.listenerCount(event.toString())
  return sum
}

async function everything(server: MediaServer) {
  const { workers, routers, transports, producers, consumers } = server.census
  const all = [workers, routers, transports, producers, consumers].flatMap((kind) => [...kind])
  const [worker] = workers
  const handlers = (await worker?.dump())?.channelMessageHandlers
  return {
    statistics: server.plane.statistics(),
    listeners: listenersOf([...all, ...all.map((one) => one.observer), process]),
    handlersInTheWorker: handlers?.channelRequestHandlers.length,
  }
}

const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length

/** Does something once, so that all is in place that stays, and then often. */
async function expectNoTrace(server: MediaServer, work: (time: number) => Promise<void>, times = TIMES): Promise<void> {
  await work(0)
  const before = await everything(server)
  const timersBefore = timers()
  for (let time = 1; time <= times; time += 1) await work(time)
  expect(await everything(server)).toEqual(before)
  // The test runner has timers of its own that come and go.
  await until(() => (timers() <= timersBefore ? null : `${timers()} timers instead of ${timersBefore}`))
}

/** One who stays sees every visitor come and go. */
async function visit(session: MediaSession, staying: MediaPage, name: string) {
  const { server } = session
  const visitor = session.page(name)
  await session.plan([
    [staying, 'heard'],
    [visitor, 'heard'],
  ])
  const { consumers } = await visitor.join([staying.tile()])
  await visitor.consume(consumers)
  await visitor.produce('microphone')
  await visitor.produce('camera')
  await visitor.ask({ type: 'show', visible: [] })
  await server.untilCounts({ consumers: 4 })
  await session.plan([[staying, 'heard']])
  await server.untilCounts({ transports: 2, producers: 2, consumers: 0 })
}

test('200 visitors who enter and leave a session leave nothing behind', async () => {
  const server = await startMediaServer()
  const session = new MediaSession(server)
  const chair = session.page('chair')
  await session.plan([[chair, 'heard']])
  await chair.join()
  await chair.produce('microphone')
  await chair.produce('camera')
  await expectNoTrace(server, (time) => visit(session, chair, `visitor${time}`))
})

test('200 sessions that are opened and closed leave nothing behind', async () => {
  const server = await startMediaServer()
  await expectNoTrace(server, async () => {
    const session = new MediaSession(server)
    const chair = session.page('chair')
    await session.plan([[chair, 'heard']])
    await chair.join()
    await chair.produce('microphone')
    await session.plan([])
    await server.untilCounts({ routers: 0, transports: 0, producers: 0, consumers: 0 })
  })
})

test('media workers that die and are replaced leave nothing behind', async () => {
  const server = await startMediaServer({ workers: 2 })
  const session = new MediaSession(server)
  const chair = session.page('chair')
  await session.plan([[chair, 'heard']])
  let { receive } = await chair.join()
  const restarts = () => server.told(chair.connectionId, 'restarted')
  const kill = async (time: number) => {
    process.kill(server.census.workerOf(receive.id).pid, 'SIGKILL')
    await until(() => (restarts().length > time ? null : 'not told to start again'))
    receive = restarts()[time]?.welcome.receive ?? receive
    await until(() => (server.plane.statistics().workers === 2 ? null : 'not both workers are back'))
  }
  await expectNoTrace(server, kill, 5)
})
