// Both files are read back by other libraries (read-excel-file, csv-parse).
import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { ParticipantId, PersonId } from '../../../shared/kernel/ids.ts'
import type { AttendanceSheet, Interval } from '../../../shared/projections/attendance.ts'
import { attendanceXlsx } from './attendance-xlsx.ts'
import { attendanceCsv } from './csv.ts'
import { at, attendanceSheet, people } from './minutes-document.fixture.ts'

const title = 'Hội nghị trực tuyến đánh giá thiệt hại do mưa lũ'
const formulaTitle = '=HYPERLINK("http://example.com";"Công chức")'

type Row = Record<string, unknown>

/** The rows of each sheet, under the titles of its columns. */
async function readSheets(sheet: AttendanceSheet = attendanceSheet) {
  const sheets = await readXlsxFile(await attendanceXlsx(sheet, people, { title, secrecy: 'open' }))
  return new Map(
    sheets.map(({ sheet: name, data }) => {
      const [titles = [], ...rows] = data.slice(3)
      return [name, { head: data.slice(0, 3), rows: rows.map((row): Row => named(titles.map(String), row)) }]
    }),
  )
}

const named = (titles: readonly string[], row: readonly unknown[]): Row =>
  Object.fromEntries(titles.map((column, index) => [column, row[index] ?? null]))

const readCsv = (sheet: AttendanceSheet = attendanceSheet) =>
  parse<Record<string, string>>(attendanceCsv(sheet, people), { columns: true, bom: true })

/** The sheet with one participant of these intervals. */
function sheetWith(intervals: readonly Interval[]): AttendanceSheet {
  return {
    ...attendanceSheet,
    participants: [
      {
        participantId: ParticipantId.parse('p'),
        personId: PersonId.parse('hang'),
        role: 'secretary',
        siteId: null,
        identifiedBy: 'known',
        intervals,
        presentMs: 0,
      },
    ],
  }
}

it('has the level of secrecy of the session on every sheet', async () => {
  const sheets = await readXlsxFile(await attendanceXlsx(attendanceSheet, people, { title, secrecy: 'confidential' }))
  expect(sheets.map(({ data }) => [data[0]?.[0], data[1]?.[0]])).toEqual(sheets.map(() => ['MẬT', title]))
})

