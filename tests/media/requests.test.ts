// Requests that browsers send twice, by mistake, or with hostile content.
import type { WebRtcTransport } from 'mediasoup/types'
import { expect, test } from 'vitest'
import type { MediaRequest } from '../../shared/wire/engine/media-requests.ts'
import { type MediaPage, MediaSession } from '../harness/media-page.ts'
import { type MediaServer, startMediaServer } from '../harness/media-server.ts'
import { fc } from '../harness/properties.ts'

const FINGERPRINT = Array.from({ length: 32 }, () => 'AB').join(':')
const dtlsParameters = { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: FINGERPRINT }] }

const opus = (ssrc = 1111) => ({
  mid: '0',
  codecs: [
    {
      mimeType: 'audio/opus',
      payloadType: 111,
      clockRate: 48_000,
      channels: 2,
      parameters: { minptime: 10, useinbandfec: 1 },
      rtcpFeedback: [{ type: 'nack', parameter: '' }],
    },
  ],
  headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1, encrypt: false, parameters: {} }],
  encodings: [{ ssrc, dtx: true, maxBitrate: 40_000 }],
  rtcp: { cname: 'somebody', reducedSize: true },
  msid: 'stream track',
})

const produce = (rtpParameters: Record<string, unknown>): MediaRequest => ({
  type: 'produce',
  source: 'microphone',
  rtpParameters,
  isMuted: false,
})

async function hearing() {
  const server = await startMediaServer()
  const session = new MediaSession(server)
  const [chair, site] = [session.page('chair'), session.page('site')]
  await session.plan([
    [chair, 'heard'],
    [site, 'heard'],
  ])
  return { server, session, chair, site, welcome: await chair.join(), siteWelcome: await site.join() }
}

/** The worker answers, and serves everybody else as before. */
async function expectHealthy(server: MediaServer, other: MediaPage) {
  const [worker] = server.census.workers
  expect((await worker?.dump())?.pid).toBe(worker?.pid)
  await other.ask(produce(opus(4444)))
  await other.ask({ type: 'closeProducer', source: 'microphone' })
}

test('every request may be repeated', async () => {
  const { server, chair, site, welcome } = await hearing()
  const twice = async (request: MediaRequest) => {
    const [first, again] = await Promise.all([chair.ask(request), chair.ask(request)])
    return [first, again, await chair.ask(request)]
  }
  for (const { id } of [welcome.send, welcome.receive].filter((each) => each !== null))
    await twice({ type: 'connectTransport', transportId: id, dtlsParameters })
  const produced = await twice(produce(opus()))
  expect(new Set(produced.map(({ producerId }) => producerId)).size).toBe(1)
  expect(server.census.counts.producers).toBe(1)
  await twice({ type: 'mute', isMuted: true })
  await twice({ type: 'show', visible: [site.tile(), site.tile(640)] })
  await twice({ type: 'resume', consumerIds: [] })
  await twice({ type: 'restartIce', transportId: welcome.receive.id })
  await twice({ type: 'closeProducer', source: 'microphone' })
  await twice({ type: 'closeProducer', source: 'camera' })
  await server.untilCounts({ transports: 4, producers: 0, consumers: 0 })
})

test('joining again closes the old transports, also when two joins run at once', async () => {
  const { server, chair } = await hearing()
  const join = { type: 'join', ...(await chair.wish()) } as const
  const replies = await Promise.all([chair.request(join), chair.request(join)])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(server.census.counts.transports).toBe(4)
  await chair.ask(join)
  expect(server.census.counts.transports).toBe(4)
  expect(server.plane.statistics().transports).toBe(4)
})

