// An administrator tries to impersonate somebody: resets their password, signs in as them, and requests protected data
// (ADR 0074).
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import type { Account } from '../../shared/wire/identity/account.ts'
import type { AuditPage, OwnNotices } from '../../shared/wire/identity/accounts.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { aSession, cookieOf, HttpServer, password } from '../harness/http.ts'

interface SignedIn {
  account: Account
  cookie: string
}
let server: HttpServer
let root: SignedIn
beforeAll(async () => {
  server = await HttpServer.start()
  await server.standsOn('closedLan')
  root = await server.signIn('administrator')
})
afterAll(() => server.close())

const chosen = 'bốn con trâu đi qua cầu'
const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => body?.error?.code ?? status

async function resets({ account }: SignedIn, by: SignedIn = root): Promise<string> {
  const url = `/api/accounts/${account.accountId}/password-link`
  const { status, body } = await server.call('POST', url, { cookie: by.cookie, body: {} })
  expect([status, body]).toMatchObject([201, { link: { address: expect.stringContaining('/password#') } }])
  return new URL(body.link.address).hash.slice(1)
}
const sets = async (token: string, wanted = chosen) =>
  codeOf(await server.call('POST', '/api/password-link/password', { body: { token, password: wanted } }))
async function signsInAgain({ account }: SignedIn, typed = chosen): Promise<SignedIn> {
  const { username } = account
  const { headers, body } = await server.call('POST', '/api/login', { body: { username, password: typed } })
  return { account: body.account, cookie: cookieOf(headers) }
}
const confirms = async ({ account }: SignedIn, by: SignedIn) =>
  codeOf(await server.call('POST', `/api/accounts/${account.accountId}/confirmation`, { cookie: by.cookie, body: {} }))
const noticesOf = async ({ cookie }: SignedIn): Promise<OwnNotices> =>
  (await server.call('GET', '/api/me/notices', { cookie })).body
const auditOf = async (before?: number): Promise<AuditPage> =>
  (await server.call('GET', `/api/audit${before === undefined ? '' : `?before=${before}`}`, { cookie: root.cookie }))
    .body

async function protectedVisit({ cookie }: SignedIn): Promise<string> {
  const participants = aSession().participants.filter(({ role }) => role !== 'siteOperator')
  const { sessionId } = await server.schedule(cookie, { kind: 'reception', participants })
  expect((await server.call('POST', `/api/sessions/${sessionId}/protection`, { cookie, body: {} })).status).toBe(204)
  return sessionId
}
const opens = async ({ cookie }: SignedIn, sessionId: string) =>
  codeOf(await server.call('GET', `/api/sessions/${sessionId}`, { cookie }))

describe('a password reset', () => {
  it('is a link valid once, for a day, and only until a newer one; only the owner of the account knows the password', async () => {
    const lan = await server.signIn()
    const [first, second] = [await resets(lan), await resets(lan)]
    expect(await sets(first)).toBe('password-link-refused')
    const looked = await server.call('POST', '/api/password-link', { body: { token: second } })
    expect(looked.body).toMatchObject({ username: lan.account.username, isFirst: false })
    const kept = await server.redis.redis().get(`{accounts}:password-link:${lan.account.accountId}`)
    expect(kept).not.toContain(second.split('.')[1])
    expect(await sets(`${second}x`)).toBe('password-link-refused')
    expect(await sets(second, 'Password1234')).toBe('password-common')
    expect(await server.call('GET', '/api/me', { cookie: lan.cookie })).toMatchObject({ status: 200 })
    expect(await sets(second)).toBe(204)
    expect(await sets(second)).toBe('password-link-refused')
    expect(codeOf(await server.call('GET', '/api/me', { cookie: lan.cookie }))).toBe('sign-in-required')
    expect((await signsInAgain(lan)).account.accountId).toBe(lan.account.accountId)

    const late = await resets(lan)
    server.skewMs += 24 * 60 * 60 * 1000
    root = await signsInAgain(root, password)
    expect(await sets(late)).toBe('password-link-refused')
  })

  it('succeeds once when the link is used twice at the same moment', async () => {
    const lan = await server.signIn()
    const token = await resets(lan)
    const results = await Promise.all([sets(token), sets(token, 'năm con vịt bơi trên sông')])
    expect(results.sort()).toEqual([204, 'password-link-refused'])
  })

  it('is shown to the owner before the link is used, and at each sign-in afterwards', async () => {
    const lan = await server.signIn()
    const token = await resets(lan)
    const madeBy = root.account.displayName
    expect(await noticesOf(lan)).toMatchObject({ resets: [], pendingLink: { madeBy } })
    await sets(token)
    for (const again of [await signsInAgain(lan), await signsInAgain(lan)])
      expect(await noticesOf(again)).toMatchObject({ resets: [{ by: madeBy }], pendingLink: null })
  })

  it('is refused for one’s own account, and a password sent by an administrator is ignored', async () => {
    const lan = await server.signIn()
    const own = `/api/accounts/${root.account.accountId}/password-link`
    expect(codeOf(await server.call('POST', own, { cookie: root.cookie, body: {} }))).toBe('own-password')
    const body = { isEnabled: true, password: 'mật khẩu của người khác' }
    await server.call('PATCH', `/api/accounts/${lan.account.accountId}`, { cookie: root.cookie, body })
    expect((await signsInAgain(lan, body.password)).account).toBeUndefined()
  })
})

