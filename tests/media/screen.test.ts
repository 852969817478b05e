// What each page receives: the voices that may be heard, and the pictures of the tiles it shows.
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { type MediaPage, MediaSession } from '../harness/media-page.ts'
import { type MediaServer, startMediaServer } from '../harness/media-server.ts'
import { until } from '../harness/wait.ts'

async function hearing(...names: string[]) {
  const server = await startMediaServer({ hiddenForMs: 50 })
  const session = new MediaSession(server)
  const pages = names.map((name) => session.page(name))
  await session.plan(pages.map((page) => [page, page.participantId === 'chair' ? 'heard' : 'silent']))
  return { server, session, pages }
}

async function joinAndSend(page: MediaPage): Promise<void> {
  await page.join()
  await page.produce('microphone')
  await page.produce('camera')
}

/** The next consumers that a page is told of. */
async function added(server: MediaServer, page: MediaPage, count: number) {
  const all = () => server.told(page.connectionId, 'consumers').flatMap((notice) => notice.added)
  await until(() => (all().length === count ? null : `${all().length} consumers were added, not ${count}`))
  return all()
}

test('the welcome has the first consumers: voices, then pictures, all paused', async () => {
  const { server, session, pages } = await hearing('chair', 'site', 'newcomer')
  const [chair, site, newcomer] = pages as [MediaPage, MediaPage, MediaPage]
  await joinAndSend(chair)
  await joinAndSend(site)
  const welcome = await newcomer.join([chair.tile(), site.tile()])
  const received = welcome.consumers.map(({ participantId, kind }) => `${kind} of ${participantId}`)
  expect(received).toEqual(['audio of chair', 'video of chair', 'video of site'])
  expect(welcome.consumers.every(({ id }) => server.census.consumer(id).paused)).toBe(true)
  expect(server.told(newcomer.connectionId, 'consumers')).toEqual([])
  await newcomer.consume(welcome.consumers)
  expect(welcome.consumers.some(({ id }) => server.census.consumer(id).paused)).toBe(false)
  expect(session.server.plane.statistics().consumers).toBe(server.census.counts.consumers)
})

test('for a page that has not sent its tiles the server selects nine pictures, those who may be heard first', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `site${index}`)
  const { pages } = await hearing(...names, 'chair', 'newcomer')
  for (const page of pages.slice(0, -1)) await joinAndSend(page)
  const { consumers } = (await pages.at(-1)?.join()) ?? { consumers: [] }
  const pictures = consumers.filter(({ kind }) => kind === 'video').map(({ participantId }) => `${participantId}`)
  expect(pictures).toEqual(['chair', ...names.slice(0, 8)])
})

test('a new producer is announced to the pages that show it, and to no other', async () => {
  const { server, pages } = await hearing('chair', 'site', 'other')
  const [chair, site, other] = pages as [MediaPage, MediaPage, MediaPage]
  await chair.join([site.tile()])
  await other.join([chair.tile()])
  await site.join()
  await site.produce('camera')
  const [consumer] = await added(server, chair, 1)
  expect(consumer).toMatchObject({ participantId: 'site', kind: 'video' })
  expect(server.census.consumer(consumer?.id).paused).toBe(true)
  expect(server.told(other.connectionId, 'consumers')).toEqual([])
})

test('a voice gets a consumer when it may first be heard, and keeps it when it may not any more', async () => {
  const { server, session, pages } = await hearing('chair', 'site')
  const [chair, site] = pages as [MediaPage, MediaPage]
  const rights = (right: 'heard' | 'silent') => session.plan([[chair, 'heard'] as const, [site, right] as const])
  await chair.join([site.tile()])
  await site.join()
  await site.produce('microphone')
  expect(server.told(chair.connectionId, 'consumers')).toEqual([])
  await rights('heard')
  await added(server, chair, 1)
  await rights('silent')
  await rights('heard')
  await site.produce('camera')
  const consumers = await added(server, chair, 2)
  expect(consumers.map(({ kind }) => kind)).toEqual(['audio', 'video'])
  expect(server.told(chair.connectionId, 'consumers').flatMap(({ closed }) => closed)).toEqual([])
})

test('a tile that is hidden is paused at once, and resumed if it is shown again soon', async () => {
  const { server, pages } = await hearing('chair', 'site')
  const [chair, site] = pages as [MediaPage, MediaPage]
  await joinAndSend(site)
  const { consumers } = await chair.join([site.tile()])
  await chair.consume(consumers)
  const consumer = server.census.consumer(consumers[0]?.id)
  await chair.ask({ type: 'show', visible: [] })
  expect(consumer.paused).toBe(true)
  await chair.ask({ type: 'show', visible: [site.tile()] })
  expect(consumer.paused).toBe(false)
  expect(server.told(chair.connectionId, 'consumers')).toEqual([])
})