test('the ids of other participants are answered as unknown, and nothing of theirs changes', async () => {
  const { server, chair, site, siteWelcome } = await hearing()
  await chair.produce('microphone')
  const { consumers } = await site.join()
  const [foreign] = consumers
  expect(foreign?.kind).toBe('audio')
  expect(await chair.refusal({ type: 'resume', consumerIds: [foreign?.id ?? ''] })).toBe('media.unknown')
  expect(server.census.consumer(foreign?.id).paused).toBe(true)
  const transportId = siteWelcome.receive.id
  expect(await chair.refusal({ type: 'restartIce', transportId })).toBe('media.unknown')
  expect(await chair.refusal({ type: 'connectTransport', transportId, dtlsParameters })).toBe('media.unknown')
  expect(await site.refusal({ type: 'restartIce', transportId })).toBe('media.unknown')
})

test('an unknown id does not prevent resuming one’s own consumers in the same request', async () => {
  const { server, chair, site } = await hearing()
  await chair.produce('microphone')
  const { consumers } = await site.join()
  const ids = consumers.map(({ id }) => id)
  expect(await site.refusal({ type: 'resume', consumerIds: ['closed-meanwhile', ...ids] })).toBe('media.unknown')
  expect(server.census.consumer(ids[0]).paused).toBe(false)
})

test('an ICE restart returns new parameters and new TURN credentials', async () => {
  const server = await startMediaServer({
    turn: { urls: ['turn:turn.example.gov.vn:3478'], secret: 'sixteen letters!' },
  })
  const session = new MediaSession(server)
  const chair = session.page('chair')
  await session.plan([[chair, 'heard']])
  const { receive, iceServers } = await chair.join()
  const { iceParameters, iceServers: fresh } = await chair.ask({ type: 'restartIce', transportId: receive.id })
  expect(iceParameters?.usernameFragment).not.toBe(receive.iceParameters.usernameFragment)
  expect(iceServers).toMatchObject([{ urls: ['turn:turn.example.gov.vn:3478'] }])
  expect(fresh?.[0]?.username).toMatch(new RegExp(`^\\d+:${chair.connectionId}$`))
})

test('an invalid bit rate is refused and does not break the worker', async () => {
  const { server, chair, site } = await hearing()
  // mediasoup 3.27 would be left with a half-written message: no request of any session would pass any more.
  const encodings = [{ ssrc: 2222, maxBitrate: 'abc' }]
  expect(await chair.refusal(produce({ ...opus(), encodings }))).toBe('media.invalid')
  await expectHealthy(server, site)
})

test('line breaks in parameters are refused, so that nobody injects lines into the SDP of others', async () => {
  const { chair } = await hearing()
  const line = 'x\r\na=candidate:1 1 udp 1 203.0.113.7 9 typ host'
  const [codec] = opus().codecs
  for (const planted of [
    { msid: line },
    { rtcp: { cname: line } },
    { codecs: [{ ...codec, parameters: { stereo: line } }] },
    { codecs: [{ ...codec, parameters: { [line]: 1 } }] },
    { encodings: [{ ssrc: 1, scalabilityMode: `L1T1${line}` }] },
  ])
    expect(await chair.refusal(produce({ ...opus(), ...planted })), JSON.stringify(planted)).toBe('media.invalid')
})

test('parameters nested thousands of levels deep are refused or ignored', async () => {
  const { server, chair, site, welcome } = await hearing()
  let deep: unknown = {}
  for (let depth = 0; depth < 20_000; depth += 1) deep = depth % 2 ? [deep] : { codecs: deep }
  expect(await chair.refusal(produce({ codecs: deep }))).toBe('media.invalid')
  expect(await chair.refusal({ type: 'join', rtpCapabilities: { codecs: deep }, visible: [], listensTo: null })).toBe(
    'media.invalid',
  )
  const transportId = welcome.receive.id
  expect(await chair.refusal({ type: 'connectTransport', transportId, dtlsParameters: { fingerprints: deep } })).toBe(
    'media.invalid',
  )
  await chair.ask(produce({ ...opus(), unheardOf: deep }))
  await expectHealthy(server, site)
})

const oddNumbers = fc.constantFrom(-1, 0, 0.5, 2 ** 31, 2 ** 32, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY)

