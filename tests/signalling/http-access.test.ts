import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, HttpServer, password, publicUrl } from '../harness/http.ts'

let server: HttpServer
beforeAll(async () => {
  server = await HttpServer.start()
})
afterAll(() => server.close())

describe('a new installation', () => {
  it('gets its first administrator through the set-up link, which works once', async () => {
    const token = await server.setUpLink.issue()
    const body = { token, username: 'QuanTri', displayName: 'Quản trị viên', password }
    const wrong = await server.call('POST', '/api/setup', { body: { ...body, token: 'guess' } })
    expect([wrong.status, wrong.body.error.code]).toEqual([403, 'setup-refused'])
    const made = await server.call('POST', '/api/setup', { body })
    expect(made.status).toBe(201)
    expect(made.body.account).toMatchObject({ username: 'quantri', role: 'administrator', isEnabled: true })
    const again = await server.call('POST', '/api/setup', { body: { ...body, username: 'other' } })
    expect([again.status, again.body.error.code]).toEqual([403, 'setup-refused'])
    expect(again.body.error.message).toMatch(/start of the server/)
    const signedIn = await server.call('POST', '/api/login', { body: { username: 'quantri', password } })
    expect(signedIn.status).toBe(200)
  })

  it('limits attempts to guess the set-up link', async () => {
    const body = { token: 'guess', username: 'someone', displayName: 'Ai đó', password }
    const answers = await Promise.all(
      Array.from({ length: 21 }, () => server.call('POST', '/api/setup', { body, address: '10.7.7.7' })),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  })
})

describe('signing in', () => {
  it('sets cookies that scripts and other sites cannot use', async () => {
    const { account } = await server.signIn()
    const answer = await server.call('POST', '/api/login', { body: { username: account.username, password } })
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-diemcau=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
      expect.stringMatching(
        /^__Host-diemcau-device=[\w.-]+; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ])
    expect(answer.body.account).toEqual(account)
    const me = await server.call('GET', '/api/me', { cookie: cookieOf(answer.headers) })
    expect(me.body.account).toEqual(account)
  })

  it('again ends the earlier login', async () => {
    const { account, cookie } = await server.signIn()
    const body = { username: account.username, password }
    const answer = await server.call('POST', '/api/login', { cookie, body })
    expect(cookieOf(answer.headers)).not.toBe(cookie)
    expect((await server.call('GET', '/api/me', { cookie })).status).toBe(401)
    expect((await server.call('GET', '/api/me', { cookie: cookieOf(answer.headers) })).status).toBe(200)
  })

  it('is undone by signing out', async () => {
    const { cookie } = await server.signIn()
    const answer = await server.call('POST', '/api/logout', { cookie, body: {} })
    expect(answer.status).toBe(204)
    expect(answer.headers['set-cookie']).toMatch(/^__Host-diemcau=; .*Expires=Thu, 01 Jan 1970/)
    expect((await server.call('GET', '/api/me', { cookie })).status).toBe(401)
  })

  it('answers a wrong name and a wrong password in the same way', async () => {
    const { account } = await server.signIn()
    const wrongPassword = { username: account.username, password: 'không phải mật khẩu' }
    const one = await server.call('POST', '/api/login', { body: wrongPassword })
    const two = await server.call('POST', '/api/login', { body: { ...wrongPassword, username: 'khongai' } })
    expect([one.status, one.body]).toEqual([401, two.body])
    expect(one.headers['set-cookie']).toBeUndefined()
  })

  it('is limited to ten attempts, then blocked for a while', async () => {
    const body = { username: 'khongai-ca', password: 'không phải mật khẩu' }
    const call = () => server.call('POST', '/api/login', { body, address: '10.8.8.8' })
    for (let attempt = 0; attempt < 10; attempt++) expect((await call()).status).toBe(401)
    const { status, headers, body: answer } = await call()
    expect([status, answer.error.code]).toEqual([429, 'rate-limited'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(800)
  })

  it('rejects forged cookies', async () => {
    for (const cookie of ['__Host-diemcau=x', `__Host-diemcau=${'A'.repeat(43)}`, 'diemcau=x', ''])
      expect((await server.call('GET', '/api/me', { cookie })).body.error).toMatchObject({ code: 'sign-in-required' })
  })
})

async function setsPassword({ address }: { address: string }, chosen: string): Promise<void> {
  const body = { token: new URL(address).hash.slice(1), password: chosen }
  expect((await server.call('POST', '/api/password-link/password', { body })).status).toBe(204)
}

describe('accounts', () => {
  it('are created, listed and disabled by an administrator; a disabled one is signed out at once', async () => {
    const { cookie } = await server.signIn('administrator')
    const body = { username: 'canbo.mot', displayName: 'Cán bộ Một', role: 'staff' }
    const made = await server.call('POST', '/api/accounts', { cookie, body })
    expect(made.status).toBe(201)
    expect(JSON.stringify(made.body)).not.toContain(password)
    expect((await server.call('POST', '/api/login', { body: { username: 'canbo.mot', password } })).status).toBe(401)
    await setsPassword(made.body.link, password)
    const taken = await server.call('POST', '/api/accounts', { cookie, body: { ...body, username: 'CANBO.mot' } })
    expect([taken.status, taken.body.error]).toMatchObject([409, { code: 'username-taken', field: 'username' }])
    const { accounts } = (await server.call('GET', '/api/accounts', { cookie })).body
    expect(accounts).toContainEqual({ ...made.body.account, suspension: null, pendingLink: null })

    const login = await server.call('POST', '/api/login', { body: { username: 'canbo.mot', password } })
    const theirs = cookieOf(login.headers)
    expect((await server.call('GET', '/api/sessions', { cookie: theirs })).status).toBe(200)
    const url = `/api/accounts/${made.body.account.accountId}`
    const disabled = await server.call('PATCH', url, { cookie, body: { isEnabled: false } })
    expect(disabled.body.account.isEnabled).toBe(false)
    expect((await server.call('GET', '/api/sessions', { cookie: theirs })).status).toBe(401)
    expect((await server.call('POST', '/api/login', { body: { username: 'canbo.mot', password } })).status).toBe(401)
  })

  it('change their own password with the current one, and stay signed in', async () => {
    const { cookie } = await server.signIn()
    const change = (current: string, chosen = 'một mật khẩu khác hẳn') =>
      server.call('PUT', '/api/me/password', { cookie, body: { current, password: chosen } })
    const refused = await change('đoán mò thôi mà')
    expect([refused.status, refused.body.error]).toMatchObject([403, { code: 'wrong-password', field: 'current' }])
    expect((await server.call('GET', '/api/me', { cookie })).status).toBe(200)
    const common = await change(password, 'password1234')
    expect([common.status, common.body.error]).toMatchObject([400, { code: 'password-common', field: 'password' }])
    expect((await server.call('GET', '/api/me', { cookie })).status).toBe(200)
    const changed = await change(password)
    expect(changed.status).toBe(200)
    expect((await server.call('GET', '/api/me', { cookie })).status).toBe(401)
    expect((await server.call('GET', '/api/me', { cookie: cookieOf(changed.headers) })).status).toBe(200)
  })

  it('are closed to other staff', async () => {
    const { account, cookie } = await server.signIn()
    for (const [method, url] of [
      ['GET', '/api/accounts'],
      ['POST', '/api/accounts'],
      ['PATCH', `/api/accounts/${account.accountId}`],
    ] as const)
      expect((await server.call(method, url, { cookie })).body.error).toMatchObject({ code: 'forbidden' })
  })

  it('cannot be disabled by their own administrator', async () => {
    const { account, cookie } = await server.signIn('administrator')
    const url = `/api/accounts/${account.accountId}`
    const refused = await server.call('PATCH', url, { cookie, body: { isEnabled: false } })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'own-account'])
    expect((await server.call('GET', '/api/me', { cookie })).status).toBe(200)
  })

  it.each([
    ['a name with other letters', { username: 'cán bộ' }, 'username'],
    ['no display name', { displayName: '' }, 'displayName'],
    ['a role that does not exist', { role: 'root' }, 'role'],
  ])('refuse %s and name the field', async (_what, change, field) => {
    const { cookie } = await server.signIn('administrator')
    const body = { username: 'canbo.hai', displayName: 'Cán bộ Hai', role: 'staff', ...change }
    const { status, body: answer } = await server.call('POST', '/api/accounts', { cookie, body })
    expect([status, answer.error]).toMatchObject([400, { code: 'invalid', field }])
    expect(answer.error.message).toContain(field)
  })

  it('refuse an empty change, and a change of an unknown account', async () => {
    const { account, cookie } = await server.signIn('administrator')
    const url = `/api/accounts/${account.accountId}`
    expect((await server.call('PATCH', url, { cookie, body: {} })).status).toBe(400)
    expect((await server.call('PATCH', '/api/accounts/nobody', { cookie, body: { isEnabled: true } })).status).toBe(404)
  })
})

describe('a state-changing request', () => {
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another site of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['another site, by an older browser', { origin: 'https://evil.example' }],
    ['a frame without origin', { origin: 'null' }],
  ])('from %s is refused', async (_who, headers) => {
    const { cookie } = await server.signIn()
    const refused = await server.call('POST', '/api/logout', { cookie, body: {}, headers })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'cross-site'])
    expect((await server.call('GET', '/api/me', { cookie })).status).toBe(200)
  })

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: publicUrl }],
    ['our own page, over plain http', { origin: publicUrl }],
    ['our own page, under the name it was opened with', { origin: 'http://10.1.2.3:3000', host: '10.1.2.3:3000' }],
    ['no browser', {}],
  ])('from %s is accepted', async (_who, headers) => {
    const { cookie } = await server.signIn()
    expect((await server.call('POST', '/api/logout', { cookie, body: {}, headers })).status).toBe(204)
  })
})

it('never logs a password, a cookie or a link', async () => {
  const { cookie } = await server.signIn()
  await server.call('POST', '/api/login', { body: { username: 'khongai', password: 'bí mật vô cùng' } })
  expect(server.logged.join('')).not.toContain('bí mật')
  expect(server.logged.join('')).not.toContain(cookie.split('=')[1])
})
