// From a ticket to the visit: waiting pages, desks, calls, and the behaviour after failures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountId, SessionId } from '../../shared/kernel/ids.ts'
import type { DayView, TakenTicket } from '../../shared/wire/reception/reception.ts'
import { ReceptionHall, type TestDesk } from '../harness/reception-hall.ts'
import { until } from '../harness/wait.ts'

let hall: ReceptionHall
beforeAll(async () => {
  hall = await ReceptionHall.open()
})
afterAll(() => hall.close())

const rowOf = ({ tickets }: DayView, { ticketId }: TakenTicket) => tickets.find((one) => one.ticketId === ticketId)

/** The desk calls, and its room is ready: the officer’s link into it. */
async function called(desk: TestDesk, ticket: TakenTicket): Promise<{ sessionId: string; officer: string }> {
  const { body } = await desk.act('call-next', {})
  expect(body).toMatchObject({ ticketId: ticket.ticketId })
  return { sessionId: body.sessionId, officer: await hall.linkInto(ticket, desk.cookie) }
}

describe('a ticket', () => {
  it('is called to a desk, and its waiting page gets the link to the visit, where the citizen has their name', async () => {
    const desk = await hall.desk('Bàn 1')
    const ticket = await hall.ticket(desk, { name: 'Ngô Văn Phúc' })
    expect(ticket.number).toBe('A001')
    const page = hall.waitingPage(ticket.token)
    expect(await page.shows(({ status }) => status === 'waiting')).toMatchObject({ peopleBefore: 0, joinLink: null })
    const called = await desk.act('call-next', {})
    expect(called.body).toMatchObject({ number: 'A001', reason: 'order' })
    const { joinLink, deskLabel } = await page.shows((view) => view.joinLink !== null)
    expect(deskLabel).toBe('Bàn 1')
    const listed = async (of: string) =>
      (await hall.server.call('GET', `/api/sessions?of=${of}`, { cookie: desk.cookie })).body.sessions
    // Visits would bury the conferences of the agency.
    expect(await listed('meetings')).toEqual([])
    expect(await listed('visits')).toMatchObject([{ visitOf: { ticketId: ticket.ticketId } }])
    const token = new URL(joinLink ?? '').hash.slice(1)
    const entrance = await hall.server.call('GET', '/api/entrance', { token })
    expect(entrance.body).toMatchObject({
      answer: 'welcome',
      name: 'Ngô Văn Phúc',
      role: 'citizen',
      session: { kind: 'reception', title: 'Tiếp công dân, số A001' },
    })
    await desk.act('begin')
    await desk.act('finish')
  })
})

