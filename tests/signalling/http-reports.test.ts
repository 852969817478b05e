// Reports from what is in the register to the file: figures, the rows behind them, a period that is closed and changes afterwards.
import { Readable } from 'node:stream'
import readXlsx from 'read-excel-file/node'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WrittenColumnsBody } from '../../shared/wire/register.ts'
import type { Report } from '../../shared/wire/reports.ts'
import { aPetition, Office } from '../harness/cases.ts'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn('administrator'))
})
afterAll(() => server.close())

const call = (method: 'GET' | 'POST', path: string, body?: unknown, as = cookie) =>
  server.call(method, `/api${path}`, { cookie: as, ...(body !== undefined && { body }) })

const complete = { content: 'Bồi thường đất', kind: 'complaint', people: 1, isOwn: true, isRepeat: false } as const

async function received(day: string, columns: WrittenColumnsBody = {}): Promise<string> {
  const rowId = newId()
  const { status, text } = await call('POST', '/register', { rowId, day, columns: { ...complete, ...columns } })
  if (status !== 201) throw new Error(text)
  return rowId
}

const month = (number: string) => `from=2026-${number}-01&to=2026-${number}-30`
async function report(period: string, name = 'receptions'): Promise<Report> {
  const { status, body, text } = await call('GET', `/reports/${name}?${period}`)
  if (status !== 200) throw new Error(text)
  return body
}
const figure = ({ figures }: Report, key: string) => figures.find((one) => one.key === key)

describe('the report of receptions', () => {
  it('counts the period and the one before, and each figure opens its rows', async () => {
    await received('2026-03-31')
    await received('2026-04-01', { citizen: { name: 'Ngô Văn Phúc', address: null, identity: null } })
    const group = await received('2026-04-30', { receivedBy: 'head', isGroup: true, people: 7 })
    const april = await report(month('04'))
    expect(april).toMatchObject({ before: { from: '2026-03-01', to: '2026-03-31' }, failedChecks: [], isOver: true })
    expect(figure(april, 'c1')).toMatchObject({ value: 2, before: 1, closed: null })
    expect(figure(april, 'c2')).toMatchObject({ value: 8, before: 1 })
    const { body } = await call('GET', `/reports/receptions/figures/c18?${month('04')}`)
    expect(body).toMatchObject({ title: 'Số người được tiếp', receptions: [{ rowId: group }], next: null })
    const ofAll = await call('GET', `/reports/receptions/figures/c1?${month('04')}&after=1`)
    expect(ofAll.body.receptions.map(({ rowId }: { rowId: string }) => rowId)).toEqual([group])
  })

  it('names nobody who denounces', async () => {
    await received('2026-02-03', { kind: 'denunciation' })
    const { body } = await call('GET', `/reports/receptions/figures/c3?from=2026-02-01&to=2026-02-28`)
    expect(body.receptions).toMatchObject([{ citizen: null, alias: expect.stringContaining('Người tố cáo số') }])
  })

  it('says which figures do not agree, and of which rows something is missing', async () => {
    await received('2026-05-04', { isRepeat: null, people: null })
    const may = await report(month('05'))
    expect(may.failedChecks).toMatchObject([{ left: 'c3', is: 'equal', leftValue: 1, rightValue: 0 }])
    expect(may.remarks).toMatchObject([
      { key: 'turnUnsaid', value: 1 },
      { key: 'peopleUnsaid', value: 1 },
      { key: 'open', value: 1 },
    ])
  })

  it('is a workbook with what does not agree beside the figures, a Word file, a PDF, and JSON', async () => {
    const file = (format: string) => call('GET', `/reports/receptions/files/${format}?${month('05')}`)
    const sheets = (await readXlsx(Readable.from((await file('xlsx')).raw))) as unknown as { data: unknown[][] }[]
    const [figures, faults] = sheets.map(({ data }) => data)
    expect(figures?.find((cells) => cells[0] === '3')).toEqual(['3', 'Tổng số – Tổng số vụ việc', 1, 2, -1])
    expect(faults?.flat()).toContain('Cột 3 (1) phải bằng 6 + 7 + 15 + 16 + 24 + 25 (0).')
    expect((await file('docx')).raw.subarray(0, 2).toString()).toBe('PK')
    expect((await file('pdf')).raw.subarray(0, 5).toString()).toBe('%PDF-')
    expect(JSON.parse((await file('json')).text)).toEqual(await report(month('05')))
    expect((await file('exe')).status).toBe(400)
  })

  it('counts the rows that one unit handles, however its name is spelled', async () => {
    await received('2026-06-01', { isOwn: false, handledBy: { body: 'Phòng Kinh tế', paperNumber: null } })
    await received('2026-06-02')
    const ofUnit = await report(`${month('06')}&unit=${encodeURIComponent('phòng  kinh tế')}`)
    expect(figure(ofUnit, 'c1')?.value).toBe(1)
  })
})