describe('after a reset protected data are closed to the account', () => {
  it('a visit, a case, a secret session, a desk for denunciations; until another reader confirms', async () => {
    const [lan, mai, stranger] = [await server.signIn(), await server.signIn(), await server.signIn()]
    const other = await server.signIn('administrator')
    const visit = await protectedVisit(lan)
    const reader = { cookie: lan.cookie, body: { accountId: mai.account.accountId } }
    expect((await server.call('POST', `/api/sessions/${visit}/protection/readers`, reader)).status).toBe(204)
    const petition = aPetition({ kind: 'denunciation', subject: 'Tố cáo cán bộ địa chính' })
    const { caseId } = await new Office(server, lan.cookie).received(petition)
    const day = calendarDayOf(server.now())
    const row = { rowId: newId(), day, columns: { kind: 'denunciation', content: 'Nhận phong bì' } }
    expect((await server.call('POST', '/api/register', { cookie: lan.cookie, body: row })).status).toBe(201)
    const participants = aSession().participants.filter(({ role }) => role !== 'citizen')
    const secret = (await server.schedule(lan.cookie, { secrecy: 'confidential', participants })).sessionId
    const sees = async (who: SignedIn) => {
      const { cookie } = who
      const [detail, people, petitions, board, receptions, writes] = [
        await server.call('GET', `/api/cases/${caseId}`, { cookie }),
        await server.call('GET', `/api/cases/${caseId}/petitioners`, { cookie }),
        await server.call('GET', '/api/register/petitions?period=2026', { cookie }),
        await server.call('GET', `/api/sessions/${secret}/access-list`, { cookie }),
        await server.call('GET', `/api/register?period=${day}`, { cookie }),
        await server.call('PUT', `/api/register/${day}/${row.rowId}`, { cookie, body: { revision: 0, people: 1 } }),
      ]
      return {
        visit: await opens(who, visit),
        secret: await opens(who, secret),
        hasPart: board.body.hasPart,
        content: detail.body.content,
        petitioners: codeOf(people),
        received: receptions.body.rows?.find((one: { rowId: string }) => one.rowId === row.rowId)?.content,
        mayWrite: codeOf(writes) !== 'register.for-intake-group',
        register: petitions.body.rows?.find((row: { caseId: string }) => row.caseId === caseId)?.petitioners,
      }
    }
    const open = await sees(lan)
    expect(open).toMatchObject({ visit: 200, secret: 200, hasPart: true, petitioners: 200 })
    expect([open.content, open.register]).toEqual([petition.content, [expect.anything()]])
    expect([open.received, open.mayWrite]).toEqual(['Nhận phong bì', true])

    const token = await resets(lan)
    await sets(token)
    const someone = await signsInAgain(lan)
    const shut = {
      ...{ visit: 'account.suspended', secret: 'account.suspended', hasPart: undefined },
      ...{ content: null, petitioners: 'account.suspended', register: null },
      ...{ received: 'Nội dung được bảo vệ.', mayWrite: false },
    }
    expect(await sees(someone)).toEqual(shut)
    const desk = { label: 'Bàn 1', kinds: ['denunciation'], noteTakerId: mai.account.accountId }
    const opening = { cookie: someone.cookie, body: desk }
    expect(codeOf(await server.call('POST', '/api/reception/desks', opening))).toBe('account.suspended')
    expect((await noticesOf(mai)).toConfirm).toMatchObject([{ accountId: lan.account.accountId }])

    for (const who of [someone, root, stranger, other]) expect(await confirms(lan, who)).toBe('not-confirmer')
    expect(await sees(someone)).toEqual(shut)
    expect(await confirms(lan, mai)).toBe(204)
    expect(await sees(someone)).toEqual(open)
    expect(await confirms(lan, mai)).toBe('not-suspended')
  })

  it('only those who were readers when the link was made can confirm, even if one is disabled meanwhile', async () => {
    const [lan, mai] = [await server.signIn(), await server.signIn()]
    const other = await server.signIn('administrator')
    const visit = await protectedVisit(lan)
    const reader = { cookie: lan.cookie, body: { accountId: mai.account.accountId } }
    await server.call('POST', `/api/sessions/${visit}/protection/readers`, reader)
    await sets(await resets(lan))
    await server.accounts.change(mai.account.accountId, { isEnabled: false })
    expect(await confirms(lan, other)).toBe('not-confirmer')
    await server.accounts.change(mai.account.accountId, { isEnabled: true })
    expect(await confirms(lan, await signsInAgain(mai, password))).toBe(204)
  })
})

