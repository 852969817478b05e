// Reading documents before the session with a personal link: what it opens, what is recorded, and what it does not
// open.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { aPdf } from '../harness/files.ts'
import { aSession, HttpServer, tokenOf } from '../harness/http.ts'

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
  const { sites, participants } = aSession()
  scheduled = await server.schedule(cookie, {
    agenda: [{ title: 'Báo cáo', plannedMinutes: 20 }],
    sites: sites.map((site) =>
      site.rank === 'branch' ? { ...site, delegates: [{ name: 'Lê Văn Tám', title: null }] } : site,
    ),
    participants: [...participants, { name: 'Báo Tân Lập', title: null, role: 'observer', siteIndex: null }],
  })
  url = `/api/sessions/${scheduled.sessionId}`
})
afterAll(() => server.close())

async function handIn(query: string, name = 'Báo cáo.pdf') {
  const { status, body } = await server.upload(`${url}/documents?${query}`, name, pdf, { cookie })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.documentId as string
}
const token = (role: string) => tokenOf(scheduled, role)
const toRead = (role: string) => server.call('GET', '/api/reading', { token: token(role) })
const opens = (role: string, documentId: string, part = 'pages') =>
  server.call('GET', `${url}/documents/${documentId}/${part}`, { token: token(role) })
const acknowledges = (role: string, documentId: string, delegateIds: unknown = []) =>
  server.call('POST', `/api/reading/${documentId}/acknowledgement`, { token: token(role), body: { delegateIds } })
const idOf = (role: string) => scheduled.participants.find((one) => one.role === role)?.participantId
const readings = async () => (await server.sessions.state(scheduled.sessionId))?.documents.readings ?? {}
const dispatch = async (by: object, type: string, data: object) => {
  const reply = await server.sessions.dispatch(scheduled.sessionId, by as never, { id: newId(), type, data })
  if (!reply.ok) throw new Error(reply.rejection.code)
}
const comes = (role: string) =>
  dispatch({ kind: 'system' }, 'admission.connect', { participantId: idOf(role), connectionId: newId() })

describe('before the session', () => {
  it('an invited participant finds the documents to be read before, days in advance', async () => {
    const documentId = await handIn(`readBefore=true&needsAcknowledgement=true&itemId=${scheduled.itemIds[0]}`)
    await handIn('', 'Slide.pdf')
    const { status, body } = await toRead('siteOperator')
    expect([status, body]).toEqual([
      200,
      {
        sessionId: scheduled.sessionId,
        documents: [
          {
            documentId,
            title: 'Báo cáo',
            itemTitle: 'Báo cáo',
            isMarked: false,
            needsAcknowledgement: true,
            secrecy: 'open',
            file: { format: 'pdf', bytes: pdf.length },
            shown: { format: 'pdf', pages: 3 },
            openedAt: null,
            acknowledgedAt: null,
            delegates: [
              { delegateId: expect.any(String), person: { name: 'Lê Văn Tám', title: null }, acknowledgedAt: null },
            ],
          },
        ],
      },
    ])
    expect((await toRead('citizen')).body.documents[0].delegates).toEqual([])
  })

  it('the first opening of a document is recorded once under their name, as in the room', async () => {
    const documentId = await handIn('readBefore=true')
    expect((await opens('citizen', documentId)).raw).toEqual(Buffer.from(pdf))
    expect((await opens('citizen', documentId, 'file')).status).toBe(200)
    expect(await readings()).toMatchObject({
      [documentId]: { openedAt: { [idOf('citizen') as string]: expect.any(Number) } },
    })
    const journal = await server.sessions.journal(scheduled.sessionId)
    const noted = journal.filter(({ command }) => command.type === 'documents.open')
    expect(noted.map(({ actor }) => actor)).toEqual([{ kind: 'participant', participantId: idOf('citizen') }])
    expect((await toRead('citizen')).body.documents[0].openedAt).toEqual(expect.any(Number))
    const { body } = await server.call('GET', `${url}/documents`, { cookie })
    expect(body.documents[0].openedCount).toBe(1)
  })

  it('a participant acknowledges a document, and a site does so for its delegates', async () => {
    const documentId = await handIn('readBefore=true&needsAcknowledgement=true')
    const [{ delegateId }] = (await toRead('siteOperator')).body.documents[0].delegates
    const { status, body } = await acknowledges('siteOperator', documentId, [delegateId])
    expect(status).toBe(200)
    expect(body.documents[0]).toMatchObject({
      acknowledgedAt: expect.any(Number),
      delegates: [{ acknowledgedAt: expect.any(Number) }],
    })
    const others = await acknowledges('citizen', documentId, [delegateId])
    expect([others.status, others.body.error.code]).toEqual([409, 'documents.other-site'])
  })

  it('the waiting room offers the same documents and no others', async () => {
    const documentId = await handIn('readBefore=true')
    const inside = await handIn('', 'Slide.pdf')
    await comes('citizen')
    expect((await toRead('citizen')).body.documents).toHaveLength(1)
    expect((await opens('citizen', documentId)).status).toBe(200)
    expect((await opens('citizen', inside)).status).toBe(403)
  })
})

