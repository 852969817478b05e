// Links and voting codes of a session are given to whoever booked it and to accounts named for it; each access is
// recorded (ADR 0075).
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SessionId } from '../../shared/kernel/ids.ts'
import type { Account } from '../../shared/wire/identity/account.ts'
import { actingIn, aSession, cookieOf, HttpServer, tokenOf } from '../harness/http.ts'

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
})
afterAll(() => server.close())

const reason = 'Thay đồng chí Lan nghỉ phép, theo phân công của Chánh Văn phòng'

async function booked() {
  const scheduled = await server.schedule(booker.cookie)
  const at = `/api/sessions/${scheduled.sessionId}`
  const detail = (await server.call('GET', at, { cookie: booker.cookie })).body
  const [site] = detail.sites
  const [{ participantId, personId }] = detail.participants
  const asks = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, { cookie }: Somebody, body?: unknown) =>
    server.call(method, `${at}${path}`, { cookie, ...(body !== undefined && { body }) })
  const list = async (who: Somebody) => (await asks('GET', '/access-list', who)).body
  const prints = (by: { cookie: string } | { token: string }, more: object = {}) =>
    server.call('POST', `${at}/voting-codes`, {
      ...by,
      body: { siteId: site.siteId, delegateId: null, reason: null, ...more },
    })
  return { ...scheduled, scheduled, at, site, participantId, personId, asks, list, prints }
}

it('links and codes are refused on every route to an account without a part, even an administrator, naming whom to ask', async () => {
  const { asks, participantId, personId, prints, at, list } = await booked()
  const doors = [
    ['GET', '/links'],
    ['POST', '/participants', { ...aSession().participants[0], siteId: null, siteIndex: undefined }],
    ['POST', `/participants/${participantId}/link`],
    ['DELETE', `/participants/${participantId}/link`],
    ['GET', `/participants/${participantId}/invitation.ics`],
    ['POST', '/mail', { personIds: null }],
    ['PUT', `/people/${personId}/email`, { email: 'ke-la@example.com' }],
  ] as const
  for (const who of [stranger, administrator]) {
    for (const [method, path, body] of doors) {
      const { status, body: answer } = await asks(method, path, who, body)
      expect([path, status, answer.error?.code]).toEqual([path, 403, 'accessList.no-part'])
      expect(answer.error.message).toContain(booker.account.displayName)
    }
    expect((await prints(who)).body.error.code).toBe('accessList.no-part')
    const { text } = await server.call('GET', at, { cookie: who.cookie })
    expect(text).not.toContain('/join#')
  }
  expect(await list(stranger)).toMatchObject({ hasPart: false, mayName: false, bookedBy: 'Trần Thị Lan', looks: [] })
})

it('links are given to whoever booked the session, and each access is recorded: who, when, whose', async () => {
  const { asks, participantId, list } = await booked()
  expect((await asks('GET', '/links', booker)).body.participants).toHaveLength(4)
  expect((await asks('GET', `/participants/${participantId}/invitation.ics`, booker)).status).toBe(200)
  const { looks } = await list(booker)
  expect(looks).toMatchObject([
    { what: 'calendar', whose: 'Nguyễn Thị Hồng Ánh', by: 'Trần Thị Lan', at: expect.any(Number) },
    { what: 'links', whose: null, by: 'Trần Thị Lan' },
  ])
})

it('links are given to an account named with a reason by whoever booked the session', async () => {
  const { asks, list, sessionId } = await booked()
  const name = (by: Somebody, who: Somebody) =>
    asks('POST', '/access-list', by, { accountId: who.account.accountId, reason }).then(({ status }) => status)
  expect(await name(stranger, stranger)).toBe(403)
  expect(await name(administrator, administrator)).toBe(204)
  expect((await asks('GET', '/links', stranger)).status).toBe(403)
  expect(await name(booker, stranger)).toBe(204)
  expect((await asks('GET', '/links', stranger)).status).toBe(200)
  const { named, looks } = await list(booker)
  expect(named).toMatchObject([{ reason }, { reason }])
  expect(looks).toHaveLength(1)
  const state = await server.sessions.state(SessionId.parse(sessionId))
  expect(state?.accessList.looks).toMatchObject([{ by: stranger.account.accountId }])
})

