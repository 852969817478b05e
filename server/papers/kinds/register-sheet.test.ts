// Read back by another library (pdf.js).
import { describe, expect, it } from 'vitest'
import { RegisterRowId } from '../../../shared/kernel/ids.ts'
import type { RegisterRow } from '../../../shared/wire/reception/register.ts'
import { pdfText } from '../../../tests/harness/papers.ts'
import { paperPdf } from '../model/pdf.ts'
import type { Cell } from '../model/table.ts'
import { registerPaper, registerTable } from './register-sheet.ts'

const agency = {
  organisation: 'Ủy ban nhân dân xã Tân Lập',
  parentOrganisation: 'Ủy ban nhân dân tỉnh',
  placeName: null,
  abbreviation: null,
}
const printedAt = Date.parse('2026-11-26T03:00:00Z')

const aRow = (changes: Partial<RegisterRow> = {}): RegisterRow => ({
  rowId: RegisterRowId.parse('row'),
  day: '2026-11-24',
  number: 7,
  ticket: 'A001',
  sessionId: null,
  citizen: {
    name: 'Ngô Văn Phúc',
    address: 'Thôn 3, xã Tân Lập',
    paper: { kind: 'citizenCard', number: '001085012345' },
  },
  alias: null,
  officer: 'Trần Thị Lan',
  content: 'Bồi thường đất',
  kind: 'complaint',
  people: 2,
  settledBy: 'Chủ tịch xã',
  isOwn: false,
  guidedTo: { body: 'Sở Tài chính', paperNumber: '12/HD' },
  handledBy: { body: 'Phòng Kinh tế', paperNumber: null },
  note: 'Có luật sư',
  receptionKind: 'regular',
  receivedBy: 'officer',
  isGroup: false,
  isRepeat: null,
  isVisitOver: true,
  revision: 0,
  missing: [],
  case: null,
  secrecy: 'open',
  result: { result: 'right', paperNumber: '45/QĐ', on: '2026-12-20', satisfaction: 'satisfied' },
  closed: null,
  corrections: [],
  ...changes,
})

async function cellsOf(...rows: RegisterRow[]): Promise<(readonly Cell[])[]> {
  async function* chunks() {
    yield rows
  }
  const cells: (readonly Cell[])[] = []
  for await (const row of registerTable(chunks(), '2026-11', agency, 'open').rows) cells.push(row)
  return cells
}

describe('a row of the register on paper', () => {
  it('has the thirteen columns of Mẫu 03/TCD', async () => {
    expect(await cellsOf(aRow())).toEqual([
      [
        7,
        '24/11/2026',
        'Ngô Văn Phúc, Thôn 3, xã Tân Lập',
        '001085012345',
        'Bồi thường đất',
        'Khiếu nại',
        2,
        'Chủ tịch xã',
        null,
        'Sở Tài chính (văn bản số 12/HD)',
        'Phòng Kinh tế',
        'Đúng, văn bản số 45/QĐ, ngày 20/12/2026, công dân đồng ý',
        'Có luật sư',
      ],
    ])
  })

  it('has an alias for a denouncer, and an x for own competence', async () => {
    const [cells] = await cellsOf(aRow({ alias: 'Người tố cáo số C001', citizen: null, isOwn: true }))
    expect([cells?.[2], cells?.[3], cells?.[8]]).toEqual(['Người tố cáo số C001', null, 'x'])
  })

  it('lists in the last column what each correction replaced', async () => {
    const corrections = [
      { before: { people: 1 }, after: { people: 2 }, reason: 'Đếm thiếu', at: printedAt, by: null },
      { before: { isOwn: true, kind: null }, after: {}, reason: 'Nhầm thẩm quyền', at: printedAt, by: null },
    ]
    const [cells] = await cellsOf(aRow({ note: null, corrections }))
    expect(cells?.[12]).toBe(
      'Đính chính ngày 26/11/2026: cột 7 trước ghi “1”; lý do: Đếm thiếu.\n' +
        'Đính chính ngày 26/11/2026: cột 6 trước ghi “”; cột 9 trước ghi “x”; lý do: Nhầm thẩm quyền.',
    )
  })
})

describe('a register with a row of Mật or above', () => {
  const secret = aRow({ content: null, secrecy: 'secret', alias: 'Công dân số A001 (giữ bí mật)', citizen: null })

  it('has the highest level of its rows as its mark, and a note in place of the content of such a row', async () => {
    async function* chunks() {
      yield [aRow(), secret]
    }
    const table = registerTable(chunks(), '2026', agency, 'secret')
    expect(table.heading[0]).toBe('TỐI MẬT')
    expect((await cellsOf(secret))[0]?.[4]).toBe('Nội dung có độ mật (TỐI MẬT)')
    const text = await pdfText(
      await paperPdf(registerPaper({ rows: [aRow(), secret], period: '2026-11', part: null, printedAt }, agency)),
    )
    expect(text).toContain('TỐI MẬT')
  })

  it('has no mark if all its rows are open', async () => {
    const paper = registerPaper({ rows: [aRow()], period: '2026-11', part: null, printedAt }, agency)
    expect(await pdfText(await paperPdf(paper))).not.toContain('MẬT')
  })
})

describe('the register as PDF', () => {
  it('is A4 landscape with its heading and part number, and never breaks a number of twelve digits', async () => {
    const source = { rows: [aRow()], period: '2026-11', part: { number: 2, of: 3 }, printedAt }
    const paper = registerPaper(source, agency)
    const pdf = await paperPdf(paper)
    const text = await pdfText(pdf)
    for (const words of ['ỦY BAN NHÂN DÂN XÃ TÂN LẬP', 'Mẫu số 03/TCD', 'SỔ TIẾP CÔNG DÂN', 'phần 2/3', '001085012345'])
      expect(text.replaceAll('\n', ' ')).toContain(words)
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 841.88')
  })
})