describe('a document is not sent', () => {
  it.each(['pages', 'file'])('if it is for the room only (%s)', async (part) => {
    const documentId = await handIn('needsAcknowledgement=true')
    const refused = await opens('siteOperator', documentId, part)
    expect([refused.status, refused.body.error.code]).toEqual([403, 'forbidden'])
    const unsaid = await acknowledges('siteOperator', documentId)
    expect(unsaid.status).toBe(404)
    expect(await readings()).toEqual({})
  })

  it('to observers', async () => {
    const documentId = await handIn('readBefore=true')
    expect((await toRead('observer')).body.documents).toEqual([])
    expect((await opens('observer', documentId)).status).toBe(403)
  })

  it.each(['revoked', 'replaced', 'withdrawn', 'expired', 'of a session that is cancelled'])(
    'through a link that is %s',
    async (how) => {
      const documentId = await handIn('readBefore=true&needsAcknowledgement=true')
      const own = token('citizen')
      const path = `${url}/participants/${idOf('citizen')}`
      if (how === 'revoked') await server.call('DELETE', `${path}/link`, { cookie })
      if (how === 'replaced') await server.call('POST', `${path}/link`, { cookie, body: {} })
      if (how === 'withdrawn') await server.call('POST', `${path}/withdrawal`, { cookie, body: { reason: 'Bận' } })
      if (how.includes('cancelled'))
        await server.call('POST', `${url}/cancellation`, { cookie, body: { reason: 'Bão' } })
      if (how === 'expired') server.skewMs = 400 * 24 * 60 * 60 * 1000
      try {
        const answers = await Promise.all([
          server.call('GET', '/api/reading', { token: own }),
          server.call('GET', `${url}/documents/${documentId}/pages`, { token: own }),
          server.call('GET', `${url}/documents/${documentId}/file`, { token: own }),
          server.call('POST', `/api/reading/${documentId}/acknowledgement`, { token: own, body: { delegateIds: [] } }),
        ])
        expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
        for (const { body } of answers) expect(body.error.code).toMatch(/^link-(invalid|revoked|expired)$/)
      } finally {
        server.skewMs = 0
      }
      expect(await readings()).toEqual({})
    },
  )

  it('without a link, with one of another session, or to a login only', async () => {
    const documentId = await handIn('readBefore=true')
    expect((await server.call('GET', '/api/reading')).status).toBe(401)
    expect((await server.call('GET', '/api/reading', { cookie })).status).toBe(401)
    const other = tokenOf(await server.schedule(cookie), 'citizen')
    const foreign = await server.call('GET', `${url}/documents/${documentId}/pages`, { token: other })
    expect([foreign.status, foreign.body.error.code]).toEqual([401, 'link-invalid'])
    const said = await server.call('POST', `/api/reading/${documentId}/acknowledgement`, {
      token: other,
      body: { delegateIds: [] },
    })
    expect([said.status, said.body.error.code]).toEqual([404, 'documents.unknown'])
  })

  it('once the session is over', async () => {
    const documentId = await handIn('readBefore=true')
    for (const step of ['open', 'close']) await server.call('POST', `${url}/${step}`, { cookie, body: {} })
    expect((await toRead('citizen')).body.documents).toEqual([])
    expect((await opens('citizen', documentId)).body.error.code).toBe('session.over')
  })

  it.each([undefined, null, 'delegate', [''], [{}], Array.from({ length: 501 }, (_, index) => `d${index}`)])(
    'and a malformed acknowledgement is not recorded (%#)',
    async (delegateIds) => {
      const documentId = await handIn('readBefore=true&needsAcknowledgement=true')
      const body = delegateIds === undefined ? {} : { delegateIds }
      const call = { token: token('siteOperator'), body }
      expect((await server.call('POST', `/api/reading/${documentId}/acknowledgement`, call)).status).toBe(400)
      expect((await server.call('POST', '/api/reading/nothing/acknowledgement', call)).status).toBe(400)
      expect(await readings()).toEqual({})
    },
  )
})
