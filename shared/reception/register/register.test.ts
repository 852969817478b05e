import { describe, expect, it } from 'vitest'
import { RegisterRowId } from '../../kernel/ids.ts'
import { deskA, deskB, ReceptionDay } from '../reception-day.fixture.ts'
import type { ColumnChange, Row } from './contract.ts'

const complete = {
  content: 'Bồi thường khi thu hồi đất',
  kind: 'complaint',
  people: 1,
  isOwn: true,
} satisfies ColumnChange

/** The citizen An is being received at desk A. */
function withVisit(kind: 'reception' | 'denunciation' = 'reception'): ReceptionDay {
  const day = ReceptionDay.withDesks()
  day.comes('an', { kind })
  const desk = kind === 'reception' ? deskA : deskB
  day.calls(desk)
  day.does('system', 'queue.beginVisit', { ticketId: 'an' })
  return day
}

const opening = (changes: object = {}) => ({
  rowId: 'an',
  year: 2026,
  number: 7,
  ticketId: 'an',
  caseId: null,
  columns: {},
  ...changes,
})

function withRow(kind: 'reception' | 'denunciation' = 'reception'): ReceptionDay {
  const day = withVisit(kind)
  day.does('system', 'register.openForVisit', opening())
  return day
}

function rowOf(day: ReceptionDay, rowId = 'an'): Row {
  const row = day.state.register.rows[RegisterRowId.parse(rowId)]
  if (!row) throw new Error(`there is no row ${rowId}`)
  return row
}

const closed = (): ReceptionDay => {
  const day = withRow()
  day.does('system', 'queue.finishVisit', { ticketId: 'an' })
  day.does('lan', 'register.write', { rowId: 'an', columns: complete })
  day.does('lan', 'register.close', { rowId: 'an' })
  return day
}

describe('the register row of a visit', () => {
  it('is opened after the visit has begun, with officer and session', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.calls()
    expect(day.tries('system', 'register.openForVisit', opening())).toBe('register.not-begun')
    day.does('system', 'queue.beginVisit', { ticketId: 'an' })
    day.does('system', 'register.openForVisit', opening())
    const { sessionId } = day.ticket('an').visit ?? {}
    expect(rowOf(day)).toMatchObject({ number: 7, ticket: 'A001', accountId: 'lan', sessionId, isVisitOver: false })
  })

  it('is opened once when repeated, with a unique number', () => {
    const day = withRow()
    expect(day.tries('system', 'register.openForVisit', opening({ number: 8 }))).toBeNull()
    expect(rowOf(day).number).toBe(7)
    expect(day.tries('system', 'register.openForVisit', opening({ rowId: 'other', number: 8 }))).toBe(
      'register.has-row',
    )
    expect(day.tries('lan', 'register.openByHand', { rowId: 'other', year: 2026, number: 7, columns: {} })).toBe(
      'register.number-taken',
    )
  })

  it('has an additional row for each additional matter', () => {
    const day = withRow()
    day.does('system', 'register.linkCase', { rowId: 'an', caseId: 'land', insteadOf: null })
    day.does('system', 'register.openForVisit', opening({ rowId: 'road', number: 8, caseId: 'road' }))
    expect(rowOf(day, 'road')).toMatchObject({ ticketId: 'an', caseId: 'road', ticket: 'A001', number: 8 })
    const again = opening({ rowId: 'again', number: 9, caseId: 'road' })
    expect(day.tries('system', 'register.openForVisit', again)).toBe('register.has-row')
  })

  it('continues when the citizen is handed over, with the last officer', () => {
    const day = withRow()
    day.does('lan', 'queue.handOver', { deskId: deskA, toDeskId: deskB, note: 'Lĩnh vực đất đai.' })
    day.calls(deskB)
    day.does('system', 'queue.beginVisit', { ticketId: 'an' })
    day.does('system', 'register.fill', { rowId: 'an', columns: {}, isVisitOver: false })
    expect(rowOf(day)).toMatchObject({ accountId: 'minh', sessionId: day.ticket('an').visit?.sessionId, number: 7 })
  })
})

