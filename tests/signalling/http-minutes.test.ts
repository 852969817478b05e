// The minutes over REST: read, signed by chair and secretary, and issued with numbers from a real Redis.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ParticipantId } from '../../shared/kernel/ids.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { HttpServer, tokenOf } from '../harness/http.ts'

const text = 'f'.repeat(64)

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())

interface Closed {
  url: string
  scheduled: ScheduledSession
  sign(role: string, sha256?: string): ReturnType<HttpServer['call']>
  issue(paper: 'minutes' | 'conclusions', wish?: object): ReturnType<HttpServer['call']>
}

const signatory = {
  name: 'Trần Văn Nam',
  signing: { form: 'onBehalf', signedFor: 'Ủy ban nhân dân', deputyOf: 'Chủ tịch', office: 'Phó Chủ tịch' },
}

async function closedSession(): Promise<Closed> {
  const scheduled = await server.schedule(cookie)
  const url = `/api/sessions/${scheduled.sessionId}`
  for (const step of ['open', 'close']) await server.call('POST', `${url}/${step}`, { cookie, body: {} })
  return {
    url,
    scheduled,
    sign: (role, sha256 = text) =>
      server.call('POST', `${url}/minutes/signature`, { token: tokenOf(scheduled, role), body: { sha256 } }),
    issue: (paper, wish = paper === 'conclusions' ? { signatory } : {}) =>
      server.call('POST', `${url}/minutes/issue`, { cookie, body: { paper, ...wish } }),
  }
}
async function signedSession(): Promise<Closed> {
  const session = await closedSession()
  for (const role of ['secretary', 'chair']) expect((await session.sign(role)).status).toBe(204)
  return session
}

describe('the text of the minutes', () => {
  it('can be read by chair, secretary and the office only', async () => {
    const { url, scheduled } = await closedSession()
    const read = (role: string) => server.call('GET', `${url}/minutes`, { token: tokenOf(scheduled, role) })
    expect((await server.call('GET', `${url}/minutes`, { cookie })).body).toMatchObject({ sha256: text })
    expect((await read('chair')).status).toBe(200)
    expect((await read('citizen')).status).toBe(403)
  })
})

describe('signing', () => {
  it('is done by the secretary first, then by the chair, with their own links', async () => {
    const { sign, scheduled } = await closedSession()
    expect((await sign('chair')).body.error.code).toBe('approval.secretary-first')
    expect((await sign('secretary')).status).toBe(204)
    expect((await sign('secretary')).body.error.code).toBe('approval.already-signed')
    expect((await sign('chair')).status).toBe(204)
    const state = await server.sessions.state(scheduled.sessionId)
    expect(state?.approval.signatures).toMatchObject({ secretary: { sha256: text }, chair: { sha256: text } })
  })

  it('is refused if the text has changed since it was read', async () => {
    const { sign } = await closedSession()
    expect((await sign('secretary', 'a'.repeat(64))).body.error.code).toBe('approval.other-text')
  })

  it('is refused for an account of the agency and for a citizen', async () => {
    const { url, sign } = await closedSession()
    expect((await sign('citizen')).status).toBe(403)
    const { status } = await server.call('POST', `${url}/minutes/signature`, { cookie, body: { sha256: text } })
    expect(status).toBe(401)
  })
})

describe('issuing', () => {
  it('gives each paper the next number of its kind, and the same number when repeated', async () => {
    const [one, other] = [await signedSession(), await signedSession()]
    const first = (await one.issue('minutes')).body
    expect(first).toEqual({ paper: 'minutes', number: expect.any(Number), year: expect.any(Number) })
    expect((await one.issue('minutes')).body).toEqual(first)
    expect((await other.issue('minutes')).body.number).toBe(first.number + 1)
    expect((await other.issue('conclusions')).body.number).toBe(1)
  })

  it('uses no number for a paper that is not signed', async () => {
    const before = (await (await signedSession()).issue('minutes')).body.number
    const { status, body } = await (await closedSession()).issue('minutes')
    expect([status, body.error.code]).toEqual([409, 'approval.not-signed'])
    expect((await (await signedSession()).issue('minutes')).body.number).toBe(before + 1)
  })

  it('leaves no gap when many papers are issued at once', async () => {
    const sessions = await Promise.all(Array.from({ length: 6 }, () => signedSession()))
    const numbers = (await Promise.all(sessions.map(({ issue }) => issue('minutes')))).map(({ body }) => body.number)
    const sorted = numbers.toSorted((a, b) => a - b)
    expect(sorted).toEqual(sorted.map((_, index) => sorted[0] + index))
  })
})

