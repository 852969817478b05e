// Documents over REST: who may upload and download them, what is refused, and that nothing incomplete is left behind.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { maximumFileBytes } from '../../shared/wire/papers/documents.ts'
import { anXlsx, aPdf, aPng, aWholePng, aZipBomb } from '../harness/files.ts'
import { HttpServer, tokenOf } from '../harness/http.ts'
import { pdfText } from '../harness/papers.ts'

let server: HttpServer
let cookie: string
let scheduled: ScheduledSession
let url: string
const pdf = new Uint8Array(aPdf(3))
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
beforeEach(async () => {
  scheduled = await server.schedule(cookie)
  url = `/api/sessions/${scheduled.sessionId}/documents`
})
afterAll(() => server.close())

const handIn = async (fileName = 'Báo cáo.pdf', content: Uint8Array<ArrayBuffer> = pdf, query = '') => {
  const { status, body } = await server.upload(`${url}${query}`, fileName, content, { cookie })
  if (status !== 201) throw new Error(`not taken in: ${JSON.stringify(body)}`)
  return body
}

/** Somebody comes into the room. */
async function enters(role: string): Promise<string> {
  const participant = scheduled.participants.find((one) => one.role === role)
  const data = { participantId: participant?.participantId, connectionId: newId() }
  const connect = { id: newId(), type: 'admission.connect', data }
  const reply = await server.sessions.dispatch(scheduled.sessionId, { kind: 'system' }, connect)
  if (!reply.ok) throw new Error(reply.rejection.code)
  return tokenOf(scheduled, role)
}

const state = async () => (await server.sessions.state(scheduled.sessionId))?.documents
const onDisk = async () =>
  (
    await readdir(join(server.directory, 'store', 'objects', 'documents', `session-${scheduled.sessionId}`)).catch(
      () => [],
    )
  ).length

describe('uploading a document', () => {
  it('works for the office, with a Vietnamese name and the options for readers', async () => {
    const document = await handIn('Nghị quyết số 12.pdf', pdf, '?needsAcknowledgement=true&readBefore=1')
    expect(document).toMatchObject({
      title: 'Nghị quyết số 12',
      file: { format: 'pdf', bytes: pdf.length },
      shown: { pages: 3 },
      scan: 'notScanned',
      isMarked: false,
      readBefore: true,
      needsAcknowledgement: true,
      openedCount: 0,
      acknowledgedCount: 0,
    })
    const { body } = await server.call('GET', url, { cookie })
    expect(body.documents).toEqual([document])
    expect((await state())?.documents[0]?.addedBy).toMatchObject({ kind: 'account' })
  })

  it.each(['chair', 'secretary'])('works for the %s with their own link, and is recorded as theirs', async (role) => {
    const { status } = await server.upload(url, 'Báo cáo.pdf', pdf, { token: tokenOf(scheduled, role) })
    expect(status).toBe(201)
    const participantId = scheduled.participants.find((one) => one.role === role)?.participantId
    expect((await state())?.documents[0]?.addedBy).toEqual({ kind: 'participant', participantId })
  })

  it.each(['siteOperator', 'citizen'])('is refused for a %s, and without a link', async (role) => {
    const asRole = await server.upload(url, 'Báo cáo.pdf', pdf, { token: tokenOf(scheduled, role) })
    expect([asRole.status, asRole.body.error.code]).toEqual([403, 'forbidden'])
    expect((await server.upload(url, 'Báo cáo.pdf', pdf)).status).toBe(401)
    expect(await onDisk()).toBe(0)
  })

  it.each([
    ['of the wrong type', 'Báo cáo.pdf', () => new Uint8Array(aPng(5, 5)), 415, 'document.wrong-type'],
    ['of a kind that is not taken', 'chạy.exe', () => pdf, 415, 'document.unknown-type'],
    ['that is empty', 'Báo cáo.pdf', () => new Uint8Array(), 422, 'document.empty'],
    ['with a name of 300 characters', `${'ă'.repeat(296)}.pdf`, () => pdf, 422, 'document.name-too-long'],
    ['whose name turns its reading direction', 'hóa đơn\u202efdp.pdf', () => pdf, 422, 'document.bad-name'],
    ['that is too large', 'lớn.pdf', () => new Uint8Array(maximumFileBytes + 1), 413, 'document.too-large'],
  ])('is refused with a message and nothing is kept: a file %s', async (_what, name, content, status, code) => {
    const answer = await server.upload(url, name, content(), { cookie })
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect(answer.body.error.message).toMatch(/\w+ \w+/)
    expect((await state())?.documents).toEqual([])
    expect(await onDisk()).toBe(0)
  })

  it('is refused for a file that unpacks to far more than a document needs', async () => {
    const bomb = new Uint8Array(await aZipBomb(300 * 1024 * 1024))
    const answer = await server.upload(url, 'Dự thảo.docx', bomb, { cookie })
    expect([answer.status, answer.body.error.code]).toEqual([422, 'document.unpacks-too-large'])
  })

  it('is refused without a form, and for a form without a file', async () => {
    const json = await server.call('POST', url, { cookie, body: {} })
    expect([json.status, json.body.error.code]).toEqual([400, 'document.no-file'])
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const empty = await server.call('POST', url, { cookie, headers, body: Buffer.from('--x--\r\n') })
    expect([empty.status, empty.body.error.code]).toEqual([400, 'document.no-file'])
  })

  it('is refused by a session that is over, and the file is deleted', async () => {
    const steps = `/api/sessions/${scheduled.sessionId}`
    for (const step of ['open', 'close']) await server.call('POST', `${steps}/${step}`, { cookie, body: {} })
    const answer = await server.upload(url, 'Báo cáo.pdf', pdf, { cookie })
    expect([answer.status, answer.body.error.code]).toEqual([409, 'session.over'])
    expect(await onDisk()).toBe(0)
  })
})

