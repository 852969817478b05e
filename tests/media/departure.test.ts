// A participant leaves, or switches a camera off, as in every session: the media workers log no warning.
import { expect, test } from 'vitest'
import type { MediaWelcome } from '../../shared/wire/engine/media-requests.ts'
import { type MediaPage, MediaSession, type Right } from '../harness/media-page.ts'
import { noRecordings, silent, startMediaServer } from '../harness/media-server.ts'
import { until } from '../harness/wait.ts'

const MEMBERS = 4

/** Takes RTP in and keeps nothing. */
const recordings: typeof noRecordings = {
  ...noRecordings,
  record(_track, openLine) {
    const line = openLine({ rtpPort: 9, rtcpPort: 9 })
    return { stop: async () => (await line).close() }
  },
}

/** Everybody sees and hears everybody, and is recorded; the first shares a screen. */
async function sessionOfMany(workers: number) {
  const complaints: string[] = []
  const complain = (_context: object, message: string) => void complaints.push(message)
  // What the workers say of things that are gone is below a warning, and is not said here either.
  const debug = (context: object, message: string) => {
    if (message.includes('NotFound') || message.includes('not found')) complain(context, message)
  }
  const server = await startMediaServer({
    workers,
    consumersPerRouter: workers > 1 ? 4 : 500,
    recordings,
    log: { ...silent, debug, warn: complain, error: complain },
  })
  const session = new MediaSession(server)
  const sharer = session.page('sharer')
  const pages = [sharer, ...Array.from({ length: MEMBERS - 1 }, (_, index) => session.page(`site-${index}`))]
  const meet = (present: readonly MediaPage[]) =>
    session.plan(
      present.map((page): [MediaPage, Right] => [page, 'heard']),
      { sharer, recorded: ['microphone', 'camera', 'screen'] },
    )
  await meet(pages)
  const tiles = [...pages.map((page) => page.tile()), sharer.tile(1280, 'screen')]
  const welcomes = new Map<MediaPage, MediaWelcome>()
  for (const page of pages) {
    welcomes.set(page, await page.join(tiles))
    await page.produce('microphone')
    await page.produce('camera')
  }
  await sharer.produce('screen')
  for (const page of pages) {
    const added = () => [
      ...(welcomes.get(page)?.consumers ?? []),
      ...server.told(page.connectionId, 'consumers').flatMap((notice) => notice.added),
    ]
    const expected = receivedBy(page, MEMBERS)
    await until(() => (added().length === expected ? null : `${page.participantId} receives ${added().length}`))
    await page.consume(added())
  }
  /** And each worker has answered once more, so that all it had to say is said. */
  const untilReceived = async (count: number) => {
    const counted = () => server.plane.statistics().consumers
    await until(() => (counted() === count ? null : `${counted()} consumers instead of ${count}`))
    await Promise.all([...server.census.workers].map((worker) => worker.getResourceUsage()))
  }
  function receivedBy(page: MediaPage, present: number): number {
    return 2 * (present - 1) + (page === sharer ? 0 : 1)
  }
  const receivedByAll = (present: number) =>
    pages.slice(0, present).reduce((sum, page) => sum + receivedBy(page, present), 0)
  return { pages, meet, complaints, untilReceived, receivedByAll }
}

test.each([1, 2])('participants who leave cause no warning of a media worker (%i workers)', async (workers) => {
  const { pages, meet, complaints, untilReceived, receivedByAll } = await sessionOfMany(workers)
  for (let present = MEMBERS - 1; present > 0; present -= 1) {
    await meet(pages.slice(0, present))
    await untilReceived(receivedByAll(present))
  }
  await meet([])
  await untilReceived(0)
  expect(complaints).toEqual([])
})

test('closing a camera or a shared screen causes no warning of a media worker', async () => {
  const { pages, complaints, untilReceived, receivedByAll } = await sessionOfMany(2)
  const [sharer, site] = pages
  await sharer?.ask({ type: 'closeProducer', source: 'screen' })
  await site?.ask({ type: 'closeProducer', source: 'camera' })
  await untilReceived(receivedByAll(MEMBERS) - 2 * (MEMBERS - 1))
  expect(complaints).toEqual([])
})