describe('a called ticket', () => {
  it('begins its visit when officer, note-taker and citizen are in the room, and ends when the chair closes the session', async () => {
    const desk = await hall.desk('Bàn 2')
    const ticket = await hall.ticket(desk)
    const page = hall.waitingPage(ticket.token)
    const { sessionId, officer } = await called(desk, ticket)
    const { joinLink } = await page.shows((view) => view.joinLink !== null)
    await hall.enters(officer)
    await hall.server.reception.look()
    expect(await hall.statusOf(ticket)).toBe('called')
    await hall.enters(joinLink ?? '')
    await hall.server.reception.look()
    expect(await hall.statusOf(ticket)).toBe('called')
    await hall.enters(await hall.linkInto(ticket, desk.noteTakerCookie))
    await hall.begins(ticket)
    await until(async () => ((await hall.session(sessionId)).status === 'open' ? null : 'the session is not open'))
    await hall.server.call('POST', `/api/sessions/${sessionId}/close`, { cookie: desk.cookie })
    await hall.server.reception.look()
    expect(await page.shows(({ status }) => status === 'finished')).toMatchObject({ joinLink: null })
    expect((await desk.act('call-next', {})).body.error.code).toBe('queue.empty')
  })

  it('returns to the queue after a no-show, and the session of that call is cancelled with the reason', async () => {
    const desk = await hall.desk('Bàn 3')
    const ticket = await hall.ticket(desk)
    const page = hall.waitingPage(ticket.token)
    const { sessionId } = await called(desk, ticket)
    const { joinLink } = await page.shows((view) => view.joinLink !== null)
    expect((await desk.act('no-show')).status).toBe(204)
    expect(await page.shows(({ status }) => status === 'waiting')).toMatchObject({
      returned: { reason: 'missed' },
      isLastCall: true,
    })
    await until(async () => ((await hall.session(sessionId)).status === 'cancelled' ? null : 'the room is still there'))
    const token = new URL(joinLink ?? '').hash.slice(1)
    const entrance = await hall.server.call('GET', '/api/entrance', { token })
    expect(entrance.body).toMatchObject({ answer: 'cancelled', explanation: 'Công dân chưa có mặt khi được mời.' })
    await hall.givesUp(ticket)
  })

  it('is handed over during a visit: its session is closed, and the other desk gets a new one', async () => {
    const [from, to] = [await hall.desk('Bàn 4'), await hall.desk('Bàn 5')]
    const ticket = await hall.ticket(from)
    const first = await called(from, ticket)
    expect((await from.act('begin')).status).toBe(204)
    await hall.server.reception.look()
    // The citizen is at the desk; it is a reception once somebody takes the notes.
    expect((await hall.session(first.sessionId)).status).toBe('scheduled')
    await hall.enters(await hall.linkInto(ticket, from.noteTakerCookie))
    await until(async () => {
      await hall.server.reception.look()
      return (await hall.session(first.sessionId)).status === 'open' ? null : 'not open'
    })
    const note = { toDeskId: to.deskId, note: 'Thuộc lĩnh vực đất đai.' }
    expect((await from.act('hand-over', note)).status).toBe(204)
    await until(async () => ((await hall.session(first.sessionId)).status === 'closed' ? null : 'not closed'))
    const second = await called(to, ticket)
    expect(second.sessionId).not.toBe(first.sessionId)
    const shown = await hall.server.call('GET', '/api/reception/day', { cookie: to.cookie })
    expect(rowOf(shown.body, ticket)).toMatchObject({ note: note.note, status: 'called' })
    await to.act('begin')
    await to.act('finish')
  })

  it('is called by one desk only: concurrent calls of several desks call different tickets', async () => {
    const desks = [await hall.desk('Bàn 6'), await hall.desk('Bàn 7'), await hall.desk('Bàn 8')]
    const tickets = [await hall.ticket(desks[0] as TestDesk), await hall.ticket(desks[0] as TestDesk)]
    const answers = await Promise.all(desks.map((desk) => desk.act('call-next', {})))
    const called = answers.flatMap(({ status, body }) => (status === 200 ? [body.number] : []))
    expect(called.sort()).toEqual(tickets.map(({ number }) => number).sort())
    expect(answers.find(({ status }) => status !== 200)?.body.error.code).toBe('queue.empty')
    for (const desk of desks) await desk.act('begin')
    for (const desk of desks) await desk.act('finish')
  })
})

describe('a desk whose page is disconnected', () => {
  it('gives its citizen back after a minute, and is open again when the page reconnects', async () => {
    const desk = await hall.desk('Bàn 9')
    const page = hall.deskPage(desk.cookie)
    await page.shows(({ desks }) => desks.some(({ deskId }) => deskId === desk.deskId))
    const ticket = await hall.ticket(desk)
    await called(desk, ticket)
    page.socket.disconnect()
    const waiting = hall.waitingPage(ticket.token)
    await until(async () => {
      await hall.server.reception.look()
      hall.server.skewMs += 30_000
      return (await hall.statusOf(ticket)) === 'waiting' ? null : 'the citizen is still at the desk'
    })
    expect(await waiting.shows(({ returned }) => returned !== null)).toMatchObject({ returned: { reason: 'deskLost' } })
    expect((await desk.act('call-next', {})).body.error.code).toBe('desks.lost')
    const again = hall.deskPage(desk.cookie)
    await again.shows(({ desks }) => desks.some(({ deskId, status }) => deskId === desk.deskId && status === 'open'))
    await called(desk, ticket)
    await desk.act('begin')
    await desk.act('finish')
  })

  it('is not lost while its officer is in the room of the visit', async () => {
    const desk = await hall.desk('Bàn 10')
    const ticket = await hall.ticket(desk)
    const { officer } = await called(desk, ticket)
    await hall.enters(officer)
    for (let round = 0; round < 5; round++) {
      await hall.server.reception.look()
      hall.server.skewMs += 30_000
    }
    expect(await hall.statusOf(ticket)).toBe('called')
    await desk.act('begin')
    await desk.act('finish')
  })
})

