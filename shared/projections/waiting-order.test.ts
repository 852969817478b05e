import { describe, expect, it } from 'vitest'
import { TicketId } from '../kernel/ids.ts'
import { deskA, deskB, ReceptionDay } from '../reception/reception-day.fixture.ts'
import { linesOf, measuredMs, ticketViewOf } from './waiting-order.ts'

const standingOf = (day: ReceptionDay, name: string) => linesOf(day.state, day.at).standings.get(TicketId.parse(name))
const viewOf = (day: ReceptionDay, name: string) => ticketViewOf(day.state, day.ticket(name), standingOf(day, name))

/** Three visits of ten minutes, and one for the call. */
function afterThreeVisits(): ReceptionDay {
  const day = ReceptionDay.withDesks()
  for (const name of ['x', 'y', 'z']) {
    day.comes(name)
    day.calls()
    day.receives(deskA, 9)
  }
  return day
}

describe('the view of a waiting citizen', () => {
  it('shows how many are called before, computed with the rules of the calls', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.comes('old', { priority: 'elderly' })
    day.comes('binh')
    expect(['old', 'an', 'binh'].map((name) => standingOf(day, name)?.peopleBefore)).toEqual([0, 1, 2])
    expect(viewOf(day, 'old')).toMatchObject({ isNext: true, peopleBefore: 0 })
  })

  it('shows no expected wait before three visits were measured, nor without an open desk', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    expect(standingOf(day, 'an')?.expectedMinutes).toBeNull()
    const later = afterThreeVisits()
    later.comes('an')
    for (const deskId of [deskA, deskB]) later.does('system', 'desks.lose', { deskId })
    expect(standingOf(later, 'an')?.expectedMinutes).toBeNull()
  })

  it('shows the expected wait from today’s visits and open desks', () => {
    const day = afterThreeVisits()
    expect(measuredMs(day.state.queue.calls, 'reception')).toBe(11 * 60_000)
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) day.comes(name)
    // Two desks are free: two people go at once.
    expect(standingOf(day, 'b')?.expectedMinutes).toBe(0)
    day.calls(deskA)
    day.calls(deskB)
    // Half a visit, then one round for every two people.
    expect(['c', 'd', 'e', 'f'].map((name) => standingOf(day, name)?.expectedMinutes)).toEqual([6, 11, 17, 22])
    expect(linesOf(day.state, day.at).expectedMinutes.denunciation).toBeNull()
  })

  it('shows the number of who was called earlier, and the rule', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.comes('old', { priority: 'disabled' })
    day.calls()
    expect(viewOf(day, 'an').passedBy).toEqual([{ number: 'A002', reason: 'priority' }])
  })

  it('shows neither when the settings of the day hide it', () => {
    const day = ReceptionDay.withDesks()
    day.does('lan', 'queue.setUp', { ...day.state.queue.settings, showsPeopleBefore: false })
    day.comes('an')
    day.comes('old', { priority: 'disabled' })
    day.calls()
    expect(viewOf(day, 'an')).toMatchObject({ peopleBefore: null, passedBy: [], isNext: true })
  })

  it('shows messages sent to them and to all since they came, and the desk they are called to', () => {
    const day = ReceptionDay.withDesks()
    day.does('lan', 'queue.message', { ticketId: null, text: 'Sáng nay bắt đầu lúc 8 giờ.' })
    day.comes('an')
    day.does('lan', 'queue.message', { ticketId: null, text: 'Giải lao 10 phút.' })
    day.does('lan', 'queue.message', { ticketId: 'an', text: 'Mời chuẩn bị căn cước.' })
    day.calls()
    const view = viewOf(day, 'an')
    expect(view.messages.map(({ text }) => text)).toEqual(['Giải lao 10 phút.', 'Mời chuẩn bị căn cước.'])
    expect(view).toMatchObject({ status: 'called', deskLabel: 'Bàn 1', peopleBefore: null, isNext: false })
  })
})
