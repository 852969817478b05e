// A shared screen with its sound is received by the whole group, from the participant named by the plan, as long as it
// names them.
import { expect, test } from 'vitest'
import { type MediaPage, MediaSession } from '../harness/media-page.ts'
import { startMediaServer } from '../harness/media-server.ts'
import { until } from '../harness/wait.ts'

async function hearing() {
  const server = await startMediaServer()
  const session = new MediaSession(server)
  const [chair, site, citizen] = [session.page('chair'), session.page('site'), session.page('citizen')]
  const plan = (sharer: MediaPage | null) =>
    session.plan(
      [
        [chair, 'heard'],
        [site, 'silent'],
        [citizen, 'silent'],
      ],
      { sharer },
    )
  await plan(site)
  for (const page of [chair, site, citizen]) await page.join()
  const added = (page: MediaPage) => server.told(page.connectionId, 'consumers').flatMap((notice) => notice.added)
  const receives = (page: MediaPage, source: string) =>
    until(() => (added(page).some((one) => one.source === source) ? null : `${source} was not offered`))
  return { server, session, chair, site, citizen, plan, added, receives }
}

test('a participant who may share sends a screen and its sound, even if they may not be heard', async () => {
  const { server, site, chair, citizen, added, receives } = await hearing()
  const [screen, sound, microphone] = [
    await site.produce('screen'),
    await site.produce('screenSound'),
    await site.produce('microphone'),
  ]
  expect(server.census.producer(screen).paused).toBe(false)
  expect(server.census.producer(sound).paused).toBe(false)
  expect(server.census.producer(microphone).paused).toBe(true)
  for (const page of [chair, citizen]) {
    await receives(page, 'screenSound')
    await receives(page, 'screen')
  }
  expect(added(citizen).map(({ source, kind, participantId }) => [source, kind, participantId])).toEqual(
    expect.arrayContaining([
      ['screen', 'video', 'site'],
      ['screenSound', 'audio', 'site'],
    ]),
  )
})

test('nobody else can send a screen or its sound', async () => {
  const { chair, citizen } = await hearing()
  await expect(citizen.produce('screen')).rejects.toThrow('media.not-allowed')
  await expect(chair.produce('screenSound')).rejects.toThrow('media.not-allowed')
})

test('the screen and its sound are closed when the plan withdraws the right; the camera stays', async () => {
  const { server, site, citizen, plan } = await hearing()
  const camera = await site.produce('camera')
  const [screen, sound] = [await site.produce('screen'), await site.produce('screenSound')]
  await plan(citizen)
  const left = [...server.census.producers].map(({ id }) => id)
  expect(left).toContain(camera)
  expect(left).not.toContain(screen)
  expect(left).not.toContain(sound)
  await expect(site.produce('screen')).rejects.toThrow('media.not-allowed')
  await citizen.produce('screen')
})

test('a screen being opened while the right is withdrawn does not stay open', async () => {
  const { server, site, plan } = await hearing()
  const opening = site.produce('screen').catch(() => 'refused')
  await new Promise((resolve) => setImmediate(resolve))
  await plan(null)
  await opening
  expect(server.plane.statistics().producers).toBe(0)
})

test('the screen is sent in the layer that fits its tile, beside the camera of the same participant', async () => {
  const { server, site, chair, added, receives } = await hearing()
  await site.produce('screen')
  await site.produce('camera')
  await receives(chair, 'screen')
  const consumer = server.census.consumer(added(chair).find(({ source }) => source === 'screen')?.id)
  await chair.ask({ type: 'show', visible: [site.tile(320), site.tile(390, 'screen')] })
  await until(() => (consumer.preferredLayers?.spatialLayer === 0 ? null : 'not the small one'))
  await chair.ask({ type: 'show', visible: [site.tile(320), site.tile(1280, 'screen')] })
  await until(() => (consumer.preferredLayers?.spatialLayer === 1 ? null : 'not the whole one'))
  await receives(chair, 'camera')
})

test('members of a consultation neither see nor hear a screen shared outside it', async () => {
  const { server, session, chair, site, citizen, receives } = await hearing()
  await site.produce('screen')
  await site.produce('screenSound')
  await receives(citizen, 'screen')
  await session.plan(
    [
      [chair, 'heard', 'aside'],
      [site, 'silent'],
      [citizen, 'heard', 'aside'],
    ],
    { sharer: site },
  )
  await until(() => (server.plane.statistics().consumers === 0 ? null : 'somebody still receives it'))
  expect(server.census.counts.consumers).toBe(0)
})
