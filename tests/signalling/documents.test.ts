// A document presented over real sockets: all pages follow it, and only the pointer of the presenter is sent on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocument } from '../harness/given.ts'
import type { TestPage } from '../harness/page.ts'
import { idOf, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

let server: SignallingServer
beforeAll(async () => {
  server = await SignallingServer.start()
})
afterAll(() => server.close())

async function presenting() {
  const booking = await server.book()
  const add = { id: crypto.randomUUID(), type: 'documents.add', data: aDocument('report') }
  const added = await server.sessions.dispatch(booking.sessionId, { kind: 'system' }, add)
  if (!added.ok) throw new Error(added.rejection.code)
  const [secretary, siteA, siteB] = await Promise.all(
    ['secretary', 'siteA', 'siteB'].map((name) => server.enter(booking, name)),
  )
  if (!secretary || !siteA || !siteB) throw new Error('nobody came')
  await siteA.reaches(await secretary.must('documents.present', { documentId: 'report', page: 1 }))
  return { secretary, siteA, siteB, id: (name: string) => idOf(booking.participants, name) }
}

const points = (page: TestPage, x: number) => page.socket.emit('live', { type: 'pointer', page: 1, at: { x, y: 0.5 } })
const pointers = (page: TestPage) => page.live.filter(({ type }) => type === 'pointer')

describe('a presented document', () => {
  it('is on the same page for everybody, also for a page that reconnects', async () => {
    const { secretary, siteA, siteB } = await presenting()
    siteB.cut()
    const turned = await secretary.must('documents.turnPage', { documentId: 'report', page: 7 })
    await siteA.reaches(turned)
    expect(siteA.state.documents.presentation).toMatchObject({ documentId: 'report', page: 7 })
    await siteB.connect()
    expect(siteB.state.documents.presentation).toEqual(siteA.state.documents.presentation)
  })

  it('shows the pointer of its presenter to everybody without a commit', async () => {
    const { secretary, siteA, id } = await presenting()
    const { seq } = siteA
    points(secretary, 0.25)
    await until(() => (pointers(siteA).length > 0 ? null : 'no pointer came'))
    expect(pointers(siteA)).toEqual([
      { type: 'pointer', page: 1, at: { x: 0.25, y: 0.5 }, participantId: id('secretary') },
    ])
    expect(siteA.seq).toBe(seq)
  })

  it('ignores pointers of others and limits the rate of pointer messages', async () => {
    const { secretary, siteA, siteB } = await presenting()
    points(siteB, 0.9)
    for (let count = 0; count < 200; count++) points(secretary, count / 200)
    // A command after them on the same socket: what was to be passed on has been.
    await siteA.reaches(await secretary.must('documents.turnPage', { documentId: 'report', page: 2 }))
    await until(() => (pointers(siteA).length > 0 ? null : 'no pointer came'))
    expect(pointers(siteA).every((notice) => notice.type === 'pointer' && notice.at?.x !== 0.9)).toBe(true)
    expect(pointers(siteA).length).toBeLessThanOrEqual(60)
    expect(secretary.farewell).toBeNull()
  })
})
