import { describe, expect, it } from 'vitest'
import { atReception, by, inFullSession, type Step } from '../../tests/harness/given.ts'
import { checked, judged, received, stateAfter } from '../cases/case.fixture.ts'
import { AppointmentId } from '../kernel/ids.ts'
import { ReceptionDay } from '../reception/reception-day.fixture.ts'
import { bookedColumns, caseColumns, visitColumns } from './register.ts'

const openly = { isProtected: false }

describe('the register columns of a visit', () => {
  const citizen = { participantId: 'citizen1' }
  const known: Step[] = [
    by('secretary', 'identity.begin', citizen),
    by('system', 'identity.confirm', {
      ...citizen,
      citizenId: 'phuc',
      officerId: 'secretary',
      personKind: 'citizen',
      papers: ['identity'],
      paper: { kind: 'citizenCard', lastDigits: '234' },
    }),
  ]
  const statement: Step = (session) => {
    by('secretary', 'statement.begin', citizen)(session)
    const statementId = session.state.statement.statements[0]?.statementId ?? ''
    const piece = { statementId, revision: 0, from: 0, removed: 0, inserted: 'Nhà tôi bị thu hồi đất.' }
    by('secretary', 'statement.type', piece)(session)
    by('secretary', 'statement.readBack', { statementId })(session)
  }
  const signed: Step = (session) =>
    by('system', 'statement.sign', {
      ...citizen,
      statementId: session.state.statement.statements[0]?.statementId ?? '',
      version: 1,
      sha256: 'a'.repeat(64),
    })(session)

  it('are empty while nothing is known', () => {
    expect(visitColumns(atReception(inFullSession).state, openly)).toEqual({})
  })

  it('contain the citizen, and the statement once acknowledged', () => {
    const read = atReception(inFullSession, ...known, statement)
    expect(visitColumns(read.state, openly)).toEqual({ citizenId: 'phuc' })
    const settled = atReception(inFullSession, ...known, statement, signed)
    expect(visitColumns(settled.state, openly)).toEqual({ citizenId: 'phuc', content: 'Nhà tôi bị thu hồi đất.' })
  })

  it('of a denouncer contain nothing of the statement', () => {
    const settled = atReception(inFullSession, ...known, statement, signed)
    expect(visitColumns(settled.state, { isProtected: true })).toEqual({ citizenId: 'phuc' })
  })

  it('contain competence, number of people, refusal and receipt', () => {
    const elsewhere = by('secretary', 'visit.settleCompetence', { isOwn: false, competentUnit: 'Sở Tài chính' })
    const group = by('secretary', 'visit.setGroup', { people: 7, representativeIds: ['citizen1'], hasPaper: true })
    const refuses = by('chair', 'visit.explainRefusal', { ...citizen, groundId: 'decree-4-1-h', words: 'Đã trả lời.' })
    expect(visitColumns(atReception(inFullSession, elsewhere, group, refuses).state, openly)).toEqual({
      isOwn: false,
      guidedTo: { body: 'Sở Tài chính', paperNumber: null },
      people: 7,
      isGroup: true,
      note: 'Đã giải thích lý do từ chối: điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP.',
    })
    const own = by('secretary', 'visit.settleCompetence', { isOwn: true, competentUnit: null })
    expect(visitColumns(atReception(inFullSession, elsewhere, own).state, openly)).toEqual({
      isOwn: true,
      guidedTo: null,
    })
  })
})

describe('the register columns of a case', () => {
  it('contain subject, kind and signers, and the competence once judged', () => {
    const columns = caseColumns(stateAfter(received()))
    expect(columns).toMatchObject({ kind: 'complaint', people: expect.any(Number), content: expect.any(String) })
    expect(columns).not.toHaveProperty('isOwn')
    expect(caseColumns(stateAfter(received(), checked(), judged('own')))).toMatchObject({ isOwn: true, guidedTo: null })
  })

  it('of several matters contain no kind', () => {
    expect(caseColumns(stateAfter(received({ kind: 'mixed' })))).not.toHaveProperty('kind')
  })
})

describe('the register columns of an appointment', () => {
  const sitting = {
    sittingId: 'morning',
    date: '2026-12-08',
    kind: 'leader',
    officerId: 'anh',
    substituteId: 'nam',
    place: 'Số 1 đường Trần Phú',
    sites: [{ siteId: 'centre', name: 'Trụ sở tiếp công dân' }],
    ownBrowser: null,
    slotMinutes: 30,
    slots: [{ time: '08:00', capacity: 2 }],
  }
  const booking = {
    sittingId: 'morning',
    time: '08:00',
    siteId: 'centre',
    appointmentId: 'eight',
    citizenId: 'phuc',
    matter: 'complaint',
    asksSecrecy: false,
    interpreter: null,
    priority: null,
    party: { kind: 'group', people: 8, representatives: 2, hasPaper: true },
  }
  const position = (officerId: string) => (officerId === 'anh' ? 'head' : officerId === 'nam' ? 'deputy' : null)
  const noon = Date.parse('2026-12-08T12:00:00+07:00')
  const eight = { appointmentId: AppointmentId.parse('eight') }

  it('contain the kind of reception, who receives, the matter and the number of people', () => {
    const day = new ReceptionDay()
    day.does('lan', 'appointments.plan', sitting)
    day.does('system', 'appointments.book', booking)
    const columns = { receptionKind: 'leader', receivedBy: 'head', kind: 'complaint', people: 8, isGroup: true }
    expect(bookedColumns(day.state, eight, position, noon)).toEqual(columns)
    day.does('lan', 'appointments.substitute', { sittingId: 'morning', officerId: 'nam', reason: 'Họp' })
    expect(bookedColumns(day.state, eight, position, noon)).toEqual({ ...columns, receivedBy: 'deputy' })
    expect(bookedColumns(day.state, { appointmentId: null }, position, noon)).toEqual({})
  })

  it('without an appointment contain the kind of the current sitting, if there is exactly one', () => {
    const day = new ReceptionDay()
    const kindAt = (time: string) =>
      bookedColumns(day.state, { appointmentId: null }, position, Date.parse(`2026-12-08T${time}:00+07:00`))
    day.does('lan', 'appointments.plan', sitting)
    expect([kindAt('07:59'), kindAt('08:00'), kindAt('08:29'), kindAt('08:30')]).toEqual([
      {},
      { receptionKind: 'leader' },
      { receptionKind: 'leader' },
      {},
    ])
    day.does('lan', 'appointments.plan', {
      ...sitting,
      sittingId: 'other',
      kind: 'regular',
      officerId: 'nam',
      substituteId: null,
    })
    expect(kindAt('08:00')).toEqual({})
    day.does('lan', 'appointments.cancelSitting', { sittingId: 'other', reason: 'Bận' })
    expect(kindAt('08:00')).toEqual({ receptionKind: 'leader' })
  })
})