describe('a closed period', () => {
  it('keeps its figures; what changes afterwards is a difference', async () => {
    const first = await received('2026-07-06')
    const body = { from: '2026-07-01', to: '2026-07-31' }
    const closed = await call('POST', '/reports/receptions/closing', body)
    expect(closed.body.closed).toMatchObject({
      by: expect.any(String),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    await received('2026-07-07', { people: 4 })
    // As many are new as before, but not the same.
    await server.call('PUT', `/api/register/2026-07-06/${first}`, { cookie, body: { isRepeat: true, revision: 0 } })
    const now = await report('from=2026-07-01&to=2026-07-31')
    expect(now.closed).toEqual(closed.body.closed)
    expect(figure(now, 'c2')).toMatchObject({ closed: 1, value: 5 })
    expect(figure(now, 'c12')).toMatchObject({ closed: 0, value: 0, hasOtherRows: false })
    expect(figure(now, 'c6')).toMatchObject({ closed: 1, value: 1, hasOtherRows: true })
    const again = await call('POST', '/reports/receptions/closing', body)
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'report.closed' } } })
  })

  it('is closed by an administrator alone', async () => {
    const { cookie: staff } = await server.signIn()
    const answer = await call('POST', '/reports/receptions/closing', { from: '2026-01-01', to: '2026-01-31' }, staff)
    expect(answer.status).toBe(403)
    expect((await report('from=2026-01-01&to=2026-01-31')).closed).toBeNull()
  })

  it('is none that goes on', async () => {
    const answer = await call('POST', '/reports/receptions/closing', { from: '2026-01-01', to: '2099-12-31' })
    expect(answer.status).toBe(400)
    const today = new Date(server.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    const goesOn = await call('POST', '/reports/receptions/closing', { from: today, to: today })
    expect(goesOn).toMatchObject({ status: 409, body: { error: { code: 'report.not-over' } } })
  })
})

describe('a definition of the agency', () => {
  const own = (changes: object = {}) => ({
    name: 'reflections',
    title: 'Phản ánh đã tiếp',
    source: 'Quy chế tiếp công dân của xã',
    mark: 'own',
    validFrom: '2026-01-01',
    columns: [
      {
        key: 'all',
        number: '1',
        title: 'Số vụ việc',
        take: { of: 'register', counts: 'rows', where: { kind: ['reflection'] } },
      },
    ],
    ...changes,
  })

  it('is counted like the supplied ones, from its day on', async () => {
    await received('2026-08-03', { kind: 'reflection' })
    expect((await call('POST', '/reports', own())).status).toBe(204)
    expect(figure(await report(month('08'), 'reflections'), 'all')?.value).toBe(1)
    const listed = await call('GET', '/reports')
    expect(listed.body.reports.map(({ name }: { name: string }) => name)).toContain('reflections')
    const early = await call('GET', '/reports/reflections?from=2025-01-01&to=2025-12-31')
    expect(early).toMatchObject({ status: 404, body: { error: { code: 'report.not-in-force' } } })
  })

  it('that is wrong is refused, and the place of the fault named', async () => {
    const [column] = own().columns
    const circular = [
      { ...column, take: { of: 'columns', sum: ['other'] } },
      { ...column, key: 'other', take: { of: 'columns', sum: ['all'] } },
    ]
    const refused = await call('POST', '/reports', own({ columns: circular }))
    expect(refused).toMatchObject({ status: 400, body: { error: { field: 'columns.0.take.sum' } } })
    expect(refused.body.error.message).toContain('all is the sum of itself: all → other → all')
  })

  it('is entered by administrators alone', async () => {
    const { cookie: staff } = await server.signIn()
    expect((await call('POST', '/reports', own(), staff)).status).toBe(403)
  })
})

it('the summary of petitions counts what was received in the period', async () => {
  await new Office(server, cookie).received(aPetition({ receivedOn: '2026-09-14', writtenOn: null }))
  const september = await report(month('09'), 'petitions')
  expect(figure(september, 'c2')?.value).toBe(1)
  expect(september.failedChecks).toEqual([])
  const { body } = await call('GET', `/reports/petitions/figures/c12?${month('09')}`)
  expect(body.petitions).toHaveLength(1)
})