/** What a browser might send, with one of its parts replaced by something else. */
function spoiled(parameters: Record<string, unknown>) {
  const replacement = fc.oneof(fc.jsonValue(), fc.anything({ maxDepth: 2 }), oddNumbers)
  return fc.tuple(fc.nat(), replacement).map(([place, value]) => replaceAt(structuredClone(parameters), place, value))
}

function replaceAt(whole: Record<string, unknown>, place: number, value: unknown): Record<string, unknown> {
  const replacements: (() => void)[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, part] of Object.entries(node)) {
      replacements.push(() => Object.assign(node, { [key]: value }))
      walk(part)
    }
  }
  walk(whole)
  replacements[place % replacements.length]?.()
  return whole
}

async function expectTypedAnswers(
  page: MediaPage,
  parameters: Record<string, unknown>,
  request: (spoiled: Record<string, unknown>) => MediaRequest | Promise<MediaRequest>,
) {
  let refused = 0
  const property = fc.asyncProperty(spoiled(parameters), async (one) => {
    const reply = await page.request(await request(one))
    if (reply.ok) return
    refused += 1
    expect(reply.rejection.code).toBe('media.invalid')
  })
  await fc.assert(property, { numRuns: 200 })
  expect(refused).toBeGreaterThan(0)
}

test('any RTP parameters get a valid answer, and the worker keeps running', async () => {
  const { server, chair, site } = await hearing()
  await expectTypedAnswers(chair, opus(), produce)
  expect(server.census.pids).toHaveLength(1)
  await expectHealthy(server, site)
})

test('any RTP capabilities get a valid answer, and the worker keeps running', async () => {
  const { server, chair, site } = await hearing()
  await site.produce('microphone')
  const { rtpCapabilities } = await chair.wish()
  await expectTypedAnswers(chair, rtpCapabilities, (spoilt) => ({
    type: 'join',
    rtpCapabilities: spoilt,
    visible: [],
    listensTo: null,
  }))
  expect(server.census.pids).toHaveLength(1)
  await site.ask({ type: 'closeProducer', source: 'microphone' })
  await expectHealthy(server, site)
})

test('any DTLS parameters get a valid answer, and the worker keeps running', async () => {
  const { server, chair, site } = await hearing()
  await expectTypedAnswers(chair, dtlsParameters, async (spoilt) => {
    const { receive } = await chair.join()
    return { type: 'connectTransport', transportId: receive.id, dtlsParameters: spoilt }
  })
  expect(server.census.pids).toHaveLength(1)
  await expectHealthy(server, site)
})

test('no id gives access to a transport or consumer of another participant', async () => {
  const { server, chair, site } = await hearing()
  const ids = fc.oneof(fc.string({ maxLength: 64 }), fc.uuid(), fc.constantFrom('__proto__', 'constructor', ''))
  await fc.assert(
    fc.asyncProperty(ids, async (id) => {
      expect(await chair.refusal({ type: 'restartIce', transportId: id })).toBe('media.unknown')
      expect(await chair.refusal({ type: 'connectTransport', transportId: id, dtlsParameters })).toBe('media.unknown')
      expect(await chair.refusal({ type: 'resume', consumerIds: [id] })).toBe('media.unknown')
    }),
  )
  await expectHealthy(server, site)
})

test('a transport whose DTLS fails is closed with its producers, and the browser can join again', async () => {
  const { server, chair, site, welcome } = await hearing()
  await chair.produce('microphone')
  const failing = server.census.transport(welcome.send?.id) as WebRtcTransport
  failing.observer.emit('dtlsstatechange', 'failed')
  expect(server.plane.statistics()).toMatchObject({ transports: 3, producers: 0 })
  expect(await chair.refusal(produce(opus()))).toBe('media.unavailable')
  expect(await chair.refusal({ type: 'restartIce', transportId: failing.id })).toBe('media.unknown')
  await chair.join()
  await chair.produce('microphone')
  await expectHealthy(server, site)
})
