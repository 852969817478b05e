// The register of receptions, from the call of a ticket to the file: rows are added automatically, filled from visit
// and case, closed, corrected and exported.
import { Readable } from 'node:stream'
import readXlsx from 'read-excel-file/node'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountId, CitizenId, RegisterRowId, SessionId } from '../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import type { RegisterRow, WrittenColumnsBody } from '../../shared/wire/reception/register.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { ReceptionHall, type TestDesk } from '../harness/reception-hall.ts'
import { until } from '../harness/wait.ts'

let hall: ReceptionHall
let desk: TestDesk
let office: Office
let today: string
beforeAll(async () => {
  hall = await ReceptionHall.open()
  desk = await hall.desk('Bàn 1', ['reception', 'denunciation'])
  office = new Office(hall.server, desk.cookie)
  today = calendarDayOf(hall.server.now())
})
afterAll(() => hall.close())

const call = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
  hall.server.call(method, `/api${path}`, { cookie: desk.cookie, ...(body !== undefined && { body }) })

async function rows(query = ''): Promise<RegisterRow[]> {
  const { body, status, text } = await call('GET', `/register?period=${today}${query}`)
  if (status !== 200) throw new Error(text)
  return body.rows
}

async function rowOf(ticket: string): Promise<RegisterRow> {
  const row = (await rows()).find((one) => one.ticket === ticket)
  if (!row) throw new Error(`${ticket} is not in the register`)
  return row
}

/** Somebody is called and received; their row is there. */
async function received(kind: 'reception' | 'denunciation' = 'reception', name = 'Ngô Văn Phúc') {
  const ticket = await hall.ticket(desk, { kind, name })
  const called = await desk.act('call-next', { kind })
  expect((await desk.act('begin')).status).toBe(204)
  await until(async () => ((await rows()).some((row) => row.ticket === ticket.number) ? null : 'no row'))
  return { ...ticket, sessionId: called.body.sessionId as string }
}

const complete: WrittenColumnsBody = { content: 'Bồi thường đất', kind: 'complaint', people: 1, isOwn: true }
const at = ({ day, rowId }: RegisterRow) => `/register/${day}/${rowId}`

async function exported(period: string): Promise<unknown[][]> {
  const file = await call('GET', `/register.xlsx?period=${period}`)
  expect(file.status).toBe(200)
  const [sheet] = (await readXlsx(Readable.from(file.raw))) as unknown as { data: unknown[][] }[]
  return sheet?.data ?? []
}

