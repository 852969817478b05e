// Who may view the film of a visit before an administrator has named viewers: the officers of its desk; for a
// denouncer, the named readers.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aVisit, closeDenouncerDesk, type DenouncerDesk, openDenouncerDesk } from '../harness/denouncer.ts'
import { until } from '../harness/wait.ts'

let place: DenouncerDesk
beforeAll(async () => {
  place = await openDenouncerDesk()
})
afterAll(() => closeDenouncerDesk(place))

async function mayLook(sessionId: string, cookie: string): Promise<{ mayLook: boolean; mayDownload: boolean }> {
  const { status, body } = await place.hall.server.call('GET', `/api/sessions/${sessionId}/film/access`, { cookie })
  return status === 200 ? { mayLook: body.mayLook, mayDownload: body.mayDownload } : body.error.code
}

it('the officer and the note-taker of the desk may view it but not download it, also after the visit', async () => {
  const { hall } = place
  const desk = await hall.desk('Bàn 7', ['reception'])
  const taken = await hall.ticket(desk)
  const waiting = hall.waitingPage(taken.token)
  const { sessionId } = (await desk.act('call-next', {})).body
  for (const cookie of [desk.cookie, desk.noteTakerCookie]) await hall.enters(await hall.linkInto(taken, cookie))
  const { joinLink } = await waiting.shows((view) => view.joinLink !== null)
  await hall.enters(joinLink ?? '')
  await hall.begins(taken)
  await desk.act('finish')
  await until(async () => ((await hall.session(sessionId)).status === 'closed' ? null : 'not closed'))
  for (const cookie of [desk.cookie, desk.noteTakerCookie])
    expect(await mayLook(sessionId, cookie)).toEqual({ mayLook: true, mayDownload: false })
  const neighbour = await hall.server.signIn()
  expect(await mayLook(sessionId, neighbour.cookie)).toEqual({ mayLook: false, mayDownload: false })
  const administrator = await hall.server.signIn('administrator')
  expect(await mayLook(sessionId, administrator.cookie)).toEqual({ mayLook: true, mayDownload: true })
})

it('of the visit of a denouncer: the named readers may view it but not download it', async () => {
  const { hall, desk } = place
  const { server } = hall
  const visit = await aVisit(place)
  expect(await mayLook(visit.sessionId, desk.cookie)).toEqual({ mayLook: true, mayDownload: false })
  const administrator = await server.signIn('administrator')
  expect(await mayLook(visit.sessionId, administrator.cookie)).toBe('protection.not-reader')
  const body = { accountId: administrator.account.accountId }
  await server.call('POST', `${visit.at}/protection/readers`, { cookie: desk.cookie, body })
  await visit.finishes()
  expect(await mayLook(visit.sessionId, administrator.cookie)).toEqual({ mayLook: true, mayDownload: false })
  const neighbour = await server.signIn()
  const naming = { accountId: neighbour.account.accountId, mayDownload: true, reason: 'Tổng hợp' }
  const named = await server.call('POST', `${visit.at}/film/viewers`, { cookie: administrator.cookie, body: naming })
  expect([named.status, named.body.error.code]).toEqual([409, 'film.protected'])
})
