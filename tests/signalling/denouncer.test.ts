// A denouncer from the queue to the case: name, number, address and telephone are shown to the named officers and on
// the paper handed to the denouncer, and nowhere else.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyArchive } from '../../server/custody/archive/verify-archive.ts'
import { attendanceCsv } from '../../server/papers/kinds/csv.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { CitizenId } from '../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { attendance } from '../../shared/projections/attendance.ts'
import { minutesDocument } from '../../shared/projections/minutes-document.ts'
import { aPetition, Office } from '../harness/cases.ts'
import {
  aVisit,
  canary,
  closeDenouncerDesk,
  type DenouncerDesk,
  openDenouncerDesk,
  ticketFor,
  tokenIn,
} from '../harness/denouncer.ts'
import type { ReceptionHall, TestDesk } from '../harness/reception-hall.ts'

const secrets = [canary.name, 'Hoàng Yến', canary.number, canary.address, canary.phone, '905770099']

let place: DenouncerDesk
let hall: ReceptionHall
let desk: TestDesk
beforeAll(async () => {
  place = await openDenouncerDesk()
  ;({ hall, desk } = place)
})
afterAll(() => closeDenouncerDesk(place))

describe('a denouncer', () => {
  it('is named in the record of citizens, to the authorised desk and on their own paper, and nowhere else', async () => {
    const { server } = hall
    const receptionDesk = await hall.desk('Bàn 2', ['reception'])
    const otherDesk = hall.deskPage(receptionDesk.cookie)
    const neighbour = hall.waitingPage((await hall.ticket(receptionDesk)).token)
    const visit = await aVisit(place)
    const { sessionId, at, does, citizen } = visit
    await does('secretary', 'statement.begin', { participantId: citizen })
    const statementId = (await visit.state()).statement.statements.at(-1)?.statementId ?? ''
    const piece = { statementId, revision: 0, from: 0, removed: 0, inserted: 'Cán bộ địa chính nhận phong bì.' }
    await does('secretary', 'statement.type', piece)
    await does('secretary', 'statement.readBack', { statementId })
    await does('chair', 'visit.explainRefusal', {
      participantId: citizen,
      groundId: 'decree-4-1-h',
      words: 'Đã trả lời.',
    })
    await visit.receives()
    const office = new Office(server, desk.cookie)
    const { caseId } = await office.received(
      aPetition({
        kind: 'denunciation',
        receivedOn: calendarDayOf(server.now()),
        writtenOn: null,
        petitioners: [{ name: canary.name, address: canary.address, phone: canary.phone, email: null, identity: null }],
      }),
    )
    await visit.finishes()

    const stranger = receptionDesk.cookie
    const year = calendarDayOf(server.now()).slice(0, 4)
    const get = async (path: string, as: { cookie: string } | { token: string }) =>
      server.call('GET', path, as).then(({ status, text }) => {
        expect([path, status]).toEqual([path, 200])
        return text
      })
    const people = await server.sessions.people(sessionId)
    const journal = await server.sessions.journal(sessionId)
    const aggregate = compose(sessionModules, { freeze: true })
    const agency = { organisation: 'Ủy ban', parentOrganisation: null, abbreviation: null, placeName: null } as never
    const places: Readonly<Record<string, unknown>> = {
      'messages to the officer': visit.officer.told,
      'messages to the note-taker': visit.noteTaker.told,
      'messages to the denouncer': visit.denouncer.told,
      'the waiting page': visit.waiting.views,
      'the waiting page of another': neighbour.views,
      'the page of a desk of receptions': otherDesk.views,
      'the people of the session': people,
      'the journal of the session': journal,
      'the journal as it is exported': await get(`${at}/journal.jsonl`, { cookie: desk.cookie }),
      'the journal of the day': await server.reception.state(),
      'the journal of the case': await server.cases.journal(caseId),
      'the minutes': minutesDocument(aggregate, journal, people, agency, server.now(), {}),
      'the attendance': attendanceCsv(attendance(aggregate, journal, server.now()), people),
      'the list of sessions': await get('/api/sessions?of=visits', { cookie: stranger }),
      'refusals owed': await get(`${at}/refusal-notices`, { cookie: desk.cookie }),
      'issued papers': await get(`${at}/issued-papers`, { cookie: desk.cookie }),
      'the register': await get(`/api/register?period=${year}`, { cookie: desk.cookie }),
      'the register of petitions to a stranger': await get(`/api/register/petitions?period=${year}`, {
        cookie: stranger,
      }),
      'the case to a stranger': await get(`/api/cases/${caseId}`, { cookie: stranger }),
      'the list of cases': await get('/api/cases', { cookie: stranger }),
      metrics: await get('/metrics', { cookie: stranger }),
      log: server.logged,
    }
    for (const [place, content] of Object.entries(places)) {
      const words = typeof content === 'string' ? content : JSON.stringify(content)
      expect(words.length, place).toBeGreaterThan(10)
      for (const secret of secrets) expect(words.includes(secret), `${secret} in ${place}`).toBe(false)
    }
    expect(Object.values(people).map(({ name }) => name)).toContain(`Người tố cáo số ${visit.number}`)
  })

  it('is named on their own receipt; each access to it is recorded with its reader', async () => {
    const { server } = hall
    const visit = await aVisit(place)
    const receiptId = await visit.receives()
    const file = (as: { cookie: string } | { token: string }) =>
      server.call('GET', `${visit.at}/receipts/${receiptId}/pdf`, as)
    for (const as of [{ token: visit.tokens.citizen }, { token: visit.tokens.chair }, { cookie: desk.cookie }]) {
      const { text, headers } = await file(as)
      expect(text).toContain(canary.name)
      expect(JSON.stringify(headers)).not.toContain('Y%E1%BA%BFn')
    }
    const shown = await server.call('GET', `${visit.at}/protection`, { cookie: desk.cookie })
    const { reads, readers } = shown.body
    expect(readers.map((one: { accountId: string }) => one.accountId)).toContain(desk.accountId)
    const receipts = reads.filter(({ purpose }: { purpose: string }) => purpose.startsWith('Giấy biên nhận'))
    // The newest first: the account, the chair by their link, the denouncer, and who issued it.
    expect(receipts.map(({ by }: { by: string | null }) => by)).toEqual([
      desk.accountId,
      desk.accountId,
      null,
      expect.any(String),
    ])
    await visit.finishes()
  })

  it('is one entry in the record of citizens from the ticket to the receipt', async () => {
    const visit = await aVisit(place)
    const ids = Object.values((await visit.state()).identity.citizenIds)
    const { tickets } = (await hall.server.reception.state()).queue
    expect(ids).toEqual([Object.values(tickets).find(({ number }) => number === visit.number)?.citizenId])
    const id = CitizenId.parse(ids[0])
    const kept = await hall.server.citizens.read([id], { accountId: null, purpose: 'test' })
    expect(kept.get(id)).toMatchObject({ name: canary.name, phone: canary.phone, identity: { number: canary.number } })
    await visit.finishes()
  })

  it('appears in the archive of the visit only in the encrypted journal; papers are listed by hash', async () => {
    const { server } = hall
    const visit = await aVisit(place)
    await visit.receives()
    await visit.finishes()
    const as = { cookie: desk.cookie }
    await server.call('POST', `${visit.at}/minutes-waiver`, { ...as, body: { reason: 'Chỉ để trao đổi thông tin' } })
    expect((await server.call('POST', `${visit.at}/seal`, { ...as, body: {} })).status).toBe(200)
    const path = join(server.directory, 'denouncer.zip')
    await writeFile(path, (await server.call('GET', `${visit.at}/archive`, as)).raw)
    const { faults, manifest } = await verifyArchive(path, null)
    expect(faults).toEqual([])
    expect(manifest?.files.map((file) => file.path)).toEqual(['journal.jsonl', 'seal.json', 'seal.sig'])
    expect(manifest?.withheld.map((file) => file.path)).toContainEqual(expect.stringMatching(/^papers\/receipt-.*pdf$/))
  })

  it('has uploaded files titled by number, not by their file name', async () => {
    const visit = await aVisit(place)
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const taken = await hall.server.upload(
      `${visit.at}/documents`,
      `Đơn tố cáo của ${canary.name}.png`,
      new Uint8Array(png),
      { token: visit.tokens.secretary },
    )
    expect(taken).toMatchObject({ status: 201, body: { title: 'Tài liệu 1' } })
    const sent = await hall.server.upload(
      `${visit.at}/submissions`,
      `Đơn của ${canary.name}.png`,
      new Uint8Array(png),
      { token: visit.tokens.citizen },
    )
    expect(sent).toMatchObject({ status: 201, body: { title: 'Giấy tờ 1' } })
    await visit.finishes()
  })
})

