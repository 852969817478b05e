// Read back by another library (read-excel-file).
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import { aDocument, by, given, later, seconds, start } from '../../../tests/harness/given.ts'
import { isoTime } from '../model/times.ts'
import { readingXlsx } from './reading-xlsx.ts'

const adds = (documentId: string, changes: Parameters<typeof aDocument>[1]) =>
  by('system', 'documents.add', aDocument(documentId, changes))
const { state } = given(
  by('clerk', 'documents.remove', { documentId: 'document1' }),
  by('clerk', 'documents.remove', { documentId: 'document2' }),
  adds('resolution', { title: '=1+1', readBefore: true, needsAcknowledgement: true, itemId: 'item1' }),
  adds('annex', { title: 'Phụ lục', readBefore: true }),
  by('siteA', 'documents.open', { documentId: 'resolution' }),
  later(seconds(30)),
  by('siteA', 'documents.acknowledge', { documentId: 'resolution', delegateIds: ['delegate2'] }),
  by('chair', 'documents.open', { documentId: 'annex' }),
)
const people = Object.fromEntries(
  ['chair', 'siteA', 'delegate1', 'delegate2'].map((id) => [`person-${id}`, { name: `Ông ${id}`, title: 'Chủ tịch' }]),
) as People

async function sheetsOf() {
  const sheets = await readXlsxFile(await readingXlsx(state, people, start))
  return new Map(
    sheets.map(({ sheet, data }) => {
      const [titles = [], ...rows] = data.slice(3)
      const named = rows.map((row) =>
        Object.fromEntries(titles.map((title, index) => [String(title), row[index] ?? null])),
      )
      return [sheet, { head: data[0]?.[0], remark: data[1]?.[0], rows: named }]
    }),
  )
}

describe('the reading of documents as an Excel file', () => {
  it('has a row for each document and each person expected to read it, with times of Vietnam', async () => {
    const rows = (await sheetsOf()).get('Theo người')?.rows ?? []
    const atSiteA = rows.filter((row) => row['Điểm cầu'] === 'Điểm cầu branchA' && row['Tài liệu'] === '=1+1')
    expect(atSiteA).toMatchObject([
      {
        'Họ và tên': 'Ông siteA',
        'Chức vụ, đơn vị': 'Chủ tịch',
        'Vai trò': 'Phụ trách điểm cầu',
        'Mở lần đầu': isoTime(start),
        'Xác nhận quán triệt': isoTime(start + seconds(30)),
        'Người xác nhận thay': null,
        'Tình trạng': 'Đã xác nhận quán triệt',
      },
      {
        'Họ và tên': 'Ông delegate1',
        'Vai trò': 'Đại biểu',
        'Mở lần đầu': null,
        'Xác nhận quán triệt': null,
        'Tình trạng': 'Chưa xác nhận quán triệt',
      },
      {
        'Họ và tên': 'Ông delegate2',
        'Xác nhận quán triệt': isoTime(start + seconds(30)),
        'Người xác nhận thay': 'Ông siteA',
        'Tình trạng': 'Đã xác nhận quán triệt',
      },
    ])
    expect(isoTime(start)).toMatch(/\+07:00$/)
  })

  it('lists those who have not read, also if their name was erased, but no observers', async () => {
    const rows = (await sheetsOf()).get('Theo người')?.rows ?? []
    const annex = rows.filter((row) => row['Tài liệu'] === 'Phụ lục')
    expect(annex.find((row) => row['Vai trò'] === 'Chủ tọa')).toMatchObject({ 'Tình trạng': 'Đã mở' })
    expect(annex.filter((row) => row['Vai trò'] === 'Công dân')).toMatchObject([
      { 'Họ và tên': '…', 'Điểm cầu': 'Không thuộc điểm cầu', 'Tình trạng': 'Chưa mở' },
      { 'Họ và tên': '…', 'Tình trạng': 'Chưa mở' },
    ])
    expect(rows.some((row) => row['Vai trò'] === 'Quan sát viên')).toBe(false)
  })

  it('counts by site, and leaves cells empty for what is not required', async () => {
    const { head, remark, rows } = (await sheetsOf()).get('Theo điểm cầu') ?? { rows: [] }
    expect([head, remark]).toEqual([state.session.title, expect.stringMatching(/^Lập lúc \d\d:\d\d:\d\d ngày/)])
    expect(rows.filter((row) => row['Điểm cầu'] === 'Điểm cầu branchA')).toMatchObject([
      {
        'Tài liệu': '=1+1',
        'Thuộc nội dung': state.agenda.items[0]?.title,
        'Cần đọc trước': 'Có',
        'Đã mở': 1,
        'Số người có trang riêng': 1,
        'Đã xác nhận quán triệt': 2,
        'Số người cần xác nhận': 3,
      },
      { 'Tài liệu': 'Phụ lục', 'Đã mở': 0, 'Đã xác nhận quán triệt': null, 'Số người cần xác nhận': null },
    ])
  })
})
