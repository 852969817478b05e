// Somebody denounces, from the queue to the case: name, number, address and telephone go where the officers named read them and on
// the paper that is handed to the denouncer, and nowhere else.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyArchive } from '../../server/journal/archive.ts'
import { attendanceCsv } from '../../server/records/csv.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { CitizenId, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { attendance } from '../../shared/projections/attendance.ts'
import { minutesDocument } from '../../shared/projections/minutes-document.ts'
import { placesOf } from '../harness/at-rest.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { TestPage } from '../harness/page.ts'
import { ReceptionHall, type TestDesk } from '../harness/reception-hall.ts'
import { until } from '../harness/wait.ts'

const canary = {
  name: 'Kiều Thị Hoàng Yến',
  number: '048171009988',
  address: 'Số 77 hẻm Chim Yến',
  phone: '+84905770099',
}
const secrets = [canary.name, 'Hoàng Yến', canary.number, canary.address, canary.phone, '905770099']

let hall: ReceptionHall
let desk: TestDesk
beforeAll(async () => {
  hall = await ReceptionHall.open()
  desk = await hall.desk('Bàn 1', ['denunciation'])
})
afterAll(() => hall.close())

const tokenIn = (link: string) => new URL(link).hash.slice(1)
const heard: { socket: { disconnect(): unknown } }[] = []
afterAll(() => {
  for (const { socket } of heard) socket.disconnect()
})

/** A page in the room, and every message it was sent. */
async function listens(link: string) {
  const page = new TestPage(hall.url, tokenIn(link))
  const reply = await page.connect()
  if (!reply.ok) throw new Error(`not let in: ${reply.farewell.reason}`)
  const told: unknown[] = [reply]
  page.socket.onAny((...message) => told.push(message))
  heard.push(page)
  return { page, told }
}

const ticketFor = (citizen: object | null, more: object = {}) =>
  hall.server.call('POST', '/api/reception/tickets', {
    cookie: desk.cookie,
    body: { kind: 'denunciation', citizen, ...more },
  })

/** Named at the desk, called, everybody in the room, papers confirmed. */
async function aVisit() {
  const { server } = hall
  const taken = (await ticketFor({ name: canary.name, phone: canary.phone })).body
  const waiting = hall.waitingPage(tokenIn(taken.link))
  const called = await desk.act('call-next', {})
  const sessionId = SessionId.parse(called.body.sessionId)
  const officer = await listens(await hall.linkInto(taken, desk.cookie))
  const noteTaker = await listens(await hall.linkInto(taken, desk.noteTakerCookie))
  const { joinLink } = await waiting.shows((view) => view.joinLink !== null)
  const denouncer = await listens(joinLink ?? '')
  await hall.server.reception.look()
  await until(async () => ((await hall.session(sessionId)).status === 'open' ? null : 'not open'))
  const state = async () => {
    const found = await server.sessions.state(sessionId)
    if (!found) throw new Error('no session')
    return found
  }
  const idOf = async (role: string) =>
    ParticipantId.parse(
      Object.values((await state()).admission.participants).find((one) => one.role === role)?.participantId,
    )
  const citizen = await idOf('citizen')
  const does = async (role: string, type: string, data: unknown) => {
    const by = { kind: 'participant', participantId: await idOf(role) } as const
    const reply = await server.sessions.dispatch(sessionId, by, { id: newId(), type, data })
    if (!reply.ok) throw new Error(`${type}: ${reply.rejection.code}`)
  }
  await does('secretary', 'identity.begin', { participantId: citizen })
  const tokens = {
    chair: tokenIn(await hall.linkInto(taken, desk.cookie)),
    secretary: tokenIn(await hall.linkInto(taken, desk.noteTakerCookie)),
    citizen: tokenIn(joinLink ?? ''),
  }
  const findings = {
    name: canary.name,
    personKind: 'citizen',
    papers: ['identity'],
    paper: { kind: 'citizenCard', number: canary.number, issuedOn: '2021-05-04', issuedBy: 'Cục Cảnh sát' },
  }
  const confirmed = await server.call('POST', `/api/sessions/${sessionId}/identity/${citizen}`, {
    token: tokens.secretary,
    body: findings,
  })
  expect(confirmed.status).toBe(204)
  const at = `/api/sessions/${sessionId}`
  const receives = async () => {
    const paper = { participantId: citizen, name: 'Đơn tố cáo', pages: 2, condition: 'original', documentId: null }
    await does('secretary', 'receipt.add', paper)
    const receiptId = newId()
    const issued = await server.call('POST', `${at}/receipts/${citizen}`, {
      token: tokens.secretary,
      body: { receiptId },
    })
    expect(issued.status).toBe(200)
    return receiptId
  }
  const finishes = async () => {
    await desk.act('finish')
    await until(async () => ((await hall.session(sessionId)).status === 'closed' ? null : 'not closed'))
  }
  return {
    ...taken,
    sessionId,
    at,
    state,
    does,
    citizen,
    tokens,
    officer,
    noteTaker,
    denouncer,
    waiting,
    receives,
    finishes,
  }
}

