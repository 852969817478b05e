// Legal clocks of cases and the calendar of working days, over REST with a real Redis.
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLawData } from '../../server/casework/deadlines/law-data.ts'
import type { DeadlineList, LawPage, NewClockRow, ShownClock } from '../../shared/wire/casework/law.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { HttpServer } from '../harness/http.ts'
import { anOfficer, aSitting } from '../harness/reception.ts'
import { until } from '../harness/wait.ts'

let server: HttpServer
let administrator: string
let cookie: string
let office: Office

const on = async (day: string) => {
  server.skewMs = Date.parse(`${day}T03:00:00Z`) - Date.now()
  administrator = (await server.signIn('administrator')).cookie
  cookie = (await server.signIn()).cookie
  office = new Office(server, cookie)
}
beforeAll(async () => {
  server = await HttpServer.start()
  await on('2026-11-25')
})
afterAll(() => server.close())

const clocks = async (caseId: string): Promise<ShownClock[]> =>
  (await office.get(`/cases/${caseId}/clocks`)).body.clocks
const clock = async (caseId: string, name: string) => (await clocks(caseId)).find((one) => one.clock === name)
const law = async (): Promise<LawPage> => (await office.get('/law')).body
const deadlines = async (query = ''): Promise<DeadlineList> => (await office.get(`/deadlines${query}`)).body
const day = (of: string, name = 'Nghỉ lễ') => ({ on: of, name })
async function keepYear(year: number, daysOff: readonly string[], workedDays: readonly string[] = []) {
  const { revision = 0 } = (await law()).years.find((one) => one.year === year) ?? {}
  const body = { daysOff: daysOff.map((one) => day(one)), workedDays: workedDays.map((one) => day(one)), revision }
  return server.call('PUT', `/api/law/years/${year}`, { cookie, body })
}
const recounted = () => until(async () => ((await deadlines()).isRecounting ? 'cases are still counted anew' : null))

