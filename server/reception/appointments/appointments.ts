// The reception calendar of the agency: days planned ahead by the rota, places booked, changed and given back by
// citizens, days cancelled by staff. The state is in the journals of the days; this sends commands to them. Called by
// HTTP.

import { AppointmentId, type CitizenId, type OfficerId, SittingId } from '../../../shared/kernel/ids.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { calendarDayOf, startOf } from '../../../shared/law/working-days.ts'
import { daysOf, sittingFrom } from '../../../shared/projections/rota.ts'
import { type appointments, isOpen, type Sitting, sittingOf } from '../../../shared/reception/appointments/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { BookingForm, Contact, Place, SittingBody } from '../../../shared/wire/reception/appointments.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { Letters } from './letters.ts'
import type { Limits, Refusal } from './limits.ts'
import type { AppointmentRecord, KeptAppointment } from './record.ts'
import type { KeptReceptionSettings } from './settings.ts'

export interface AppointmentDependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly record: AppointmentRecord
  readonly limits: Limits
  readonly letters: Letters
  readonly citizens: Citizens
  readonly settings: KeptReceptionSettings
  readonly law: Pick<LawData, 'calendar'>
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
}

export interface DatedDay {
  readonly date: string
  readonly state: ReceptionDayState
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
export interface Appointments {
  readonly isMailOn: boolean
  /** The days from one to the other that have a plan, in order. */
  between(from: string, to: string): Promise<DatedDay[]>
  day(date: string): Promise<ReceptionDayState>
  /** That was ever planned; null: none. */
  firstDay(): Promise<string | null>
  /** The last day that citizens may book. */
  lastOffered(): Promise<string>

  /** `proof` marks the request: who did not hear the answer asks again with it, and is told of the same booking. */
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