it('voting codes of one site are printed once; printing them again requires a reason and makes new codes', async () => {
  const { prints, list, scheduled, site } = await booked()
  const first = await prints(booker)
  expect([first.status, first.headers['cache-control']]).toEqual([200, 'no-store'])
  expect((await prints(booker)).body.error.code).toBe('ballot.codes-need-reason')
  const secretary = { token: tokenOf(scheduled, 'secretary') }
  expect((await prints(secretary, { reason })).body.error.code).toBe('forbidden')
  const { does, idOf } = actingIn(server, scheduled)
  await does('system', 'admission.connect', { participantId: idOf('secretary'), connectionId: 'page' })
  const again = await prints(secretary, { reason })
  expect(again.status).toBe(200)
  const [delegateId] = site.delegates.map((one: { delegateId: string }) => one.delegateId)
  const [before, after] = [first, again].map(({ raw }) => JSON.parse(raw.toString())[delegateId])
  expect([before, after]).toEqual([expect.stringMatching(/^\d{8}$/), expect.stringMatching(/^\d{8}$/)])
  expect(before).not.toBe(after)
  expect((await prints({ token: tokenOf(scheduled, 'citizen') }, { reason })).status).toBe(403)
  expect((await list(booker)).looks).toMatchObject([
    { what: 'codes', whose: site.name, by: 'Trần Thị Lan', reason },
    { what: 'codes', whose: site.name, reason: null },
  ])
  const state = JSON.stringify(await server.sessions.state(SessionId.parse(scheduled.sessionId)))
  expect([state.includes(before), state.includes(after)]).toEqual([false, false])
})

it('links, codes and the naming of others are refused to whoever booked the session while somebody else may have their password', async () => {
  const lan = await server.signIn()
  const { sessionId } = await server.schedule(lan.cookie)
  const at = `/api/sessions/${sessionId}`
  const link = `/api/accounts/${lan.account.accountId}/password-link`
  const reset = await server.call('POST', link, { cookie: administrator.cookie, body: {} })
  const token = new URL(reset.body.link.address).hash.slice(1)
  const body = { token, password: 'bốn con trâu đi qua cầu' }
  await server.call('POST', '/api/password-link/password', { body })
  const again = await server.call('POST', '/api/login', {
    body: { username: lan.account.username, password: body.password },
  })
  const cookie = cookieOf(again.headers)
  const codeOf = async (method: 'GET' | 'POST', path: string, sent?: unknown) =>
    (await server.call(method, `${at}${path}`, { cookie, ...(sent !== undefined && { body: sent }) })).body.error?.code
  const [site] = (await server.call('GET', at, { cookie })).body.sites
  expect(await codeOf('GET', '/links')).toBe('account.suspended')
  expect(await codeOf('POST', '/voting-codes', { siteId: site.siteId, delegateId: null, reason: null })).toBe(
    'account.suspended',
  )
  expect(await codeOf('POST', '/access-list', { accountId: stranger.account.accountId, reason })).toBe(
    'account.suspended',
  )
  const list = (await server.call('GET', `${at}/access-list`, { cookie })).body
  expect(list).toMatchObject({ hasPart: false, isSuspended: true, mayName: false })
})

it('each link, code and paper given out is in the audit log, whatever the spelling of its address, and so is each sign-out', async () => {
  const lan = await server.signIn()
  const { sessionId } = await server.schedule(lan.cookie)
  const at = `/api/sessions/${sessionId}`
  const { sites, participants } = (await server.call('GET', at, { cookie: lan.cookie })).body
  const one = participants[0].participantId
  const body = { siteId: sites[0].siteId, delegateId: null, reason: null }
  await server.call('POST', `${at}/voting-codes`, { cookie: lan.cookie, body })
  await server.call('GET', `${at}/participants/${one}/invitation.ics`, { cookie: lan.cookie })
  await server.call('GET', `${at}/receipts/0190aaaa-0000-7000-8000-000000000000/pdf`, { cookie: lan.cookie })
  expect((await server.call('POST', '/api/logout', { cookie: lan.cookie })).status).toBe(204)
  expect((await server.call('GET', '/api/me', { cookie: lan.cookie })).status).toBe(401)
  const { accountId } = lan.account
  const { entries } = (await server.call('GET', '/api/audit', { cookie: administrator.cookie })).body
  const own = entries.filter((entry: { accountId: string }) => entry.accountId === accountId).toReversed()
  const told = own.map(({ act, outcome, subjects }: Record<string, object>) => [act, outcome, subjects])
  expect(told).toEqual([
    ['sign-in', 'done', { accountId }],
    ['link.take', 'begun', {}],
    ['link.take', 'done', { sessionId }],
    ['codes.print', 'begun', { sessionId }],
    ['link.take', 'begun', { sessionId, participantId: one }],
    ['export', 'begun', { sessionId, receiptId: '0190aaaa-0000-7000-8000-000000000000' }],
    ['export', 'failed', { sessionId, receiptId: '0190aaaa-0000-7000-8000-000000000000' }],
    ['sign-out', 'done', { accountId }],
  ])
})