describe('the attendance as an Excel file', () => {
  it('names the session on each sheet', async () => {
    const sheets = await readSheets()
    expect([...sheets.keys()]).toEqual(['Theo người', 'Các lần vào ra', 'Theo điểm cầu', 'Điểm danh đại biểu'])
    for (const { head } of sheets.values()) {
      expect(head[0]?.[0]).toBe(title)
      expect(head[1]?.[0]).toBe('Bắt đầu: 08:00:00 ngày 24/11/2026; kết thúc: 11:30:00 ngày 24/11/2026')
    }
  })

  it('has one row per person, with every time in the room and the total', async () => {
    const rows = (await readSheets()).get('Theo người')?.rows ?? []
    expect(rows).toHaveLength(attendanceSheet.participants.length)
    expect(rows[2]).toEqual({
      STT: 3,
      'Họ và tên': 'Y Thông Niê',
      'Chức vụ, đơn vị': 'Chủ tịch Ủy ban nhân dân xã Tân Lập',
      'Vai trò': 'Phụ trách điểm cầu',
      'Điểm cầu': 'Điểm cầu xã Tân Lập',
      'Cách xác định danh tính': 'Liên kết riêng do cơ quan cấp',
      'Giờ vào – giờ ra': '08:00:12 – 08:45:03\n08:45:31 – 11:30:00',
      'Số lần gián đoạn': 1,
      'Tổng thời gian có mặt': '03:29:20',
    })
  })

  it('has one row per time in the room, and one for each person who never came', async () => {
    const rows = (await readSheets()).get('Các lần vào ra')?.rows ?? []
    expect(rows.filter((row) => row['Họ và tên'] === 'Y Thông Niê')).toMatchObject([
      {
        Lần: 1,
        'Giờ vào': '2026-11-24T08:00:12+07:00',
        'Giờ ra': '2026-11-24T08:45:03+07:00',
        'Lý do kết thúc': 'Mất kết nối',
      },
      { Lần: 2, 'Giờ vào': '2026-11-24T08:45:31+07:00', 'Giờ ra': '2026-11-24T11:30:00+07:00' },
    ])
    expect(rows.at(-1)).toMatchObject({ 'Họ và tên': '…', Lần: 0, 'Giờ vào': null, 'Tổng thời gian có mặt (giây)': 0 })
  })

  it('counts delegates and heads per site, and names who confirmed the roll call', async () => {
    const rows = (await readSheets()).get('Theo điểm cầu')?.rows ?? []
    expect(rows[0]).toEqual({
      STT: 1,
      'Điểm cầu': 'Ủy ban nhân dân tỉnh',
      Loại: 'Điểm cầu trung tâm',
      'Giờ vào – giờ ra': '07:50:10 – 11:30:00',
      'Tổng thời gian kết nối': '03:30:00',
      'Đại biểu triệu tập': 1,
      'Đại biểu có mặt': 1,
      'Số người tại phòng họp': 12,
      'Người xác nhận': 'Nguyễn Thị Hằng',
      'Thời điểm xác nhận': '2026-11-24T08:05:00+07:00',
    })
    expect(rows[2]).toMatchObject({
      'Điểm cầu': 'xã Ea Kao <b>',
      'Số người tại phòng họp': null,
      'Người xác nhận': null,
    })
  })

  it('lists the roll call with marks and substitutes', async () => {
    const rows = (await readSheets()).get('Điểm danh đại biểu')?.rows ?? []
    expect(rows[1]).toEqual({
      STT: 2,
      'Điểm cầu': 'Điểm cầu xã Tân Lập',
      'Họ và tên': '@SUM(1+1) Vũ Thị Thủy',
      'Chức vụ, đơn vị': 'Trưởng phòng Kinh tế',
      'Kết quả điểm danh': 'có người dự thay',
      'Thời điểm': '2026-11-24T08:02:00+07:00',
      'Người dự thay': 'Phạm Minh Quân',
      'Chức vụ người dự thay': 'Phó Trưởng phòng Kinh tế',
      'Giấy tờ của người dự thay': 'Giấy ủy quyền số 12/GUQ-UBND',
    })
    expect(rows.at(-1)).toMatchObject({ 'Kết quả điểm danh': 'chưa điểm danh', 'Thời điểm': null })
  })

  it('keeps what looks like a formula as text', async () => {
    const rows = (await readSheets()).get('Theo người')?.rows ?? []
    // A formula would read back as its result, which no program has worked out.
    expect(rows[3]).toMatchObject({ 'Chức vụ, đơn vị': formulaTitle })
    expect(rows[4]).toMatchObject({ 'Họ và tên': '-2+3 Lê Thị Bưởi' })
  })

  it('dates a time on another day, leaves the end open for those still present, and shortens a very long list', async () => {
    const nextDay = at('23:59:59') + 1000
    const stillThere = sheetWith([
      { from: at('23:00:00'), to: nextDay, ending: 'left' },
      { from: nextDay + 1000, to: null, ending: null },
    ])
    expect((await readSheets(stillThere)).get('Theo người')?.rows[0]).toMatchObject({
      'Giờ vào – giờ ra': '23:00:00 – 25/11/2026 00:00:00\n25/11/2026 00:00:01 – …',
    })
    const drops = Array.from(
      { length: 500 },
      (): Interval => ({ from: at('08:00:00'), to: at('08:00:01'), ending: 'lost' }),
    )
    const spans = String((await readSheets(sheetWith(drops))).get('Theo người')?.rows[0]?.['Giờ vào – giờ ra']).split(
      '\n',
    )
    expect(spans).toHaveLength(21)
    expect(spans.at(-1)).toBe('và 480 lần khác')
  })
})

describe('the attendance as CSV', () => {
  it('opens as UTF-8 in Excel, with a row per time in the room', () => {
    expect(attendanceCsv(attendanceSheet, people)).toMatch(/^\ufeffSTT,Họ và tên,.*\r\n/)
    expect(readCsv().filter((row) => row['Họ và tên'] === 'Y Thông Niê')).toEqual([
      {
        STT: '3',
        'Họ và tên': 'Y Thông Niê',
        'Chức vụ, đơn vị': 'Chủ tịch Ủy ban nhân dân xã Tân Lập',
        'Vai trò': 'Phụ trách điểm cầu',
        'Điểm cầu': 'Điểm cầu xã Tân Lập',
        'Cách xác định danh tính': 'Liên kết riêng do cơ quan cấp',
        Lần: '1',
        'Giờ vào': '2026-11-24T08:00:12+07:00',
        'Giờ ra': '2026-11-24T08:45:03+07:00',
        'Lý do kết thúc': 'Mất kết nối',
        'Tổng thời gian có mặt': '03:29:20',
        'Tổng thời gian có mặt (giây)': '12560',
        'Mã người tham dự': 'p-a',
      },
      expect.objectContaining({
        Lần: '2',
        'Giờ vào': '2026-11-24T08:45:31+07:00',
        'Giờ ra': '2026-11-24T11:30:00+07:00',
      }),
    ])
  })

  it('has times that a program can parse to the second', () => {
    const [row] = readCsv()
    expect(Date.parse(row?.['Giờ vào'] ?? '')).toBe(attendanceSheet.participants[0]?.intervals[0]?.from)
  })

  it('has an apostrophe before text that Excel would run as a formula', () => {
    expect(readCsv().find((row) => row['Mã người tham dự'] === 'p-b')).toMatchObject({
      'Chức vụ, đơn vị': `'${formulaTitle}`,
    })
    expect(readCsv().find((row) => row['Mã người tham dự'] === 'p-citizen')).toMatchObject({
      'Họ và tên': "'-2+3 Lê Thị Bưởi",
    })
  })
})