describe('a case', () => {
  it('has clocks with due day, remaining time and reason', async () => {
    await keepYear(2026, ['2026-12-01'])
    const { caseId } = await office.received(aPetition({ receivedOn: '2026-11-24', writtenOn: null }))
    expect(await clock(caseId, 'complaintAcceptance')).toMatchObject({
      state: 'running',
      colour: 'green',
      from: { kind: 'received', on: '2026-11-24' },
      dueOn: '2026-12-04',
      unit: 'workingDays',
      left: 6,
      why: { amount: 7, daysOff: ['2026-12-01'], isToBeChecked: false, source: expect.stringContaining('155/2026') },
      unknownYears: [],
    })
    expect(await clock(caseId, 'citizenAnswer')).toMatchObject({ why: { isToBeChecked: true, readIn: '2013' } })
    await office.takesUp(caseId)
    expect(await clock(caseId, 'complaintAcceptance')).toMatchObject({ state: 'met', endedOn: '2026-11-25' })
    expect(await clock(caseId, 'complaintResolution')).toMatchObject({ dueOn: '2026-12-25', left: 30 })
  })

  it('has the deadline of the law on the day of receipt: ten days before July 2026, seven working days since', async () => {
    const dueOf = async (receivedOn: string) => {
      const { caseId } = await office.received(aPetition({ receivedOn, writtenOn: null }))
      return (await clock(caseId, 'complaintAcceptance'))?.dueOn
    }
    expect([await dueOf('2026-06-30'), await dueOf('2026-07-01')]).toEqual(['2026-07-10', '2026-07-10'])
    expect([await dueOf('2026-06-24'), await dueOf('2026-07-02')]).toEqual(['2026-07-04', '2026-07-13'])
  })

  it('is extended and suspended, which its clock shows', async () => {
    const { caseId } = await office.received()
    await office.takesUp(caseId)
    await office.does(caseId, 'assignment', { unit: 'Phòng Kinh tế', officerId: null, note: null })
    await office.does(caseId, 'extensions', { until: '2026-12-30', ground: 'Phải đo đạc lại' })
    expect(await clock(caseId, 'complaintResolution')).toMatchObject({
      dueOn: '2026-12-30',
      why: { amount: 30, extensions: [{ on: '2026-11-25', amount: 5, fault: null }] },
    })
    await office.does(caseId, 'suspension', { ground: 'Chờ kết quả giám định' })
    expect(await clock(caseId, 'complaintResolution')).toMatchObject({ state: 'suspended', dueOn: null, colour: null })
  })

  it('requires a written notice before each dialogue, and shows when it was sent', async () => {
    const { caseId } = await office.received(aPetition({ receivedOn: '2026-11-24', writtenOn: null }))
    await office.takesUp(caseId)
    await office.does(caseId, 'assignment', { unit: 'Phòng Kinh tế', officerId: null, note: null })
    const { sessionId } = await server.schedule(cookie, { scheduledAt: Date.parse('2026-12-10T08:00:00+07:00') })
    await office.does(caseId, 'dialogues', { sessionId })
    expect(await clock(caseId, 'dialogueNotice')).toMatchObject({ state: 'running', dueOn: '2026-12-05' })
    const paper = { paperNumber: '12/GM-UBND', on: '2026-11-25' }
    expect(await office.does(caseId, 'dialogue-notices', paper)).toBe(204)
    expect(await clock(caseId, 'dialogueNotice')).toMatchObject({ state: 'met', endedOn: '2026-11-25' })
    expect(await office.does(caseId, 'dialogue-notices', paper)).toBe('handling.no-dialogue')
  })

  it('sent here by another body requires telling it the result within seven working days of the decision', async () => {
    const { caseId } = await office.received(aPetition({ receivedOn: '2026-11-24', writtenOn: null }))
    const sender = { sentBy: 'Thanh tra tỉnh', paperNumber: '7/CV-TTr', on: '2026-11-23', wantsResult: true }
    expect(await office.does(caseId, 'sender', { ...sender, on: '2026-11-25' })).toBe('intake.sent-later')
    expect(await office.does(caseId, 'sender', sender)).toBe(204)
    await office.takesUp(caseId)
    await office.does(caseId, 'assignment', { unit: 'Phòng Kinh tế', officerId: null, note: null })
    const paper = { paperNumber: '12/QĐ-UBND', on: '2026-11-25' }
    expect(await office.does(caseId, 'sender-letter', paper)).toBe('handling.no-result')
    await office.does(caseId, 'decision', { ...paper, result: 'right', text: 'Chấp nhận' })
    expect(await clock(caseId, 'senderInformed')).toMatchObject({ state: 'running', from: { on: '2026-11-25' } })
    await office.does(caseId, 'answer', { ...paper, text: 'Xin gửi quyết định.' })
    const closing = { satisfaction: 'unknown', note: null }
    expect(await office.does(caseId, 'closing', closing)).toBe('outcome.sender-not-told')
    expect((await office.detail(caseId)).acts[0]).toBe('tellSender')
    expect(await office.does(caseId, 'sender-letter', paper)).toBe(204)
    expect(await clock(caseId, 'senderInformed')).toMatchObject({ state: 'met' })
    expect(await office.does(caseId, 'closing', closing)).toBe(204)
  })

  it('that was transferred requires passing on the result of the other body, and the citizen sees the deadline', async () => {
    const { caseId, code } = await office.received(aPetition({ receivedOn: '2026-11-24', writtenOn: null }))
    const checks = [{ condition: 'signed', wording: 'Đơn có chữ ký', isMet: true }]
    await office.does(caseId, 'check', { checks, note: null })
    await office.does(caseId, 'competence', { outcome: 'transfer', body: 'Sở Xây dựng', reason: null })
    const paper = { paperNumber: '8/PC-UBND', on: '2026-11-25' }
    await office.does(caseId, 'dispatch', paper)
    expect(await clock(caseId, 'resultPassedOn')).toBeUndefined()
    expect(await office.does(caseId, 'received-result', { ...paper, text: 'Đã giải quyết xong.' })).toBe(204)
    const { dueOn } = (await clock(caseId, 'resultPassedOn')) ?? {}
    const followed = async () =>
      (await server.call('POST', '/api/followed-cases', { body: { code, contact: '5678' } })).body.course
    expect((await followed()).promise).toMatchObject({ what: 'told', on: dueOn })
    expect(await office.does(caseId, 'passed-on-result', { paperNumber: null, on: '2026-11-25' })).toBe(204)
    expect((await followed()).milestones.map(({ kind }: { kind: string }) => kind)).toContain('resultPassedOn')
    expect(await clock(caseId, 'resultPassedOn')).toMatchObject({ state: 'met' })
  })

  it('that was transferred and closed requires passing on a later result: in its clock, the list and for the citizen', async () => {
    const { caseId, code } = await office.received(aPetition({ receivedOn: '2026-11-16', writtenOn: null }))
    const checks = [{ condition: 'signed', wording: 'Đơn có chữ ký', isMet: true }]
    await office.does(caseId, 'check', { checks, note: null })
    await office.does(caseId, 'competence', { outcome: 'transfer', body: 'Sở Xây dựng', reason: null })
    const paper = { paperNumber: '9/PC-UBND', on: '2026-11-18' }
    await office.does(caseId, 'dispatch', paper)
    await office.does(caseId, 'answer', { ...paper, text: 'Đơn đã được chuyển.' })
    expect(await office.does(caseId, 'closing', { satisfaction: 'unknown', note: null })).toBe(204)
    const followed = async () =>
      (await server.call('POST', '/api/followed-cases', { body: { code, contact: '5678' } })).body.course
    const listed = async () =>
      (await deadlines('?clock=resultPassedOn')).deadlines.find((one) => one.caseId === caseId) ?? null
    expect(await followed()).toMatchObject({ status: 'closed', promise: null })

    // The paper is of the day before the end, and came after it.
    const result = { paperNumber: '77/SXD-TTr', on: '2026-11-19', text: 'Đã giải quyết xong.' }
    expect(await office.does(caseId, 'received-result', result)).toBe(204)
    const { dueOn } = (await clock(caseId, 'resultPassedOn')) ?? {}
    expect(dueOn).toBeDefined()
    expect(await followed()).toMatchObject({ status: 'toAnswer', promise: { what: 'told', on: dueOn } })
    expect(await listed()).toMatchObject({ dueOn, colour: 'amber' })
    expect((await office.detail(caseId)).acts[0]).toBe('passOnResult')

    expect(await office.does(caseId, 'passed-on-result', { paperNumber: null, on: '2026-11-25' })).toBe(204)
    expect(await clock(caseId, 'resultPassedOn')).toMatchObject({ state: 'met' })
    expect(await followed()).toMatchObject({ status: 'closed', promise: null })
    expect(await listed()).toBeNull()
    expect((await office.detail(caseId)).acts).toEqual(['noteSatisfaction', 'setLevel'])
  })

  it('that complains too late is marked: after a decision, and after a first decision', async () => {
    const late = await office.received(aPetition({ receivedOn: '2026-11-24', writtenOn: null }))
    expect(await office.does(late.caseId, 'decision-known', { on: '2026-08-25' })).toBe(204)
    expect(await clock(late.caseId, 'complaintLimitation')).toMatchObject({ state: 'late', dueOn: '2026-11-23' })
    expect(await office.does(late.caseId, 'decision-known', { on: '2026-08-26' })).toBe(204)
    expect(await clock(late.caseId, 'complaintLimitation')).toMatchObject({ state: 'met' })
    expect(await office.does(late.caseId, 'first-decision', { on: '2026-10-01' })).toBe('intake.not-second')
    await office.does(late.caseId, 'circumstances', { circumstance: 'secondStage' })
    expect(await office.does(late.caseId, 'first-decision', { on: '2026-10-01' })).toBe(204)
    expect(await clock(late.caseId, 'secondComplaintLodging')).toMatchObject({ state: 'late', dueOn: '2026-10-31' })
  })

  it('shows the citizen the next promised day without the reasons', async () => {
    const { code } = await office.received(aPetition({ receivedOn: '2026-11-24', writtenOn: null }))
    const followed = await server.call('POST', '/api/followed-cases', { body: { code, contact: '5678' } })
    expect(followed.body.course.promise).toEqual({ what: 'word', on: '2026-12-04', isPast: false })
    expect(followed.text).not.toMatch(/Điều|workingDays|155\/2026/)
  })
})

