// Appointments as citizens make them: booked, found again, moved, given back. Who may do it how often is counted here;
// whether there is a place is for the day to say.

import { AppointmentId, type CitizenId } from '../../../shared/kernel/ids.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { isOpen } from '../../../shared/reception/appointments/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { BookingForm, Contact, Place } from '../../../shared/wire/reception/appointments.ts'
import type { OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Letters } from './letters.ts'
import type { Limits, Refusal } from './limits.ts'
import { endOf, type PlannedDays } from './planned-days.ts'
import type { AppointmentRecord, KeptAppointment } from './record.ts'

interface Dependencies {
  readonly plannedDays: PlannedDays
  readonly record: AppointmentRecord
  readonly limits: Limits
  readonly letters: Letters
  readonly citizens: Citizens
  readonly newId: () => string
}

export interface FoundAppointment {
  readonly kept: KeptAppointment
  readonly state: ReceptionDayState
}

export type Refused =
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | ({ readonly kind: 'too-many-bookings' } & Refusal)
  | { readonly kind: 'too-many-open' }
  | { readonly kind: 'not-offered' }

type Answer<T> = ({ readonly kind: 'done' } & T) | Refused
type Attempted<T> = T | ({ readonly kind: 'too-many-tries' } & Refusal) | { readonly kind: 'no-such' }

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Bookings {
  /** `proof` tells the request again: who did not hear the answer asks again with it, and is told of the same booking. */
  book(place: Place, form: BookingForm, from: { address: string; proof: string }): Promise<Answer<FoundAppointment>>
  bookedWith(proof: string, form: BookingForm): Promise<Answer<FoundAppointment> | null>
  /** By what only its citizen has: the code, and a contact that was left with it. */
  find(
    code: string,
    contact: Contact,
    address: string,
  ): Promise<Attempted<{ readonly kind: 'found' } & FoundAppointment>>
  move(found: FoundAppointment, place: Place): Promise<Answer<FoundAppointment>>
  giveBack(found: FoundAppointment): Promise<Answer<FoundAppointment>>
}

const system: OutsideActor = { kind: 'system' }
const rejected = (rejection: Rejection) => ({ kind: 'rejected', rejection }) as const

export function createBookings(dependencies: Dependencies): Bookings {
  const { plannedDays, record, limits, letters, citizens, newId } = dependencies
  const { command, isOffered } = plannedDays
  const done = async (kept: KeptAppointment) =>
    ({ kind: 'done', kept, state: await plannedDays.day(kept.date) }) as const

  return {
    async book(place, form, { address, proof }) {
      const { date } = place
      if (!(await isOffered(date))) return { kind: 'not-offered' }
      const indexes = contactIndexesOf(citizens, form)
      const refusal = await limits.countBooking(address, indexes)
      if (refusal) return { kind: 'too-many-bookings', ...refusal }
      const appointmentId = AppointmentId.parse(newId())
      if (!(await limits.hold(indexes, appointmentId, endOf(date)))) return { kind: 'too-many-open' }
      const outcome = await bookHeld(dependencies, place, form, appointmentId, indexes)
      if ('rejection' in outcome) {
        await limits.release(indexes, appointmentId)
        return rejected(outcome.rejection)
      }
      await record.keepProof(proof, appointmentId)
      await letters.order(appointmentId, 'confirmation')
      return done(outcome.kept)
    },

    async bookedWith(proof, form) {
      const kept = await record.withProof(proof)
      return kept && kept.contactMarks.join() === contactIndexesOf(citizens, form).join() ? done(kept) : null
    },

    async find(code, contact, address) {
      const attempt = await limits.beginTry(record.codeHash(code), address)
      if (attempt.kind === 'too-many') return { kind: 'too-many-tries', retryAfterMs: attempt.retryAfterMs }
      const kept = await record.find(code, citizens.blindIndexOf(contact.kind, contact.value))
      const state = kept && (await plannedDays.day(kept.date))
      const isThere = state?.appointments.appointments.some((one) => one.appointmentId === kept?.appointmentId)
      if (!kept || !state || !isThere) return { kind: 'no-such' }
      await attempt.succeeded()
      return { kind: 'found', kept, state }
    },

    async move({ kept, state }, { date, ...where }) {
      const { appointmentId } = kept
      if (!(await isOffered(date))) return { kind: 'not-offered' }
      if (date !== kept.date) {
        const outcome = await moveToAnotherDay(dependencies, { kept, state }, { date, ...where })
        return 'rejection' in outcome ? rejected(outcome.rejection) : done(outcome.kept)
      }
      const rejection = await command(date, 'move', { appointmentId, ...where }, system)
      if (rejection) return rejected(rejection)
      await letters.order(appointmentId, 'change')
      return done(kept)
    },

    async giveBack({ kept }) {
      const { appointmentId, date, contactMarks } = kept
      const rejection = await command(date, 'cancel', { appointmentId, by: 'citizen', reason: null }, system)
      if (rejection) return rejected(rejection)
      await limits.release(contactMarks, appointmentId)
      await letters.order(appointmentId, 'cancellation')
      return done(kept)
    },
  }
}

type Outcome = { readonly kept: KeptAppointment } | { readonly rejection: Rejection }

const contactIndexesOf = (citizens: Citizens, { phone, email }: Pick<BookingForm, 'phone' | 'email'>): string[] => [
  ...(phone === null ? [] : [citizens.blindIndexOf('phone', phone)]),
  ...(email === null ? [] : [citizens.blindIndexOf('email', email)]),
]

/** The journal knows the citizen by id; who it is, and what they wrote, is kept first, and let go again when the day refuses. */
async function bookHeld(
  { plannedDays, record, citizens }: Dependencies,
  place: Place,
  form: BookingForm,
  appointmentId: AppointmentId,
  contactMarks: string[],
): Promise<Outcome> {
  const { date, ...where } = place
  const { name, phone, email, address, subject, ...matter } = form
  const citizenId: CitizenId = await citizens.register({ name, phone, email, address, identity: null })
  const kept: KeptAppointment = {
    appointmentId,
    date,
    citizenId,
    code: record.newCode(),
    contactMarks,
    hasEmail: email !== null,
    subject,
  }
  await record.keep(kept)
  const data = { appointmentId, citizenId, ...where, ...matter }
  const rejection = await plannedDays.command(date, 'book', data, system)
  if (rejection === null) return { kept }
  await record.forget(kept)
  await citizens.erase(citizenId, { accountId: null, purpose: 'đăng ký lịch hẹn không thành' })
  return { rejection }
}

async function moveToAnotherDay(
  { plannedDays, record, limits, letters }: Dependencies,
  { kept, state }: FoundAppointment,
  { date, ...where }: Place,
): Promise<Outcome> {
  const { appointmentId, contactMarks } = kept
  const before = state.appointments.appointments.find((one) => one.appointmentId === appointmentId)
  if (!before || !isOpen(before)) return { rejection: { code: 'appointments.not-open', params: {} } }
  // The new place first: whoever is refused there still has the old one.
  const { bookedAt: _, remindedAt: __, cancelled: ___, ...booking } = before
  const rejection = await plannedDays.command(date, 'book', { ...booking, ...where }, system)
  if (rejection) return { rejection }
  const moved = { ...kept, date }
  await record.keep(moved)
  await plannedDays.command(kept.date, 'cancel', { appointmentId, by: 'citizen', reason: null }, system)
  await limits.hold(contactMarks, appointmentId, endOf(date))
  await letters.order(appointmentId, 'change')
  return { kept: moved }
}
