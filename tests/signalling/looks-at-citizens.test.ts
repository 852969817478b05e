// Whoever reads what a citizen has said, handed in or been told is recorded in the accesses to that citizen, on every
// route.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CitizenId } from '../../shared/kernel/ids.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { tokenIn } from '../harness/denouncer.ts'
import { aPdf } from '../harness/files.ts'
import { actingIn, HttpServer, tokenOf } from '../harness/http.ts'
import { ReceptionHall } from '../harness/reception-hall.ts'

let server: HttpServer
let officer: Awaited<ReturnType<HttpServer['signIn']>>
beforeAll(async () => {
  server = await HttpServer.start()
})
afterAll(() => server.close())
beforeEach(async () => {
  officer = await server.signIn('administrator')
})

const nobody = { address: null, phone: null, email: null, identity: null }
/** More than the time within which the same look is one. */
const later = () => {
  server.skewMs += 11 * 60_000
}
const looksAt = async (id: CitizenId) => (await server.citizens.accesses(id, 200)).toReversed()
const last = async (id: CitizenId) => (await looksAt(id)).at(-1)

/** An open reception of a citizen of the record, who has sent a paper. */
async function aReception() {
  const scheduled = await server.schedule(officer.cookie, { kind: 'reception' })
  const { sessionId, idOf, does, opensReception } = actingIn(server, scheduled)
  const participantId = idOf('citizen')
  const citizenId = await server.citizens.register({ ...nobody, name: 'Đỗ Văn Bảy' })
  for (const role of ['chair', 'secretary', 'citizen'])
    await does('system', 'admission.connect', { participantId: idOf(role), connectionId: `${role}-device` })
  await does('secretary', 'admission.admit', { participantId })
  await does('system', 'identity.introduce', { participantId, citizenId })
  await opensReception()
  const url = `/api/sessions/${sessionId}`
  const token = (role: string) => tokenOf(scheduled, role)
  const sent = await server.upload(`${url}/submissions`, 'Căn cước.pdf', new Uint8Array(aPdf(1)), {
    token: token('citizen'),
  })
  return { sessionId, url, citizenId, participantId, token, does, documentId: sent.body.documentId as string }
}

interface Operation {
  'x-look'?: string | object
}
/** Every address to be read: what it says of looks. */
async function addresses(): Promise<[string, string | object | undefined][]> {
  const { body } = await server.call('GET', '/api/docs/json')
  return Object.entries(body.paths as Record<string, { get?: Operation }>).flatMap(([path, { get }]) =>
    get ? [[path, get['x-look']] as [string, string | undefined]] : [],
  )
}