describe('the audit log', () => {
  it('records who did what to whom, when and from where, in a hash chain, and contains no secret', async () => {
    const lan = await server.signIn()
    const visit = await protectedVisit(lan)
    const token = await resets(lan)
    await sets(token)
    await signsInAgain(lan, 'không phải thế đâu')
    const someone = await signsInAgain(lan)
    expect(await opens(someone, visit)).toBe('account.suspended')
    expect(await opens(someone, visit)).toBe('account.suspended')
    await server.call('GET', '/api/register/petitions.xlsx?period=2026', { cookie: root.cookie })
    const { accountId } = lan.account
    const { entries, fault } = await auditOf()
    expect(fault).toBeNull()
    const told = entries.map(({ act, outcome, accountId: by, subjects, code }) => ({
      act,
      outcome,
      by,
      subjects,
      code,
    }))
    expect(told.slice(0, 6)).toEqual([
      { act: 'export', outcome: 'begun', by: root.account.accountId, subjects: {}, code: null },
      { act: 'request', outcome: 'refused', by: accountId, subjects: { sessionId: visit }, code: 'account.suspended' },
      { act: 'sign-in', outcome: 'done', by: accountId, subjects: { accountId }, code: null },
      { act: 'sign-in', outcome: 'refused', by: null, subjects: { accountId }, code: 'sign-in-refused' },
      { act: 'password.set', outcome: 'begun', by: null, subjects: { accountId }, code: null },
      { act: 'account.reset', outcome: 'begun', by: root.account.accountId, subjects: { accountId }, code: null },
    ])
    expect(new Set(entries.map(({ network }) => network))).toEqual(new Set(['127.0.0.1']))
    const kept = JSON.stringify(await server.redis.redis().xrange('{audit}:log', '-', '+'))
    for (const word of [token, token.split('.')[1], chosen, password, lan.account.username])
      expect(kept).not.toContain(word)
  })

  it('is readable by administrators only, page by page, and shows altered or removed entries', async () => {
    const { cookie } = await server.signIn()
    expect(codeOf(await server.call('GET', '/api/audit', { cookie }))).toBe('forbidden')
    const redis = server.redis.redis()
    const [newest] = (await auditOf()).entries
    const seq = newest?.seq ?? 0
    expect((await auditOf(seq)).entries[0]?.seq).toBe(seq - 1)
    await redis.xdel('{audit}:log', `${seq - 1}-0`)
    expect((await auditOf()).fault).toMatch(/does not follow/)
  })

  it('that cannot be written blocks sign-in, password resets, and changes of accounts', async () => {
    const [lan, redis] = [await server.signIn(), server.redis.redis()]
    await redis.rename('{audit}:log', 'elsewhere')
    await redis.set('{audit}:log', 'not a stream')
    const { cookie } = root
    const { accountId, username } = lan.account
    const named = { username: 'moi.them', displayName: 'Người mới', role: 'administrator' }
    for (const [method, url, body] of [
      ['POST', '/api/login', { username, password }],
      ['POST', `/api/accounts/${accountId}/password-link`, {}],
      ['PATCH', `/api/accounts/${accountId}`, { isEnabled: false }],
      ['POST', '/api/accounts', named],
    ] as const)
      expect(codeOf(await server.call(method, url, { cookie, body }))).toBe('unavailable')
    await redis.rename('elsewhere', '{audit}:log')
    expect((await noticesOf(lan)).pendingLink).toBeNull()
    expect(await server.accounts.idOf(named.username)).toBeNull()
    expect((await server.accounts.find(lan.account.accountId))?.isEnabled).toBe(true)
  })
})
