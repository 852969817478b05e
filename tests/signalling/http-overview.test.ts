// The overview: figures about desks, sessions and assignments, with the rows behind each figure.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import type { Overview, OverviewRows } from '../../shared/wire/figures/overview.ts'
import { assigned } from '../harness/assigned.ts'
import { aSession, type HttpServer } from '../harness/http.ts'
import { ReceptionHall } from '../harness/reception-hall.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
let hall: ReceptionHall
let server: HttpServer
let cookie: string
beforeAll(async () => {
  hall = await ReceptionHall.open()
  server = hall.server
  // In the morning: those who wait for half an hour do not wait past midnight.
  server.skewMs = Date.parse(`${calendarDayOf(Date.now())}T08:00:00+07:00`) - Date.now()
  ;({ cookie } = await server.signIn('administrator'))
})
afterAll(() => hall.close())

const dayFromToday = (days: number) => calendarDayOf(server.now() + days * dayMs)
const days = (from: number, to: number) => `from=${dayFromToday(from)}&to=${dayFromToday(to)}`
const today = () => days(0, 0)

async function overview(period: string): Promise<Overview> {
  const { status, body, text } = await server.call('GET', `/api/overview?${period}`, { cookie })
  if (status !== 200) throw new Error(text)
  return body
}
async function behind(of: string, period: string): Promise<OverviewRows> {
  const { status, body, text } = await server.call('GET', `/api/overview/rows?${period}&of=${of}`, { cookie })
  if (status !== 200) throw new Error(text)
  return body
}

it('reports no known figures before anything has happened', async () => {
  const empty = await overview(today())
  expect(empty).toMatchObject({
    organisation: expect.stringMatching(/./),
    waiting: { since: null, now: { count: 0, medianMs: null, longestMs: null } },
    sessions: { since: null, count: { value: 0, before: 0 }, sites: [] },
    overdue: { beforeOn: null, units: [] },
    conclusions: { now: { inTime: 0, late: 0, overdue: 0, open: 0 } },
  })
})

it('counts the visits of a period and of the one before, and lists the rows behind each figure', async () => {
  const row = (day: string, columns: object) =>
    server.call('POST', '/api/register', {
      cookie,
      body: {
        rowId: newId(),
        day,
        columns: { content: 'Bồi thường đất', kind: 'complaint', people: 1, isOwn: true, ...columns },
      },
    })
  await row('2026-03-30', {})
  await row('2026-04-02', { people: 3 })
  await row('2026-04-09', { kind: 'reflection', isOwn: false, handledBy: { body: 'Phòng Kinh tế', paperNumber: null } })
  const april = 'from=2026-04-01&to=2026-04-30'
  const { receptions, before } = await overview(april)
  expect(before).toEqual({ from: '2026-03-01', to: '2026-03-31' })
  expect(receptions.figures).toMatchObject({
    visits: { value: 2, before: 1 },
    people: { value: 4, before: 1 },
    reflection: { value: 1, before: 0 },
  })
  expect(receptions.steps.map(({ from, value, before: then }) => [from.slice(8), value, then])).toEqual([
    ['01', 1, 0],
    ['08', 1, 0],
    ['15', 0, 0],
    ['22', 0, 0],
    ['29', 0, 1],
  ])
  const week = await behind('reception&key=visits', 'from=2026-04-08&to=2026-04-14')
  expect(week.receptions).toMatchObject([{ kind: 'reflection' }])
  const ofUnit = await overview(`${april}&unit=${encodeURIComponent('phòng kinh tế')}`)
  expect(ofUnit.receptions.figures.visits.value).toBe(1)
})

describe('waiting times', () => {
  it('are measured from the ticket to the call; the ticket of a denouncer is not named', async () => {
    const desk = await hall.desk('Bàn số 1', ['reception', 'denunciation'])
    for (const [kind, minutes] of [
      ['reception', 10],
      ['denunciation', 30],
    ] as const) {
      const { ticketId } = await hall.ticket(desk, { kind })
      server.skewMs += minutes * minuteMs
      expect((await desk.act('call-next', { kind })).status).toBe(200)
      for (const type of ['queue.beginVisit', 'queue.finishVisit'])
        expect(
          await server.receptionDays.dispatch(dayFromToday(0), { kind: 'system' }, { type, data: { ticketId } }),
        ).toMatchObject({ ok: true })
    }
    const given = await hall.ticket(desk)
    await server.receptionDays.dispatch(
      dayFromToday(0),
      { kind: 'system' },
      { type: 'queue.cancel', data: { ticketId: given.ticketId, words: null } },
    )
    const { waiting } = await overview(today())
    expect(waiting).toMatchObject({ since: dayFromToday(0), now: { count: 2, left: 1 } })
    const inMinutes = (ms: number | null) => Math.round((ms ?? 0) / minuteMs)
    expect([waiting.now.medianMs, waiting.now.longestMs].map(inMinutes)).toEqual([20, 30])
    const { waits } = await behind('waits', today())
    expect(waits.map(({ ms, number }) => [inMinutes(ms), number !== null])).toEqual([
      [30, false],
      [10, true],
    ])
  })
})

