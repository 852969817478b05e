import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { compose, type DecisionContext } from '../../kernel/aggregate.ts'
import { AccountId } from '../../kernel/ids.ts'
import { startOf } from '../../law/working-days.ts'
import type { appointments, Party, Sitting } from './contract.ts'
import { minutesOf } from './contract.ts'
import { appointmentsRules } from './rules.ts'

const aggregate = compose([appointmentsRules], { freeze: true })
const date = '2026-12-08'
const dayBefore = startOf('2026-12-07')
const at = (time: string) => startOf(date) + minutesOf(time) * 60_000

type Commands = typeof appointments.commands
type Name = keyof Commands
interface Step {
  readonly name: Name
  readonly data: unknown
  readonly at: number
  readonly by: 'account' | 'system'
}
const step = <N extends Name>(
  name: N,
  data: z.input<Commands[N]['data']>,
  { at: when = dayBefore, by = 'account' }: Partial<Pick<Step, 'at' | 'by'>> = {},
): Step => ({ name, data, at: when, by })

const referenceOf = (by: Step['by']) =>
  by === 'account' ? ({ kind: 'account', accountId: AccountId.parse('clerk') } as const) : ({ kind: 'system' } as const)

/** The state after all of them, or the code of the first that is refused. */
function dayWith(...steps: Step[]) {
  let state = aggregate.initial
  for (const [index, { name, data, at: when, by }] of steps.entries()) {
    const actor = referenceOf(by)
    const context: DecisionContext = { actor, at: when, newId: () => 'id', codeFor: () => 'none' }
    const outcome = aggregate.decide(state, { type: `appointments.${name}`, data }, context)
    if ('rejection' in outcome) return outcome.rejection.code
    if ('opens' in outcome) throw new Error('a reception day has no box')
    state = aggregate.evolve(state, { seq: index + 1, at: when, actor, events: [...outcome.events] })
  }
  return state.appointments
}

const sitting = (changes: Partial<z.input<typeof Sitting>> = {}): z.input<typeof Sitting> => ({
  sittingId: 'morning',
  kind: 'regular',
  officerId: 'anh',
  substituteId: 'nam',
  place: 'Số 1 đường Trần Phú',
  sites: [
    { siteId: 'centre', name: 'Trụ sở tiếp công dân' },
    { siteId: 'branch', name: 'Nhà văn hóa thôn 3' },
  ],
  ownBrowser: null,
  slotMinutes: 30,
  slots: [
    { time: '08:00', capacity: 1 },
    { time: '08:30', capacity: 2 },
  ],
  ...changes,
})
const plans = (changes: Partial<z.input<typeof Sitting>> = {}) => step('plan', { date, ...sitting(changes) })
const booking = (appointmentId: string, changes: Partial<z.input<Commands['book']['data']>> = {}) => ({
  appointmentId,
  citizenId: `citizen-${appointmentId}`,
  sittingId: 'morning',
  time: '08:00',
  siteId: 'centre',
  matter: 'complaint' as const,
  asksSecrecy: false,
  interpreter: null,
  priority: null,
  party: { kind: 'self' } as z.input<typeof Party>,
  ...changes,
})
const books = (
  appointmentId: string,
  changes: Partial<z.input<Commands['book']['data']>> = {},
  when: Partial<Pick<Step, 'at'>> = {},
) => step('book', booking(appointmentId, changes), { by: 'system', ...when })
const moves = (appointmentId: string, time: string, siteId: string | null = 'centre') =>
  step('move', { appointmentId, sittingId: 'morning', time, siteId }, { by: 'system' })
const givesBack = (appointmentId: string) =>
  step('cancel', { appointmentId, by: 'citizen', reason: null }, { by: 'system' })
const callsOff = step('cancelSitting', { sittingId: 'morning', reason: 'Họp đột xuất' })
const online = { ownBrowser: { ground: 'Đối thoại trực tuyến', decisionNumber: '12/QĐ-UBND' } }

