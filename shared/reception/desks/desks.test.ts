import { describe, expect, it } from 'vitest'
import { deskA, ReceptionDay } from '../reception-day.fixture.ts'

const opening = { deskId: 'deskC', label: 'Bàn 3', kinds: ['reception'], noteTakerId: 'thu' }

describe('a desk', () => {
  it('is opened by an officer without another desk, with a unique label and a different person as note-taker', () => {
    const day = ReceptionDay.withDesks()
    expect(day.tries('lan', 'desks.open', opening)).toBe('desks.already-open')
    expect(day.tries('hoa', 'desks.open', { ...opening, label: 'Bàn 1' })).toBe('desks.label-taken')
    expect(day.tries('hoa', 'desks.open', { ...opening, noteTakerId: 'hoa' })).toBe('desks.own-note-taker')
    expect(day.tries('system', 'desks.open', opening)).toBe('forbidden')
    expect(day.tries('hoa', 'desks.open', opening)).toBeNull()
    expect(day.state.desks.desks).toMatchObject({ deskC: { accountId: 'hoa', status: 'open', label: 'Bàn 3' } })
  })

  it('is opened once when the command is repeated', () => {
    const day = ReceptionDay.withDesks()
    const again = { ...opening, deskId: deskA, label: 'Bàn 1' }
    expect(day.tries('lan', 'desks.open', again)).toBeNull()
    expect(Object.keys(day.state.desks.desks)).toHaveLength(2)
  })

  it('is closed by its officer only, which frees its label', () => {
    const day = ReceptionDay.withDesks()
    expect(day.tries('minh', 'desks.close', { deskId: deskA })).toBe('desks.of-another')
    expect(day.tries('lan', 'desks.close', { deskId: 'deskX' })).toBe('desks.unknown')
    day.does('lan', 'desks.close', { deskId: deskA })
    expect(day.tries('hoa', 'desks.open', { ...opening, label: 'Bàn 1' })).toBeNull()
  })

  it('is marked as lost and resumed by the system only', () => {
    const day = ReceptionDay.withDesks()
    day.does('system', 'desks.lose', { deskId: deskA })
    expect(day.state.desks.desks).toMatchObject({ deskA: { status: 'lost' } })
    expect(day.tries('lan', 'desks.resume', { deskId: deskA })).toBe('forbidden')
    day.does('system', 'desks.resume', { deskId: deskA })
    expect(day.state.desks.desks).toMatchObject({ deskA: { status: 'open' } })
  })
})