describe('the calendar', () => {
  it('changes deadlines as soon as it is changed', async () => {
    await keepYear(2026, [])
    const { caseId } = await office.received(aPetition({ receivedOn: '2026-11-24', writtenOn: null }))
    const due = async () => (await clock(caseId, 'complaintAcceptance'))?.dueOn
    expect(await due()).toBe('2026-12-03')
    expect((await keepYear(2026, ['2026-11-30'])).status).toBe(204)
    expect(await due()).toBe('2026-12-04')
    expect((await keepYear(2026, ['2026-11-30'], ['2026-11-28'])).status).toBe(204)
    expect(await due()).toBe('2026-12-03')
  })

  it('is also used for sessions and reception days', async () => {
    await keepYear(2026, ['2026-12-02'])
    const scheduledAt = Date.parse('2026-12-08T08:00:00+07:00')
    const { sessionId } = await server.schedule(cookie, { scheduledAt })
    const { gates } = (await office.get(`/sessions/${sessionId}/readiness`)).body
    const { dueAt } = gates.find(({ gate }: { gate: string }) => gate === 'notice')
    expect(new Date(dueAt).toISOString()).toBe('2026-11-30T01:00:00.000Z')
    const { officerId } = (await server.call('POST', '/api/reception/officers', { cookie, body: anOfficer })).body
    const body = aSitting({ date: '2026-12-08', officerId })
    expect((await server.call('POST', '/api/reception/days', { cookie, body })).status).toBe(201)
    const planned = (await office.get('/reception/days?month=2026-12')).body.days[0].sittings[0]
    expect(new Date(planned.postedBy).toISOString()).toBe('2026-11-29T17:00:00.000Z')
  })

  it('is reported as missing for a year that nobody has entered, in the list and in each clock that reaches into it', async () => {
    await keepYear(2026, [])
    const { caseId } = await office.received(aPetition({ receivedOn: '2026-11-20', writtenOn: null, kind: 'proposal' }))
    expect((await law()).missingYears).toEqual([2027])
    expect((await deadlines()).missingYears).toEqual([2027])
    await on('2026-09-30')
    expect((await law()).missingYears).toEqual([])
    await on('2026-11-25')
    expect((await clock(caseId, 'citizenAnswer'))?.unknownYears).toEqual([])
    await on('2026-12-28')
    const late = await office.received(aPetition({ receivedOn: '2026-12-28', writtenOn: null }))
    expect((await clock(late.caseId, 'complaintAcceptance'))?.unknownYears).toEqual([2027])
    await keepYear(2027, ['2027-01-01'])
    expect(await clock(late.caseId, 'complaintAcceptance')).toMatchObject({ dueOn: '2027-01-07', unknownYears: [] })
    expect((await law()).missingYears).toEqual([])
    await on('2026-11-25')
  })

  it.each([
    ['a day of another year', ['2025-12-31'], [], 'law.day-otherYear', 'daysOff.0.on'],
    ['a day twice', ['2026-09-02', '2026-09-02'], [], 'law.day-twice', 'daysOff.1.on'],
    ['a worked day on which one works anyhow', [], ['2026-12-01'], 'law.day-notWeekend', 'workedDays.0.on'],
    ['a day that is off and worked', ['2026-12-05'], ['2026-12-05'], 'law.day-off', 'workedDays.0.on'],
    ['a day that is none', ['2026-02-30'], [], 'invalid', 'daysOff.0.on'],
  ])('rejects %s, and keeps the earlier days', async (_what, daysOff, workedDays, code, field) => {
    await keepYear(2026, ['2026-09-02'])
    const { status, body } = await keepYear(2026, daysOff, workedDays)
    expect([status, body.error.code, body.error.field]).toEqual([400, code, field])
    expect((await law()).years.find(({ year }) => year === 2026)?.daysOff).toEqual([day('2026-09-02')])
  })

  it('is taken from the configuration for years that nobody has entered', async () => {
    const { redis, now } = server
    const law = createLawData({ redis: redis.redis(), holidays: ['2026-09-02', '2028-01-03'], now, log: { info() {} } })
    await keepYear(2026, ['2026-12-01'])
    const { daysOff } = await law.calendar()
    expect([daysOff.includes('2026-09-02'), daysOff.includes('2026-12-01'), daysOff.includes('2028-01-03')]).toEqual([
      false,
      true,
      true,
    ])
  })

  it('is not overwritten by a change based on an outdated revision', async () => {
    const body = { daysOff: [], workedDays: [], revision: 0 }
    const { status, body: answer } = await server.call('PUT', '/api/law/years/2026', { cookie, body })
    expect([status, answer.error.code]).toEqual([409, 'law.year-changed'])
  })
})