describe('a visit', () => {
  it('is added to the register when it begins, with the next number of the year and the name of the citizen', async () => {
    const { number, sessionId } = await received()
    const row = await rowOf(number)
    expect(row).toMatchObject({
      day: today,
      sessionId,
      citizen: { name: 'Ngô Văn Phúc' },
      officer: expect.any(String),
      receptionKind: 'regular',
      missing: ['content', 'kind', 'people', 'competence'],
      isVisitOver: false,
    })
    const closing = await call('POST', `${at(row)}/closing`)
    expect(closing).toMatchObject({ status: 409, body: { error: { code: 'register.visit-going-on' } } })
    await desk.act('finish')
    const incomplete = await call('POST', `${at(row)}/closing`)
    expect(incomplete.body.error).toMatchObject({
      code: 'register.incomplete',
      message: expect.stringContaining('5, 6, 7, 9/10/11'),
    })
    await until(async () => ((await rowOf(number)).isVisitOver ? null : 'the visit goes on'))
    const next = await received()
    expect((await rowOf(next.number)).number).toBe(row.number + 1)
    await desk.act('finish')
  })

  it('fills its row while it is going on, except columns an officer has written', async () => {
    const ticket = await hall.ticket(desk)
    const { body } = await desk.act('call-next', { kind: 'reception' })
    const sessionId = SessionId.parse(body.sessionId)
    let link = ''
    await until(async () => {
      const answer = await call('GET', `/reception/tickets/${ticket.ticketId}/visit`)
      link = answer.body.link
      return answer.status === 200 ? null : 'the room is not ready'
    })
    await hall.enters(link)
    await desk.act('begin')
    await until(async () => ((await rows()).some((row) => row.ticket === ticket.number) ? null : 'no row'))
    await call('PUT', at(await rowOf(ticket.number)), { note: 'Mời lại ngày 01/12', revision: 0 })
    const { visit } = (await hall.server.reception.state()).queue.tickets[ticket.ticketId as never] ?? {}
    const chair = { kind: 'participant', participantId: visit?.chair.participantId } as never
    const known = await hall.server.citizens.register({
      name: 'Lê Thị Tư',
      address: null,
      phone: null,
      email: null,
      identity: null,
    })
    const say = (by: never, type: string, data: object) =>
      hall.server.sessions.dispatch(sessionId, by, { id: newId(), type, data })
    const introduced = { participantId: visit?.citizen.participantId, citizenId: known }
    expect(await say({ kind: 'system' } as never, 'identity.introduce', introduced)).toMatchObject({ ok: true })
    const elsewhere = { isOwn: false, competentUnit: 'Sở Tài chính' }
    expect(await say(chair, 'visit.settleCompetence', elsewhere)).toMatchObject({ ok: true })
    await hall.server.register.look()
    expect(await rowOf(ticket.number)).toMatchObject({
      citizen: { name: 'Lê Thị Tư' },
      guidedTo: { body: 'Sở Tài chính', paperNumber: null },
      note: 'Mời lại ngày 01/12',
      missing: ['content', 'kind', 'people'],
      isVisitOver: false,
    })
    await desk.act('finish')
  })

  it('whose row is missing after a crash gets it at the next start', async () => {
    const ticket = await hall.ticket(desk)
    await desk.act('call-next', { kind: 'reception' })
    // Another node, where nobody listens, writes the beginning.
    const days = hall.server.anotherReceptionDays()
    const by = { kind: 'system' } as const
    await days.dispatch(today, by, { type: 'queue.beginVisit', data: { ticketId: ticket.ticketId } })
    expect((await rows()).some((row) => row.ticket === ticket.number)).toBe(false)
    await hall.server.register.recover()
    expect(await rowOf(ticket.number)).toMatchObject({ number: (await rows())[0]?.number })
    await desk.act('finish')
  })

  it('with several matters has a row for each, and column 12 follows the case', async () => {
    const { number, sessionId } = await received()
    await desk.act('finish')
    const reception = { day: today, sessionId, ticket: number }
    const petition = { way: 'reception', reception, receivedOn: today, writtenOn: null } as const
    const land = await office.received(aPetition({ ...petition, subject: 'Khiếu nại thu hồi đất', signers: 3 }))
    const road = await office.received(aPetition({ ...petition, kind: 'reflection', subject: 'Đường ngập' }))
    const ofVisit = async () => (await rows()).filter((row) => row.ticket === number)
    await until(async () =>
      (await ofVisit()).filter((row) => row.case).length === 2 ? null : 'not both are in the register',
    )
    const [second, first] = await ofVisit()
    expect(first).toMatchObject({
      case: { caseId: land.caseId },
      content: 'Khiếu nại thu hồi đất',
      kind: 'complaint',
      people: 3,
    })
    expect(second).toMatchObject({
      case: { caseId: road.caseId },
      kind: 'reflection',
      citizen: { name: 'Ngô Văn Phúc' },
    })
    expect(second?.number).toBe((first?.number ?? 0) + 1)
    expect(await office.does(road.caseId, 'withdrawal', { on: today, reason: null })).toBe(204)
    const result = { on: today, paperNumber: null }
    await until(async () => ((await ofVisit())[0]?.result ? null : 'no result'))
    expect((await ofVisit())[0]?.result).toMatchObject(result)
  })

  it('is marked as repeated once an earlier case about the same matter is linked', async () => {
    const before = await received()
    await desk.act('finish')
    const petition = (of: { number: string; sessionId: string }) =>
      aPetition({
        way: 'reception',
        reception: { day: today, sessionId: of.sessionId, ticket: of.number },
        receivedOn: today,
        writtenOn: null,
        subject: 'Cấp giấy chứng nhận',
      })
    const first = await office.received(petition(before))
    const again = await received()
    await desk.act('finish')
    const byPost = await office.received(aPetition({ way: 'post', receivedOn: today, writtenOn: null }))
    const second = await office.received(petition(again))
    const row = async () => (await rows()).find(({ ticket }) => ticket === again.number)
    await until(async () => ((await row())?.case ? null : 'not linked'))
    expect(await office.does(second.caseId, 'earlier', { earlierIds: [byPost.caseId] })).toBe(204)
    expect((await row())?.isRepeat).toBeNull()
    expect(await office.does(second.caseId, 'earlier', { earlierIds: [byPost.caseId, first.caseId] })).toBe(204)
    await until(async () => ((await row())?.isRepeat ? null : 'it is not said'))
  })

  it('shows its desk the earlier visits and cases of the citizen, but no denunciation', async () => {
    const phone = '0905 111 222'
    const who = { name: 'Ngô Văn Phúc', address: null, phone, email: null, identity: null }
    const petitioners = [who]
    const post = { way: 'post', receivedOn: today, writtenOn: null, petitioners } as const
    const before = await office.received(aPetition(post))
    await office.received(aPetition({ ...post, kind: 'denunciation' }))
    const earlier = async (kind: 'reception' | 'denunciation') => {
      const { ticketId } = await hall.ticket(desk, { kind })
      const citizenId = await hall.server.citizens.register({ ...who, phone: '+84905111222' })
      const by = { kind: 'account', accountId: AccountId.parse(desk.accountId) } as const
      const data = { ticketId, citizenId }
      expect(await hall.server.reception.dispatch(by, { type: 'queue.nameCitizen', data })).toMatchObject({ ok: true })
      await desk.act('call-next', { kind })
      const path = `/reception/tickets/${ticketId}/earlier-cases`
      await until(async () => ((await call('GET', path)).status === 200 ? null : 'the room is not ready'))
      const { cases, visits } = (await call('GET', path)).body
      const other = await hall.server.signIn('administrator')
      expect((await hall.server.call('GET', `/api${path}`, { cookie: other.cookie })).status).toBe(404)
      await desk.act('begin')
      await desk.act('finish')
      return { cases: cases.map(({ caseId }: { caseId: string }) => caseId), visits }
    }
    const first = { count: 0, lastOn: null, samePerson: [], comparedBy: ['phone'], isWhole: true }
    expect(await earlier('reception')).toEqual({ cases: [before.caseId], visits: first })
    expect(await earlier('denunciation')).toEqual({ cases: [], visits: null })
    const second = { ...first, count: 1, lastOn: today, samePerson: ['phone'] }
    expect(await earlier('reception')).toEqual({ cases: [before.caseId], visits: second })
  })

  it('with a petition that contains a denunciation names nobody in any of its rows', async () => {
    const { number, sessionId } = await received()
    await desk.act('finish')
    const reception = { day: today, sessionId, ticket: number }
    const mixed = aPetition({ way: 'reception', reception, receivedOn: today, writtenOn: null, kind: 'mixed' })
    const { caseId } = await office.received(mixed)
    const ofVisit = async () => (await rows()).filter((row) => row.ticket === number)
    await until(async () => ((await ofVisit())[0]?.case ? null : 'not linked'))
    expect(await ofVisit()).toMatchObject([{ citizen: null, alias: `Công dân số ${number} (giữ bí mật)` }])
    const part = (kind: string) => ({ kind, subject: `Phần ${kind}`, content: 'Nội dung' })
    expect(await office.does(caseId, 'parts', { parts: [part('complaint'), part('denunciation')] })).toBe(204)
    await until(async () => ((await ofVisit()).length === 2 ? null : 'the parts have no rows'))
    await until(async () => ((await ofVisit()).every((row) => row.kind) ? null : 'not filled'))
    expect((await ofVisit()).reverse()).toMatchObject([
      { kind: 'complaint', citizen: null, alias: `Công dân số ${number} (giữ bí mật)` },
      { kind: 'denunciation', citizen: null, alias: `Người tố cáo số ${number}` },
    ])
  })

  it('of a denouncer is listed under an alias, without access to their data', async () => {
    const { number } = await received('denunciation', 'Trần Thị Bí')
    await desk.act('finish')
    const row = await rowOf(number)
    expect(row).toMatchObject({ alias: `Người tố cáo số ${number}`, citizen: null })
    const kept = await hall.server.register.row(today, row.rowId)
    const looks = await hall.server.citizens.accesses(CitizenId.parse(kept?.citizenId), 50)
    expect(looks.filter(({ purpose }) => purpose.includes('Sổ'))).toEqual([])
    const named = await call('PUT', at(row), {
      citizen: { name: 'Trần Thị Bí', address: null, identity: null },
      revision: 0,
    })
    expect(named.body.error.code).toBe('register.protected')
    expect(JSON.stringify(await exported(today))).not.toContain('Trần Thị Bí')
  })
})