describe('a closed session', () => {
  it('records an access on every route that returns words of a citizen, and on no other route', async () => {
    const { sessionId, citizenId, does } = await aReception()
    await does('chair', 'session.close', {})
    const unnoted: string[] = []
    const notedByThemselves: string[] = []
    const noted: string[] = []
    for (const [path, look] of await addresses()) {
      if (typeof look === 'object') notedByThemselves.push(path.slice('/api'.length))
      if (typeof look === 'object' || !path.startsWith('/api/sessions/{sessionId}')) continue
      later()
      const before = (await looksAt(citizenId)).length
      const address = path.replace('{sessionId}', sessionId).replace('{sha256}', 'a'.repeat(64))
      await server.call(
        'GET',
        address.replaceAll(/\{\w+\}/g, () => newId()),
        { cookie: officer.cookie },
      )
      const [seen, ...more] = (await looksAt(citizenId)).slice(before)
      const expected = look === undefined ? [] : [{ act: 'read', by: officer.account.accountId, purpose: look }]
      expect([path, seen ? [seen, ...more] : []]).toMatchObject([path, expected])
      ;(seen ? noted : unnoted).push(path.slice('/api/sessions/{sessionId}'.length))
    }
    expect(noted.toSorted()).toMatchInlineSnapshot(`
      [
        "/conclusions",
        "/conclusions.docx",
        "/conclusions.pdf",
        "/conclusions.png",
        "/conclusions/{entryId}/files/{sha256}",
        "/documents/{documentId}/file",
        "/documents/{documentId}/pages",
        "/journal.jsonl",
        "/minutes",
        "/minutes.docx",
        "/minutes.pdf",
        "/minutes.png",
        "/minutes/issue-proposal",
        "/protection/waiver-scan",
        "/refusal-notices",
        "/statements/{statementId}/signature/{sha256}",
        "/supplements",
        "/supplements/issue-proposal",
        "/supplements/{supplementId}/docx",
        "/supplements/{supplementId}/pdf",
        "/transcript",
        "/transcript.txt",
        "/transcript.vtt",
      ]
    `)
    expect(notedByThemselves.toSorted()).toMatchInlineSnapshot(`
      [
        "/cases/{caseId}",
        "/cases/{caseId}/files/{sha256}",
        "/cases/{caseId}/petitioners",
        "/cases/{caseId}/suggestions",
        "/register",
        "/register.pdf",
        "/register.xlsx",
        "/register/petitions",
        "/register/petitions.xlsx",
        "/reports/{name}/figures/{key}",
        "/reports/{name}/figures/{key}/{of}.xlsx",
        "/sessions/{sessionId}/archive",
        "/sessions/{sessionId}/earlier-cases",
        "/sessions/{sessionId}/film.mp4",
        "/sessions/{sessionId}/film/copy",
        "/sessions/{sessionId}/receipts/{receiptId}/docx",
        "/sessions/{sessionId}/receipts/{receiptId}/pdf",
        "/sessions/{sessionId}/refusal-notices/{noticeId}/docx",
        "/sessions/{sessionId}/refusal-notices/{noticeId}/pdf",
        "/sessions/{sessionId}/sound.m4a",
        "/sessions/{sessionId}/submissions/{documentId}/file",
        "/sessions/{sessionId}/submissions/{documentId}/pages",
      ]
    `)
    expect(unnoted.toSorted()).toMatchInlineSnapshot(`
      [
        "",
        "/access-list",
        "/attendance.csv",
        "/attendance.xlsx",
        "/called-sites",
        "/documents",
        "/film",
        "/film/access",
        "/film/peaks",
        "/issued-papers",
        "/links",
        "/mail",
        "/participants/{participantId}/invitation.ics",
        "/phrases",
        "/protection",
        "/readiness",
        "/reading.xlsx",
        "/retention",
        "/room",
        "/seal",
        "/sealing",
        "/units",
      ]
    `)
  })
})

describe('a paper sent by a citizen', () => {
  it('records an access when it is opened, also with a link of the room, but not by the citizen', async () => {
    const { url, citizenId, token, documentId } = await aReception()
    const opens = (as: { token: string } | { cookie: string }) =>
      server.call('GET', `${url}/submissions/${documentId}/pages`, as)
    const before = (await looksAt(citizenId)).length
    expect((await opens({ token: token('citizen') })).status).toBe(200)
    expect(await looksAt(citizenId)).toHaveLength(before)
    await opens({ token: token('chair') })
    expect(await last(citizenId)).toMatchObject({
      by: null,
      purpose: 'Giấy tờ đã gửi: Căn cước (bằng liên kết của người chủ trì)',
    })
    await opens({ cookie: officer.cookie })
    expect(await last(citizenId)).toMatchObject({ by: officer.account.accountId, purpose: 'Giấy tờ đã gửi: Căn cước' })
  })

  it('records one access for repeated requests in quick succession, and another one later', async () => {
    const { url, citizenId, token, documentId } = await aReception()
    const opens = () => server.call('GET', `${url}/submissions/${documentId}/file`, { token: token('secretary') })
    const before = (await looksAt(citizenId)).length
    await opens()
    await opens()
    expect(await looksAt(citizenId)).toHaveLength(before + 1)
    later()
    await opens()
    expect(await looksAt(citizenId)).toHaveLength(before + 2)
  })
})

