// Only accounts with a part in a session of Mật or above get anything of it (ADR 0066).
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ConnectionId } from '../../shared/kernel/ids.ts'
import { protocolVersion } from '../../shared/wire/engine/socket-events.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import type { Account } from '../../shared/wire/identity/account.ts'
import { aSession, HttpServer, tokenOf } from '../harness/http.ts'

interface Somebody {
  account: Account
  cookie: string
}
let server: HttpServer
let booker: Somebody
let stranger: Somebody
let administrator: Somebody
beforeAll(async () => {
  server = await HttpServer.start()
  booker = await server.signIn()
  stranger = await server.signIn()
  administrator = await server.signIn('administrator')
  await server.standsOn('closedLan')
})
afterAll(() => server.close())

const title = 'Phương án bảo vệ mục tiêu'
const place = 'Phòng họp kín số 1'
const reason = 'Theo phân công tại Thông báo số 12/TB-UBND'

const booked = () =>
  server.schedule(booker.cookie, {
    title,
    place,
    participants: aSession().participants.filter(({ role }) => role !== 'citizen'),
    secrecy: 'confidential',
  })

/** Every route with the number of a session, as the document of the interface lists them, but for those that say who has a part. */
async function routesOfASession(): Promise<(readonly [method: string, path: string])[]> {
  const { body } = await server.call('GET', '/api/docs/json')
  return Object.entries<object>(body.paths)
    .filter(([path]) => path.startsWith('/api/sessions/{') && !path.includes('/access-list'))
    .flatMap(([path, operations]) => Object.keys(operations).map((method) => [method.toUpperCase(), path] as const))
}

async function answers(sessionId: string, cookie: string): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const [method, path] of await routesOfASession()) {
    const url = path.replace('{sessionId}', sessionId).replaceAll(/\{\w+\}/g, 'x')
    const { status, body } = await server.call(method as 'GET', url, {
      cookie,
      ...(method !== 'GET' && { body: {} }),
    })
    all.set(`${method} ${path}`, body?.error?.code ?? String(status))
  }
  return all
}

const forALink = ['link-invalid']

it('refuses every route of the session to an account without a part, even to an administrator', async () => {
  const { sessionId } = await booked()
  const toStranger = await answers(sessionId, stranger.cookie)
  expect(toStranger.size).toBeGreaterThan(60)
  const others = ([, code]: [string, string]) => ![...forALink, 'secrecy.not-named'].includes(code)
  // The role is asked for first.
  expect([...toStranger].filter(others).filter(([, code]) => code !== 'forbidden')).toEqual([])
  expect([...(await answers(sessionId, administrator.cookie))].filter(others)).toEqual([])
})

it('names the rule and whom to ask', async () => {
  const { sessionId } = await booked()
  const { status, body, text } = await server.call('GET', `/api/sessions/${sessionId}`, { cookie: stranger.cookie })
  expect([status, body.error.code]).toEqual([403, 'secrecy.not-named'])
  expect(body.error.message).toContain('Luật Bảo vệ bí mật nhà nước')
  expect(body.error.message).toContain('administrator')
  expect(text).not.toContain(title)
})

it('keeps a session below Mật open to every account', async () => {
  const { sessionId } = await server.schedule(booker.cookie, { secrecy: 'internal' })
  expect((await server.call('GET', `/api/sessions/${sessionId}`, { cookie: stranger.cookie })).status).toBe(200)
})

it('opens for whoever booked it, and with a link for its chair and secretary', async () => {
  const scheduled = await booked()
  const at = `/api/sessions/${scheduled.sessionId}`
  const { status, body } = await server.call('GET', at, { cookie: booker.cookie })
  expect([status, body.title]).toEqual([200, title])
  for (const role of ['chair', 'secretary'] as const)
    expect((await server.call('GET', `${at}/minutes`, { token: tokenOf(scheduled, role) })).status).toBe(200)
})