describe('signatory and recipients of an issued paper', () => {
  const proposal = async (url: string, paper = 'conclusions') =>
    (await server.call('GET', `${url}/minutes/issue-proposal?paper=${paper}`, { cookie })).body

  it('are required for a notice of conclusions: without a signatory it is refused and uses no number', async () => {
    const { url, issue } = await signedSession()
    const { status, body } = await issue('conclusions', {})
    expect([status, body.error.code]).toEqual([409, 'approval.no-signatory'])
    expect((await issue('conclusions', { signatory: { ...signatory, name: '' } })).status).toBe(400)
    const headless = { ...signatory, signing: { ...signatory.signing, signedFor: null } }
    expect((await issue('conclusions', { signatory: headless })).status).toBe(400)
    const { text } = await server.call('GET', `${url}/conclusions.pdf`, { cookie })
    expect(text).not.toContain('to be checked')
  })

  it('are in the journal without the name, which is in the people record', async () => {
    const { issue, scheduled } = await signedSession()
    const citizen = scheduled.participants.find(({ role }) => role === 'citizen')?.participantId
    const recipients = [{ participantId: citizen }, { text: 'Sở Tài chính' }]
    expect((await issue('conclusions', { signatory, recipients })).status).toBe(200)
    const [event] = (await server.sessions.journal(scheduled.sessionId)).at(-1)?.events ?? []
    expect(event).toMatchObject({
      type: 'approval.issued',
      data: { signatory: { signing: signatory.signing }, recipients },
    })
    expect(JSON.stringify(event)).not.toContain(signatory.name)
    const people = Object.values(await server.sessions.people(scheduled.sessionId))
    expect(people).toContainEqual({ name: signatory.name, title: 'Phó Chủ tịch' })
  })

  it('are proposed from the last paper issued anywhere; minutes have no proposed signatory', async () => {
    const [before, now] = [await signedSession(), await signedSession()]
    const another = { ...signatory, name: 'Lê Thị Hoa' }
    await before.issue('conclusions', { signatory: another })
    expect(await proposal(now.url)).toEqual({ signatory: another, recipients: [] })
    expect((await proposal(now.url, 'minutes')).signatory).toBeNull()
  })

  it('are proposed only to those who keep the minutes', async () => {
    const { url, scheduled } = await signedSession()
    const asks = (role: string) =>
      server.call('GET', `${url}/minutes/issue-proposal?paper=minutes`, { token: tokenOf(scheduled, role) })
    expect([(await asks('secretary')).status, (await asks('citizen')).status]).toEqual([200, 403])
  })
})

describe('a version of the minutes', () => {
  it('is requested by its number; each correction adds one', async () => {
    const { url, issue } = await signedSession()
    await issue('minutes')
    const paper = (version: string) => server.call('GET', `${url}/minutes.docx?version=${version}`, { cookie })
    expect((await paper('1')).status).toBe(200)
    expect((await paper('2')).body.error.code).toBe('not-found')
    expect((await paper('0')).status).toBe(400)
  })
})

