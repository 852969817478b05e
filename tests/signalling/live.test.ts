// Volatile messages of pages over real sockets: sent to those in the room, dropped where they are not allowed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestPage } from '../harness/page.ts'
import { idOf, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

let server: SignallingServer
beforeAll(async () => {
  server = await SignallingServer.start()
})
afterAll(() => server.close())

const agrees = { type: 'reaction', reaction: 'agree' } as const
const thanks = { type: 'reaction', reaction: 'thank' } as const
const reactions = (page: TestPage) => page.live.filter(({ type }) => type === 'reaction')
const hears = (page: TestPage, count: number) =>
  until(() => (reactions(page).length === count ? null : `${reactions(page).length} reactions, not ${count}`))

async function running() {
  const booking = await server.book()
  const chair = await server.enter(booking, 'chair')
  const site = await server.enter(booking, 'siteA')
  const citizen = await server.enter(booking, 'citizen')
  const id = (name: string) => idOf(booking.participants, name)
  return { chair, site, citizen, id }
}

test('a reaction reaches those in the room with the sender set by the server, and writes no commit', async () => {
  const { chair, site, citizen, id } = await running()
  const { seq } = chair
  site.tell(agrees)
  await hears(chair, 1)
  expect(reactions(chair)).toEqual([{ ...agrees, participantId: id('siteA') }])
  expect(chair.seq).toBe(seq)
  expect(reactions(citizen)).toEqual([])
})

test('a reaction of a participant who may not react is dropped until staff allow it', async () => {
  const { chair, site, citizen, id } = await running()
  await chair.must('admission.admit', { participantId: id('citizen') })
  await citizen.sees('they are inside', () => citizen.me?.status === 'present')
  citizen.tell(thanks)
  // In the order of the socket: the answer to this command comes after the message was dealt with.
  await citizen.command('floor.withdraw')
  await chair.must('reactions.allow', { to: 'everybody' })
  citizen.tell(agrees)
  await hears(site, 1)
  expect(reactions(site)).toEqual([{ ...agrees, participantId: id('citizen') }])
})

test('a flood of reactions is limited to three in two seconds, and the page stays connected', async () => {
  const { chair, site } = await running()
  for (let sent = 0; sent < 20; sent += 1) site.tell(agrees)
  await site.command('floor.withdraw')
  // One socket keeps its order: after this commit no notice of before can come.
  await chair.reaches(await site.must('chat.post', { recipient: { to: 'all' }, text: 'Xin chào' }))
  expect(reactions(chair).length).toBeGreaterThan(0)
  expect(reactions(chair).length).toBeLessThanOrEqual(3)
  expect(site.farewell).toBeNull()
})
