import { describe, expect, it } from 'vitest'
import { NewSession } from '../../../../../shared/wire/hearing/booking.ts'
import { emptyDraft } from '../session-draft.ts'
import { requestOf } from '../session-request.ts'
import { type Cell, readSheetRows } from './read-sheet.ts'
import { rowsOfText } from './read-source.ts'
import { withList } from './with-list.ts'

const head = ['Điểm cầu', 'Họ và tên', 'Chức vụ, đơn vị', 'Vai trò', 'Thư điện tử']
const faultsOf = (...rows: Cell[][]) => {
  const result = readSheetRows(rows)
  if (!('faults' in result)) throw new Error('no fault was found')
  return result.faults.map((fault) => [fault.row, fault.column, 'issue' in fault ? fault.issue.code : fault.code])
}
const listOf = (...rows: Cell[][]) => {
  const result = readSheetRows(rows)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.list
}

const sheet: Cell[][] = [
  ['ỦY BAN NHÂN DÂN THÀNH PHỐ'],
  ['STT', ...head],
  [1, 'UBND phường Hải Châu', 'Lê Văn Tám', 'Chủ tịch', null, 'tam@haichau.example'],
  [2, null, 'Phạm Thu Hà', 'Công chức', 'Phụ trách điểm cầu', null],
  [3, 'Trung tâm', 'Nguyễn Hạnh', 'Phó Chủ tịch', 'Chủ tọa', 'hanh@tp.example'],
  [4, null, 'Bùi Mai', null, 'thư ký', null],
  [5, 'Trung tâm', 'Nguyễn Hạnh', 'Phó Chủ tịch', 'Đại biểu', null],
  [null, null, null, null, null, null],
  [6, null, 'Ngô Phúc', null, 'Công dân', null],
  [7, 'Xã Tân Phú', null, null, null, null],
]

describe('an imported list of sites and people', () => {
  it('is read with its header in any row, and a site named once for the rows below', () => {
    const { sites, people } = listOf(...sheet)
    expect(sites).toEqual(['Trung tâm', 'UBND phường Hải Châu', 'Xã Tân Phú'])
    expect(people.map(({ name, role, site }) => [name, role, site])).toEqual([
      ['Lê Văn Tám', 'delegate', 'UBND phường Hải Châu'],
      ['Phạm Thu Hà', 'siteOperator', 'UBND phường Hải Châu'],
      ['Nguyễn Hạnh', 'chair', 'Trung tâm'],
      ['Bùi Mai', 'secretary', null],
      ['Nguyễn Hạnh', 'delegate', 'Trung tâm'],
      ['Ngô Phúc', 'citizen', null],
    ])
  })

  it('is read without a header in the column order of the template', () => {
    expect(listOf(['Thôn 1', 'Lê An', 'Trưởng thôn']).people).toMatchObject([{ site: 'Thôn 1', name: 'Lê An', row: 1 }])
  })

  it('is read as pasted from a spreadsheet, with line breaks in a cell', () => {
    const rows = rowsOfText('Thôn 1\tLê An\t"Trưởng thôn\nBí thư"\n\nThôn 1\tVũ "Tư" Em\t')
    expect(listOf(...rows.map((row) => [...row])).people.map(({ row, name, title }) => [row, name, title])).toEqual([
      [1, 'Lê An', 'Trưởng thôn Bí thư'],
      [3, 'Vũ "Tư" Em', null],
    ])
  })

  it('fills the form with sites and people that the server’s schema accepts', () => {
    let keys = 0
    const typed = { ...emptyDraft('2026-12-01'), title: 'Hội nghị', place: 'Hội trường' }
    const draft = withList(typed, listOf(...sheet), () => String(++keys))
    const { sites, participants } = NewSession.parse(requestOf(draft).request)
    expect(sites.map(({ name, rank, delegates }) => [name, rank, delegates.map((one) => one.name)])).toEqual([
      ['Trung tâm', 'centre', ['Nguyễn Hạnh']],
      ['UBND phường Hải Châu', 'branch', ['Lê Văn Tám']],
      ['Xã Tân Phú', 'branch', []],
    ])
    expect(participants.map(({ name, role, siteIndex, email }) => [name, role, siteIndex, email])).toEqual([
      ['Nguyễn Hạnh', 'chair', 0, 'hanh@tp.example'],
      ['Bùi Mai', 'secretary', 0, null],
      ['Phạm Thu Hà', 'siteOperator', 1, null],
      ['Ngô Phúc', 'citizen', null, null],
    ])
    expect(sites[1]?.delegates[0]?.email).toBe('tam@haichau.example')
  })
})

describe('the faults of an imported list', () => {
  it('are all reported with row and column, and nothing is imported', () => {
    expect(
      faultsOf(
        head,
        ['Thôn 1', '', 'Trưởng thôn'],
        ['Thôn 1', 'x'.repeat(300), '', '', 'an@'],
        ['Thôn 1', 'Lê \u202eAn', '', 'Trưởng ban'],
        ['Thôn 1', 'Vũ Em', ''],
        ['Thôn 1', 'VŨ EM', ''],
      ),
    ).toEqual([
      [2, 'name', 'too_small'],
      [3, 'name', 'too_big'],
      [3, 'email', 'invalid_format'],
      [4, 'role', 'unknown-role'],
      [4, 'name', 'invalid_format'],
      [6, 'name', 'repeated'],
    ])
  })

  it('include a missing site, a second chair, and a secretary outside the centre', () => {
    expect(faultsOf(head, ['', 'Lê An', '', 'Đại biểu'])).toEqual([[2, 'site', 'site-missing']])
    expect(
      faultsOf(
        head,
        ['Trung tâm', 'Lê An', '', 'Chủ tọa'],
        ['Trung tâm', 'Vũ Em', '', 'Chủ tọa'],
        ['Thôn 1', 'Hồ Giang', '', 'Thư ký'],
      ),
    ).toEqual([
      [3, 'role', 'second-chair'],
      [4, 'site', 'not-at-centre'],
    ])
  })

  it('include the row where the list exceeds the limits of a session', () => {
    const crowd = Array.from({ length: 501 }, (_, index) => ['Thôn 1', `Đại biểu ${index}`])
    expect(faultsOf(head, ...crowd)).toEqual([[502, null, 'too-many-delegates']])
    const sites = Array.from({ length: 201 }, (_, index) => [`Thôn ${index}`, 'Lê An'])
    expect(faultsOf(head, ...sites)).toEqual([[202, null, 'too-many-sites']])
  })

  it('include an empty list', () => {
    expect(faultsOf(head)).toEqual([[2, null, 'no-people']])
    expect(faultsOf()).toEqual([[1, null, 'no-people']])
  })
})
