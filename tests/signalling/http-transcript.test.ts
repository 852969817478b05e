// The transcript over REST for those who keep the minutes, as lines and as files, until it is erased.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { HttpServer, tokenOf } from '../harness/http.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  cookie = (await server.signIn()).cookie
})
afterAll(() => server.close())

const spoken = Date.parse('2026-11-26T02:00:00Z')

/** With two lines: one of the chair, one of nobody who is named. */
async function withLines() {
  const scheduled = await server.schedule(cookie)
  const sessionId = SessionId.parse(scheduled.sessionId)
  const state = await server.sessions.state(sessionId)
  const chair = Object.values(state?.admission.participants ?? {}).find(({ role }) => role === 'chair')
  const participantId = ParticipantId.parse(chair?.participantId)
  const add = (text: string, after: number, isChair: boolean) =>
    server.transcripts.add(sessionId, {
      lineId: newId(),
      from: spoken + after,
      to: spoken + after + 2000,
      speaker: isChair ? { participantId, personId: null } : null,
      text,
      isAutomatic: !isChair,
    })
  await add('Kính thưa hội nghị', 0, true)
  await add('Xin chào', 5000, false)
  return { ...scheduled, sessionId, address: `/api/sessions/${sessionId}/transcript` }
}

test('staff, chair and secretary read it with names; sites, citizens and strangers cannot', async () => {
  const scheduled = await withLines()
  const { address } = scheduled
  for (const by of [{ cookie }, { token: tokenOf(scheduled, 'chair') }, { token: tokenOf(scheduled, 'secretary') }]) {
    const { status, body } = await server.call('GET', address, by)
    expect(status).toBe(200)
    expect(body.lines).toMatchObject([
      { text: 'Kính thưa hội nghị', speakerName: 'Nguyễn Thị Hồng Ánh' },
      { text: 'Xin chào', speakerName: null },
    ])
    expect(body.erasedAt).toBeGreaterThan(server.now())
  }
  const others = [{}, { token: tokenOf(scheduled, 'siteOperator') }, { token: tokenOf(scheduled, 'citizen') }]
  for (const by of others)
    for (const path of [address, `${address}.txt`, `${address}.vtt`])
      expect((await server.call('GET', path, by)).status, path).toBeGreaterThanOrEqual(401)
  for (const by of others) expect((await server.call('DELETE', address, by)).status).toBeGreaterThanOrEqual(401)
  expect(await server.transcripts.lines(scheduled.sessionId)).toHaveLength(2)
})

test('it is saved as text and as WebVTT, under a name that says that it is a draft', async () => {
  const { address } = await withLines()
  const text = await server.call('GET', `${address}.txt`, { cookie })
  expect(text.text).toContain('KHÔNG PHẢI BIÊN BẢN')
  expect(text.text).toContain('[09:00:00] Nguyễn Thị Hồng Ánh: Kính thưa hội nghị')
  expect(decodeURIComponent(String(text.headers['content-disposition']))).toContain('Bản ghi lời (nháp)')
  const vtt = await server.call('GET', `${address}.vtt`, { cookie })
  expect(vtt.headers['content-type']).toBe('text/vtt; charset=utf-8')
  expect(vtt.text).toContain('00:00:05.000 --> 00:00:07.000\n(tự động) Xin chào')
})

test('it is erased on request of those who keep the minutes, and is then empty', async () => {
  const scheduled = await withLines()
  const token = tokenOf(scheduled, 'secretary')
  expect((await server.call('DELETE', scheduled.address, { token })).status).toBe(204)
  expect((await server.call('GET', scheduled.address, { token })).body).toEqual({ lines: [], erasedAt: null })
  expect(server.logged.some((one) => one.includes('the transcript was erased'))).toBe(true)
})

test('it is erased when the session is cancelled', async () => {
  const { sessionId, address } = await withLines()
  await server.sessions.dispatch(
    sessionId,
    { kind: 'account', accountId: (await server.signIn()).account.accountId },
    { id: newId(), type: 'session.cancel', data: { reason: 'Hoãn' } },
  )
  await expect.poll(() => server.transcripts.lines(sessionId)).toEqual([])
  expect((await server.call('GET', address, { cookie })).body.lines).toEqual([])
})
