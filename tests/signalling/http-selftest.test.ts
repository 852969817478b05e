// A page reports the self-test of its devices: it is journaled and shown to staff, and requires a valid link.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Findings } from '../../shared/modules/selftest/contract.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { HttpServer, tokenOf } from '../harness/http.ts'

let server: HttpServer
let cookie: string
let scheduled: ScheduledSession
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
  scheduled = await server.schedule(cookie)
})
afterAll(() => server.close())

const findings: Findings = {
  camera: 'works',
  microphone: 'fails',
  speaker: 'works',
  browser: { name: 'Chrome 141, Windows', fitness: 'good' },
  line: { outcome: 'noMedia' },
}
const tell = (body: unknown, token = tokenOf(scheduled, 'siteOperator')) =>
  server.call('POST', '/api/selftest', { token, body })
const seenByStaff = async () => {
  const { body } = await server.call('GET', `/api/sessions/${scheduled.sessionId}`, { cookie })
  return body.participants.map(({ role, selftest }: { role: string; selftest: unknown }) => [role, selftest])
}

describe('the result of a self-test', () => {
  it('is answered with a verdict and a code, and shown to staff with its date', async () => {
    expect((await seenByStaff()).every(([, selftest]: [string, unknown]) => selftest === null)).toBe(true)
    const { status, body } = await tell(findings)
    expect([status, body]).toEqual([201, { verdict: 'bad', code: '1311 30000' }])
    const told = Object.fromEntries(await seenByStaff())
    expect(told.siteOperator).toEqual({ at: expect.any(Number), verdict: 'bad', code: '1311 30000', findings })
    expect(told.chair).toBeNull()
  })

  it('is journaled without a name', async () => {
    const events = (await server.sessions.journal(scheduled.sessionId)).flatMap((commit) => commit.events)
    const recorded = events.find(({ type }) => type === 'selftest.recorded')
    expect(recorded?.data).toMatchObject({ verdict: 'bad', camera: 'works' })
    expect(JSON.stringify(recorded)).not.toContain('Thôn 1')
  })

  it('is not accepted without a link or with a revoked one', async () => {
    expect((await server.call('POST', '/api/selftest', { body: findings })).status).toBe(401)
    const token = tokenOf(scheduled, 'citizen')
    const citizen = scheduled.participants.find(({ role }) => role === 'citizen')?.participantId
    await server.call('DELETE', `/api/sessions/${scheduled.sessionId}/participants/${citizen}/link`, { cookie })
    const { status, body } = await tell(findings, token)
    expect([status, body.error.code]).toEqual([401, 'link-revoked'])
  })

  it('is validated: impossible figures are refused with the name of the field', async () => {
    const line = { outcome: 'measured', upKbps: -5 }
    const { status, body } = await tell({ ...findings, line })
    expect([status, body.error.field]).toEqual([400, 'line.upKbps'])
  })
})