describe('issued minutes', () => {
  const checked = async (file: string) => {
    const code = file.split('#')[1] ?? ''
    return (await server.call('POST', '/api/verified-papers', { body: { code } })).body
  }

  it('can be verified by the code on them; drafts have none', async () => {
    const { url, issue } = await signedSession()
    const file = async () => (await server.call('GET', `${url}/minutes.pdf`, { cookie })).text
    expect(await file()).not.toContain('to be checked')
    const { number, year } = (await issue('minutes')).body
    expect(await checked(await file())).toMatchObject({ number, year, standing: { is: 'issued' } })
  })

  it('are withdrawn by the office in the journal of their session, even after the sealing', async () => {
    const { url, issue, scheduled } = await signedSession()
    const { number, year } = (await issue('minutes')).body
    const { text } = await server.call('GET', `${url}/minutes.pdf`, { cookie })
    expect((await server.call('POST', `${url}/seal`, { cookie, body: {} })).status).toBe(200)
    const code = text.split('#')[1] ?? ''
    const body = { reason: 'Ghi sai số hộ', replacedBy: null }
    const withdraw = (as: object) => server.call('POST', `${url}/issued-papers/${code}/withdrawal`, { ...as, body })
    expect((await withdraw({ token: tokenOf(scheduled, 'chair') })).status).toBe(401)
    expect((await withdraw({ cookie })).status).toBe(204)
    expect((await withdraw({ cookie })).status).toBe(409)
    const last = (await server.sessions.journal(scheduled.sessionId)).at(-1)
    expect(last?.actor.kind).toBe('account')
    expect(last?.events).toMatchObject([
      { type: 'withdrawal.declared', data: { kind: 'minutes', number, year, ...body } },
    ])
    expect((await checked(text)).standing).toMatchObject({ is: 'withdrawn' })
  })

  it('are shown as withdrawn to the public even if the server failed after the entry in the journal', async () => {
    const { url, issue, scheduled } = await signedSession()
    const { number, year } = (await issue('minutes')).body
    const code = (await server.call('GET', `${url}/minutes.pdf`, { cookie })).text.split('#')[1] ?? ''
    const declaring = { kind: 'minutes', number, year, reason: 'Lời thứ nhất', replacedBy: null }
    const command = { id: newId(), type: 'withdrawal.declare', data: declaring }
    expect(await server.sessions.dispatch(scheduled.sessionId, { kind: 'system' }, command)).toMatchObject({ ok: true })
    const body = { reason: 'Lời thứ hai', replacedBy: null }
    const again = await server.call('POST', `${url}/issued-papers/${code}/withdrawal`, { cookie, body })
    expect(again.status).toBe(204)
    const { papers } = (await server.call('GET', `${url}/issued-papers`, { cookie })).body
    expect(papers).toMatchObject([{ standing: { is: 'withdrawn' }, reason: 'Lời thứ nhất' }])
  })

  it('name the minutes that replaced them once a correction is issued', async () => {
    const { url, issue, sign, scheduled } = await signedSession()
    await issue('minutes')
    const first = (await server.call('GET', `${url}/minutes.pdf?version=1`, { cookie })).text
    const secretary = scheduled.participants.find(({ role }) => role === 'secretary')?.participantId ?? ''
    const does = (type: string, data: object) =>
      server.sessions.dispatch(
        scheduled.sessionId,
        { kind: 'participant', participantId: ParticipantId.parse(secretary) },
        { id: newId(), type, data },
      )
    await server.sessions.dispatch(
      scheduled.sessionId,
      { kind: 'system' },
      { id: newId(), type: 'admission.connect', data: { participantId: secretary, connectionId: 'device' } },
    )
    expect(await does('approval.beginCorrection', { reason: 'Thiếu một đại biểu.' })).toMatchObject({ ok: true })
    for (const role of ['secretary', 'chair']) await sign(role)
    const { number, year } = (await issue('minutes')).body
    expect((await checked(first)).standing).toMatchObject({ is: 'replaced', by: { number, year } })
    const said = (await server.sessions.state(scheduled.sessionId))?.withdrawal.withdrawals
    expect(said).toMatchObject([{ kind: 'minutes', reason: 'Thiếu một đại biểu.', replacedBy: { number, year } }])
    expect((await server.call('GET', `${url}/minutes.pdf?version=1`, { cookie })).text).toBe(first)
  })
})

describe('the phrases for minutes', () => {
  it('are shared by the whole agency: saved in one session, available in the next, and deleted on request', async () => {
    const [one, other] = [await closedSession(), await closedSession()]
    const token = tokenOf(one.scheduled, 'secretary')
    const kept = await server.call('POST', `${one.url}/phrases`, { token, body: { text: ' Thống nhất. ' } })
    expect([kept.status, kept.body]).toEqual([201, { phraseId: expect.any(String), text: 'Thống nhất.' }])
    const list = async () => (await server.call('GET', `${other.url}/phrases`, { cookie })).body.phrases
    expect(await list()).toEqual([kept.body])
    const { status } = await server.call('DELETE', `${one.url}/phrases/${kept.body.phraseId}`, { token })
    expect([status, await list()]).toEqual([204, []])
  })

  it('are accessible only to those who keep minutes', async () => {
    const { url, scheduled } = await closedSession()
    expect((await server.call('GET', `${url}/phrases`, { token: tokenOf(scheduled, 'citizen') })).status).toBe(403)
  })
})