test('a tile that stays hidden is closed and reported; shown again it gets a new consumer', async () => {
  const { server, pages } = await hearing('chair', 'site')
  const [chair, site] = pages as [MediaPage, MediaPage]
  await joinAndSend(site)
  const { consumers } = await chair.join([site.tile()])
  await chair.ask({ type: 'show', visible: [] })
  await until(() => (server.told(chair.connectionId, 'consumers').length > 0 ? null : 'nothing was told'))
  expect(server.told(chair.connectionId, 'consumers')).toEqual([
    { type: 'consumers', added: [], closed: [consumers[0]?.id] },
  ])
  await chair.ask({ type: 'show', visible: [site.tile()] })
  const [again] = await added(server, chair, 1)
  expect(again?.id).not.toBe(consumers[0]?.id)
})

test('a consumer resumed while its tile is hidden stays paused', async () => {
  const { server, pages } = await hearing('chair', 'site')
  const [chair, site] = pages as [MediaPage, MediaPage]
  await joinAndSend(site)
  const { consumers } = await chair.join([site.tile()])
  const consumer = server.census.consumer(consumers[0]?.id)
  await chair.ask({ type: 'show', visible: [] })
  await chair.ask({ type: 'resume', consumerIds: [consumer.id] })
  expect(consumer.paused).toBe(true)
})

test('the layer fits the width of the tile, and the widest tile has the highest priority', async () => {
  const { server, pages } = await hearing('chair', 'site', 'citizen')
  const [chair, site, citizen] = pages as [MediaPage, MediaPage, MediaPage]
  await joinAndSend(site)
  await joinAndSend(citizen)
  const { consumers } = await chair.join([site.tile(160), citizen.tile(160)])
  const received = consumers.map(({ id }) => server.census.consumer(id))
  const layers = () => received.map(({ preferredLayers, priority }) => [preferredLayers?.spatialLayer, priority])
  expect(layers()).toEqual([
    [0, 255],
    [0, 255],
  ])
  await chair.ask({ type: 'show', visible: [site.tile(1280), citizen.tile(320)] })
  await until(() =>
    isDeepStrictEqual(layers(), [
      [2, 255],
      [1, 1],
    ])
      ? null
      : `the layers are ${layers().join(' ')}`,
  )
})

test('a new producer of the same source replaces the old one in all pages', async () => {
  const { server, pages } = await hearing('chair', 'site')
  const [chair, site] = pages as [MediaPage, MediaPage]
  await chair.join([site.tile()])
  await site.join()
  await site.produce('camera')
  const [first] = await added(server, chair, 1)
  await site.produce('camera')
  await added(server, chair, 2)
  await until(() => {
    const closed = server.told(chair.connectionId, 'consumers').flatMap((notice) => notice.closed)
    return closed.includes(first?.id ?? '') ? null : 'the old consumer was not told as closed'
  })
  expect(server.plane.statistics()).toMatchObject({ producers: 1, consumers: 1 })
})

test('nobody receives their own media', async () => {
  const { server, pages } = await hearing('chair')
  const [chair] = pages as [MediaPage]
  await chair.join([chair.tile()])
  await chair.produce('microphone')
  await chair.produce('camera')
  await chair.ask({ type: 'show', visible: [chair.tile()] })
  expect(server.plane.statistics().consumers).toBe(0)
})

test('everybody is told who sends what, in one notice for simultaneous changes', async () => {
  const { server, session, pages } = await hearing('chair', 'site')
  const [chair, site] = pages as [MediaPage, MediaPage]
  await joinAndSend(chair)
  await site.join()
  const sources = () => server.heard(session.sessionId, 'sources')?.sources
  const none = { audio: 'none', video: 'none' }
  await until(() => (sources()?.[site.participantId] ? null : 'nothing was told'))
  expect(sources()).toEqual({ chair: { audio: 'live', video: 'live' }, site: none })
  expect(server.live).toHaveLength(1)
  await chair.ask({ type: 'mute', isMuted: true })
  await chair.ask({ type: 'closeProducer', source: 'camera' })
  await until(() => (sources()?.[chair.participantId]?.audio === 'muted' ? null : 'the muting was not told'))
  expect(sources()).toEqual({ chair: { audio: 'muted', video: 'none' }, site: none })
})