describe('a register row', () => {
  it('is filled automatically where no officer has written', () => {
    const day = withRow()
    day.does('lan', 'register.write', { rowId: 'an', columns: { people: 3 } })
    const told = { people: 1, content: 'Đường ngập nước', citizenId: 'phuc' }
    day.does('system', 'register.fill', { rowId: 'an', columns: told, isVisitOver: false })
    expect(rowOf(day)).toMatchObject({ people: 3, content: 'Đường ngập nước', citizenId: 'phuc' })
    day.does('system', 'register.fill', {
      rowId: 'an',
      columns: { content: 'Đường ngập nước, thôn 3' },
      isVisitOver: true,
    })
    expect(rowOf(day)).toMatchObject({ content: 'Đường ngập nước, thôn 3', isVisitOver: true })
  })

  it('keeps a value that an officer confirmed unchanged', () => {
    const day = withRow()
    day.does('system', 'register.fill', { rowId: 'an', columns: { people: 1 }, isVisitOver: false })
    day.does('lan', 'register.write', { rowId: 'an', columns: { people: 1 } })
    day.does('system', 'register.fill', { rowId: 'an', columns: { people: 9 }, isVisitOver: false })
    expect(rowOf(day).people).toBe(1)
  })

  it('rejects an edit based on an older revision', () => {
    const day = withRow()
    day.does('lan', 'register.write', { rowId: 'an', columns: { content: 'Đất đai' }, revision: 0 })
    const late = { rowId: 'an', columns: { content: 'Đường sá' }, revision: 0 }
    expect(day.tries('minh', 'register.write', late)).toBe('register.changed')
    // What came by itself meanwhile is nothing to look at again.
    day.does('system', 'register.fill', { rowId: 'an', columns: { people: 2 }, isVisitOver: false })
    day.does('minh', 'register.write', { ...late, revision: 1 })
    expect(rowOf(day)).toMatchObject({ content: 'Đường sá', people: 2, revision: 2 })
  })

  it('is protected once it is a denunciation, by its queue or by its kind', () => {
    expect(rowOf(withRow('denunciation')).isProtected).toBe(true)
    const day = withRow()
    expect(rowOf(day).isProtected).toBe(false)
    day.does('lan', 'register.write', { rowId: 'an', columns: { kind: 'denunciation' } })
    day.does('lan', 'register.write', { rowId: 'an', columns: { kind: 'reflection' } })
    expect(rowOf(day).isProtected).toBe(true)
  })

  it('is protected once its ticket is protected', () => {
    const day = withRow()
    expect(rowOf(day).isProtected).toBe(false)
    day.does('system', 'queue.protect', { ticketId: 'an' })
    day.does('system', 'register.fill', { rowId: 'an', columns: {}, isVisitOver: false })
    expect(rowOf(day).isProtected).toBe(true)
  })

  it('is linked to its case, and to the first part when that is split', () => {
    const day = withRow()
    day.does('system', 'register.linkCase', { rowId: 'an', caseId: 'whole', insteadOf: null })
    expect(day.tries('system', 'register.linkCase', { rowId: 'an', caseId: 'part', insteadOf: null })).toBe(
      'register.has-case',
    )
    day.does('system', 'register.linkCase', { rowId: 'an', caseId: 'part', insteadOf: 'whole' })
    expect(rowOf(day).caseId).toBe('part')
  })

  it('can be opened manually for somebody without a ticket', () => {
    const day = ReceptionDay.withDesks()
    const byHand = {
      rowId: 'guest',
      year: 2026,
      number: 1,
      columns: { ...complete, receptionKind: 'leader', receivedBy: 'head' },
    }
    expect(day.tries('system', 'register.openByHand', byHand)).toBe('forbidden')
    day.does('lan', 'register.openByHand', byHand)
    expect(rowOf(day, 'guest')).toMatchObject({
      ticketId: null,
      accountId: 'lan',
      receivedBy: 'head',
      isVisitOver: true,
    })
    day.does('lan', 'register.close', { rowId: 'guest' })
    expect(rowOf(day, 'guest').closed).toMatchObject({ accountId: 'lan' })
  })
})

describe('closing a register row', () => {
  it.each([
    [{}, '5, 6, 7, 9/10/11'],
    [{ content: 'Đất đai', kind: 'complaint' }, '7, 9/10/11'],
    [{ ...complete, kind: null }, '6'],
    [{ ...complete, isOwn: false }, '9/10/11'],
  ] as const)('with %j is rejected with the missing columns: %s', (columns, missing) => {
    const day = withRow()
    day.does('system', 'queue.finishVisit', { ticketId: 'an' })
    day.does('lan', 'register.write', { rowId: 'an', columns })
    expect(day.rejection('lan', 'register.close', { rowId: 'an' })).toEqual({
      code: 'register.incomplete',
      params: { columns: missing },
    })
    expect(rowOf(day).closed).toBeNull()
  })

  it.each([
    { isOwn: true },
    { isOwn: false, guidedTo: { body: 'Sở Tài chính', paperNumber: '12/HD' } },
    { isOwn: false, handledBy: { body: 'Phòng Kinh tế', paperNumber: null } },
  ])('requires one of columns 9, 10 and 11: %j', (competence) => {
    const day = withRow()
    day.does('system', 'queue.finishVisit', { ticketId: 'an' })
    day.does('lan', 'register.write', { rowId: 'an', columns: { ...complete, ...competence } })
    expect(day.tries('lan', 'register.close', { rowId: 'an' })).toBeNull()
  })

  it('is rejected until the visit is over', () => {
    const day = withRow()
    day.does('lan', 'register.write', { rowId: 'an', columns: complete })
    expect(day.tries('lan', 'register.close', { rowId: 'an' })).toBe('register.visit-going-on')
  })
})

describe('a closed register row', () => {
  it('cannot be written or filled', () => {
    const day = closed()
    expect(day.tries('lan', 'register.write', { rowId: 'an', columns: { people: 2 } })).toBe('register.closed')
    day.does('system', 'register.fill', { rowId: 'an', columns: { citizenId: 'phuc' }, isVisitOver: true })
    expect(rowOf(day)).toMatchObject({ people: 1, citizenId: null, isVisitOver: true })
  })

  it('is corrected with a reason, and keeps the previous values', () => {
    const day = closed()
    const reason = 'Đếm nhầm người đi cùng'
    day.does('minh', 'register.correct', { rowId: 'an', columns: { people: 2, isOwn: true }, reason })
    day.does('lan', 'register.correct', { rowId: 'an', columns: { people: 4 }, reason: 'Có thêm đơn cùng nội dung' })
    expect(rowOf(day)).toMatchObject({
      people: 4,
      corrections: [
        { before: { people: 1 }, after: { people: 2 }, reason, accountId: 'minh' },
        { before: { people: 2 }, after: { people: 4 }, accountId: 'lan' },
      ],
    })
  })

  it('cannot be corrected to an incomplete one', () => {
    const wish = { rowId: 'an', columns: { content: null }, reason: 'Bỏ nội dung' }
    expect(closed().tries('lan', 'register.correct', wish)).toBe('register.incomplete')
  })

  it('can be corrected; an open one is written instead', () => {
    const wish = { rowId: 'an', columns: { people: 2 }, reason: 'Đếm nhầm' }
    expect(withRow().tries('lan', 'register.correct', wish)).toBe('register.open')
  })
})