describe('an officer', () => {
  it('fills in what is missing, closes the row, and corrects it with a reason', async () => {
    const { number } = await received()
    await desk.act('finish')
    const row = await rowOf(number)
    const citizen = {
      name: 'Ngô Văn Phúc',
      address: 'Thôn 3',
      identity: { kind: 'citizenCard', number: '001 085 012 345', issuedOn: null, issuedBy: null },
    } as const
    const written = await call('PUT', at(row), { ...complete, citizen, revision: 0 })
    expect(written.body).toMatchObject({
      missing: [],
      citizen: { address: 'Thôn 3', paper: { number: '001085012345' } },
    })
    expect((await call('POST', `${at(row)}/closing`)).body.closed).toMatchObject({ by: expect.any(String) })
    expect((await call('PUT', at(row), { people: 2, revision: 1 })).body.error.code).toBe('register.closed')
    const wrong = { columns: { people: 2 }, reason: ' ', revision: 1 }
    expect((await call('POST', `${at(row)}/corrections`, wrong)).status).toBe(400)
    const correction = { columns: { people: 2, content: 'Bồi thường đất ở' }, reason: 'Ghi thiếu', revision: 1 }
    const late = await call('POST', `${at(row)}/corrections`, { ...correction, revision: 0 })
    expect(late.body.error.code).toBe('register.changed')
    const corrected = await call('POST', `${at(row)}/corrections`, correction)
    expect(corrected.body).toMatchObject({
      people: 2,
      corrections: [
        { before: { people: 1, content: 'Bồi thường đất' }, after: correction.columns, reason: 'Ghi thiếu' },
      ],
    })
    const sheet = await exported(today)
    const line = sheet.find((cells) => cells[0] === row.number)
    expect(line?.[6]).toBe(2)
    expect(line?.[12]).toContain('cột 7 trước ghi “1”')
  })

  it('adds somebody who came without a ticket, once even if the request is repeated', async () => {
    const body = { rowId: newId(), day: today, columns: { ...complete, receptionKind: 'leader', receivedBy: 'head' } }
    const first = await call('POST', '/register', body)
    const second = await call('POST', '/register', body)
    expect(first).toMatchObject({ status: 201, body: { ticket: null, receivedBy: 'head', missing: [] } })
    expect(second.body.number).toBe(first.body.number)
    const tomorrow = calendarDayOf(hall.server.now() + 24 * 60 * 60 * 1000)
    const early = await call('POST', '/register', { ...body, rowId: newId(), day: tomorrow })
    expect(early).toMatchObject({ status: 400, body: { error: { field: 'day' } } })
  })

  it('links a petition to a row by its number', async () => {
    const { body: row } = await call('POST', '/register', { rowId: newId(), day: today, columns: complete })
    const made = await office.received(aPetition({ receivedOn: today, writtenOn: null }))
    const link = (number: string) => call('POST', `${at(row)}/case`, { number })
    expect((await link('KN-999/2026')).body.error.code).toBe('register.no-case')
    expect((await link(made.number.toLowerCase())).body).toMatchObject({
      case: { caseId: made.caseId, number: made.number },
    })
    const other = await office.received(aPetition({ receivedOn: today, writtenOn: null }))
    expect((await link(other.number)).body.error.code).toBe('register.has-case')
  })

  it('leaves no gap in the numbers when rows are added concurrently and some are refused', async () => {
    const before = Math.max(...(await rows()).map(({ number }) => number))
    const { account } = await hall.server.signIn()
    const sent = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        hall.server.register.openByHand(account.accountId, today, {
          rowId: RegisterRowId.parse(newId()),
          columns: n % 3 === 0 ? { people: -1 } : (complete as never),
        }),
      ),
    )
    expect(sent.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    const numbers = (await rows()).map(({ number }) => number).filter((number) => number > before)
    expect(numbers.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => before + n))
  })

  it('searches rows by words with or without diacritics, by kind, officer, and open or closed', async () => {
    const columns = { ...complete, content: 'Cấp giấy chứng nhận ở Đồng Nai', kind: 'proposal' }
    const { body } = await call('POST', '/register', { rowId: newId(), day: today, columns })
    const numbers = async (query: string) => (await rows(query)).map(({ number }) => number)
    expect(await numbers('&text=giay+chung+nhan+dong')).toEqual([body.number])
    expect(await numbers(`&text=${encodeURIComponent('đồng nai')}&kind=proposal`)).toEqual([body.number])
    expect(await numbers('&text=dong+nai&kind=complaint')).toEqual([])
    expect(await numbers('&text=dong+nai&state=closed')).toEqual([])
    expect(await numbers('&text=dong+nai&state=open')).toEqual([body.number])
    const { account } = await hall.server.signIn()
    expect(await numbers(`&text=dong+nai&officerId=${account.accountId}`)).toEqual([])
    expect((await call('GET', '/register?period=2026-13')).status).toBe(400)
  })
})

