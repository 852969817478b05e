// The follow-up of assignments over REST, each with a journal of its own in a real Redis.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAggregates } from '../../server/engine/aggregates/aggregates.ts'
import { createAggregateJournal } from '../../server/engine/journal/redis.ts'
import { maximumFilesAtOnce } from '../../shared/conclusions/follow-up/contract.ts'
import { followUpModules } from '../../shared/conclusions/index.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { assigned } from '../harness/assigned.ts'
import { anXlsx, aPdf, aPng } from '../harness/files.ts'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
let cookie: string
let entryId: string
let otherId: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
  ;[entryId = '', otherId = ''] = await assigned(server, cookie, [
    { unit: 'Thanh tra thành phố', supportingUnits: ['Sở Xây dựng'], dueOn: '2020-01-31' },
    { unit: 'Sở Y tế', dueOn: null },
  ])
})
afterAll(() => server.close())

type File = readonly [name: string, content: Uint8Array]
const formOf = (words: Record<string, string>, files: readonly File[] = []): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(words)) form.append(name, value)
  for (const [name, content] of files) form.append('files', new Blob([new Uint8Array(content)]), name)
  return form
}
const submit = (name: string, words: Record<string, string>, files: readonly File[] = [], of = entryId) =>
  server.submit(`/api/conclusions/${of}/${name}`, formOf(words, files), { cookie })
const told = async (...[name, words, files, of]: Parameters<typeof submit>) => {
  const { status, body } = await submit(name, words, files, of)
  return status === 204 ? status : body.error.code
}
const act = async (name: string, body: object = {}) => {
  const { status, body: answer } = await server.call('POST', `/api/conclusions/${entryId}/${name}`, { cookie, body })
  return status === 204 ? status : answer.error.code
}
const list = async () => (await server.call('GET', '/api/conclusions', { cookie })).body.conclusions
const onDisk = async (of: string) =>
  (await readdir(join(server.directory, 'store', 'objects', 'documents', `assignment-${of}`)).catch(() => [])).length

describe('the conclusions tracker', () => {
  it('lists the assignments of every closed session, and marks overdue ones', async () => {
    expect(await list()).toEqual([
      expect.objectContaining({
        entryId,
        unit: 'Thanh tra thành phố',
        supportingUnits: ['Sở Xây dựng'],
        status: 'open',
        isOverdue: true,
        steps: [],
      }),
      expect.objectContaining({ entryId: otherId, isOverdue: false }),
    ])
  })

  it('records progress, evidence, report, return and acceptance with the name of the author', async () => {
    expect(await told('progress', { text: 'Đã rà soát 12/30 vụ.' })).toBe(204)
    expect(await told('evidence', { title: 'Báo cáo số 45', reference: 'Văn thư' })).toBe(204)
    expect(await act('acceptance')).toBe('followUp.not-reported')
    expect(await told('report', { text: 'Đã xong.' })).toBe(204)
    expect(await act('return', { text: 'Thiếu 3 vụ.' })).toBe(204)
    expect(await told('report', { text: 'Đã xong cả 30 vụ.' }, [['Báo cáo.png', aPng(5, 5)]])).toBe(204)
    expect(await act('acceptance')).toBe(204)
    expect(await told('progress', { text: 'Muộn.' })).toBe('followUp.accepted')
    const [conclusion] = await list()
    expect(conclusion).toMatchObject({ status: 'accepted', isOverdue: false })
    expect(conclusion.steps.map(({ kind, by }: { kind: string; by: string }) => [kind, by])).toEqual([
      ['progress', 'Trần Thị Lan'],
      ['evidence', 'Trần Thị Lan'],
      ['report', 'Trần Thị Lan'],
      ['return', 'Trần Thị Lan'],
      ['report', 'Trần Thị Lan'],
      ['acceptance', 'Trần Thị Lan'],
    ])
  })

  it('is read from the journal by another server', async () => {
    const again = createAggregates({
      aggregate: compose(followUpModules, { freeze: true }),
      journal: createAggregateJournal(server.redis.redis(), server.journalChecks, 'followUp'),
      now: Date.now,
      newId: () => newId(),
    })
    const { status, steps } = (await again.state(entryId)).followUp
    expect([status, steps.length, steps[4]?.files[0]?.title]).toEqual(['accepted', 6, 'Báo cáo'])
  })

  it('can be downloaded as a workbook', async () => {
    const { status, headers } = await server.call('GET', '/api/conclusions.xlsx', { cookie })
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/spreadsheetml/)
    expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(
      /Theo dõi kết luận - \d{4}-\d{2}-\d{2}\.xlsx/,
    )
  })

  it('is for staff only, and for existing assignments only', async () => {
    expect((await server.call('GET', '/api/conclusions')).status).toBe(401)
    const form = formOf({ text: 'x' })
    expect((await server.submit(`/api/conclusions/${entryId}/progress`, form)).status).toBe(401)
    expect((await submit('report', { text: 'x' }, [], newId())).status).toBe(404)
  })
})

