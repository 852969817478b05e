// Papers that a citizen sends during a reception: taken in like documents, and shown to staff and that citizen only.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maximumSubmitted } from '../../shared/modules/submission/contract.ts'
import { aPdf } from '../harness/files.ts'
import { actingIn, HttpServer, tokenOf } from '../harness/http.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())

const twoPages = new Uint8Array(aPdf(2))

async function aReception(kind: 'reception' | 'conference' = 'reception') {
  const scheduled = await server.schedule(cookie, { kind })
  const { sessionId, idOf, does } = actingIn(server, scheduled)
  for (const role of ['chair', 'secretary', 'siteOperator', 'citizen'])
    await does('system', 'admission.connect', { participantId: idOf(role), connectionId: `${role}-device` })
  const url = `/api/sessions/${sessionId}/submissions`
  const token = (role: string) => ({ token: tokenOf(scheduled, role) })
  return {
    citizen: idOf('citizen'),
    token,
    does,
    admits: () => does('secretary', 'admission.admit', { participantId: idOf('citizen') }),
    sends: (name = 'Quyết định thu hồi đất.pdf', content = twoPages, role = 'citizen') =>
      server.upload(url, name, content, token(role)),
    file: (documentId: string, as: { token: string } | { cookie: string }, part = 'file') =>
      server.call('GET', `${url}/${documentId}/${part}`, as),
    takesBack: (documentId: string, role: string) => server.call('DELETE', `${url}/${documentId}`, token(role)),
    submitted: async () => (await server.sessions.state(sessionId))?.submission.papers,
  }
}

async function received() {
  const reception = await aReception()
  await reception.admits()
  return reception
}

describe('a paper sent by a citizen', () => {
  it('is stored with its pages, and sent to staff and that citizen only', async () => {
    const reception = await received()
    const { status, body } = await reception.sends()
    expect([status, body]).toMatchObject([201, { title: 'Quyết định thu hồi đất', pages: 2 }])
    expect(await reception.submitted()).toMatchObject([{ participantId: reception.citizen, shown: { pages: 2 } }])
    for (const as of [reception.token('citizen'), reception.token('chair'), reception.token('secretary'), { cookie }])
      for (const part of ['file', 'pages'])
        expect((await reception.file(body.documentId, as, part)).raw.equals(Buffer.from(twoPages))).toBe(true)
    expect((await reception.file(body.documentId, reception.token('siteOperator'))).status).toBe(404)
  })

  it('is accepted only from a citizen in the room of a reception', async () => {
    const reception = await aReception()
    const waiting = await reception.sends()
    expect([waiting.status, waiting.body.error.code]).toEqual([403, 'submission.not-present'])
    const staff = await reception.sends('Báo cáo.pdf', twoPages, 'secretary')
    expect([staff.status, staff.body.error.code]).toEqual([403, 'submission.not-citizen'])
    const conference = await aReception('conference')
    await conference.admits()
    expect((await conference.sends()).body.error.code).toBe('submission.not-reception')
  })

  it('is validated by its content, and not kept if it is refused', async () => {
    const reception = await received()
    const refused = await reception.sends('Quyết định.pdf', new TextEncoder().encode('<script>'))
    expect([refused.status, refused.body.error.code]).toEqual([415, 'document.wrong-type'])
    expect(await reception.submitted()).toEqual([])
  })

  it('is refused before it is read if there are too many', async () => {
    const reception = await received()
    const file = { format: 'pdf', bytes: 10 }
    for (let index = 0; index < maximumSubmitted; index++)
      await reception.does('system', 'submission.add', {
        documentId: newId(),
        participantId: reception.citizen,
        title: 'Đơn',
        file: { ...file, sha256: index.toString(16).padStart(64, '0') },
        shown: null,
        scan: 'clean',
      })
    expect((await reception.sends()).body.error.code).toBe('submission.too-many')
  })

  it('is deleted with its file when the citizen withdraws it, unless it is listed for the receipt', async () => {
    const reception = await received()
    const { documentId } = (await reception.sends()).body
    expect((await reception.takesBack(documentId, 'siteOperator')).status).toBe(403)
    expect((await reception.takesBack(documentId, 'citizen')).status).toBe(204)
    expect((await reception.file(documentId, { cookie })).status).toBe(404)
    const again = (await reception.sends()).body.documentId
    const paper = { participantId: reception.citizen, name: 'Quyết định', pages: 2, condition: 'photocopy' }
    await reception.does('secretary', 'receipt.add', { ...paper, documentId: again })
    expect((await reception.takesBack(again, 'citizen')).body.error.code).toBe('submission.listed')
    expect((await reception.file(again, { cookie })).status).toBe(200)
  })
})