describe('after a crash between a call and its session', () => {
  it('the session is created by the next check, once, with everybody in it', async () => {
    const desk = await hall.desk('Bàn 11')
    const ticket = await hall.ticket(desk, { name: 'Trần Thị Hoa' })
    const officer = { kind: 'account', accountId: AccountId.parse(desk.accountId) } as const
    const call = { type: 'queue.callNext', data: { deskId: desk.deskId } }
    await hall.server.anotherReceptionDays().dispatch(hall.server.reception.today(), officer, call)
    const { visit } = (await hall.server.reception.state()).queue.tickets[ticket.ticketId] ?? {}
    const sessionId = SessionId.parse(visit?.sessionId)
    expect(await hall.server.sessions.state(sessionId)).toBeNull()
    await hall.server.reception.look()
    const { length } = await hall.server.sessions.journal(sessionId)
    await hall.server.reception.look()
    expect((await hall.server.sessions.journal(sessionId)).length).toBe(length)
    const people = await hall.server.sessions.people(sessionId)
    expect(Object.values(people).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Trần Thị Lan', 'Trần Thị Hoa']),
    )
    const { citizenId } = (await hall.server.reception.state()).queue.tickets[ticket.ticketId] ?? {}
    const { identity } = (await hall.server.sessions.state(sessionId)) ?? {}
    expect(Object.values(identity?.citizenIds ?? {})).toEqual([citizenId])
    await desk.act('begin')
    await desk.act('finish')
  })
})