describe('a closed session', () => {
  async function held(changes: object = {}): Promise<string> {
    const { sessionId, participants } = await server.schedule(cookie, { ...aSession(), ...changes })
    const dispatch = async (type: string, data: object) => {
      const reply = await server.sessions.dispatch(sessionId, { kind: 'system' }, { id: newId(), type, data })
      expect(reply, type).toMatchObject({ ok: true })
    }
    const step = (name: string) => server.call('POST', `/api/sessions/${sessionId}/${name}`, { cookie, body: {} })
    const site = participants.find(({ role }) => role === 'siteOperator')?.participantId
    await dispatch('admission.connect', { participantId: site, connectionId: 'one' })
    await step('open')
    server.skewMs += 5 * minuteMs
    await dispatch('admission.disconnect', {
      participantId: site,
      connectionId: 'one',
      cause: 'timeout',
      lostAt: server.now(),
    })
    server.skewMs += 12 * minuteMs
    await dispatch('admission.connect', { participantId: site, connectionId: 'two' })
    await step('close')
    return sessionId
  }

  it('reports how long its sites were disconnected; a secret session is not counted', async () => {
    await server.standsOn('closedLan')
    const invited = aSession().participants.filter(({ role }) => role !== 'citizen')
    await held({ title: 'Phiên mật', secrecy: 'confidential', participants: invited })
    expect((await overview(today())).sessions.count.value).toBe(0)
    const sessionId = await held()
    const { sessions } = await overview(today())
    expect(sessions).toMatchObject({
      count: { value: 1 },
      sites: [{ name: 'Điểm cầu thôn 1', losses: 1, sessions: 1 }],
    })
    expect(Math.round((sessions.sites[0]?.lostMs ?? 0) / minuteMs)).toBe(12)
    const rows = await behind(`sessions&key=${encodeURIComponent('Điểm cầu thôn 1')}`, today())
    expect(rows.sessions).toMatchObject([{ sessionId, losses: 1 }])
  })

  it('is counted again from its journal by a server without its rows', async () => {
    const before = await overview(today())
    const keys = await server.redis.redis().keys('{overview}:*')
    await server.redis.redis().del(...keys)
    const another = server.anotherOverviewFacts()
    await another.catchUp()
    another.close()
    const after = await overview(today())
    expect(after.sessions).toEqual(before.sessions)
    expect(after.waiting).toEqual(before.waiting)
  })
})

it('counts assignments due in the period as in time, late, overdue, or not due yet', async () => {
  const unit = 'Thanh tra thành phố'
  const entries = await assigned(server, cookie, [
    { unit, dueOn: dayFromToday(1) },
    { unit, dueOn: dayFromToday(-1) },
    { unit, dueOn: dayFromToday(-2) },
    { unit, dueOn: dayFromToday(3) },
    { unit: 'Phòng Kinh tế', dueOn: null },
  ])
  const accountId = (await server.signIn()).account.accountId
  for (const entryId of entries.slice(0, 2))
    for (const [type, data] of [
      ['followUp.report', { text: 'Đã xong.', files: [] }],
      ['followUp.accept', {}],
    ] as const)
      expect(await server.followUps.dispatch(entryId, { kind: 'account', accountId }, { type, data })).toMatchObject({
        ok: true,
      })
  const period = days(-5, 5)
  expect((await overview(period)).conclusions.now).toEqual({ inTime: 1, late: 1, overdue: 1, open: 1 })
  const { conclusions } = await behind('conclusions&key=late', period)
  expect(conclusions).toMatchObject([{ entryId: entries[1], doneOn: dayFromToday(0) }])
})

it('knows what was overdue on a past day only if it was counted on that day', async () => {
  await server.overviewFacts.countOverdue()
  const { overdue } = await overview(days(1, 1))
  expect(overdue).toMatchObject({ since: dayFromToday(0), beforeOn: dayFromToday(0) })
  expect((await overview(days(-9, -8))).overdue).toMatchObject({ on: null, beforeOn: null })
})

it('the overview is accessible to staff only', async () => {
  expect((await server.call('GET', `/api/overview?${today()}`)).status).toBe(401)
})
