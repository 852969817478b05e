import { expect, test } from 'vitest'
import type { MediaRequest } from '../../shared/wire/engine/media-requests.ts'
import { MediaSession } from '../harness/media-page.ts'
import { type MediaServer, startMediaServer } from '../harness/media-server.ts'
import { until } from '../harness/wait.ts'

/** By the word of the worker itself, not of the object that stands for it here. */
async function isPausedOnTheServer(server: MediaServer, producerId: string) {
  return (await server.census.producer(producerId).dump()).paused
}

async function chairAndCitizen() {
  const server = await startMediaServer()
  const session = new MediaSession(server)
  const [chair, citizen] = [session.page('chair'), session.page('citizen')]
  await session.plan([
    [chair, 'heard'],
    [citizen, 'silent'],
  ])
  await chair.join()
  await citizen.join()
  return { server, session, chair, citizen }
}

test('without the floor a microphone is paused on the server, even if the browser reports it as not muted', async () => {
  const { server, citizen } = await chairAndCitizen()
  const producerId = await citizen.produce('microphone', { isMuted: false })
  expect(await isPausedOnTheServer(server, producerId)).toBe(true)
  await citizen.ask({ type: 'mute', isMuted: false })
  expect(await isPausedOnTheServer(server, producerId)).toBe(true)
})

test('granting the floor resumes the microphone; revoking it has paused it when the plan is applied', async () => {
  const { server, session, chair, citizen } = await chairAndCitizen()
  const producerId = await citizen.produce('microphone')
  await session.plan([
    [chair, 'heard'],
    [citizen, 'heard'],
  ])
  expect(await isPausedOnTheServer(server, producerId)).toBe(false)
  await session.plan([
    [chair, 'heard'],
    [citizen, 'silent'],
  ])
  // Known without asking: the worker has confirmed it.
  expect(server.census.producer(producerId).paused).toBe(true)
  expect(await isPausedOnTheServer(server, producerId)).toBe(true)
})

test('plans in quick succession end in the state of the last one', async () => {
  const { server, session, citizen } = await chairAndCitizen()
  const producerId = await citizen.produce('microphone')
  const rights = ['heard', 'silent', 'heard', 'silent', 'heard', 'silent'] as const
  await Promise.all(rights.map((right) => session.plan([[citizen, right]])))
  expect(await isPausedOnTheServer(server, producerId)).toBe(true)
})

test('a participant with the floor is heard unless they have muted themselves', async () => {
  const { server, chair } = await chairAndCitizen()
  const producerId = await chair.produce('microphone', { isMuted: true })
  expect(await isPausedOnTheServer(server, producerId)).toBe(true)
  await chair.ask({ type: 'mute', isMuted: false })
  expect(await isPausedOnTheServer(server, producerId)).toBe(false)
  await chair.ask({ type: 'mute', isMuted: true })
  expect(await isPausedOnTheServer(server, producerId)).toBe(true)
})

test('granting the floor does not resume a microphone that its owner has muted', async () => {
  const { server, session, citizen } = await chairAndCitizen()
  const producerId = await citizen.produce('microphone')
  await citizen.ask({ type: 'mute', isMuted: true })
  await session.plan([[citizen, 'heard']])
  expect(await isPausedOnTheServer(server, producerId)).toBe(true)
})

test('a camera runs without the floor', async () => {
  const { server, citizen } = await chairAndCitizen()
  expect(await isPausedOnTheServer(server, await citizen.produce('camera'))).toBe(false)
})

test('audio sent as a camera is refused', async () => {
  const { citizen } = await chairAndCitizen()
  const codecs = [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }]
  const rtpParameters = { mid: '0', codecs, encodings: [{ ssrc: 1111 }] }
  expect(await citizen.refusal({ type: 'produce', source: 'camera', rtpParameters, isMuted: false })).toBe(
    'media.invalid',
  )
})