describe('a reception day', () => {
  it('contains the planned sittings, each once, of one date only', () => {
    expect(dayWith(plans(), plans({ sittingId: 'afternoon', officerId: 'binh' }))).toMatchObject({
      date,
      sittings: [{ sittingId: 'morning', plannedAt: dayBefore, cancelled: null }, { sittingId: 'afternoon' }],
    })
    expect(dayWith(plans(), plans())).toBe('appointments.sitting-exists')
    expect(dayWith(plans(), step('plan', { ...sitting({ sittingId: 'other' }), date: '2026-12-09' }))).toBe(
      'appointments.other-day',
    )
  })

  it('is planned by an account or by the rota, and changed by accounts only', () => {
    expect(dayWith({ ...plans(), by: 'system' })).toMatchObject({ sittings: [{ sittingId: 'morning' }] })
    expect(dayWith(plans(), { ...callsOff, by: 'system' })).toBe('forbidden')
  })

  it('rejects an officer at two places at the same time, and a substitute for themselves', () => {
    expect(dayWith(plans(), plans({ sittingId: 'other' }))).toBe('appointments.officer-busy')
    const later = [{ time: '09:00', capacity: 1 }]
    expect(dayWith(plans(), plans({ sittingId: 'other', slots: later }))).toMatchObject({ sittings: [{}, {}] })
    expect(dayWith(plans({ substituteId: 'anh' }))).toBe('appointments.own-substitute')
  })

  it('requires slots that do not overlap and end within the day', () => {
    const at = (...times: string[]) => ({ slots: times.map((time) => ({ time, capacity: 1 })) })
    expect(dayWith(plans(at('08:00', '08:20')))).toBe('appointments.slots-overlap')
    expect(dayWith(plans(at('08:30', '08:00')))).toMatchObject({ sittings: [{}] })
    expect(dayWith(plans(at('23:40')))).toBe('appointments.slots-overlap')
  })

  it('records the substitute, and who really received', () => {
    const steps = [plans(), step('substitute', { sittingId: 'morning', officerId: 'nam', reason: 'Đi công tác' })]
    expect(dayWith(...steps)).toMatchObject({ sittings: [{ officerId: 'anh', substitution: { officerId: 'nam' } }] })
    const notes = (time: string) => step('noteHeld', { sittingId: 'morning', officerId: 'nam' }, { at: at(time) })
    expect(dayWith(...steps, notes('07:59'))).toBe('appointments.not-begun')
    expect(dayWith(...steps, notes('08:00'))).toMatchObject({ sittings: [{ heldBy: 'nam' }] })
  })
})