describe('searching the register by name', () => {
  it('finds citizens with or without diacritics, no protected rows, and records the search', async () => {
    const { number, sessionId } = await received('reception', 'Sùng Thị Dợ')
    await desk.act('finish')
    await received('denunciation', 'Sùng Thị Dợ')
    await desk.act('finish')
    const numbers = async (name: string) =>
      (await rows(`&name=${encodeURIComponent(name)}`)).map(({ ticket }) => ticket)
    for (const typed of ['Sùng Thị Dợ', 'do sung']) expect(await numbers(typed), typed).toEqual([number])
    expect(await numbers('Sùng Thị Dở')).toEqual([number])
    expect(await numbers('Sùng Seo')).toEqual([])
    const { cookie } = await hall.server.signIn('administrator')
    const { searches } = (await hall.server.call('GET', '/api/name-searches', { cookie })).body
    expect(searches[0]).toMatchObject({ name: 'Sùng Seo', place: 'register', found: 0 })
    const reception = { day: today, sessionId, ticket: number }
    const mixed = aPetition({ way: 'reception', reception, receivedOn: today, writtenOn: null, kind: 'mixed' })
    await office.received(mixed)
    await until(async () => ((await rowOf(number)).case ? null : 'not linked'))
    expect(await numbers('Sùng Thị Dợ')).toEqual([])
  })

  it('finds the petitions of a period, but no denunciation', async () => {
    const petitioners = [{ name: 'Tráng A Tủa', address: null, phone: null, email: null, identity: null }]
    const { caseId } = await office.received(aPetition({ receivedOn: today, writtenOn: null, petitioners }))
    await office.received(aPetition({ receivedOn: today, writtenOn: null, petitioners, kind: 'denunciation' }))
    const found = async (period: string) =>
      (await call('GET', `/register/petitions?period=${period}&name=trang+tua`)).body.rows.map(
        (row: { caseId: string }) => row.caseId,
      )
    expect(await found(today)).toEqual([caseId])
    expect(await found('2025')).toEqual([])
  })
})

