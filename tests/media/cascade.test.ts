// Pipes producers from one worker to another, with real packets.
import type { Router } from 'mediasoup/types'
import { expect, onTestFinished, test } from 'vitest'
import { ensureWorker } from '../../scripts/worker/ensure-worker.mjs'
import { Cascade } from '../../server/media/sfu/cascade.ts'
import { routerRtpCapabilities } from '../../server/media/sfu/codecs.ts'
import { MediaWorker } from '../../server/media/sfu/media-worker.ts'
import { workerPatience } from '../../server/media/sfu/worker-watch.ts'
import { type MediaPage, MediaSession, type Right } from '../harness/media-page.ts'
import { Census, startMediaServer } from '../harness/media-server.ts'
import { voiceOn } from '../harness/rtp.ts'
import { until } from '../harness/wait.ts'

async function twoWorkers() {
  const census = new Census()
  const workerBinary = await ensureWorker()
  const start = () =>
    MediaWorker.start({
      workerBinary,
      listenAddress: '127.0.0.1',
      announcedAddress: '127.0.0.1',
      port: 0,
      pipePorts: { min: 10_000, max: 65_535 },
      patience: workerPatience,
    })
  const workers = await Promise.all([start(), start()])
  onTestFinished(async () => {
    await Promise.all(workers.map((worker) => worker.close()))
    census.close()
  })
  const [from, to] = await Promise.all([workers[0].openRouter(), workers[1].openRouter()])
  return { census, from, to, target: workers[1] }
}

/** Counts the packets that arrive at the far router. */
async function listenOn(router: Router, producerId: string) {
  const transport = await router.createDirectTransport()
  const consumer = await transport.consume({ producerId, rtpCapabilities: routerRtpCapabilities })
  let packets = 0
  consumer.on('rtp', () => {
    packets += 1
  })
  return { consumer, packets: () => packets }
}

const pipes = (census: Census) => [...census.consumers].filter(({ type }) => type === 'pipe')

test('fifty concurrent requests for the same producer share one pipe', async () => {
  const { census, from, to } = await twoWorkers()
  const cascade = new Cascade()
  const { producer } = await voiceOn(from.router)
  await Promise.all(Array.from({ length: 50 }, () => cascade.bring(producer, from, to)))
  await cascade.bring(producer, from, to)
  expect(pipes(census)).toHaveLength(1)
  expect([...census.transports].filter(({ type }) => type === 'pipe')).toHaveLength(2)
  expect((await to.router.dump()).mapProducerIdConsumerIds.map(({ key }) => key)).toEqual([producer.id])
})

test('packets on one router are received on the other; a pause of the producer is passed on', async () => {
  const { from, to } = await twoWorkers()
  const { producer, speak } = await voiceOn(from.router)
  await new Cascade().bring(producer, from, to)
  const far = await listenOn(to.router, producer.id)
  await until(() => {
    speak()
    return far.packets() > 3 ? null : `${far.packets()} packets came`
  })
  await producer.pause()
  await until(() => (far.consumer.producerPaused ? null : 'the pause did not get through'))
  await producer.resume()
  await until(() => (far.consumer.producerPaused ? 'the end of the pause did not get through' : null))
})

test('a producer that is paused and resumed while its pipe opens is not paused on the far side', async () => {
  const { census, from, to } = await twoWorkers()
  const { producer } = await voiceOn(from.router)
  const opening = new Cascade().bring(producer, from, to)
  await producer.pause()
  const resumed = producer.resume()
  await Promise.all([opening, resumed])
  const far = [...census.producers].find((one) => one !== producer)
  await until(() => (far?.paused === false ? null : 'it stays paused on the far side'))
})

test('a pipe closes with its producer', async () => {
  const { census, from, to } = await twoWorkers()
  const { producer } = await voiceOn(from.router)
  await new Cascade().bring(producer, from, to)
  producer.close()
  await until(() => (census.counts.producers + census.counts.consumers === 0 ? null : JSON.stringify(census.counts)))
})

