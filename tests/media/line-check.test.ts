// A line check with real workers: the picture a page sends is returned twice, through a router of its own that is
// closed with the check.
import { FakeMediaStreamTrack } from 'fake-mediastreamtrack'
import { Device, FakeHandler, testFakeParameters, type types } from 'mediasoup-client'
import { expect, test } from 'vitest'
import type { LineCheck, LineCheckStep } from '../../server/media/sfu/plane.ts'
import type { TransportParameters } from '../../shared/wire/engine/media-requests.ts'
import { MediaSession } from '../harness/media-page.ts'
import { type MediaServer, startMediaServer } from '../harness/media-server.ts'
import { until } from '../harness/wait.ts'

async function opened(server: MediaServer): Promise<LineCheck> {
  const check = await server.plane.openLineCheck('somebody')
  if (!check) throw new Error('no worker lives')
  return check
}

async function granted(check: LineCheck, step: LineCheckStep) {
  const reply = await check.request(step)
  if (!reply.ok) throw new Error(`${step.type}: ${reply.rejection.code}`)
  return reply
}

const optionsOf = ({ id, iceParameters, iceCandidates, dtlsParameters }: TransportParameters) =>
  ({ id, iceParameters, iceCandidates, dtlsParameters }) as types.TransportOptions

/** As the page does it. Resolves with the consumers it was given. */
async function echo(check: LineCheck) {
  const device = new Device({ handlerFactory: FakeHandler.createFactory(testFakeParameters) })
  await device.load({ routerRtpCapabilities: check.welcome.routerRtpCapabilities as types.RtpCapabilities })
  const send = device.createSendTransport(optionsOf(check.welcome.send))
  send.on('connect', ({ dtlsParameters }, done, failed) => {
    granted(check, { type: 'connectTransport', transportId: send.id, dtlsParameters }).then(() => done(), failed)
  })
  let consumers: { id: string }[] = []
  send.on('produce', ({ rtpParameters }, done, failed) => {
    granted(check, { type: 'echo', rtpParameters, rtpCapabilities: device.recvRtpCapabilities }).then((reply) => {
      consumers = reply.consumers ?? []
      done({ id: reply.producerId ?? '' })
    }, failed)
  })
  await send.produce({ track: new FakeMediaStreamTrack({ kind: 'video' }) })
  return consumers
}

test('the sent picture is returned twice, without retransmission, once the page resumes the consumers', async () => {
  const server = await startMediaServer()
  const check = await opened(server)
  const consumers = await echo(check)
  expect(consumers).toHaveLength(2)
  const real = consumers.map(({ id }) => server.census.consumer(id))
  expect(real.map(({ paused }) => paused)).toEqual([true, true])
  expect(real.flatMap(({ rtpParameters }) => rtpParameters.codecs.map(({ mimeType }) => mimeType))).toEqual([
    'video/VP8',
    'video/VP8',
  ])
  await granted(check, { type: 'resume' })
  expect(real.map(({ paused }) => paused)).toEqual([false, false])
})

test('a line check does not affect sessions: no peer sees it, and closing it restores the counts', async () => {
  const server = await startMediaServer()
  const session = new MediaSession(server)
  const chair = session.page('chair')
  await session.plan([[chair, 'heard']])
  await chair.join()
  const before = server.census.counts
  const check = await opened(server)
  await echo(check)
  await server.untilCounts({ routers: before.routers + 1, consumers: 2 })
  expect(server.told(chair.connectionId, 'consumers')).toEqual([])
  expect(server.plane.statistics()).toMatchObject({ transports: before.transports, producers: 0, consumers: 0 })
  check.close()
  await server.untilCounts(before)
})

test('a page may send one picture only', async () => {
  const check = await opened(await startMediaServer())
  await echo(check)
  const again = { type: 'echo', rtpParameters: {}, rtpCapabilities: {} } as const
  expect(await check.request(again)).toMatchObject({ ok: false, rejection: { code: 'media.not-allowed' } })
})

test('malformed requests and unknown transports are refused with a code, and the worker keeps running', async () => {
  const server = await startMediaServer()
  const check = await opened(server)
  const refusal = async (step: LineCheckStep) => {
    const reply = await check.request(step)
    return reply.ok ? 'not refused' : reply.rejection.code
  }
  expect(await refusal({ type: 'connectTransport', transportId: 'other', dtlsParameters: {} })).toBe('media.unknown')
  const transportId = check.welcome.send.id
  expect(await refusal({ type: 'connectTransport', transportId, dtlsParameters: { role: 7 } })).toBe('media.invalid')
  const rtpParameters = { codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }] }
  expect(await refusal({ type: 'echo', rtpParameters, rtpCapabilities: {} })).toBe('media.invalid')
  expect(server.plane.statistics().workers).toBe(1)
})

test('a line check is closed and its owner notified when the worker dies', async () => {
  const server = await startMediaServer()
  const check = await opened(server)
  let isClosed = false
  check.whenClosed(() => {
    isClosed = true
  })
  const [pid = 0] = server.census.pids
  process.kill(pid, 'SIGKILL')
  await until(() => (isClosed ? null : 'nobody was told'))
  expect(await check.request({ type: 'resume' })).toMatchObject({ ok: false, rejection: { code: 'media.unavailable' } })
})