describe('the file of the register', () => {
  it('has the thirteen columns of the form, each row once in order of number, and no formula', async () => {
    const columns = { ...complete, content: '=HYPERLINK("http://example.com")' }
    await call('POST', '/register', { rowId: newId(), day: today, columns })
    const sheet = await exported(today.slice(0, 4))
    const titles = sheet.findIndex((cells) => cells[0] === 'STT')
    expect(sheet.slice(0, titles).flat().join(' ')).toContain('SỔ TIẾP CÔNG DÂN')
    expect(sheet[titles]).toHaveLength(13)
    expect(sheet[titles + 1]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    const numbers = sheet.slice(titles + 2).map((cells) => cells[0])
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1))
    expect(sheet.at(-1)?.[4]).toBe('=HYPERLINK("http://example.com")')
  })

  it('reports its progress', async () => {
    const exportId = newId()
    const file = await call('GET', `/register.xlsx?period=${today}&exportId=${exportId}`)
    expect(file.status).toBe(200)
    const { body } = await call('GET', `/register/exports/${exportId}`)
    expect(body).toEqual({
      state: 'done',
      done: body.total,
      total: (await call('GET', `/register?period=${today}`)).body.count.all,
    })
    expect((await call('GET', `/register/exports/${newId()}`)).status).toBe(404)
  })

  it('can be downloaded as PDF in parts', async () => {
    const file = await call('GET', `/register.pdf?period=${today}`)
    expect(file.raw.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await call('GET', `/register.pdf?period=${today}&part=2`)).status).toBe(404)
  })

  it('is accessible to staff only', async () => {
    for (const path of [
      '/register?period=2026',
      '/register.xlsx?period=2026',
      '/register.pdf?period=2026',
      '/register/petitions?period=2026',
    ])
      expect((await hall.server.call('GET', `/api${path}`)).status).toBe(401)
  })
})

