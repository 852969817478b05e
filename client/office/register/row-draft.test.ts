import { describe, expect, it } from 'vitest'
import { RegisterRowId } from '../../../shared/kernel/ids.ts'
import { type RegisterRow, WrittenColumns } from '../../../shared/wire/reception/register.ts'
import { changesOf, columnsOf, draftOf, emptyRow, fieldOf } from './row-draft.ts'

const row: RegisterRow = {
  rowId: RegisterRowId.parse('row'),
  day: '2026-11-24',
  number: 7,
  ticket: 'A001',
  sessionId: null,
  citizen: { name: 'Ngô Văn Phúc', address: null, paper: { kind: 'passport', number: 'B1234567' } },
  alias: null,
  officer: 'Trần Thị Lan',
  content: null,
  kind: 'complaint',
  people: null,
  settledBy: null,
  isOwn: false,
  guidedTo: { body: 'Sở Tài chính', paperNumber: null },
  handledBy: null,
  note: null,
  receptionKind: 'regular',
  receivedBy: 'officer',
  isGroup: false,
  isRepeat: null,
  isVisitOver: true,
  revision: 0,
  missing: ['content', 'people'],
  case: null,
  secrecy: 'open',
  result: null,
  closed: null,
  corrections: [],
}

describe('the form of a register row', () => {
  it('sends changed fields, and the default of one person if empty', () => {
    expect(changesOf(draftOf(row), row)).toEqual({ people: 1 })
    const draft = { ...draftOf(row), content: 'Đất đai', guidedPaper: '12/HD', isRepeat: 'again' as const }
    expect(changesOf(draft, row)).toEqual({
      content: 'Đất đai',
      people: 1,
      guidedTo: { body: 'Sở Tài chính', paperNumber: '12/HD' },
      isRepeat: true,
    })
  })

  it('sends the complete citizen when any part was changed', () => {
    expect(changesOf({ ...draftOf(row), address: 'Thôn 3' }, { ...row, people: 1 })).toEqual({
      citizen: {
        name: 'Ngô Văn Phúc',
        address: 'Thôn 3',
        identity: { kind: 'passport', number: 'B1234567', issuedOn: null, issuedBy: null },
      },
    })
  })

  it.each([
    [{ paperNumber: '123', name: 'A' }, 'paperNumber'],
    [{ paperNumber: '001085012345' }, 'name'],
    [{ handledPaper: '5/CĐ' }, 'handledBody'],
    [{ people: 0 }, 'people'],
  ])('shows the fault of %j at its field', (changes, field) => {
    const issues = WrittenColumns.safeParse(columnsOf({ ...emptyRow, ...changes })).error?.issues ?? []
    expect(issues.map(({ path }) => fieldOf(path.join('.')))).toEqual([field])
  })
})