  /** By the rota, as far ahead as the settings say; what was planned before stays as it is. */
  planAhead(): Promise<{ planned: number; refused: { date: string; ruleId: SittingId; code: string }[] }>
  plan(body: SittingBody, by: OutsideActor): Promise<Rejection | null>
  replan(date: string, sitting: Sitting, by: OutsideActor): Promise<Rejection | null>
  substitute(
    date: string,
    who: { sittingId: SittingId; officerId: OfficerId; reason: string },
    by: OutsideActor,
  ): Promise<Rejection | null>
  noteHeld(
    date: string,
    who: { sittingId: SittingId; officerId: OfficerId },
    by: OutsideActor,
  ): Promise<Rejection | null>
  /** Everybody who has booked is written to, or has to be called. */
  cancelSitting(
    date: string,
    what: { sittingId: SittingId; reason: string },
    by: OutsideActor,
  ): Promise<Rejection | { readonly written: number; readonly toCall: number }>
}

export interface RunningAppointments extends Appointments {
  /** Plans, reminds and queues what is due now, then once a minute. */
  start(): void
  /** As the clock does it. Any number of nodes may do it at once. */
  attend(): Promise<void>
  close(): Promise<void>
}

const dayMs = 24 * 60 * 60 * 1000
const checkEveryMs = 60_000
/** Within it a change to another day is surely done with. */
const moveTakesMs = 10 * 60_000

const system: OutsideActor = { kind: 'system' }
type CommandName = keyof (typeof appointments)['commands']

export function createAppointments(dependencies: AppointmentDependencies): RunningAppointments {
  const { days, record, limits, letters, citizens, settings, law, now, newId, log } = dependencies
  const attending = createMailbox()
  let plannedOn: string | null = null
  let timer: NodeJS.Timeout | null = null

  const today = () => calendarDayOf(now())
  const dayIn = (count: number) => calendarDayOf(startOf(today()) + count * dayMs)
  const lastOffered = async () => dayIn((await settings.read()).weeksAhead * 7)

  async function command(date: string, name: CommandName, data: object, by: OutsideActor): Promise<Rejection | null> {
    const reply = await days.dispatch(date, by, { type: `appointments.${name}`, data })
    return reply.ok ? null : reply.rejection
  }
  const rejected = (rejection: Rejection) => ({ kind: 'rejected', rejection }) as const
  const done = async (kept: KeptAppointment) => ({ kind: 'done', kept, state: await days.state(kept.date) }) as const

  async function between(from: string, to: string): Promise<DatedDay[]> {
    const dates = (await days.ids()).filter((date) => date >= from && date <= to).toSorted()
    const found = await Promise.all(dates.map(async (date) => ({ date, state: await unlessBroken(days.state(date)) })))
    return found.flatMap(({ date, state }) => (state ? [{ date, state }] : []))
  }

  const marksOf = ({ phone, email }: Pick<BookingForm, 'phone' | 'email'>): string[] => [
    ...(phone === null ? [] : [citizens.markOf('phone', phone)]),
    ...(email === null ? [] : [citizens.markOf('email', email)]),
  ]
  const endOf = (date: string) => startOf(date) + dayMs

  /** The journal knows the citizen by id; who it is, and what they wrote, is kept first, and let go again when the day refuses. */
  async function bookHeld(place: Place, form: BookingForm, appointmentId: AppointmentId, contactMarks: string[]) {
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
    const rejection = await command(date, 'book', { appointmentId, citizenId, ...where, ...matter }, system)
    if (rejection === null) return { kept }
    await record.forget(kept)
    await citizens.erase(citizenId, { accountId: null, purpose: 'đăng ký lịch hẹn không thành' })
    return { rejection }
  }

  async function planByRota() {
    const { rules, centreSite } = await settings.read()
    const [last, calendar] = await Promise.all([lastOffered(), law.calendar()])
    const refused: { date: string; ruleId: SittingId; code: string }[] = []
    let planned = 0
    for (const { ruleId, ...rule } of rules)
      for (const date of daysOf({ ruleId, ...rule }, dayIn(1), last, calendar)) {
        const sitting = sittingFrom(ruleId, rule, centreSite)
        const rejection = await command(date, 'plan', { date, ...sitting }, system)
        if (rejection === null) planned++
        else if (rejection.code !== 'appointments.sitting-exists') refused.push({ date, ruleId, code: rejection.code })
      }
    plannedOn = today()
    return { planned, refused }
  }

  /** A process that ended in the middle of a change to another day has left two places: the one its record names is meant. */
  async function clearStrays({ date, state }: DatedDay): Promise<void> {
    for (const one of state.appointments.appointments) {
      if (!isOpen(one) || one.bookedAt > now() - moveTakesMs) continue
      const kept = await record.of(one.appointmentId)
      if (!kept || kept.date === date) continue
      const data = { appointmentId: one.appointmentId, by: 'citizen', reason: null }
      await command(date, 'cancel', data, system)
    }
  }

  async function attendNow(): Promise<void> {
    if (plannedOn !== today()) {
      const { refused } = await planByRota()
      if (refused.length > 0) log.warn({ refused }, 'the rota could not be planned as it stands')
    }
    // What fails on one day must not keep the others from being attended to.
    const failures: unknown[] = []
    for (const day of await between(today(), '9999-12-31'))
      await clearStrays(day)
        .then(() => letters.attend(day.date, day.state))
        .catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  const attend = () => attending.post(attendNow)
  const tell = (error: unknown) =>
    log.warn({ err: error }, 'the reception calendar was not attended to: again in a minute')

  return {
    isMailOn: letters.isOn,
    between,
    day: (date) => days.state(date),
    firstDay: async () => (await days.ids()).toSorted()[0] ?? null,
    lastOffered,

    async book(place, form, { address, proof }) {
      const { date } = place
      if (date < today() || date > (await lastOffered())) return { kind: 'not-offered' }
      const marks = marksOf(form)
      const refusal = await limits.countBooking(address, marks)
      if (refusal) return { kind: 'too-many-bookings', ...refusal }
      const appointmentId = AppointmentId.parse(newId())
      if (!(await limits.hold(marks, appointmentId, endOf(date)))) return { kind: 'too-many-open' }
      const outcome = await bookHeld(place, form, appointmentId, marks)
      if ('rejection' in outcome) {
        await limits.release(marks, appointmentId)
        return rejected(outcome.rejection)
      }
      await record.keepProof(proof, appointmentId)
      await letters.order(appointmentId, 'confirmation')
      return done(outcome.kept)
    },

    async bookedWith(proof, form) {
      const kept = await record.withProof(proof)
      return kept && kept.contactMarks.join() === marksOf(form).join() ? done(kept) : null
    },

    async find(code, contact, address) {
      const attempt = await limits.beginTry(record.markOf(code), address)
      if (attempt.kind === 'too-many') return { kind: 'too-many-tries', retryAfterMs: attempt.retryAfterMs }
      const kept = await record.find(code, citizens.markOf(contact.kind, contact.value))
      const state = kept && (await days.state(kept.date))
      const isThere = state?.appointments.appointments.some((one) => one.appointmentId === kept?.appointmentId)
      if (!kept || !state || !isThere) return { kind: 'no-such' }
      await attempt.succeeded()
      return { kind: 'found', kept, state }
    },

    async move({ kept, state }, { date, ...where }) {
      const { appointmentId, contactMarks } = kept
      if (date < today() || date > (await lastOffered())) return { kind: 'not-offered' }
      if (date === kept.date) {
        const rejection = await command(date, 'move', { appointmentId, ...where }, system)
        if (rejection) return rejected(rejection)
        await letters.order(appointmentId, 'change')
        return done(kept)
      }
      const before = state.appointments.appointments.find((one) => one.appointmentId === appointmentId)
      if (!before || !isOpen(before)) return rejected({ code: 'appointments.not-open', params: {} })
      // The new place first: whoever is refused there still has the old one.
      const { bookedAt: _, remindedAt: __, cancelled: ___, ...booking } = before
      const rejection = await command(date, 'book', { ...booking, ...where }, system)
      if (rejection) return rejected(rejection)
      const moved = { ...kept, date }
      await record.keep(moved)
      await command(kept.date, 'cancel', { appointmentId, by: 'citizen', reason: null }, system)
      await limits.hold(contactMarks, appointmentId, endOf(date))
      await letters.order(appointmentId, 'change')
      return done(moved)
    },

    async giveBack({ kept }) {
      const { appointmentId, date, contactMarks } = kept
      const rejection = await command(date, 'cancel', { appointmentId, by: 'citizen', reason: null }, system)
      if (rejection) return rejected(rejection)
      await limits.release(contactMarks, appointmentId)
      await letters.order(appointmentId, 'cancellation')
      return done(kept)
    },

    planAhead: planByRota,
    async plan(body, by) {
      const { date, ...plan } = body
      const { centreSite } = await settings.read()
      const sitting = sittingFrom(SittingId.parse(newId()), plan, centreSite)
      return command(date, 'plan', { date, ...sitting }, by)
    },
    replan: (date, sitting, by) => command(date, 'replan', sitting, by),
    substitute: (date, who, by) => command(date, 'substitute', who, by),
    noteHeld: (date, who, by) => command(date, 'noteHeld', who, by),

    async cancelSitting(date, what, by) {
      const rejection = await command(date, 'cancelSitting', what, by)
      if (rejection) return rejection
      const { sittings, appointments: all } = (await days.state(date)).appointments
      const cancelledAt = sittingOf(sittings, what.sittingId)?.cancelled?.at
      const booked = all.filter((one) => one.sittingId === what.sittingId && one.cancelled?.at === cancelledAt)
      let written = 0
      for (const { appointmentId } of booked) {
        const kept = await record.of(appointmentId)
        if (kept) await limits.release(kept.contactMarks, appointmentId)
        if (await letters.order(appointmentId, 'cancellation')) written++
      }
      return { written, toCall: booked.length - written }
    },

    attend,
    start() {
      void attend().catch(tell)
      timer = setInterval(() => void attend().catch(tell), checkEveryMs)
      timer.unref()
    },
    async close() {
      if (timer) clearInterval(timer)
      await attending.post(async () => undefined)
      await letters.close()
    },
  }
}