describe('a visit of a denouncer', () => {
  it('is closed to every account except those named for it', async () => {
    const visit = await aVisit(place)
    const { cookie, account } = await hall.server.signIn('administrator')
    const { body: document } = await hall.server.call('GET', '/api/docs/json')
    const root = '/api/sessions/{sessionId}'
    const paths = Object.entries<{ get?: { security: object[] } }>(document.paths).flatMap(([path, { get }]) =>
      path.startsWith(root) && get?.security.some((one) => 'login' in one) ? path.slice(root.length) : [],
    )
    expect(paths).toEqual(
      expect.arrayContaining([
        '',
        '/links',
        '/documents',
        '/journal.jsonl',
        '/archive',
        '/protection',
        '/refusal-notices',
        '/issued-papers',
        '/film',
        '/film.mp4',
        '/film/access',
        '/film/peaks',
        '/film/copy',
      ]),
    )
    for (const path of paths) {
      const url = `${visit.at}${path.replaceAll(/\{\w+\}/g, 'x')}`
      const { status, body } = await hall.server.call('GET', url, { cookie })
      expect([path, status, body.error.code]).toEqual([path, 403, 'protection.not-reader'])
    }
    const body = { accountId: account.accountId }
    const named = (as: string) => hall.server.call('POST', `${visit.at}/protection/readers`, { cookie: as, body })
    expect((await named(cookie)).status).toBe(403)
    expect((await named(desk.cookie)).status).toBe(204)
    expect((await hall.server.call('GET', `${visit.at}/protection`, { cookie })).status).toBe(200)
    await visit.finishes()
  })

  it('admits no observer or branch before the written waiver is noted', async () => {
    const visit = await aVisit(place)
    const invite = () =>
      hall.server.call('POST', `${visit.at}/participants`, {
        cookie: desk.cookie,
        body: { name: 'Phòng Tài chính', title: null, role: 'observer', siteId: null },
      })
    const refused = await invite()
    expect([refused.status, refused.body.error.code]).toEqual([409, 'protection.no-waiver'])
    const calls = () =>
      hall.server.call('POST', `${visit.at}/called-sites`, {
        token: visit.tokens.chair,
        body: { name: 'Sở Tài chính', representative: null },
      })
    expect((await calls()).body.error.code).toBe('protection.no-waiver')
    const waiver = { paperNumber: '12/VB', signedOn: calendarDayOf(hall.server.now()), sha256: null }
    const noted = await hall.server.call('PUT', `${visit.at}/protection/waiver`, { cookie: desk.cookie, body: waiver })
    expect(noted.status).toBe(204)
    expect((await invite()).status).toBe(201)
    expect((await calls()).status).toBe(201)
    const journal = await hall.server.sessions.journal(visit.sessionId)
    const people = await hall.server.sessions.people(visit.sessionId)
    const minutes = minutesDocument(
      compose(sessionModules, { freeze: true }),
      journal,
      people,
      {} as never,
      hall.server.now(),
      {},
    )
    expect(JSON.stringify(minutes)).toContain('secrecyWaived')
    await visit.finishes()
  })
})

describe('a denunciation from the citizen’s own browser', () => {
  it('gets no ticket unless the citizen waives secrecy', async () => {
    const refused = await ticketFor(place, null, { way: 'browser' })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'queue.secrecy-online'])
    const taken = await ticketFor(place, null, { way: 'browser', waivesSecrecy: true })
    expect(taken.status).toBe(201)
    await hall.givesUp({ token: tokenIn(taken.body.link) })
  })
})