describe('files of evidence', () => {
  const pdf = new Uint8Array(aPdf(1))
  const stepsOf = async (of: string) =>
    (await list()).find((one: { entryId: string }) => one.entryId === of).steps as { files: { sha256: string }[] }[]

  it('are uploaded with a text, and sent to staff as downloads with their detected type', async () => {
    const files: File[] = [
      ['Báo cáo <45>.pdf', pdf],
      ['Bảng số liệu.xlsx', await anXlsx()],
    ]
    expect(await told('progress', { text: 'Đã rà soát.' }, files, otherId)).toBe(204)
    const [step] = await stepsOf(otherId)
    expect(step?.files).toEqual([
      expect.objectContaining({ title: 'Báo cáo <45>', format: 'pdf', bytes: pdf.length, scan: 'notScanned' }),
      expect.objectContaining({ title: 'Bảng số liệu', format: 'xlsx' }),
    ])
    const path = `/api/conclusions/${otherId}/files/${step?.files[0]?.sha256}`
    const { status, headers, raw } = await server.call('GET', path, { cookie })
    expect([status, headers['content-type'], raw.length]).toEqual([200, 'application/pdf', pdf.length])
    expect(headers['content-disposition']).toMatch(/^attachment; filename="Bao cao _45_\.pdf"; filename\*=UTF-8''/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
    expect((await server.call('GET', path)).status).toBe(401)
  })

  it('cannot be fetched for another assignment, nor by a path on the disk', async () => {
    const [step] = await stepsOf(otherId)
    for (const name of [step?.files[0]?.sha256, 'a'.repeat(64), '..%2F..%2Fsecrets.json'])
      expect(
        (await server.call('GET', `/api/conclusions/${entryId}/files/${name}`, { cookie })).status,
      ).toBeGreaterThan(399)
  })

  it('are sufficient as evidence without a reference', async () => {
    expect(await told('evidence', { title: 'Ảnh', reference: '' }, [['Ảnh.png', aPng(9, 9)]], otherId)).toBe(204)
    expect(await told('evidence', { title: 'Ảnh', reference: '' }, [], otherId)).toBe('followUp.no-evidence')
  })

  it('are all refused if one is refused, naming it; nothing is written or kept', async () => {
    const [steps, before] = [(await stepsOf(otherId)).length, await onDisk(otherId)]
    const files: File[] = [
      ['Tốt.png', aPng(30, 30)],
      ['Hỏng.pdf', aPng(5, 5)],
    ]
    const { status, body } = await submit('progress', { text: 'Kèm hai tệp.' }, files, otherId)
    expect([status, body.error.code, body.error.field]).toEqual([415, 'document.wrong-type', 'files.1'])
    expect(body.error.message).toContain('Hỏng.pdf')
    expect([(await stepsOf(otherId)).length, await onDisk(otherId)]).toEqual([steps, before])
  })

  it('are not kept when the assignment accepts no more steps', async () => {
    const before = await onDisk(entryId)
    expect(await told('progress', { text: 'Muộn.' }, [['Muộn.png', aPng(40, 40)]])).toBe('followUp.accepted')
    expect(await onDisk(entryId)).toBe(before)
  })

  it(`are at most ${maximumFilesAtOnce} at once`, async () => {
    const files = Array.from({ length: maximumFilesAtOnce + 1 }, (_, index): File => [`${index}.png`, aPng(5, 5)])
    const { status, body } = await submit('progress', { text: 'Nhiều tệp.' }, files, otherId)
    expect([status, body.error.code]).toEqual([413, 'followUp.too-many-at-once'])
  })

  it.each([
    ['without words', { text: '' }],
    ['with words that are too long', { text: 'ă'.repeat(2001) }],
    ['with words that turn their reading direction', { text: 'hóa đơn\u202efdp' }],
    ['with files in the words', { files: '[{"sha256":"x"}]' }],
  ])('are refused %s, before any is stored', async (_what, words) => {
    const before = await onDisk(otherId)
    const { status, body } = await submit('progress', words, [['Ảnh.png', aPng(50, 50)]], otherId)
    expect([status, body.error.code, body.error.field]).toEqual([400, 'invalid', 'text'])
    expect(await onDisk(otherId)).toBe(before)
  })

  it('must be sent as a form', async () => {
    const path = `/api/conclusions/${otherId}/progress`
    expect((await server.call('POST', path, { cookie, body: { text: 'x' } })).status).toBe(415)
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const cut = await server.call('POST', path, { cookie, headers, body: Buffer.from('--x\r\nContent-Disp') })
    expect(cut.status).toBe(400)
  })
})
