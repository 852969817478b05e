// The permissions of the media plane, tested for the real one and for the fake used by other tests.
import { describe, expect, onTestFinished, test } from 'vitest'
import { ensureWorker } from '../../scripts/worker/ensure-worker.mjs'
import { createFakePlane } from '../../server/media/sfu/fake.ts'
import { createMediasoupPlane } from '../../server/media/sfu/mediasoup-plane.ts'
import type { MediaPlane } from '../../server/media/sfu/plane.ts'
import { ConnectionId, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { type PeerPlan, theFloor } from '../../shared/projections/media-plan.ts'
import type { MediaNotice, MediaReply, MediaRequest } from '../../shared/wire/engine/media-requests.ts'
import { noRecordings, silent } from '../harness/media-server.ts'

const sessionId = SessionId.parse('session')
const wish = { rtpCapabilities: {}, visible: [], listensTo: null }
const fingerprints = [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }]
const rtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1111 }],
}
const produce: MediaRequest = { type: 'produce', source: 'microphone', rtpParameters, isMuted: false }

const peer = (name: string, device = 'phone') => ({
  sessionId,
  participantId: ParticipantId.parse(name),
  connectionId: ConnectionId.parse(`${name}-${device}`),
})
type Peer = ReturnType<typeof peer>

const planOf = (...rights: [Peer, Omit<PeerPlan, 'connectionId'>][]) =>
  new Map(rights.map(([{ participantId, connectionId }, right]) => [participantId, { connectionId, ...right }]))

const citizen = peer('citizen')
const observer = peer('observer')
const watches = {
  group: theFloor,
  channel: null,
  mayProduce: false,
  mayBeHeard: false,
  mayBeSeen: false,
  mayShare: false,
  recorded: [],
  recognised: false,
}
const speaks = { ...watches, mayProduce: true, mayBeHeard: true, mayBeSeen: true }
const interprets: Omit<PeerPlan, 'connectionId'> = { ...watches, channel: 'en', mayProduce: true, mayBeHeard: true }

const code = (reply: MediaReply) => (reply.ok ? 'ok' : reply.rejection.code)

const planes: [string, () => Promise<MediaPlane>][] = [
  ['the fake', async () => createFakePlane()],
  [
    'mediasoup',
    async () =>
      createMediasoupPlane({
        workers: 1,
        workerBinary: await ensureWorker(),
        listenAddress: '127.0.0.1',
        announcedAddress: '127.0.0.1',
        firstPort: 0,
        turn: null,
        recordings: noRecordings,
        speechEngine: null,
        log: silent,
      }),
  ],
]