describe('the table of deadlines', () => {
  const shorter: NewClockRow = {
    clock: 'complaintAcceptance',
    unit: 'workingDays',
    variants: [{ when: [], amount: 5, extension: null }],
    source: 'khoản 1 Điều 16 Nghị định mới',
    validFrom: '2026-11-24',
    mark: 'read',
    note: 'Thử',
  }
  const add = (changes: object = {}, by = administrator) =>
    server.call('POST', '/api/law/rows', { cookie: by, body: { ...shorter, ...changes } })

  it('is changed by an administrator by adding a row valid from a given day, with author and time', async () => {
    await keepYear(2026, [])
    const before = await office.received(aPetition({ receivedOn: '2026-11-23', writtenOn: null }))
    const after = await office.received(aPetition({ receivedOn: '2026-11-24', writtenOn: null }))
    expect((await add({}, cookie)).status).toBe(403)
    expect((await add()).status).toBe(204)
    expect((await clock(before.caseId, 'complaintAcceptance'))?.dueOn).toBe('2026-12-02')
    expect((await clock(after.caseId, 'complaintAcceptance'))?.dueOn).toBe('2026-12-01')
    const { rows, changes } = await law()
    const states = rows.flatMap((row) => (row.clock === 'complaintAcceptance' ? [row.state] : []))
    expect(states).toEqual(['over', 'over', 'inForce'])
    expect(rows.find(({ added }) => added)?.added).toMatchObject({ by: 'Trần Thị Lan', note: 'Thử' })
    expect(changes[0]).toMatchObject({ what: 'row', of: 'complaintAcceptance', by: 'Trần Thị Lan' })
  })

  it('can have other amounts for other circumstances, used for cases in which they were found', async () => {
    const complex = { when: ['complex'], amount: 70, extension: { amount: 20, times: 2 } }
    const row = {
      clock: 'petitionHandled',
      unit: 'days',
      variants: [{ when: [], amount: 40, extension: null }, complex],
      source: 'Điều 1 Nghị định mới',
      mark: 'memory',
    }
    const twice = await add({ ...row, variants: [...row.variants, { ...complex, amount: 80 }] })
    expect([twice.status, twice.body.error.code, twice.body.error.field]).toEqual([
      400,
      'law.same-circumstances',
      'variants.2.when',
    ])
    expect((await add(row)).status).toBe(204)
    const petition = aPetition({ receivedOn: '2026-11-24', writtenOn: null, kind: 'proposal' })
    const [plain, hard] = [await office.received(petition), await office.received(petition)]
    expect(await office.does(hard.caseId, 'circumstances', { circumstance: 'complex' })).toBe(204)
    expect(await clock(plain.caseId, 'petitionHandled')).toMatchObject({ dueOn: '2027-01-03' })
    expect(await clock(hard.caseId, 'petitionHandled')).toMatchObject({
      dueOn: '2027-02-02',
      why: { amount: 70, circumstances: ['complex'], isToBeChecked: true },
    })
  })

  it('shows the periods that cannot be edited beside it, each with source and mark', async () => {
    const { others } = await law()
    expect(
      others.map(({ what, level, amount, per, isToBeChecked }) => [what, level, amount, per, isToBeChecked]),
    ).toEqual([
      ['notice', null, 5, null, false],
      ['connectionTest', null, 1, null, false],
      ['allConnected', null, 1, null, false],
      ['posting', null, 5, null, true],
      ['headDuty', 'commune', 1, 'week', true],
      ['headDuty', 'agency', 1, 'month', true],
      ['headDuty', 'province', 1, 'month', true],
    ])
    expect(others.every(({ source }) => source !== '')).toBe(true)
  })

  it('cannot be changed for the past', async () => {
    const { status, body } = await add({ validFrom: '2026-11-23' })
    expect([status, body.error.code, body.error.field]).toEqual([409, 'law.row-history', 'validFrom'])
    expect((await add({ variants: [{ when: ['complex'], amount: 5, extension: null }] })).body.error.code).toBe(
      'law.no-usual-amount',
    )
  })

  it('moves the last day to a working day if the agency interprets the law so', async () => {
    const { caseId } = await office.received(aPetition({ receivedOn: '2026-10-07', writtenOn: null, kind: 'proposal' }))
    expect((await clock(caseId, 'petitionHandled'))?.dueOn).toBe('2026-11-21')
    const { counting } = await law()
    const move = (lastDay: string) =>
      server.call('PUT', '/api/law/counting', { cookie: administrator, body: { ...counting, lastDay } })
    expect((await move('moves')).status).toBe(204)
    expect((await clock(caseId, 'petitionHandled'))?.dueOn).toBe('2026-11-23')
    await move('stays')
  })
})