describe('a row linked to a petition of Mật or above', () => {
  it('shows neither words nor names, is not found by them, and its workbooks have the secrecy mark', async () => {
    const { number } = await received('reception', 'Lò Thị Mẩy')
    await desk.act('finish')
    const written = await rowOf(number)
    const columns = { ...complete, content: 'Kho vật liệu nổ ở Đồi Thông', note: 'Giữ kín' }
    expect((await call('PUT', at(written), { ...columns, revision: written.revision })).status).toBe(200)
    const petition = await office.received(aPetition({ receivedOn: today, writtenOn: null }))
    expect((await call('POST', `${at(written)}/case`, { number: petition.number })).status).toBe(200)
    expect((await exported(today))[0]?.[0]).not.toBe('TỐI MẬT')

    await hall.server.standsOn('closedLan')
    const { body: before } = await call('GET', `/cases/${petition.caseId}`)
    const change = { secrecy: 'secret', reason: '12/QĐ-UBND', seq: before.row.seq }
    expect((await call('POST', `/cases/${petition.caseId}/level`, change)).status).toBe(204)
    await until(async () => ((await rowOf(number)).secrecy === 'secret' ? null : 'the list of cases is behind'))
    expect(await rowOf(number)).toMatchObject({ content: null, note: null, citizen: null, corrections: [] })
    for (const asked of ['text=Đồi Thông', 'name=Lò Thị Mẩy']) expect(await rows(`&${encodeURI(asked)}`)).toEqual([])
    const register = await exported(today)
    const petitions = await call('GET', `/register/petitions.xlsx?period=${today}`)
    const [sheet] = (await readXlsx(Readable.from(petitions.raw))) as unknown as { data: unknown[][] }[]
    expect([register[0]?.[0], sheet?.data[0]?.[0]]).toEqual(['TỐI MẬT', 'TỐI MẬT'])
    expect(register.flat().join()).not.toMatch(/Đồi Thông|Giữ kín|Lò Thị Mẩy/)
    expect(register.flat()).toContain('Nội dung có độ mật (TỐI MẬT)')
    await hall.server.standsOn('internet')
  })
})

describe('the register of petitions', () => {
  it('names the petitioners, but those of a denunciation only to its readers', async () => {
    const other = await hall.server.signIn()
    const open = await office.received(aPetition({ receivedOn: today, writtenOn: null, subject: 'Xin cấp giấy' }))
    const secret = await office.received(
      aPetition({ receivedOn: today, writtenOn: null, kind: 'denunciation', subject: 'Tố cáo cán bộ' }),
    )
    const listed = async (cookie: string) => {
      const { body } = await hall.server.call('GET', `/api/register/petitions?period=${today}`, { cookie })
      return (caseId: string) => body.rows.find((row: { caseId: string }) => row.caseId === caseId)
    }
    const mine = await listed(desk.cookie)
    const theirs = await listed(other.cookie)
    expect(mine(open.caseId)).toMatchObject({ number: open.number, way: 'hand', petitioners: [{ name: 'Đỗ Văn Bảy' }] })
    expect(theirs(open.caseId)).toMatchObject({ petitioners: [{ name: 'Đỗ Văn Bảy' }] })
    expect(mine(secret.caseId)).toMatchObject({ petitioners: [{ name: 'Đỗ Văn Bảy' }] })
    expect(theirs(secret.caseId)).toMatchObject({ petitioners: null })
    const file = await hall.server.call('GET', `/api/register/petitions.xlsx?period=${today}`, { cookie: other.cookie })
    const [sheet] = (await readXlsx(Readable.from(file.raw))) as unknown as { data: unknown[][] }[]
    const line = (number: string) => sheet?.data.find((cells) => cells[0] === number)
    expect(line(open.number)?.slice(4, 6)).toEqual(['Đỗ Văn Bảy, Thôn 3, xã Tân Lập', 'Xin cấp giấy'])
    expect(line(secret.number)?.[4]).toBe('Giữ bí mật')
  })
})
