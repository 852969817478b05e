// A journal is altered directly in Redis: only that session or case is closed, with an explanation; everything else
// continues.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Health } from '../../shared/wire/server-health.ts'
import { alterCommit } from '../harness/alter-journal.ts'
import { Office } from '../harness/cases.ts'
import { HttpServer } from '../harness/http.ts'
import { SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

const otherTitle = (commit: string) => commit.replace(/"title":"[^"]*"/, '"title":"Bác đơn"')

describe('an altered session', () => {
  let server: HttpServer
  let cookie: string
  beforeAll(async () => {
    server = await HttpServer.start()
    cookie = (await server.signIn()).cookie
  })
  afterAll(() => server.close())

  const toBeSealed = ['open', 'close', 'minutes-waiver']
  const aSession = async (...steps: readonly string[]) => {
    const { sessionId } = await server.schedule(cookie)
    const url = `/api/sessions/${sessionId}`
    for (const step of steps)
      expect(
        (await server.call('POST', `${url}/${step}`, { cookie, body: { reason: 'Chỉ để trao đổi thông tin' } })).status,
      ).toBeLessThan(300)
    return { sessionId, url }
  }

  it('is neither sealed nor shown, and is named on /health; another session can be sealed, and the list has both', async () => {
    const [altered, whole] = [await aSession(...toBeSealed), await aSession(...toBeSealed)]
    await alterCommit(server.redis.redis(), `session:${altered.sessionId}`, 1, otherTitle)

    const refused = await server.call('POST', `${altered.url}/seal`, { cookie, body: {} })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'journal-broken'])
    expect(refused.body.error.message).toMatch(/Tell the administrator.*backup/)
    expect(await server.seals.kept(altered.sessionId)).toBeNull()
    for (const path of ['', '/minutes.pdf', '/archive']) {
      const { status, body } = await server.call('GET', `${altered.url}${path}`, { cookie })
      expect([path, status, body.error.code]).toEqual([path, 409, 'journal-broken'])
    }

    const { status, body } = await server.call('GET', '/health')
    const part = (body as unknown as Health).parts.find(({ name }) => name === 'journals')
    expect([status, part?.status]).toEqual([200, 'warning'])
    expect(part?.message).toMatch(`session ${altered.sessionId}, commit 1 was altered`)
    expect(server.logged.filter((line) => line.includes('a journal does not hold'))).toEqual([
      expect.stringMatching(`"${altered.sessionId}","seq":1,"reason":"altered"`),
    ])

    expect((await server.call('POST', `${whole.url}/seal`, { cookie, body: {} })).status).toBeLessThan(300)
    await expect.poll(() => server.seals.kept(whole.sessionId)).not.toBeNull()
    const listed = await server.call('GET', '/api/sessions', { cookie })
    expect(listed.status).toBe(200)
    expect(listed.text).toContain(altered.sessionId)
    expect(listed.text).toContain(whole.sessionId)
  })

  it('does not prevent a server start: the lists are rebuilt without it', async () => {
    const altered = await aSession()
    const whole = await aSession()
    await server.sessionLists.settled()
    await alterCommit(server.redis.redis(), `session:${altered.sessionId}`, 1, otherTitle)
    await server.redis.redis().del('{sessions}:rows')
    const { sessions, lists } = server.anotherNode()
    await lists.catchUp(sessions.state)
    await sessions.recover([altered.sessionId, whole.sessionId], Date.now())
    await expect(sessions.state(altered.sessionId)).rejects.toMatchObject({ seq: 1, reason: 'altered' })
    expect((await sessions.state(whole.sessionId))?.session.status).toBe('scheduled')
    await sessions.close()
  })

  it('does not block cases, and an altered case does not block other cases', async () => {
    const officer = await server.signIn()
    const office = new Office(server, officer.cookie)
    const [altered, whole] = [(await office.received()).caseId, (await office.received()).caseId]
    await alterCommit(server.redis.redis(), `case:${altered}`, 1, (commit) =>
      commit.replace('"signers":1', '"signers":9'),
    )
    const services = server.anotherCaseServices()
    await services.cases.recover()
    await expect(services.cases.state(altered)).rejects.toMatchObject({ kind: 'case', id: altered, reason: 'altered' })
    expect(await services.cases.state(whole)).not.toBeNull()
    const found = []
    for await (const matter of services.cases.all()) found.push(matter)
    expect(found).toHaveLength(1)
    await services.cases.close()
    const { status, body } = await server.call('GET', `/api/cases/${altered}`, { cookie: officer.cookie })
    expect([status, body.error.code]).toEqual([409, 'journal-broken'])
    expect((await server.call('GET', `/api/cases/${whole}`, { cookie: officer.cookie })).status).toBe(200)
  })
})

describe('an altered session with connected participants', () => {
  let server: SignallingServer
  beforeEach(async () => {
    server = await SignallingServer.start()
    return () => server.close()
  })

  it('disconnects them when the alteration is detected, while another session continues', async () => {
    const [altered, whole] = [await server.book(), await server.book()]
    const [chair, other] = [await server.enter(altered, 'chair'), await server.enter(whole, 'chair')]
    await server.enter(altered, 'secretary')
    await server.enter(whole, 'secretary')
    await alterCommit(server.redis.redis(), `session:${altered.sessionId}`, 1, otherTitle)
    await expect(server.sessions.journal(altered.sessionId)).rejects.toMatchObject({ reason: 'altered' })
    await until(() => (chair.farewell?.reason === 'journal-broken' ? null : 'the chair is not told'))
    expect(await (await server.page(whole, 'siteA')).connect()).toMatchObject({ ok: true })
    expect(await other.command('session.open')).toMatchObject({ ok: true })
  })

  it('refuses all connections after a restart, with the reason', async () => {
    const [altered, whole] = [await server.book(), await server.book()]
    const token = await server.token(altered, 'chair')
    await alterCommit(server.redis.redis(), `session:${altered.sessionId}`, 1, otherTitle)
    await server.restart()
    expect(await server.pageWith(token).connect()).toMatchObject({ ok: false, farewell: { reason: 'journal-broken' } })
    const command = { id: '019b0000-0000-7000-8000-000000000001', type: 'session.open', data: {} }
    expect(await server.sessions.dispatch(altered.sessionId, { kind: 'system' }, command)).toMatchObject({
      ok: false,
      rejection: { code: 'journal-broken' },
    })
    expect(await (await server.page(whole, 'chair')).connect()).toMatchObject({ ok: true })
  })
})