describe('the views of waiting pages and desks', () => {
  it('two pages of one ticket show the same; a forged link and a missing login are refused', async () => {
    const desk = await hall.desk('Bàn 12')
    const ticket = await hall.ticket(desk)
    const [phone, computer] = [hall.waitingPage(ticket.token), hall.waitingPage(ticket.token)]
    for (const page of [phone, computer])
      expect(await page.shows(({ status }) => status === 'waiting')).toMatchObject({ number: ticket.number })
    for (const page of [hall.waitingPage('forged'), hall.deskPage('no=login')])
      await until(() => (page.isRefused ? null : 'it was not refused'))
    const asSession = await hall.server.call('GET', '/api/entrance', { token: ticket.token })
    expect(asSession.status).toBe(401)
    await hall.givesUp(ticket)
    await phone.shows(({ status }) => status === 'cancelled')
  })

  it('a page is told that another page has the same ticket; a reconnected page does not count as another', async () => {
    const desk = await hall.desk('Bàn 19')
    const ticket = await hall.ticket(desk)
    const phone = hall.waitingPage(ticket.token, 'phone')
    await phone.shows(({ isOpenElsewhere }) => !isOpenElsewhere)
    // The network is back before the server noticed that it was gone.
    const again = hall.waitingPage(ticket.token, 'phone')
    await again.shows(({ isOpenElsewhere }) => !isOpenElsewhere)
    phone.socket.disconnect()
    const computer = hall.waitingPage(ticket.token, 'computer')
    for (const page of [again, computer]) await page.shows(({ isOpenElsewhere }) => isOpenElsewhere)
    computer.socket.disconnect()
    await again.shows(({ isOpenElsewhere }) => !isOpenElsewhere)
    await hall.givesUp(ticket)
  })

  it('the name of a denouncer is shown to desks for denunciations only; in the room they have a number', async () => {
    const reception = await hall.desk('Bàn 13')
    const denunciations = await hall.desk('Bàn 14', ['denunciation'])
    const ticket = await hall.ticket(denunciations, { kind: 'denunciation', name: 'Lý Thị Kín' })
    const seenBy = async ({ cookie }: TestDesk) =>
      rowOf((await hall.server.call('GET', '/api/reception/day', { cookie })).body, ticket)
    expect(await seenBy(reception)).toMatchObject({ name: null, isNamed: true })
    expect(await seenBy(denunciations)).toMatchObject({ name: 'Lý Thị Kín' })
    const { sessionId } = await called(denunciations, ticket)
    const people = Object.values(await hall.server.sessions.people(SessionId.parse(sessionId)))
    expect(people.map(({ name }) => name)).toContain(`Người tố cáo số ${ticket.number}`)
    expect(JSON.stringify(people)).not.toContain('Kín')
    expect(await hall.session(sessionId)).toMatchObject({ isProtected: true })
    await denunciations.act('begin')
    await denunciations.act('finish')
  })

  it('a message to one ticket is sent to its page only, one to all to every page', async () => {
    const desk = await hall.desk('Bàn 15')
    const [one, other] = [await hall.ticket(desk), await hall.ticket(desk)]
    const [onePage, otherPage] = [hall.waitingPage(one.token), hall.waitingPage(other.token)]
    const write = (ticketId: string | null, text: string) =>
      hall.server.call('POST', '/api/reception/messages', { cookie: desk.cookie, body: { ticketId, text } })
    await write(one.ticketId, 'Mời chuẩn bị căn cước.')
    await write(null, 'Giải lao 10 phút.')
    await onePage.shows(({ messages }) => messages.length === 2)
    expect((await otherPage.shows(({ messages }) => messages.length === 1)).messages[0]?.text).toBe('Giải lao 10 phút.')
    for (const ticket of [one, other]) await hall.givesUp(ticket)
  })

  it('a kiosk gives out tickets until it is removed', async () => {
    const { cookie } = await hall.desk('Bàn 16')
    const made = await hall.server.call('POST', '/api/reception/kiosks', { cookie, body: { label: 'Sảnh' } })
    const token = new URL(made.body.link).hash.slice(1)
    const body = { kind: 'dialogue', priority: 'elderly' }
    const taken = await hall.server.call('POST', '/api/reception/tickets', { token, body })
    expect(taken).toMatchObject({ status: 201, body: { number: 'B001' } })
    const shown = await hall.server.call('GET', '/api/reception/kiosk', { token })
    expect(shown.body).toMatchObject({ label: 'Sảnh', waiting: { dialogue: 1 } })
    await hall.server.call('DELETE', `/api/reception/kiosks/${made.body.kioskId}`, { cookie })
    const late = await hall.server.call('POST', '/api/reception/tickets', { token, body })
    expect(late.status).toBe(401)
  })

  it('the note-taker of a desk has their own link into its visits, others have none', async () => {
    const desk = await hall.desk('Bàn 17')
    const ticket = await hall.ticket(desk)
    await called(desk, ticket)
    const linkOf = (cookie: string) =>
      hall.server.call('GET', `/api/reception/tickets/${ticket.ticketId}/visit`, { cookie })
    const token = new URL((await linkOf(desk.noteTakerCookie)).body.link).hash.slice(1)
    expect((await hall.server.call('GET', '/api/entrance', { token })).body).toMatchObject({ role: 'secretary' })
    expect((await linkOf((await hall.server.signIn()).cookie)).status).toBe(404)
    await desk.act('begin')
    await desk.act('finish')
  })
})