test('a producer that closes while its pipe opens rejects the request and leaves nothing behind', async () => {
  const { census, from, to } = await twoWorkers()
  const { producer } = await voiceOn(from.router)
  const opening = new Cascade().bring(producer, from, to)
  producer.close()
  await expect(opening).rejects.toThrow()
  await until(() => (census.counts.producers + census.counts.consumers === 0 ? null : JSON.stringify(census.counts)))
})

test('a worker that is killed with a pause in transit closes the pipe and nothing else', async () => {
  const { census, from, to, target } = await twoWorkers()
  const { producer } = await voiceOn(from.router)
  await new Cascade().bring(producer, from, to)
  process.kill(target.pid, 'SIGSTOP')
  await producer.pause()
  await until(() => (pipes(census)[0]?.producerPaused ? null : 'the pause is not on its way'))
  // An unhandled rejection would fail this test, and end a server.
  process.kill(target.pid, 'SIGKILL')
  await target.ended
  await until(() => (pipes(census).length === 0 ? null : 'the pipe is still there'))
  expect(producer.closed).toBe(false)
})

/** A session with more consumers than one router takes: `silent` ones send pictures, everybody looks at all. */
async function spreadSession(options: { workers: number; consumersPerRouter: number }, count: number) {
  const server = await startMediaServer(options)
  const session = new MediaSession(server)
  const pages = Array.from({ length: count }, (_, index) => session.page(`site${index}`))
  await session.plan(pages.map((page): [MediaPage, Right] => [page, 'silent']))
  const placed: { page: MediaPage; transportId: string; pid: number }[] = []
  for (const page of pages) {
    const { receive } = await page.join(pages.map((other) => other.tile()))
    placed.push({ page, transportId: receive.id, pid: server.census.workerOf(receive.id).pid })
    await page.produce('camera')
    const consumers = placed.length * (placed.length - 1)
    await until(() => {
      const received = server.plane.statistics().consumers
      return received === consumers ? null : `${received} consumers instead of ${consumers}`
    })
  }
  return { server, session, placed }
}

test('a session stays on one router while that has capacity', async () => {
  const { server, placed } = await spreadSession({ workers: 2, consumersPerRouter: 100 }, 4)
  expect(server.plane.statistics().routers).toBe(1)
  expect(new Set(placed.map(({ pid }) => pid)).size).toBe(1)
  expect(pipes(server.census)).toHaveLength(0)
})

test('a session that exceeds its router continues in another worker, and each producer is piped once', async () => {
  const { server, placed } = await spreadSession({ workers: 2, consumersPerRouter: 3 }, 5)
  expect(server.plane.statistics().routers).toBe(2)
  expect(new Set(placed.map(({ pid }) => pid)).size).toBe(2)
  expect(pipes(server.census)).toHaveLength(placed.length)
  expect(server.plane.statistics().consumers).toBe(20)
})

test('when one of two workers of a session dies, the other participants keep their transports and receive the rest again', async () => {
  const { server, session, placed } = await spreadSession({ workers: 2, consumersPerRouter: 3 }, 5)
  const [first] = placed
  const [gone, kept] = [placed.filter(({ pid }) => pid !== first?.pid), placed.filter(({ pid }) => pid === first?.pid)]
  process.kill(gone[0]?.pid ?? 0, 'SIGKILL')
  for (const { page } of gone) {
    await until(() => (server.told(page.connectionId, 'restarted').length > 0 ? null : 'not told to start again'))
    const [notice] = server.told(page.connectionId, 'restarted')
    if (notice) await page.take(notice.welcome)
    await page.produce('camera')
  }
  await until(() => (server.plane.statistics().consumers === 20 ? null : 'not everybody sees everybody again'))
  for (const { page, transportId } of kept) {
    expect(server.told(page.connectionId, 'restarted')).toEqual([])
    expect(server.census.transport(transportId).closed).toBe(false)
  }
  await session.plan([])
  await server.untilCounts({ routers: 0, transports: 0, producers: 0, consumers: 0 })
})