describe('an issued receipt', () => {
  it('records an access when it is opened, with its number and the link or account used', async () => {
    const { url, citizenId, participantId, token, does } = await aReception()
    await does('secretary', 'identity.begin', { participantId })
    const card = { kind: 'citizenCard', number: '048058001234', issuedOn: null, issuedBy: null }
    const findings = { name: 'Đỗ Văn Bảy', personKind: 'citizen', papers: ['identity'], paper: card }
    const confirming = { token: token('secretary'), body: findings }
    expect((await server.call('POST', `${url}/identity/${participantId}`, confirming)).status).toBe(204)
    const paper = { participantId, name: 'Đơn', pages: 2, condition: 'photocopy', documentId: null }
    await does('secretary', 'receipt.add', paper)
    const receiptId = newId()
    const issued = await server.call('POST', `${url}/receipts/${participantId}`, {
      token: token('secretary'),
      body: { receiptId },
    })
    expect(issued.status).toBe(200)
    const called = `Giấy biên nhận số ${issued.body.number}/${issued.body.year}`
    for (const [as, by, purpose] of [
      [{ cookie: officer.cookie }, officer.account.accountId, called],
      [{ token: token('secretary') }, null, `${called} (bằng liên kết của thư ký)`],
      [{ token: token('citizen') }, null, `${called} (bằng liên kết của công dân)`],
    ] as const) {
      expect((await server.call('GET', `${url}/receipts/${receiptId}/pdf`, as)).status).toBe(200)
      expect(await last(citizenId)).toMatchObject({ act: 'read', by, purpose })
    }
  })
})

describe('a petition', () => {
  it('records an access when its page is read, and one access per request when the register is read', async () => {
    const office = new Office(server, officer.cookie)
    const phone = '0936555111'
    const { caseId } = await office.received(aPetition({ petitioners: [{ ...nobody, name: 'Lò Thị Mơ', phone }] }))
    const [citizenId] = (await server.cases.state(caseId))?.intake.receipt?.petitionerIds ?? []
    const id = CitizenId.parse(citizenId)
    await office.detail(caseId)
    expect(await last(id)).toMatchObject({ by: officer.account.accountId, purpose: 'Nội dung hồ sơ' })
    const before = (await looksAt(id)).length
    const year = new Date(server.now()).getUTCFullYear()
    await server.call('GET', `/api/register/petitions?period=${year}`, { cookie: officer.cookie })
    expect((await looksAt(id)).slice(before).map(({ purpose }) => purpose)).toEqual([`Sổ theo dõi đơn ${year}`])
  })
})

describe('an access with the link of a desk', () => {
  it('is recorded for the account signed in at the desk', async () => {
    const hall = await ReceptionHall.open()
    try {
      const desk = await hall.desk('Bàn 1', ['reception'])
      const ticket = await hall.ticket(desk)
      const { body } = await desk.act('call-next', { kind: 'reception' })
      const token = tokenIn(await hall.linkInto(ticket, desk.cookie))
      const citizenId = await hall.server.citizens.register({ ...nobody, name: 'Lê Thị Tư' })
      const { visit } = (await hall.server.reception.state()).queue.tickets[ticket.ticketId as never] ?? {}
      const introduced = { participantId: visit?.citizen.participantId, citizenId }
      const wish = { id: newId(), type: 'identity.introduce', data: introduced }
      expect(await hall.server.sessions.dispatch(body.sessionId, { kind: 'system' }, wish)).toMatchObject({ ok: true })
      const asked = await hall.server.call('GET', `/api/sessions/${body.sessionId}/earlier-cases`, { token })
      expect(asked.status).toBe(200)
      expect(await hall.server.citizens.accesses(citizenId, 1)).toMatchObject([{ act: 'compared', by: desk.accountId }])
    } finally {
      await hall.close()
    }
  })
})