describe('an appointment', () => {
  it('is booked for a free slot, at a site that is open to citizens', () => {
    expect(dayWith(plans(), books('a'))).toMatchObject({
      appointments: [{ appointmentId: 'a', time: '08:00', siteId: 'centre', bookedAt: dayBefore, cancelled: null }],
    })
    expect(dayWith(plans(), books('a'), books('b'))).toBe('appointments.slot-full')
    expect(dayWith(plans(), books('a', { time: '08:10' }))).toBe('appointments.unknown-slot')
    expect(dayWith(plans(), books('a', { siteId: 'elsewhere' }))).toBe('appointments.way-closed')
    expect(dayWith(books('a'))).toBe('appointments.unknown-sitting')
  })

  it('is rejected once the slot has begun', () => {
    expect(dayWith(plans(), books('a', {}, { at: at('08:00') - 1 }))).toMatchObject({ appointments: [{}] })
    expect(dayWith(plans(), books('a', {}, { at: at('08:00') }))).toBe('appointments.too-late')
  })

  it('in one’s own browser requires a sitting that allows it, and is rejected with a request for secrecy', () => {
    expect(dayWith(plans(), books('a', { siteId: null }))).toBe('appointments.way-closed')
    expect(dayWith(plans(online), books('a', { siteId: null }))).toMatchObject({ appointments: [{ siteId: null }] })
    const secret = { siteId: null, matter: 'denunciation', asksSecrecy: true } as const
    expect(dayWith(plans(online), books('a', secret))).toBe('appointments.secrecy-at-site')
    expect(dayWith(plans(online), books('a', { ...secret, siteId: 'centre' }), moves('a', '08:30', null))).toBe(
      'appointments.secrecy-at-site',
    )
  })

  it('can be moved to a free slot; if rejected, it keeps its slot', () => {
    expect(dayWith(plans(), books('a'), moves('a', '08:30'))).toMatchObject({ appointments: [{ time: '08:30' }] })
    expect(dayWith(plans(), books('a'), books('b', { time: '08:30' }), moves('b', '08:00'))).toBe(
      'appointments.slot-full',
    )
    expect(dayWith(plans(), books('a'), moves('a', '08:00'))).toMatchObject({ appointments: [{ time: '08:00' }] })
    expect(dayWith(plans(), books('a'), moves('a', '08:00', 'branch'))).toMatchObject({
      appointments: [{ siteId: 'branch' }],
    })
  })

  it('that is cancelled frees its slot and cannot be moved', () => {
    expect(dayWith(plans(), books('a'), givesBack('a'), books('b'))).toMatchObject({
      appointments: [{ cancelled: { by: 'citizen' } }, { cancelled: null }],
    })
    expect(dayWith(plans(), books('a'), givesBack('a'), moves('a', '08:30'))).toBe('appointments.not-open')
    expect(dayWith(plans(), books('a'), books('a'))).toBe('appointments.exists')
    expect(dayWith(plans(), books('a'), givesBack('a'), books('a'))).toMatchObject({
      appointments: [{ appointmentId: 'a', cancelled: null }],
    })
  })

  it('is not removed by a change of the sitting', () => {
    const replans = (changes: Partial<z.input<typeof Sitting>>) => step('replan', sitting(changes))
    const booked = [plans(online), books('a'), books('b', { time: '08:30', siteId: null })]
    expect(dayWith(...booked, replans({ ...online, slots: [{ time: '08:30', capacity: 2 }] }))).toBe(
      'appointments.slot-taken',
    )
    expect(dayWith(...booked, replans({}))).toBe('appointments.way-taken')
    const more = [
      { time: '08:00', capacity: 9 },
      { time: '08:30', capacity: 1 },
    ]
    expect(dayWith(...booked, replans({ ...online, slots: more }))).toMatchObject({ sittings: [{ slots: more }] })
  })

  it('of a cancelled sitting is cancelled with the reason, and no other can be booked', () => {
    expect(dayWith(plans(), books('a'), books('b', { time: '08:30' }), givesBack('b'), callsOff)).toMatchObject({
      sittings: [{ cancelled: { reason: 'Họp đột xuất' } }],
      appointments: [{ cancelled: { by: 'agency', reason: 'Họp đột xuất' } }, { cancelled: { by: 'citizen' } }],
    })
    expect(dayWith(plans(), callsOff, books('a'))).toBe('appointments.sitting-cancelled')
    expect(dayWith(plans(), callsOff, callsOff)).toBe('appointments.sitting-cancelled')
  })

  it('is reminded of once, by the system', () => {
    const reminds = step('remind', { appointmentId: 'a' }, { by: 'system' })
    expect(dayWith(plans(), books('a'), reminds)).toMatchObject({ appointments: [{ remindedAt: dayBefore }] })
    expect(dayWith(plans(), books('a'), reminds, reminds)).toBe('appointments.reminded')
    expect(dayWith(plans(), books('a'), givesBack('a'), reminds)).toBe('appointments.not-open')
    expect(dayWith(plans(), books('a'), { ...reminds, by: 'account' })).toBe('forbidden')
  })
})

describe('somebody who comes for others', () => {
  const comesAs = (party: z.input<typeof Party>) => dayWith(plans(), books('a', { party }))
  const isTaken = { appointments: [{ appointmentId: 'a' }] }

  it('needs a written authorisation', () => {
    expect(comesAs({ kind: 'representative', hasPaper: true })).toMatchObject(isTaken)
    expect(comesAs({ kind: 'representative', hasPaper: false })).toBe('appointments.no-authorisation')
    expect(comesAs({ kind: 'group', people: 8, representatives: 2, hasPaper: false })).toBe(
      'appointments.no-group-paper',
    )
  })

  it.each([
    [4, 1, 'appointments.group-too-small'],
    [5, 1, null],
    [5, 2, null],
    [5, 3, 'appointments.too-many-representatives'],
    [10, 2, null],
    [10, 3, 'appointments.too-many-representatives'],
    [11, 5, null],
    [12, 6, 'appointments.too-many-representatives'],
    [400, 6, 'appointments.too-many-representatives'],
  ])('of %i people can be %i: %s', (people, representatives, code) => {
    const outcome = comesAs({ kind: 'group', people, representatives, hasPaper: true })
    if (code === null) expect(outcome).toMatchObject(isTaken)
    else expect(outcome).toBe(code)
  })
})