it('shows in the list of sessions only that time and place are taken, to every account alike', async () => {
  const { sessionId } = await booked()
  for (const { cookie } of [booker, stranger, administrator]) {
    const { body, text } = await server.call('GET', '/api/sessions', { cookie })
    const row = body.sessions.find((one: { sessionId: string }) => one.sessionId === sessionId)
    const withheld = { title: '', siteCount: 0, participantCount: 0, presentCount: 0 }
    expect(row).toMatchObject({ ...withheld, place, secrecy: 'confidential', scheduledAt: expect.any(Number) })
    expect(text).not.toContain(title)
  }
})

async function entering(scheduled: ScheduledSession): Promise<void> {
  const verdict = await server.links.verify(tokenOf(scheduled, 'chair'))
  if (verdict.kind !== 'valid') throw new Error('the link is not valid')
  const nothing = () => undefined
  const subscriber = {
    ...{ commit: nothing, view: nothing, people: nothing, live: nothing, media: nothing, farewell: nothing },
    connectionId: ConnectionId.parse(newId()),
  }
  const greeting = { protocol: protocolVersion, last: null, rtpCapabilities: null, visible: [], listensTo: null }
  const answer = await server.sessions.attach(verdict.caller, subscriber, greeting)
  if ('farewell' in answer) throw new Error(answer.farewell.reason)
  answer.attachment.ready()
}

it('names participants on the board of running sessions only to accounts with a part', async () => {
  const scheduled = await booked()
  await entering(scheduled)
  const shown = async ({ cookie }: Somebody) => {
    const { body } = await server.call('GET', '/api/operations/health', { cookie })
    return body.sessions.find((one: { sessionId: string }) => one.sessionId === scheduled.sessionId)
  }
  expect(await shown(stranger)).toMatchObject({ title: '', rows: [] })
  expect(await shown(administrator)).toMatchObject({ title: '', rows: [] })
  const whole = await shown(booker)
  expect(whole.title).toBe(title)
  expect(whole.rows.length).toBeGreaterThan(0)
})

const lists = (sessionId: string) => `/api/sessions/${sessionId}/access-list`
const names = (who: Somebody, sessionId: string, { account: { accountId } }: Somebody) =>
  server.call('POST', lists(sessionId), { cookie: who.cookie, body: { accountId, reason } })
const opens = async ({ cookie }: Somebody, sessionId: string) =>
  (await server.call('GET', `/api/sessions/${sessionId}`, { cookie })).status

it('lets an account with a part name another one, and take that back', async () => {
  const { sessionId } = await booked()
  expect((await names(booker, sessionId, stranger)).status).toBe(204)
  expect(await opens(stranger, sessionId)).toBe(200)
  const { body } = await server.call('GET', lists(sessionId), { cookie: stranger.cookie })
  expect(body).toMatchObject({ hasPart: true, named: [{ accountId: stranger.account.accountId, reason }] })
  const takingBack = `${lists(sessionId)}/${stranger.account.accountId}/taking-back`
  const taken = await server.call('POST', takingBack, { cookie: booker.cookie, body: { reason: 'Chuyển công tác' } })
  expect(taken.status).toBe(204)
  expect(await opens(stranger, sessionId)).toBe(403)
})

it('lets an administrator name an account without opening the session, and nobody else without a part', async () => {
  const { sessionId } = await booked()
  expect((await names(stranger, sessionId, stranger)).body.error.code).toBe('secrecy.not-named')
  expect((await server.call('GET', lists(sessionId), { cookie: stranger.cookie })).status).toBe(403)
  const { body, text } = await server.call('GET', lists(sessionId), { cookie: administrator.cookie })
  expect(body).toMatchObject({ hasPart: false, mayName: true, named: [] })
  expect(text).not.toContain(title)
  expect(await opens(administrator, sessionId)).toBe(403)
  expect((await names(administrator, sessionId, stranger)).status).toBe(204)
  expect(await opens(stranger, sessionId)).toBe(200)
})

it('does not accept a disabled account', async () => {
  const { sessionId } = await booked()
  const gone = await server.signIn()
  const path = `/api/accounts/${gone.account.accountId}`
  await server.call('PATCH', path, { cookie: administrator.cookie, body: { isEnabled: false } })
  expect((await names(booker, sessionId, gone)).status).toBe(404)
})