describe('somebody who denounces', () => {
  it('is named in the record of citizens, to the desk that reads it and on their own paper, and nowhere else', async () => {
    const { server } = hall
    const receptionDesk = await hall.desk('Bàn 2', ['reception'])
    const otherDesk = hall.deskPage(receptionDesk.cookie)
    const neighbour = hall.waitingPage((await hall.ticket(receptionDesk)).token)
    const visit = await aVisit()
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

  it('has their name on their own receipt; each look at it is written down with who looked', async () => {
    const { server } = hall
    const visit = await aVisit()
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

  it('is one citizen of the record from the ticket to the receipt', async () => {
    const visit = await aVisit()
    const ids = Object.values((await visit.state()).identity.citizenIds)
    const { tickets } = (await hall.server.reception.state()).queue
    expect(ids).toEqual([Object.values(tickets).find(({ number }) => number === visit.number)?.citizenId])
    const id = CitizenId.parse(ids[0])
    const kept = await hall.server.citizens.read([id], { accountId: null, purpose: 'test' })
    expect(kept.get(id)).toMatchObject({ name: canary.name, phone: canary.phone, identity: { number: canary.number } })
    await visit.finishes()
  })

  it('hands in files that are named by their place, not by who wrote them', async () => {
    const visit = await aVisit()
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

describe('the words of who denounces', () => {
  const words = {
    statement: 'Cán bộ địa chính nhận phong bì chiều mồng chín.',
    correction: 'Sửa lại là chiều mồng mười.',
    note: 'Người nói run, nhắc tới kho gạo cũ.',
    refusal: 'Đã giải thích vì việc kho gạo cũ đã trả lời.',
    chat: 'Xin nói nhỏ về kho gạo cũ.',
    subject: 'Tố cáo nhận tiền ở kho gạo cũ',
    content: 'Thủ kho Quách Phụng Tiên bán gạo cứu trợ.',
    check: 'Đơn có chữ ký, còn thiếu ảnh kho gạo.',
    sentBack: 'Chờ cán bộ tìm hồ sơ kho gạo.',
    found: 'Kiểm kê thấy thiếu bốn mươi hai bao.',
  }
  /** Single words as an index would have them, and the last digits of the card. */
  const marks = [
    ...Object.values(words),
    'phong bì',
    'kho gạo',
    'phung',
    'phụng',
    'kiểm kê',
    '"988"',
    `"${canary.number.slice(-3)}"`,
  ]

  it('stand in clear neither in Redis nor in a file, and are on the screens and in the papers of those who may read them', async () => {
    const { server } = hall
    const visit = await aVisit()
    const { does, citizen, sessionId, at } = visit
    await does('secretary', 'statement.begin', { participantId: citizen })
    const statementId = (await visit.state()).statement.statements.at(-1)?.statementId ?? ''
    await does('secretary', 'statement.type', {
      statementId,
      revision: 0,
      from: 0,
      removed: 0,
      inserted: words.statement,
    })
    await does('secretary', 'statement.readBack', { statementId })
    await does('citizen', 'statement.askCorrection', { statementId, version: 1, words: words.correction })
    await does('secretary', 'statement.readBack', { statementId })
    await does('secretary', 'statement.noteNotSigned', { statementId, version: 2, reason: words.note })
    await does('secretary', 'minutes.add', { itemId: null, content: { kind: 'note', text: words.note } })
    await does('citizen', 'chat.post', { recipient: { to: 'all' }, text: words.chat })
    await does('chair', 'visit.explainRefusal', {
      participantId: citizen,
      groundId: 'decree-4-1-h',
      words: words.refusal,
    })
    await visit.receives()
    const office = new Office(server, desk.cookie)
    const { caseId } = await office.received(
      aPetition({
        kind: 'denunciation',
        receivedOn: calendarDayOf(server.now()),
        writtenOn: null,
        subject: words.subject,
        content: words.content,
        petitioners: [],
      }),
    )
    await office.does(caseId, 'check', {
      checks: [{ condition: 'signed', wording: words.check, isMet: true }],
      note: null,
    })
    await office.does(caseId, 'competence', { outcome: 'own', body: null, reason: null })
    await office.does(caseId, 'assignment', { unit: 'Thanh tra', officerId: desk.accountId, note: words.note })
    expect(await office.does(caseId, 'verifications', { text: words.found })).toBe(204)
    expect(JSON.stringify(visit.officer.told)).toContain(words.statement)
    expect(JSON.stringify(await office.detail(caseId))).toContain(words.found)
    await visit.finishes()
    await server.register.look()
    const next = (await ticketFor({ name: canary.name })).body
    await desk.act('call-next', {})
    await desk.act('send-back', { text: words.sentBack })
    await hall.givesUp({ token: tokenIn(next.link) })

    expect(await placesOf(server, marks)).toEqual([])

    const again = server.anotherNode().sessions
    expect((await again.state(sessionId))?.statement.statements[0]?.versions[0]?.text).toBe(words.statement)
    const minutes = minutesDocument(
      compose(sessionModules, { freeze: true }),
      await server.sessions.journal(sessionId),
      await server.sessions.people(sessionId),
      {} as never,
      server.now(),
      {},
    )
    expect(JSON.stringify(minutes)).toContain(words.refusal)
    const exported = (await server.call('GET', `${at}/journal.jsonl`, { cookie: desk.cookie })).text
    expect(await verifyArchive(exported.trimEnd().split('\n'))).toMatchObject({ ok: true })
    const found = async (typed: string, cookie: string) =>
      (await server.call('GET', `/api/cases?search=${encodeURIComponent(typed)}`, { cookie })).body.cases
    expect(await found('Quách Phụng Tiên', desk.cookie)).toMatchObject([{ caseId, subject: '' }])
    expect(await found('quach phung tien', desk.cookie)).toMatchObject([{ caseId, subject: '' }])
    const stranger = await server.signIn()
    expect(await found('Quách Phụng Tiên', stranger.cookie)).toEqual([])
    const toStranger = (await server.call('GET', `/api/cases/${caseId}`, { cookie: stranger.cookie })).body
    expect(toStranger).toMatchObject({ content: null, reads: null, row: { subject: '' } })
    for (const word of Object.values(words)) expect(JSON.stringify(toStranger)).not.toContain(word)
  })

  it('are read outside the room only by somebody who is written down', async () => {
    const { server } = hall
    const visit = await aVisit()
    const looks = async () =>
      (await server.call('GET', `${visit.at}/protection`, { cookie: desk.cookie })).body.reads.filter(
        ({ purpose }: { purpose: string }) => purpose === 'Biên bản',
      )
    await server.call('GET', `${visit.at}/minutes`, { token: visit.tokens.chair })
    expect(await looks()).toEqual([])
    await server.call('GET', `${visit.at}/minutes.pdf`, { cookie: desk.cookie })
    await visit.finishes()
    await server.call('GET', `${visit.at}/minutes`, { token: visit.tokens.chair })
    expect((await looks()).map(({ by }: { by: string }) => by)).toEqual([desk.accountId, desk.accountId])

    const office = new Office(server, desk.cookie)
    const { caseId } = await office.received(aPetition({ kind: 'denunciation' }))
    await office.detail(caseId)
    const { reads } = await office.detail(caseId)
    expect(reads.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['Nội dung hồ sơ', 'Nội dung hồ sơ'])
  })
})

describe('a visit that turns out to be a denunciation', () => {
  /** Called as any other citizen; their name is on the screens. */
  async function aReception(label: string) {
    const { server } = hall
    const own = await hall.desk(label, ['reception'])
    const taken = await hall.ticket(own, { name: canary.name })
    const called = await own.act('call', { ticketId: taken.ticketId, words: 'Đã hẹn.' })
    const sessionId = SessionId.parse(called.body.sessionId)
    const at = `/api/sessions/${sessionId}`
    const officerLink = await hall.linkInto(taken, own.cookie)
    const noteTakerLink = await hall.linkInto(taken, own.noteTakerCookie)
    const officer = await listens(officerLink)
    await listens(noteTakerLink)
    const { joinLink } = await hall.waitingPage(taken.token).shows((view) => view.joinLink !== null)
    const citizen = await listens(joinLink ?? '')
    await server.reception.look()
    await until(async () => ((await hall.session(sessionId)).status === 'open' ? null : 'not open'))
    const people = async () => Object.values(await server.sessions.people(sessionId)).map(({ name }) => name)
    const protects = () =>
      server.call('POST', `${at}/protection`, { token: tokenIn(noteTakerLink), body: {} }).then(({ status }) => status)
    const tokens = { chair: tokenIn(officerLink), secretary: tokenIn(noteTakerLink) }
    return { own, taken, sessionId, at, officer, citizen, people, protects, tokens }
  }

  it('is that of a number from then on: in the room, in the queue, in the register, to every account', async () => {
    const { server } = hall
    const { own, taken, sessionId, at, officer, people, protects, tokens } = await aReception('Bàn 3')
    const otherDesk = hall.deskPage((await hall.desk('Bàn 4', ['reception'])).cookie)
    const nameAtOther = (name: string | null) =>
      otherDesk.shows(({ tickets }) => tickets.some((one) => one.number === taken.number && one.name === name))
    await nameAtOther(canary.name)
    const add = { itemId: null, content: { kind: 'note', text: 'Trước khi được bảo vệ.' } }
    const noted = await server.sessions.dispatch(
      sessionId,
      { kind: 'participant', participantId: ParticipantId.parse(await roleOf(sessionId, 'secretary')) },
      { id: newId(), type: 'minutes.add', data: add },
    )
    expect(noted.ok).toBe(true)
    await server.register.look()
    expect(await people()).toContain(canary.name)

    expect(await protects()).toBe(204)

    expect(await people()).toContain(`Người tố cáo số ${taken.number}`)
    expect(await people()).not.toContain(canary.name)
    expect(await hall.session(sessionId)).toMatchObject({ isProtected: true, protectedAt: expect.any(Number) })
    await until(() => (JSON.stringify(officer.told.at(-1)).includes(`số ${taken.number}`) ? null : 'not told'))
    await nameAtOther(null)
    await server.register.look()
    const stranger = await server.signIn('administrator')
    const register = await server.call('GET', `/api/register?period=${calendarDayOf(server.now())}`, {
      cookie: own.cookie,
    })
    expect(register.text).toContain(`Người tố cáo số ${taken.number}`)
    expect(register.text).not.toContain(canary.name)
    expect((await server.call('GET', at, { cookie: stranger.cookie })).status).toBe(403)
    const { readers } = (await server.call('GET', `${at}/protection`, { token: tokens.chair })).body
    expect(readers).toHaveLength(2)
    const ids = Object.values((await server.sessions.state(sessionId))?.identity.citizenIds ?? {})
    const kept = await server.citizens.read(ids, { accountId: null, purpose: 'test' })
    expect([...kept.values()]).toMatchObject([{ name: canary.name }])

    const later = { itemId: null, content: { kind: 'note', text: 'Sau khi được bảo vệ.' } }
    await server.sessions.dispatch(
      sessionId,
      { kind: 'participant', participantId: ParticipantId.parse(await roleOf(sessionId, 'secretary')) },
      { id: newId(), type: 'minutes.add', data: later },
    )
    expect(await placesOf(server, ['Sau khi được bảo vệ.'])).toEqual([])
    expect(await placesOf(server, ['Trước khi được bảo vệ.'])).toHaveLength(1)
    await own.act('finish')
  })

  it('has nobody inside who may not hear it', async () => {
    const { server } = hall
    const { own, sessionId, at, protects, tokens } = await aReception('Bàn 5')
    const called = await server.call('POST', `${at}/called-sites`, {
      token: tokens.chair,
      body: { name: 'Sở Tài chính', representative: null },
    })
    const branch = await listens(called.body.link)
    expect(await protects()).toBe(204)
    await until(() => (branch.page.socket.connected ? 'still connected' : null))
    const operator = await roleOf(sessionId, 'siteOperator')
    expect((await server.sessions.state(sessionId))?.admission.participants[operator]?.status).toBe('removed')
    await own.act('finish')
  })

  async function roleOf(sessionId: SessionId, role: string): Promise<ParticipantId> {
    const state = await hall.server.sessions.state(sessionId)
    const found = Object.values(state?.admission.participants ?? {}).find((one) => one.role === role)
    return ParticipantId.parse(found?.participantId)
  }
})

describe('a visit of a denouncer', () => {
  it('is closed to every account but those named for it', async () => {
    const visit = await aVisit()
    const { cookie, account } = await hall.server.signIn('administrator')
    const paths = ['', '/links', '/documents', '/journal.jsonl', '/protection', '/refusal-notices', '/issued-papers']
    for (const path of paths) {
      const { status, body } = await hall.server.call('GET', `${visit.at}${path}`, { cookie })
      expect([path, status, body.error.code]).toEqual([path, 403, 'protection.not-reader'])
    }
    const body = { accountId: account.accountId }
    const named = (as: string) => hall.server.call('POST', `${visit.at}/protection/readers`, { cookie: as, body })
    expect((await named(cookie)).status).toBe(403)
    expect((await named(desk.cookie)).status).toBe(204)
    expect((await hall.server.call('GET', `${visit.at}/protection`, { cookie })).status).toBe(200)
    await visit.finishes()
  })

  it('takes in no observer before the written waiver is noted', async () => {
    const visit = await aVisit()
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

describe('the written waiver', () => {
  it('is kept with its scan, and taken back: then nobody else is there any more', async () => {
    const { server } = hall
    const visit = await aVisit()
    const { at, tokens, sessionId } = visit
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const scan = await server.upload(`${at}/protection/waiver-scan`, 'văn bản.png', new Uint8Array(png), {
      token: tokens.secretary,
    })
    expect(scan.status).toBe(201)
    const { sha256 } = scan.body
    const waives = (hash: string | null) =>
      server.call('PUT', `${at}/protection/waiver`, {
        token: tokens.secretary,
        body: { paperNumber: '12/VB', signedOn: calendarDayOf(server.now()), sha256: hash },
      })
    expect((await waives('0'.repeat(64))).status).toBe(404)
    expect((await waives(sha256)).status).toBe(204)
    const kept = await server.call('GET', `${at}/protection/waiver-scan`, { cookie: desk.cookie })
    expect(kept.raw.equals(png)).toBe(true)
    const calls = () =>
      server.call('POST', `${at}/called-sites`, {
        token: tokens.chair,
        body: { name: 'Sở Tài chính', representative: null },
      })
    const branch = await listens((await calls()).body.link)

    const back = await server.call('POST', `${at}/protection/waiver/taking-back`, {
      token: tokens.secretary,
      body: { reason: 'Người tố cáo đổi ý.' },
    })
    expect(back.status).toBe(204)
    await until(() => (branch.page.socket.connected ? 'still connected' : null))
    const state = await server.sessions.state(sessionId)
    expect(state?.protection.waiver).toBeNull()
    expect((await calls()).body.error.code).toBe('protection.no-waiver')
    const minutes = minutesDocument(
      compose(sessionModules, { freeze: true }),
      await server.sessions.journal(sessionId),
      await server.sessions.people(sessionId),
      {} as never,
      server.now(),
      {},
    )
    expect(JSON.stringify(minutes)).toContain('secrecyTakenBack')
    await visit.finishes()
  })

  it('is noted, and readers are named, by the officers in the room as well', async () => {
    const { server } = hall
    const visit = await aVisit()
    const { at, tokens } = visit
    const shown = async () => (await server.call('GET', `${at}/protection`, { token: tokens.secretary })).body
    const { account, cookie } = await server.signIn()
    const { accountId } = account
    expect((await shown()).others).toContainEqual({ accountId, name: account.displayName })
    expect((await server.call('GET', at, { cookie })).status).toBe(403)
    const named = await server.call('POST', `${at}/protection/readers`, {
      token: tokens.secretary,
      body: { accountId },
    })
    expect(named.status).toBe(204)
    expect((await shown()).others).not.toContainEqual({ accountId, name: account.displayName })
    expect((await server.call('GET', at, { cookie })).status).toBe(200)
    const byCitizen = await server.call('POST', `${at}/protection/readers`, {
      token: tokens.citizen,
      body: { accountId },
    })
    expect(byCitizen.status).toBe(403)
    await visit.finishes()
  })
})

describe('a denunciation from the citizen’s own browser', () => {
  it('is given no number, unless the citizen says that they ask for no secrecy', async () => {
    const refused = await ticketFor(null, { way: 'browser' })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'queue.secrecy-online'])
    const taken = await ticketFor(null, { way: 'browser', waivesSecrecy: true })
    expect(taken.status).toBe(201)
    await hall.givesUp({ token: tokenIn(taken.body.link) })
  })
})