test('an observer has no send transport and may not produce, mute or close', async () => {
  const server = await startMediaServer()
  const session = new MediaSession(server)
  const observer = session.page('observer')
  await session.plan([[observer, 'observer']])
  const { send } = await observer.join()
  expect(send).toBeNull()
  expect(server.census.counts.transports).toBe(1)
  const rtpParameters = { codecs: [], encodings: [] }
  expect(await observer.refusal({ type: 'produce', source: 'microphone', rtpParameters, isMuted: false })).toBe(
    'media.not-allowed',
  )
  expect(await observer.refusal({ type: 'mute', isMuted: false })).toBe('media.not-allowed')
  expect(await observer.refusal({ type: 'closeProducer', source: 'microphone' })).toBe('media.not-allowed')
})

test('a participant who becomes an observer loses their producers and gets a new welcome without a send transport', async () => {
  const { server, session, chair, citizen } = await chairAndCitizen()
  await citizen.produce('camera')
  await session.plan([
    [chair, 'heard'],
    [citizen, 'observer'],
  ])
  expect(server.census.counts.producers).toBe(0)
  await server.untilCounts({ producers: 0, transports: 3 })
  expect(server.told(citizen.connectionId, 'restarted')).toMatchObject([{ welcome: { send: null } }])
})

test('a participant outside the plan gets no transport, and every request is refused', async () => {
  const { server, session, chair } = await chairAndCitizen()
  const waiting = session.page('waiting')
  const before = server.census.transportsMade
  expect(await waiting.welcome()).toBeNull()
  const transportId = (await chair.join()).receive.id
  expect(server.census.transportsMade).toBe(before + 2)
  const requests: MediaRequest[] = [
    { type: 'join', ...(await waiting.wish()) },
    { type: 'connectTransport', transportId, dtlsParameters: {} },
    { type: 'restartIce', transportId },
    { type: 'produce', source: 'microphone', rtpParameters: {}, isMuted: false },
    { type: 'mute', isMuted: false },
    { type: 'closeProducer', source: 'camera' },
    { type: 'show', visible: [chair.tile()] },
    { type: 'resume', consumerIds: [] },
  ]
  for (const request of requests) expect(await waiting.refusal(request), request.type).toBe('media.not-allowed')
  expect(server.census.transportsMade).toBe(before + 2)
})

test('the media of a participant who leaves the plan are closed; they and the others are notified', async () => {
  const { server, session, chair, citizen } = await chairAndCitizen()
  await citizen.produce('camera')
  await chair.ask({ type: 'show', visible: [citizen.tile()] })
  expect(server.plane.statistics()).toMatchObject({ transports: 4, producers: 1, consumers: 1 })
  await session.plan([[chair, 'heard']])
  expect(server.census.counts).toMatchObject({ transports: 2, producers: 0 })
  expect(server.told(citizen.connectionId, 'ended')).toHaveLength(1)
  expect(await citizen.refusal({ type: 'mute', isMuted: true })).toBe('media.not-allowed')
  await until(() => (server.told(chair.connectionId, 'consumers').at(-1)?.closed.length === 1 ? null : 'not told'))
  expect(server.plane.statistics()).toMatchObject({ transports: 2, producers: 0, consumers: 0 })
})

test('the newest connection of a participant replaces the older one and starts with new transports', async () => {
  const { server, session, citizen } = await chairAndCitizen()
  await citizen.produce('microphone')
  const old = citizen.connectionId
  citizen.reconnect()
  await session.plan([[citizen, 'silent']])
  expect(server.told(old, 'ended')).toHaveLength(1)
  expect(server.census.counts).toMatchObject({ transports: 0, producers: 0 })
  expect(await citizen.refusal({ type: 'mute', isMuted: true })).toBe('media.unavailable')
  expect((await citizen.join()).send).not.toBeNull()
})

test('a session without participants keeps no media objects', async () => {
  const { server, session, citizen } = await chairAndCitizen()
  await citizen.produce('microphone')
  await session.plan([])
  const nothing = { routers: 0, transports: 0, producers: 0, consumers: 0 }
  await server.untilCounts(nothing)
  expect(server.plane.statistics()).toEqual({ workers: 1, ...nothing })
})