describe('downloading a document', () => {
  it('returns the original file under its name, with headers that prevent its execution', async () => {
    const { documentId } = await handIn('Báo cáo.pdf')
    const { status, headers } = await server.call('GET', `${url}/${documentId}/file`, { cookie })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(headers['content-disposition']).toMatch(/^attachment; filename="Bao cao.pdf"; filename\*=UTF-8''B%C3%A1o/)
    const shown = await server.call('GET', `${url}/${documentId}/pages`, { cookie })
    expect(shown.headers['content-disposition']).toMatch(/^inline/)
  })

  it('is allowed in the room, and the first opening is recorded once', async () => {
    const { documentId } = await handIn()
    const token = await enters('siteOperator')
    for (const part of ['pages', 'file', 'pages'])
      expect((await server.call('GET', `${url}/${documentId}/${part}`, { token })).status).toBe(200)
    const participantId = scheduled.participants.find(({ role }) => role === 'siteOperator')?.participantId
    const { body } = await server.call('GET', url, { cookie })
    expect(body.documents[0].openedCount).toBe(1)
    expect(Object.keys((await state())?.readings[documentId as never]?.openedAt ?? {})).toEqual([participantId])
  })

  it('is refused outside the room, in the waiting room, and with the link of another session', async () => {
    const { documentId } = await handIn()
    const path = `${url}/${documentId}/pages`
    const outside = await server.call('GET', path, { token: tokenOf(scheduled, 'siteOperator') })
    expect([outside.status, outside.body.error.code]).toEqual([403, 'forbidden'])
    const waiting = await server.call('GET', path, { token: await enters('citizen') })
    expect([waiting.status, waiting.body.error.code]).toEqual([403, 'forbidden'])
    const other = await server.schedule(cookie)
    const foreign = await server.call('GET', path, { token: tokenOf(other, 'chair') })
    expect([foreign.status, foreign.body.error.code]).toEqual([401, 'link-invalid'])
    expect((await server.call('GET', path)).status).toBe(401)
  })

  it('adds name, site and time of the viewer to a marked document', async () => {
    const { documentId } = await handIn('Mật.pdf', pdf, '?isMarked=true')
    const token = await enters('siteOperator')
    const { headers, raw } = await server.call('GET', `${url}/${documentId}/pages`, { token })
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'content-length': String(raw.length) })
    const text = await pdfText(raw)
    for (const page of ['Trang 1', 'Trang 2', 'Trang 3']) expect(text).toContain(page)
    expect(text.split('Thôn 1 · Điểm cầu thôn 1')).toHaveLength(3 * 10 + 1)
    expect(text).toMatch(/\d\d:\d\d:\d\d \d\d\/\d\d\/\d{4}/)
    const saved = await server.call('GET', `${url}/${documentId}/file`, { cookie })
    expect(await pdfText(saved.raw)).toContain('Trần Thị Lan')
    expect(saved.headers['content-disposition']).toMatch(/^attachment; filename="Mat.pdf"/)
  })

  it('returns a marked picture as a PDF with the mark', async () => {
    const { documentId } = await handIn('Sơ đồ.png', new Uint8Array(aWholePng(400, 300)), '?isMarked=true')
    for (const part of ['pages', 'file']) {
      const { headers, raw } = await server.call('GET', `${url}/${documentId}/${part}`, { cookie })
      expect(headers['content-type']).toBe('application/pdf')
      expect(headers['content-disposition']).toContain('filename="So do.pdf"')
      expect(await pdfText(raw)).toContain('Trần Thị Lan')
    }
  })

  it('is refused if a marked document cannot be marked; such an upload is refused, too', async () => {
    const broken = new Uint8Array(aWholePng(400, 300).subarray(0, 60))
    const refused = await server.upload(`${url}?isMarked=true`, 'Hỏng.png', broken, { cookie })
    expect([refused.status, refused.body.error.code]).toEqual([422, 'document.cannot-be-marked'])
    expect(await onDisk()).toBe(0)
    const { documentId, ...document } = await handIn('Hỏng.png', broken)
    const { title, itemId, readBefore, needsAcknowledgement } = document
    const settings = { documentId, title, itemId, readBefore, needsAcknowledgement, isMarked: true, secrecy: 'open' }
    const changed = await server.call('PUT', `${url}/${documentId}`, { cookie, body: settings })
    expect([changed.status, changed.body.error.code]).toEqual([422, 'document.cannot-be-marked'])
    // Inside the session nobody tries first.
    const token = await enters('secretary')
    const secretary = scheduled.participants.find(({ role }) => role === 'secretary')?.participantId as never
    const by = { kind: 'participant' as const, participantId: secretary }
    const change = { id: newId(), type: 'documents.change', data: settings }
    expect(await server.sessions.dispatch(scheduled.sessionId, by, change)).toMatchObject({ ok: true })
    for (const part of ['pages', 'file']) {
      const answer = await server.call('GET', `${url}/${documentId}/${part}`, { token })
      expect([answer.status, answer.body.error.code]).toEqual([422, 'document.cannot-be-marked'])
    }
    expect((await state())?.readings).toEqual({})
  })

  it('is limited to viewing for a marked document, except for staff', async () => {
    const { documentId } = await handIn('Mật.pdf', pdf, '?isMarked=true')
    const token = await enters('siteOperator')
    const kept = await server.call('GET', `${url}/${documentId}/file`, { token })
    expect([kept.status, kept.body.error.code]).toEqual([403, 'document.marked'])
    expect((await server.call('GET', `${url}/${documentId}/pages`, { token })).status).toBe(200)
    expect((await server.call('GET', `${url}/${documentId}/file`, { token: await enters('secretary') })).status).toBe(
      200,
    )
  })

  it('is limited to saving for a file that cannot be shown', async () => {
    const { documentId, shown } = await handIn('Số liệu.xlsx', new Uint8Array(await anXlsx()))
    expect(shown).toBeNull()
    expect((await server.call('GET', `${url}/${documentId}/pages`, { cookie })).status).toBe(404)
    const { headers } = await server.call('GET', `${url}/${documentId}/file`, { cookie })
    expect(headers['content-disposition']).toMatch(/^attachment; filename="So lieu.xlsx"/)
    const marked = await server.upload(`${url}?isMarked=true`, 'Mật.xlsx', new Uint8Array(await anXlsx()), { cookie })
    expect([marked.status, marked.body.error.code]).toEqual([409, 'documents.mark-needs-pages'])
  })
})