describe('a new day', () => {
  it('starts with its own numbers and with the rules of the last day that had a desk', async () => {
    const { cookie } = await hall.desk('Bàn 18')
    const { settings } = (await hall.server.reception.state()).queue
    const changed = { ...settings, takesTickets: false, rules: { ...settings.rules, behind: 1 } }
    expect((await hall.server.call('PUT', '/api/reception/settings', { cookie, body: changed })).status).toBe(204)
    hall.server.skewMs += 24 * 60 * 60 * 1000
    const desk = await hall.desk('Bàn 1')
    expect((await hall.ticket(desk)).number).toBe('A001')
    expect((await hall.server.reception.state()).queue.settings).toEqual({ ...changed, takesTickets: true })
  })
})

describe('the holder of a ticket in their own browser', () => {
  const asks = (token: string, method: 'GET' | 'POST', path: string, body?: object) =>
    hall.server.call(method, `/api/reception/ticket/${path}`, { token, ...(body && { body }) })

  it('accepts the current rules; the page asks no more, and the time is recorded', async () => {
    const desk = await hall.desk('Bàn 31')
    const ticket = await hall.ticket(desk, { way: 'browser', name: 'Đỗ Văn Bảy' })
    const page = hall.waitingPage(ticket.token)
    await page.shows(({ mustAccept }) => mustAccept)
    const old = await asks(ticket.token, 'POST', 'acceptance', { sha256: '0'.repeat(64) })
    expect([old.status, old.body.error.code]).toEqual([409, 'reception.rules-changed'])
    const { sha256, declaration } = (await asks(ticket.token, 'GET', 'rules')).body
    expect(declaration).toContain('Tôi đã đọc nội quy')
    expect((await asks(ticket.token, 'POST', 'acceptance', { sha256 })).status).toBe(204)
    await page.shows(({ mustAccept }) => !mustAccept)
    const { tickets } = (await hall.server.reception.state()).queue
    expect(tickets[ticket.ticketId]?.acceptedRulesAt).not.toBeNull()
    await hall.givesUp(ticket)
  })

  it('asks for a telephone call: the desk sees the number, the journal of the day does not contain it', async () => {
    const desk = await hall.desk('Bàn 32')
    const ticket = await hall.ticket(desk, { way: 'browser', name: 'Trần Thị Hoa' })
    const page = hall.waitingPage(ticket.token)
    const officers = hall.deskPage(desk.cookie)
    await officers.shows((day) => rowOf(day, ticket)?.phone === null)
    expect((await asks(ticket.token, 'POST', 'call-wish', { phone: '12' })).status).toBe(400)
    expect((await asks(ticket.token, 'POST', 'call-wish', { phone: '0912 345 678' })).status).toBe(204)
    await page.shows(({ hasAskedForCall }) => hasAskedForCall)
    await officers.shows((day) => rowOf(day, ticket)?.phone === '+84912345678')
    expect(JSON.stringify(await hall.server.reception.state())).not.toContain('912345678')
    await hall.givesUp(ticket)
  })

  it('without a name must enter it with the telephone number; otherwise the request is refused', async () => {
    const desk = await hall.desk('Bàn 33')
    const ticket = await hall.ticket(desk, { way: 'browser' })
    const page = hall.waitingPage(ticket.token)
    const officers = hall.deskPage(desk.cookie)
    await page.shows(({ isNamed }) => !isNamed)
    const unnamed = await asks(ticket.token, 'POST', 'call-wish', { phone: '0912 345 678' })
    expect([unnamed.status, unnamed.body.error.code]).toEqual([409, 'reception.unnamed'])
    expect(page.view?.hasAskedForCall).toBe(false)
    const named = { phone: '0912 345 678', name: 'Đỗ Thị Mười' }
    expect((await asks(ticket.token, 'POST', 'call-wish', named)).status).toBe(204)
    await page.shows(({ isNamed, hasAskedForCall }) => isNamed && hasAskedForCall)
    await officers.shows((day) => rowOf(day, ticket)?.phone === '+84912345678')
    expect(rowOf(officers.view as DayView, ticket)?.name).toBe('Đỗ Thị Mười')
    await hall.givesUp(ticket)
    expect((await asks(ticket.token, 'POST', 'call-wish', named)).status).toBe(409)
  })
})