describe.each(planes)('%s', (_name, create) => {
  async function start() {
    const plane = await create()
    onTestFinished(() => plane.close())
    const notices: [ConnectionId, MediaNotice][] = []
    plane.listen({
      notice: (...notice) => void notices.push(notice),
      live: () => undefined,
      recording: () => undefined,
      spoken: () => undefined,
    })
    return { plane, notices }
  }

  test('refuses everything to a participant who is not in the plan', async () => {
    const { plane } = await start()
    await plane.reconcile(sessionId, planOf([observer, watches]))
    expect(await plane.welcome(citizen, wish)).toBeNull()
    expect(code(await plane.request(citizen, { type: 'join', ...wish }))).toBe('media.not-allowed')
    expect(code(await plane.request(citizen, produce))).toBe('media.not-allowed')
    expect(plane.statistics().transports).toBe(0)
  })

  test('refuses everything to an older connection of a participant', async () => {
    const { plane } = await start()
    await plane.reconcile(sessionId, planOf([peer('citizen', 'laptop'), speaks]))
    expect(await plane.welcome(citizen, wish)).toBeNull()
    expect(code(await plane.request(citizen, produce))).toBe('media.not-allowed')
  })

  test('answers media.unavailable before the welcome', async () => {
    const { plane } = await start()
    await plane.reconcile(sessionId, planOf([citizen, speaks]))
    expect(code(await plane.request(citizen, produce))).toBe('media.unavailable')
    expect(code(await plane.request(citizen, { type: 'show', visible: [] }))).toBe('media.unavailable')
  })

  test('lets a participant send and receive', async () => {
    const { plane } = await start()
    await plane.reconcile(sessionId, planOf([citizen, speaks]))
    const welcome = await plane.welcome(citizen, wish)
    expect(welcome?.send).not.toBeNull()
    const transportId = welcome?.receive.id ?? ''
    const connect = { type: 'connectTransport', transportId, dtlsParameters: { fingerprints } } as const
    expect(code(await plane.request(citizen, connect))).toBe('ok')
    expect(code(await plane.request(citizen, { type: 'restartIce', transportId }))).toBe('ok')
    expect(await plane.request(citizen, produce)).toMatchObject({ ok: true, producerId: expect.any(String) })
    expect(plane.statistics()).toMatchObject({ transports: 2, producers: 1 })
    const others: MediaRequest[] = [
      { type: 'mute', isMuted: true },
      { type: 'show', visible: [] },
      { type: 'listen', language: 'en' },
      { type: 'resume', consumerIds: [] },
      { type: 'closeProducer', source: 'microphone' },
    ]
    for (const request of others) expect(code(await plane.request(citizen, request)), request.type).toBe('ok')
    expect(plane.statistics()).toMatchObject({ transports: 2, producers: 0 })
  })

  test('lets an observer receive only', async () => {
    const { plane } = await start()
    await plane.reconcile(sessionId, planOf([observer, watches]))
    expect((await plane.welcome(observer, wish))?.send).toBeNull()
    expect(plane.statistics().transports).toBe(1)
    expect(code(await plane.request(observer, produce))).toBe('media.not-allowed')
    expect(code(await plane.request(observer, { type: 'mute', isMuted: false }))).toBe('media.not-allowed')
    expect(code(await plane.request(observer, { type: 'closeProducer', source: 'camera' }))).toBe('media.not-allowed')
    expect(code(await plane.request(observer, { type: 'show', visible: [] }))).toBe('ok')
  })

  test('accepts audio of an observer who interprets, but no video', async () => {
    const { plane } = await start()
    const picture = { ...rtpParameters, codecs: [{ mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }] }
    await plane.reconcile(sessionId, planOf([observer, interprets]))
    expect((await plane.welcome(observer, wish))?.send).not.toBeNull()
    expect(code(await plane.request(observer, produce))).toBe('ok')
    const camera: MediaRequest = { ...produce, source: 'camera', rtpParameters: picture }
    expect(code(await plane.request(observer, camera))).toBe('media.not-allowed')
  })

  test('accepts a screen and its sound only from a participant who may share', async () => {
    const { plane } = await start()
    const screenSound: MediaRequest = { ...produce, source: 'screenSound' }
    await plane.reconcile(sessionId, planOf([citizen, speaks]))
    await plane.welcome(citizen, wish)
    expect(code(await plane.request(citizen, screenSound))).toBe('media.not-allowed')
    await plane.reconcile(sessionId, planOf([citizen, { ...speaks, mayShare: true }]))
    expect(code(await plane.request(citizen, screenSound))).toBe('ok')
    expect(plane.statistics().producers).toBe(1)
    await plane.reconcile(sessionId, planOf([citizen, speaks]))
    expect(plane.statistics().producers).toBe(0)
    expect(code(await plane.request(citizen, { type: 'closeProducer', source: 'screenSound' }))).toBe('ok')
  })

  test('answers media.unknown to the ids of other participants', async () => {
    const { plane } = await start()
    await plane.reconcile(sessionId, planOf([citizen, speaks], [observer, watches]))
    await plane.welcome(citizen, wish)
    const transportId = (await plane.welcome(observer, wish))?.receive.id ?? ''
    const connect = { type: 'connectTransport', transportId, dtlsParameters: { fingerprints } } as const
    expect(code(await plane.request(citizen, connect))).toBe('media.unknown')
    expect(code(await plane.request(citizen, { type: 'restartIce', transportId }))).toBe('media.unknown')
    expect(code(await plane.request(citizen, { type: 'resume', consumerIds: ['other'] }))).toBe('media.unknown')
  })

  test('replaces the transports of a participant who joins again', async () => {
    const { plane } = await start()
    await plane.reconcile(sessionId, planOf([citizen, speaks]))
    const welcome = await plane.welcome(citizen, wish)
    const reply = await plane.request(citizen, { type: 'join', ...wish })
    expect(reply).toMatchObject({ ok: true, welcome: { receive: { id: expect.any(String) } } })
    expect(plane.statistics().transports).toBe(2)
    const transportId = welcome?.receive.id ?? ''
    expect(code(await plane.request(citizen, { type: 'restartIce', transportId }))).toBe('media.unknown')
  })

  test('closes the media of a participant who leaves the plan, and notifies them', async () => {
    const { plane, notices } = await start()
    await plane.reconcile(sessionId, planOf([citizen, speaks], [observer, watches]))
    await plane.welcome(citizen, wish)
    await plane.welcome(observer, wish)
    await plane.reconcile(sessionId, planOf([observer, watches]))
    expect(notices).toEqual([[citizen.connectionId, { type: 'ended' }]])
    expect(plane.statistics().transports).toBe(1)
    await plane.reconcile(sessionId, new Map())
    expect(plane.statistics().transports).toBe(0)
  })
})
