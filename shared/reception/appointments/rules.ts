import type { AppointmentId, OfficerId, SittingId } from '../../kernel/ids.ts'
import { type DecideContext, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { representationOn, smallestGroup } from '../../law/reception-duties.ts'
import { startOf } from '../../law/working-days.ts'
import {
  type Appointment,
  appointments,
  isOpen,
  maximumSittings,
  minutesOf,
  type Party,
  type PlannedSitting,
  receivingOfficer,
  type Sitting,
  type Slot,
  sittingOf,
  takenOf,
} from './contract.ts'

type State = StateOf<typeof appointments>
type Where = Pick<Appointment, 'sittingId' | 'time' | 'siteId'>

const minuteMs = 60_000
const minutesOfDay = 24 * 60

const startsAt = ({ date }: State, time: string): number => startOf(date ?? '1970-01-01') + minutesOf(time) * minuteMs

function openSitting({ sittings }: State, sittingId: SittingId) {
  const sitting = sittingOf(sittings, sittingId)
  if (!sitting) return reject('appointments.unknown-sitting')
  return sitting.cancelled ? reject('appointments.sitting-cancelled') : sitting
}

function openAppointment(state: State, appointmentId: AppointmentId) {
  const found = state.appointments.find((one) => one.appointmentId === appointmentId)
  if (!found) return reject('appointments.unknown')
  return isOpen(found) ? found : reject('appointments.not-open')
}

/** From the beginning of the first slot to the end of the last, in minutes of the day. */
function span({ slots, slotMinutes }: Pick<Sitting, 'slots' | 'slotMinutes'>): [from: number, to: number] {
  const begins = slots.map(({ time }) => minutesOf(time))
  return [Math.min(...begins), Math.max(...begins) + slotMinutes]
}

function overlapping(slots: readonly Slot[], slotMinutes: number): boolean {
  const begins = slots.map(({ time }) => minutesOf(time)).toSorted((one, other) => one - other)
  return begins.some((begin, index) => begin + slotMinutes > (begins[index + 1] ?? minutesOfDay))
}

/** Nobody receives at two places at once. */
function isBusy({ sittings }: State, officerId: OfficerId, sitting: Sitting): boolean {
  const [from, to] = span(sitting)
  return sittings.some((other) => {
    if (other.cancelled || other.sittingId === sitting.sittingId || receivingOfficer(other) !== officerId) return false
    const [otherFrom, otherTo] = span(other)
    return from < otherTo && otherFrom < to
  })
}

function planFault(state: State, sitting: Sitting) {
  if (sitting.substituteId === sitting.officerId) return reject('appointments.own-substitute')
  if (overlapping(sitting.slots, sitting.slotMinutes)) return reject('appointments.slots-overlap')
  return isBusy(state, sitting.officerId, sitting) ? reject('appointments.officer-busy') : null
}

/** Why this place cannot be had; `own` is the appointment that is to move there. */
function placeFault(
  state: State,
  { sittingId, time, siteId }: Where,
  { asksSecrecy, own }: { asksSecrecy: boolean; own: AppointmentId | null },
  { at }: DecideContext,
) {
  const sitting = openSitting(state, sittingId)
  if ('rejection' in sitting) return sitting
  const slot = sitting.slots.find((one) => one.time === time)
  if (!slot) return reject('appointments.unknown-slot')
  const isWay = siteId === null ? sitting.ownBrowser !== null : sitting.sites.some((site) => site.siteId === siteId)
  if (!isWay) return reject('appointments.way-closed')
  // Nghị định 154/2026, Điều 20: denunciations are received online only when no secrecy is asked for.
  if (siteId === null && asksSecrecy) return reject('appointments.secrecy-at-site')
  if (at >= startsAt(state, time)) return reject('appointments.too-late')
  const others = state.appointments.filter(({ appointmentId }) => appointmentId !== own)
  return takenOf(others, sittingId, time) >= slot.capacity ? reject('appointments.slot-full') : null
}

function partyFault(party: Party, day: string) {
  if (party.kind === 'representative') return party.hasPaper ? null : reject('appointments.no-authorisation')
  if (party.kind === 'self') return null
  if (party.people < smallestGroup) return reject('appointments.group-too-small', { minimum: smallestGroup })
  const { representatives: maximum } = representationOn(party.people, day)
  if (party.representatives > maximum)
    return reject('appointments.too-many-representatives', { people: party.people, maximum })
  return party.hasPaper ? null : reject('appointments.no-group-paper')
}

const changed = (state: State, sittingId: SittingId, change: Partial<PlannedSitting>): State => ({
  ...state,
  sittings: state.sittings.map((one) => (one.sittingId === sittingId ? { ...one, ...change } : one)),
})
const changedAppointment = (state: State, id: AppointmentId, change: Partial<Appointment>): State => ({
  ...state,
  appointments: state.appointments.map((one) => (one.appointmentId === id ? { ...one, ...change } : one)),
})

export const appointmentsRules = rules(appointments, {
  decide: {
    plan(state, data) {
      if (state.date !== null && state.date !== data.date) return reject('appointments.other-day')
      if (sittingOf(state.sittings, data.sittingId)) return reject('appointments.sitting-exists')
      if (state.sittings.length >= maximumSittings)
        return reject('appointments.too-many-sittings', { maximum: maximumSittings })
      return planFault(state, data) ?? [{ type: 'planned', data }]
    },

    replan(state, data) {
      const sitting = openSitting(state, data.sittingId)
      if ('rejection' in sitting) return sitting
      const fault = planFault(state, data)
      if (fault) return fault
      const own = state.appointments.filter((one) => isOpen(one) && one.sittingId === data.sittingId)
      const capacityAt = (time: string) => data.slots.find((slot) => slot.time === time)?.capacity ?? 0
      const tooFull = own.find(({ time }) => takenOf(own, data.sittingId, time) > capacityAt(time))
      if (tooFull) return reject('appointments.slot-taken', { time: tooFull.time })
      const hasWay = (siteId: Appointment['siteId']) =>
        siteId === null ? data.ownBrowser !== null : data.sites.some((site) => site.siteId === siteId)
      return own.every(({ siteId }) => hasWay(siteId))
        ? [{ type: 'replanned', data }]
        : reject('appointments.way-taken')
    },

    substitute(state, data) {
      const sitting = openSitting(state, data.sittingId)
      if ('rejection' in sitting) return sitting
      if (receivingOfficer(sitting) === data.officerId) return []
      return isBusy(state, data.officerId, sitting)
        ? reject('appointments.officer-busy')
        : [{ type: 'substituted', data }]
    },

    noteHeld(state, data, { at }) {
      const sitting = openSitting(state, data.sittingId)
      if ('rejection' in sitting) return sitting
      const [from] = span(sitting)
      if (at < startOf(state.date ?? '') + from * minuteMs) return reject('appointments.not-begun')
      return sitting.heldBy === data.officerId ? [] : [{ type: 'held', data }]
    },

    cancelSitting(state, data) {
      const sitting = openSitting(state, data.sittingId)
      return 'rejection' in sitting ? sitting : [{ type: 'sittingCancelled', data }]
    },

    book(state, data, context) {
      // One that was moved to another day may come back.
      if (state.appointments.some((one) => one.appointmentId === data.appointmentId && isOpen(one)))
        return reject('appointments.exists')
      const { asksSecrecy, party } = data
      const fault = placeFault(state, data, { asksSecrecy, own: null }, context) ?? partyFault(party, state.date ?? '')
      return fault ?? [{ type: 'booked', data }]
    },

    move(state, data, context) {
      const found = openAppointment(state, data.appointmentId)
      if ('rejection' in found) return found
      const { appointmentId: own, asksSecrecy } = found
      const isThere = found.sittingId === data.sittingId && found.time === data.time && found.siteId === data.siteId
      if (isThere) return []
      return placeFault(state, data, { asksSecrecy, own }, context) ?? [{ type: 'moved', data }]
    },

    cancel(state, data) {
      const found = openAppointment(state, data.appointmentId)
      return 'rejection' in found ? found : [{ type: 'cancelled', data }]
    },

    remind(state, data) {
      const found = openAppointment(state, data.appointmentId)
      if ('rejection' in found) return found
      return found.remindedAt === null ? [{ type: 'reminded', data }] : reject('appointments.reminded')
    },
  },

  evolve: {
    planned: (state, { date, ...sitting }, { at }) => ({
      ...state,
      date,
      sittings: [...state.sittings, { ...sitting, plannedAt: at, substitution: null, heldBy: null, cancelled: null }],
    }),
    replanned: (state, sitting) => {
      const before = sittingOf(state.sittings, sitting.sittingId)
      // Whoever stepped in stays, unless the plan now names somebody else anyhow.
      const substitution = before?.officerId === sitting.officerId ? (before?.substitution ?? null) : null
      return changed(state, sitting.sittingId, { ...sitting, substitution })
    },
    substituted: (state, { sittingId, ...substitution }) => changed(state, sittingId, { substitution }),
    held: (state, { sittingId, officerId }) => changed(state, sittingId, { heldBy: officerId }),
    sittingCancelled: (state, { sittingId, reason }, { at }): State => ({
      ...changed(state, sittingId, { cancelled: { reason, at } }),
      appointments: state.appointments.map((one) =>
        one.sittingId === sittingId && isOpen(one) ? { ...one, cancelled: { by: 'agency', reason, at } } : one,
      ),
    }),
    booked: (state, booking, { at }) => ({
      ...state,
      appointments: [
        ...state.appointments.filter(({ appointmentId }) => appointmentId !== booking.appointmentId),
        { ...booking, bookedAt: at, remindedAt: null, cancelled: null },
      ],
    }),
    moved: (state, { appointmentId, ...where }) => changedAppointment(state, appointmentId, where),
    cancelled: (state, { appointmentId, by, reason }, { at }) =>
      changedAppointment(state, appointmentId, { cancelled: { by, reason, at } }),
    reminded: (state, { appointmentId }, { at }) => changedAppointment(state, appointmentId, { remindedAt: at }),
  },
})