describe('a document', () => {
  it('can have its title and settings changed', async () => {
    const { documentId } = await handIn()
    const asked = { isMarked: true, readBefore: true, needsAcknowledgement: false }
    const body = { title: 'Tờ trình', itemId: null, ...asked, secrecy: 'open' }
    const changed = await server.call('PUT', `${url}/${documentId}`, { cookie, body })
    expect([changed.status, changed.body]).toMatchObject([200, body])
    const unknownItem = await server.call('PUT', `${url}/${documentId}`, { cookie, body: { ...body, itemId: 'none' } })
    expect([unknownItem.status, unknownItem.body.error.code]).toEqual([409, 'documents.unknown-item'])
  })

  it('can be removed: its file is deleted, those of others stay', async () => {
    const { documentId } = await handIn('một.pdf')
    const other = await handIn('hai.pdf', new Uint8Array(aPdf(1)))
    expect(await onDisk()).toBe(2)
    expect((await server.call('DELETE', `${url}/${documentId}`, { cookie })).status).toBe(204)
    expect(await onDisk()).toBe(1)
    expect((await server.call('GET', `${url}/${documentId}/file`, { cookie })).status).toBe(404)
    expect((await server.call('GET', `${url}/${other.documentId}/file`, { cookie })).status).toBe(200)
    expect((await server.call('DELETE', `${url}/${documentId}`, { cookie })).status).toBe(404)
  })

  it('whose file is shared by another document keeps it until both are removed', async () => {
    const first = await handIn('một.pdf')
    const second = await handIn('hai.pdf')
    await server.call('DELETE', `${url}/${first.documentId}`, { cookie })
    expect((await server.call('GET', `${url}/${second.documentId}/file`, { cookie })).status).toBe(200)
  })
})
