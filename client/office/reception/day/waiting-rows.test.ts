import { describe, expect, it } from 'vitest'
import { deskA, ReceptionDay } from '../../../../shared/reception/reception-day.fixture.ts'
import type { DayView, TicketRow } from '../../../../shared/wire/reception/reception.ts'
import { type Day, withChanges } from './use-day.ts'
import { nextFor, waitingRows } from './waiting-rows.ts'

const names: Readonly<Record<string, string>> = { an: 'Nguyễn Đức An', binh: 'Trần Thị Bình' }

function viewOf(day: ReceptionDay, only?: readonly string[]): DayView {
  const { desks, queue } = day.state
  const tickets = Object.values(queue.tickets).map(({ visit: _visit, ...ticket }): TicketRow => {
    const { citizenId: _citizen, appointmentId: _appointment, ...row } = ticket
    const name = names[ticket.ticketId] ?? null
    return { ...row, name, isNamed: name !== null, phone: null }
  })
  return {
    isWhole: only === undefined,
    day: '2026-11-25',
    serverTime: day.at,
    settings: queue.settings,
    desks: Object.values(desks.desks),
    lines: queue.lines,
    expectedMinutes: { reception: null, dialogue: null, denunciation: null },
    tickets: tickets.filter(({ ticketId }) => only?.includes(ticketId) ?? true),
    online: [],
    messages: [],
  }
}

function aDay(): { day: ReceptionDay; shown: Day } {
  const day = ReceptionDay.withDesks()
  day.comes('an')
  day.comes('chi', { kind: 'dialogue' })
  day.comes('binh')
  return { day, shown: withChanges(null, viewOf(day), day.at) }
}
const numbersOf = (rows: readonly TicketRow[]) => rows.map(({ number }) => number)

describe('the list of waiting tickets', () => {
  it('is in the order of calls, for all queues or one', () => {
    const { shown } = aDay()
    expect(numbersOf(waitingRows(shown, { words: '', kind: null }))).toEqual(['A001', 'A002', 'B001'])
    expect(numbersOf(waitingRows(shown, { words: '', kind: 'dialogue' }))).toEqual(['B001'])
  })

  it('is searched by number and by name, without diacritics', () => {
    const { shown } = aDay()
    expect(numbersOf(waitingRows(shown, { words: 'a002', kind: null }))).toEqual(['A002'])
    expect(numbersOf(waitingRows(shown, { words: 'duc an', kind: null }))).toEqual(['A001'])
  })

  it('merges changes, and keeps the other tickets', () => {
    const { day, shown } = aDay()
    day.does('lan', 'queue.message', { ticketId: 'binh', text: 'Mời chuẩn bị căn cước.' })
    const after = withChanges(shown, viewOf(day, ['binh']), day.at - 5000)
    expect(after.tickets.size).toBe(3)
    expect(after.tickets.get(day.ticket('binh').ticketId)?.messages).toHaveLength(1)
    expect(after.skewMs).toBe(5000)
  })

  it('is replaced by a complete list, and on a new day', () => {
    const { day, shown } = aDay()
    expect(withChanges(shown, { ...viewOf(day, ['an']), isWhole: true }, day.at).tickets.size).toBe(1)
    expect(withChanges(shown, { ...viewOf(day, ['an']), day: '2026-11-26' }, day.at).tickets.size).toBe(1)
  })
})

describe('the next ticket for a desk', () => {
  it('is the one that has waited longest in its queues', () => {
    const { shown } = aDay()
    expect(nextFor(shown, { deskId: deskA, kinds: ['reception', 'dialogue'] })?.number).toBe('A001')
    expect(nextFor(shown, { deskId: deskA, kinds: ['dialogue'] })?.number).toBe('B001')
    expect(nextFor(shown, { deskId: deskA, kinds: ['denunciation'] })).toBeNull()
  })

  it('skips a ticket that was handed over to another desk', () => {
    const { day } = aDay()
    day.calls(deskA)
    day.does('lan', 'queue.handOver', { deskId: deskA, toDeskId: 'deskB', note: 'Đất đai.' })
    const shown = withChanges(null, viewOf(day), day.at)
    expect(nextFor(shown, { deskId: deskA, kinds: ['reception'] })?.number).toBe('A002')
    expect(nextFor(shown, { deskId: 'deskB', kinds: ['reception'] })?.number).toBe('A001')
  })
})
