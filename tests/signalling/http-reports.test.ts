// Reports from the register to the file: figures, the rows behind them, and a closed period that changes afterwards.
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import readXlsx from 'read-excel-file/node'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DefinitionRow, Report } from '../../shared/wire/figures/reports.ts'
import type { WrittenColumnsBody } from '../../shared/wire/reception/register.ts'
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

const put = (path: string, as = cookie) => server.call('PUT', `/api${path}`, { cookie: as, body: {} })

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
  it('counts the period and the one before, and lists the rows behind each figure', async () => {
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

  it('exports all rows behind a figure as a workbook in the columns of the register', async () => {
    const file = await call('GET', `/reports/receptions/figures/c18/register.xlsx?${month('04')}`)
    const [sheet] = (await readXlsx(Readable.from(file.raw))) as unknown as { data: unknown[][] }[]
    expect(sheet?.data.flat()).toContain(
      'SỔ TIẾP CÔNG DÂN (Số người được tiếp, từ ngày 01/04/2026 đến ngày 30/04/2026)',
    )
    expect(sheet?.data.filter((cells) => cells[1] === '30/04/2026')).toHaveLength(1)
    expect(sheet?.data.filter((cells) => cells[1] === '01/04/2026')).toHaveLength(0)
    const { body } = await call('GET', `/reports/receptions/figures/c18?${month('04')}`)
    expect(body.of).toEqual(['register'])
    const ofPetitions = await call('GET', `/reports/receptions/figures/c18/cases.xlsx?${month('04')}`)
    expect(ofPetitions.status).toBe(404)
  })

  it('does not name denouncers', async () => {
    await received('2026-02-03', { kind: 'denunciation' })
    const { body } = await call('GET', `/reports/receptions/figures/c3?from=2026-02-01&to=2026-02-28`)
    expect(body.receptions).toMatchObject([{ citizen: null, alias: expect.stringContaining('Người tố cáo số') }])
  })

  it('reports figures that contradict each other, and counts rows with missing values', async () => {
    await received('2026-05-04', { isRepeat: null, people: null })
    const may = await report(month('05'))
    expect(may.failedChecks).toMatchObject([{ left: 'c3', is: 'equal', leftValue: 1, rightValue: 0 }])
    expect(may.remarks).toMatchObject([
      { key: 'turnUnsaid', value: 1 },
      { key: 'peopleUnsaid', value: 1 },
      { key: 'open', value: 1 },
    ])
  })

  it('can be downloaded as a workbook that lists contradictions, as Word, PDF and JSON', async () => {
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

  it('counts the rows handled by one unit, regardless of the spelling of its name', async () => {
    await received('2026-06-01', { isOwn: false, handledBy: { body: 'Phòng Kinh tế', paperNumber: null } })
    await received('2026-06-02')
    const ofUnit = await report(`${month('06')}&unit=${encodeURIComponent('phòng  kinh tế')}`)
    expect(figure(ofUnit, 'c1')?.value).toBe(1)
  })
})

describe('a closed period', () => {
  it('keeps its figures; later changes are shown as differences', async () => {
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

  it('is closed by administrators and by accounts they name, until they remove them', async () => {
    const {
      cookie: staff,
      account: { accountId },
    } = await server.signIn()
    const january = { from: '2026-01-01', to: '2026-01-31' }
    const closing = (body: object) => call('POST', '/reports/receptions/closing', body, staff)
    const mayClose = async () => (await call('GET', '/reports', undefined, staff)).body.mayClose
    expect(await closing(january)).toMatchObject({ status: 403, body: { error: { code: 'report.not-closer' } } })
    expect((await report('from=2026-01-01&to=2026-01-31')).closed).toBeNull()
    expect(await mayClose()).toBe(false)

    expect((await put(`/report-closers/${accountId}`, staff)).status).toBe(403)
    expect((await put(`/report-closers/${accountId}`)).status).toBe(204)
    const { closers } = (await call('GET', '/report-closers')).body
    expect(closers).toMatchObject([{ accountId, name: expect.any(String), by: expect.any(String) }])
    expect(await mayClose()).toBe(true)
    expect((await closing(january)).body.closed).not.toBeNull()

    expect((await server.call('DELETE', `/api/report-closers/${accountId}`, { cookie })).status).toBe(204)
    expect((await closing({ from: '2026-02-01', to: '2026-02-28' })).status).toBe(403)
    expect((await put('/report-closers/nobody')).status).toBe(404)
  })

  it('is listed, is compared with the next period, and is stated in its files', async () => {
    const closed = { from: '2025-10-01', to: '2025-10-31' }
    await received('2025-10-06')
    await call('POST', '/reports/receptions/closing', closed)
    // Known later: it is no part of what was handed on.
    await received('2025-10-07')
    const november = await report('from=2025-11-01&to=2025-11-30')
    expect(november).toMatchObject({ isBeforeClosed: true, before: closed })
    expect(figure(november, 'c1')).toMatchObject({ before: 1 })
    const { periods } = (await call('GET', '/closed-periods')).body
    expect(periods).toContainEqual(
      expect.objectContaining({ name: 'receptions', period: closed, by: expect.any(String) }),
    )
    const file = await call('GET', `/reports/receptions/files/xlsx?from=2025-10-01&to=2025-10-31`)
    const [sheet] = (await readXlsx(Readable.from(file.raw))) as unknown as { data: unknown[][] }[]
    expect(sheet?.data.flat()).toContainEqual(expect.stringMatching(/^Số liệu chốt lúc \d\d giờ \d\d ngày/))
    expect(sheet?.data.find((cells) => cells[0] === 'Cột')?.[3]).toBe('Khi chốt')
    expect(sheet?.data.find((cells) => cells[0] === '1')?.slice(2)).toEqual([2, 1, 0, 2])
  })

  it('cannot be one that is not over', async () => {
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

  const at = '/report-definitions'
  const check = async (text: string) => (await call('POST', `${at}/check`, { text })).body
  const rows = async (name: string) =>
    (await call('GET', at)).body.definitions.filter((one: DefinitionRow) => one.definition.name === name)

  it('is counted like the supplied ones, from its first day of validity', async () => {
    await received('2026-08-03', { kind: 'reflection' })
    expect((await call('POST', at, own())).status).toBe(204)
    expect(figure(await report(month('08'), 'reflections'), 'all')?.value).toBe(1)
    const listed = await call('GET', '/reports')
    expect(listed.body.reports.map(({ name }: { name: string }) => name)).toContain('reflections')
    const early = await call('GET', '/reports/reflections?from=2025-01-01&to=2025-12-31')
    expect(early).toMatchObject({ status: 404, body: { error: { code: 'report.not-in-force' } } })
    const again = await call('POST', at, own())
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'report.there-already' } } })
  })

  it('with errors is refused, naming each with its line, and is not stored', async () => {
    const [column] = own().columns
    const columns = [
      { ...column, take: { of: 'columns', sum: ['other'] } },
      { ...column, key: 'other', take: { of: 'columns', sum: ['all'] } },
    ]
    const wrong = own({ name: 'circular', columns })
    const checked = await check(JSON.stringify(wrong, null, 1))
    expect(checked).toMatchObject({ definition: null, replaces: null })
    expect(checked.faults).toMatchObject([
      { line: 14, path: 'columns → 1 → take → sum', code: 'circle', what: 'all → other → all' },
      { line: 25, path: 'columns → 2 → take → sum', code: 'circle', what: 'other → all → other' },
    ])
    const refused = await call('POST', at, wrong)
    expect(refused).toMatchObject({ status: 400, body: { error: { field: 'columns.0.take.sum' } } })
    expect(refused.body.error.message).toContain('all is the sum of itself: all → other → all')
    expect(await rows('circular')).toEqual([])
  })

  it('can be tried on a period before it is in force', async () => {
    await received('2026-08-10', { kind: 'proposal' })
    const definition = own({ name: 'tried', validFrom: '2030-01-01', title: 'Thử' })
    const tried = await call('POST', `${at}/trial`, { definition, from: '2026-08-01', to: '2026-08-31' })
    expect(tried).toMatchObject({ status: 200, body: { title: 'Thử', figures: [{ key: 'all', value: 1 }] } })
    expect(await rows('tried')).toEqual([])
  })

  it('replaces an earlier one of the same report from its first day, and can be withdrawn with a reason', async () => {
    const first = own({ name: 'dated', validFrom: '2026-01-01' })
    await call('POST', at, first)
    const second = own({ name: 'dated', validFrom: '2026-07-01', title: 'Biểu mới' })
    expect((await check(JSON.stringify(second))).replaces).toMatchObject({ validFrom: '2026-01-01', origin: 'agency' })
    await call('POST', at, second)
    expect(await rows('dated')).toMatchObject([
      { state: 'earlier', validTo: '2026-06-30' },
      { state: 'inForce', validTo: null, entered: { by: expect.any(String) } },
    ])
    const [, { definitionId }] = await rows('dated')
    const file = await call('GET', `${at}/${definitionId}/file.json`)
    expect(await check(file.text)).toMatchObject({ definition: { title: 'Biểu mới' }, faults: [] })

    // Whoever closed a period has closed it by the definition of that time.
    await call('POST', '/reports/dated/closing', { from: '2026-07-01', to: '2026-07-31' })
    const reason = 'Nhập nhầm ngày áp dụng'
    expect((await call('POST', `${at}/${definitionId}/withdrawal`, { reason })).status).toBe(204)
    expect(await rows('dated')).toMatchObject([
      { state: 'inForce', validTo: null },
      { state: 'withdrawn', withdrawn: { reason } },
    ])
    expect((await report('from=2026-07-01&to=2026-07-31', 'dated')).title).toBe('Biểu mới')
    expect((await report(month('09'), 'dated')).title).toBe('Phản ánh đã tiếp')
    const again = await call('POST', `${at}/${definitionId}/withdrawal`, { reason })
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'report.withdrawn' } } })
  })

  it('cannot be withdrawn if it is supplied with the software', async () => {
    const answer = await call('POST', `${at}/supplied-0/withdrawal`, { reason: 'Không dùng' })
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'report.supplied' } } })
    expect((await call('POST', `${at}/agency-999/withdrawal`, { reason: 'Không có' })).status).toBe(404)
  })

  it('is accessible to administrators only', async () => {
    const { cookie: staff } = await server.signIn()
    expect((await call('POST', at, own(), staff)).status).toBe(403)
    expect((await call('GET', at, undefined, staff)).status).toBe(403)
    expect((await call('POST', `${at}/check`, { text: '{}' }, staff)).status).toBe(403)
  })

  it('of an earlier release, stored without its author, is counted', async () => {
    await server.redis.redis().rpush('{reports}:definitions', JSON.stringify(own({ name: 'earlier' })))
    expect(await rows('earlier')).toMatchObject([{ state: 'inForce', entered: null }])
  })

  it('can be the example of the guide, which is put in force and counted', async () => {
    const guide = await readFile('docs/report-definitions.md', 'utf8')
    const example = /```json\n(.*?)```/s.exec(guide)?.[1] ?? ''
    const { definition, faults } = await check(example)
    expect(faults).toEqual([])
    await call('POST', at, definition)
    await received('2026-10-05', { kind: 'proposal', receivedBy: 'head', people: null })
    await received('2026-10-06', { kind: 'reflection' })
    const october = await report(month('10'), 'proposals')
    expect(october.figures.map(({ value }) => value)).toEqual([2, 1, 1, 1, 1])
    expect(october).toMatchObject({ failedChecks: [], remarks: [{ key: 'peopleUnsaid', value: 1 }] })
  })
})

it('the summary of petitions counts those received in the period', async () => {
  await new Office(server, cookie).received(aPetition({ receivedOn: '2026-09-14', writtenOn: null }))
  const september = await report(month('09'), 'petitions')
  expect(figure(september, 'c2')?.value).toBe(1)
  expect(september.failedChecks).toEqual([])
  const { body } = await call('GET', `/reports/petitions/figures/c12?${month('09')}`)
  expect(body.petitions).toHaveLength(1)
})