describe('the list of deadlines', () => {
  it('shows what is near or over by unit and clock, also as a workbook; finished deadlines disappear', async () => {
    await on('2026-11-25')
    const { caseId, number } = await office.received(
      aPetition({ receivedOn: '2026-09-01', writtenOn: null, kind: 'reflection', subject: 'Đường ngập nước' }),
    )
    await office.takesUp(caseId)
    await office.does(caseId, 'assignment', { unit: 'Phòng Hạ tầng', officerId: null, note: null })
    const ours = await deadlines(`?unit=${encodeURIComponent('phòng hạ tầng')}`)
    expect(ours.deadlines.map((one) => [one.number, one.clock, one.dueOn, one.colour])).toEqual([
      [number, 'citizenAnswer', '2026-09-15', 'red'],
      [number, 'petitionHandled', '2026-10-16', 'red'],
    ])
    expect(ours.total).toEqual({ amber: 0, red: 2 })
    expect(ours.byUnit.find(({ unit }) => unit === 'Phòng Hạ tầng')).toMatchObject({ red: 2, hasAddress: false })
    const amber = await deadlines('?clock=petitionHandled&colour=amber')
    expect(amber.deadlines.every((one) => one.colour === 'amber')).toBe(true)

    const file = await office.get(`/deadlines.xlsx?unit=${encodeURIComponent('Phòng Hạ tầng')}`)
    const rows = (await readXlsxFile(file.raw)).flatMap(({ data }) => data.map((row) => row.map(String)))
    expect(rows.filter((row) => row.includes(number))).toHaveLength(2)

    const paper = { paperNumber: '9/TB-UBND', on: '2026-11-25' }
    expect(await office.does(caseId, 'answer', { ...paper, text: 'Đã khắc phục.' })).toBe(204)
    expect((await deadlines(`?unit=${encodeURIComponent('Phòng Hạ tầng')}`)).deadlines).toEqual([])
  })

  it('is recomputed when the calendar changes, even if no case changes', async () => {
    await keepYear(2026, [])
    await recounted()
    const { caseId } = await office.received(
      aPetition({ receivedOn: '2026-11-19', writtenOn: null, kind: 'denunciation' }),
    )
    const dueOn = async () =>
      (await deadlines('?clock=denunciationCheck')).deadlines.find((one) => one.caseId === caseId)?.dueOn
    // Seven working days: today is the first of the last three.
    expect(await dueOn()).toBe('2026-11-30')
    await keepYear(2026, ['2026-11-27'])
    await recounted()
    expect(await dueOn()).toBe('2026-12-01')
  })

  it('is rebuilt at the start of a server without it', async () => {
    const before = await deadlines()
    expect(before.total.red + before.total.amber).toBeGreaterThan(0)
    const redis = server.redis.redis()
    await redis.del('{cases}:matters', '{cases}:clocks', '{cases}:due', '{cases}:due-version')
    expect((await deadlines()).total).toEqual({ amber: 0, red: 0 })
    const node = server.anotherCaseServices()
    await node.cases.recover()
    expect(await deadlines()).toEqual(before)
    await node.cases.close()
  })
})
