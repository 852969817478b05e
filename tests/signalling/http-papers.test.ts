import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyJournal } from '../../server/engine/journal/journal-file.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { HttpServer, tokenOf } from '../harness/http.ts'

let server: HttpServer
let cookie: string
let scheduled: ScheduledSession
let url: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
  // 20:00 UTC is the next day in Vietnam.
  scheduled = await server.schedule(cookie, {
    scheduledAt: Date.UTC(2026, 10, 23, 20),
    title: 'Đối thoại: "đất đai"/2026',
  })
  url = `/api/sessions/${scheduled.sessionId}`
})
afterAll(() => server.close())

describe('the papers of a session', () => {
  it.each([
    ['attendance.xlsx', /spreadsheetml/, 'xlsx of Đối thoại: "đất đai"/2026', 'Điểm danh'],
    ['attendance.csv', /^text\/csv/, /Nguyễn Thị Hồng Ánh/, 'Điểm danh'],
    ['reading.xlsx', /spreadsheetml/, 'reading of 0 documents', 'Quán triệt tài liệu'],
    ['minutes.docx', /wordprocessingml/, 'docx of 9 commits', 'Biên bản'],
    ['conclusions.docx', /wordprocessingml/, 'notice of 9 commits', 'Thông báo kết luận'],
    ['conclusions.pdf', /^application\/pdf/, /^notice of/, 'Thông báo kết luận'],
    ['minutes.pdf', /^application\/pdf/, 'pdf of Đối thoại: "đất đai"/2026', 'Biên bản'],
    ['journal.jsonl', /^application\/jsonl/, /^\{"format":"diemcau-journal"/, 'Nhật ký'],
  ])('are files with a readable name: %s', async (name, type, text, title) => {
    const { status, headers, text: body } = await server.call('GET', `${url}/${name}`, { cookie })
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(type)
    expect(body).toMatch(text)
    const disposition = String(headers['content-disposition'])
    const extension = name.slice(name.indexOf('.'))
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(
      `${title} - Đối thoại đất đai 2026 - 2026-11-24${extension}`,
    )
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.-]+$/)
    expect(disposition).toContain(' - Doi thoai dat dai 2026 - 2026-11-24')
  })

  it('include a journal that the offline verifier accepts', async () => {
    const { text } = await server.call('GET', `${url}/journal.jsonl`, { cookie })
    expect(await verifyJournal(text.trimEnd().split('\n'))).toMatchObject({
      ok: true,
      sessionId: scheduled.sessionId,
      commits: 9,
      sealed: false,
    })
  })

  it.each(['chair', 'secretary'])('can be downloaded by the %s with their own link', async (role) => {
    const token = tokenOf(scheduled, role)
    expect((await server.call('GET', `${url}/minutes.pdf`, { token })).status).toBe(200)
  })

  it.each(['siteOperator', 'citizen'])('are refused for a %s', async (role) => {
    const { status, body } = await server.call('GET', `${url}/minutes.pdf`, { token: tokenOf(scheduled, role) })
    expect([status, body.error.code]).toEqual([403, 'forbidden'])
  })

  it('are refused for the chair of another session, for a replaced link, and without a link', async () => {
    const other = await server.schedule(cookie)
    const foreign = await server.call('GET', `${url}/minutes.pdf`, { token: tokenOf(other, 'chair') })
    expect([foreign.status, foreign.body.error.code]).toEqual([401, 'link-invalid'])
    const chair = other.participants.find(({ role }) => role === 'chair')
    const otherUrl = `/api/sessions/${other.sessionId}`
    await server.call('POST', `${otherUrl}/participants/${chair?.participantId}/link`, { cookie, body: {} })
    const old = await server.call('GET', `${otherUrl}/minutes.pdf`, { token: tokenOf(other, 'chair') })
    expect([old.status, old.body.error.code]).toEqual([401, 'link-invalid'])
    const nobody = await server.call('GET', `${url}/minutes.pdf`)
    expect([nobody.status, nobody.body.error.code]).toEqual([401, 'sign-in-required'])
  })

  it('can be downloaded with a link for a month after the sealing', async () => {
    const own = await server.schedule(cookie)
    const token = tokenOf(own, 'secretary')
    const ownUrl = `/api/sessions/${own.sessionId}`
    for (const step of ['open', 'close', 'minutes-waiver', 'seal'])
      await server.call('POST', `${ownUrl}/${step}`, { cookie, body: { reason: 'Chỉ để trao đổi thông tin' } })
    const fetch = async () => server.call('GET', `${ownUrl}/journal.jsonl`, { token })
    const { text } = await fetch()
    expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ manifest: { sealed: true } })
    server.skewMs = 29 * 24 * 60 * 60 * 1000
    expect((await fetch()).status).toBe(200)
    server.skewMs = 31 * 24 * 60 * 60 * 1000
    expect((await fetch()).body.error.code).toBe('link-expired')
    server.skewMs = 0
  })
})
