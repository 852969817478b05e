// The secrecy gate as the office meets it.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ConnectionId } from '../../shared/kernel/ids.ts'
import type { ScheduledSession } from '../../shared/wire/rest.ts'
import { protocolVersion } from '../../shared/wire/socket-events.ts'
import { aSession, HttpServer, tokenOf } from '../harness/http.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
beforeEach(() => server.standsOn('internet'))
afterAll(() => server.close())

const { participants, ...rest } = aSession()
const secret = {
  ...rest,
  participants: participants.filter(({ role }) => role !== 'citizen'),
  secrecy: 'confidential',
} as const
const book = (body: object) => server.call('POST', '/api/sessions', { cookie, body })
const booked = async () => (await server.call('GET', '/api/sessions', { cookie })).body.sessions.length

const nothing = () => undefined
async function entering(scheduled: ScheduledSession): Promise<string> {
  const verdict = await server.links.verify(tokenOf(scheduled, 'chair'))
  if (verdict.kind !== 'valid') throw new Error('the link is not valid')
  const subscriber = {
    commit: nothing,
    view: nothing,
    people: nothing,
    live: nothing,
    media: nothing,
    farewell: nothing,
  }
  const answer = await server.sessions.attach(
    verdict.caller,
    { ...subscriber, connectionId: ConnectionId.parse(newId()) },
    { protocol: protocolVersion, last: null, rtpCapabilities: null, visible: [], listensTo: null },
  )
  return 'farewell' in answer ? answer.farewell.reason : 'welcome'
}

it.each([
  ['internet', [], 'secrecy.internet'],
  ['agencyNetwork', [], 'secrecy.agency-network'],
  ['closedLan', ['192.0.2.1:443'], 'secrecy.route-found'],
] as const)('refuses to book Mật on %s, naming the law, and books nothing', async (profile, reached, code) => {
  await server.standsOn(profile, reached)
  const before = await booked()
  const { status, body } = await book(secret)
  expect(status).toBe(409)
  expect(body.error).toMatchObject({ code, field: 'secrecy' })
  expect(body.error.message).toContain('Luật Bảo vệ bí mật nhà nước')
  expect(await booked()).toBe(before)
})

it('books Mật on a closed network without a way out, and lets nobody in once there is one', async () => {
  await server.standsOn('closedLan')
  const { status, body } = await book(secret)
  expect(status).toBe(201)
  const { body: detail } = await server.call('GET', `/api/sessions/${body.sessionId}`, { cookie })
  expect(detail.secrecy).toBe('confidential')
  expect(await entering(body)).toBe('welcome')
  await server.standsOn('closedLan', ['outside.example:443'])
  expect(await entering(body)).toBe('secrecy')
})

it('refuses a reception of Mật even there', async () => {
  await server.standsOn('closedLan')
  const { status, body } = await book({ ...secret, kind: 'reception' })
  expect(status).toBe(409)
  expect(body.error.code).toBe('secrecy.reception')
})

it('books internal sessions anywhere', async () => {
  const { sessionId } = await server.schedule(cookie, { secrecy: 'internal' })
  const { body } = await server.call('GET', `/api/sessions/${sessionId}`, { cookie })
  expect(body.secrecy).toBe('internal')
})

it('tells staff alone what the installation handles, and what it has found outside', async () => {
  expect((await server.call('GET', '/api/secrecy')).status).toBe(401)
  await server.standsOn('closedLan', ['outside.example:443'])
  const { body } = await server.call('GET', '/api/secrecy', { cookie })
  expect(body).toMatchObject({
    profile: 'closedLan',
    highest: 'internal',
    refusal: 'secrecy.route-found',
    mark: 'check',
    route: { tried: ['192.0.2.1:443', 'outside.example:443'], reached: ['outside.example:443'] },
  })
})
