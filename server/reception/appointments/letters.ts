// Letters about appointments: the record says which letter is to be sent, the queue delivers it, and its text is
// written when it is sent (ADR 0022). A reminder is an event of the day, so that no two nodes send it twice (ADR 0032).

import { z } from 'zod'
import { AppointmentId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf, hourOf, startOf, workingDaysBefore } from '../../../shared/law/working-days.ts'
import {
  type Appointment,
  appointments,
  minutesOf,
  type PlannedSitting,
  receivingOfficer,
  sittingOf,
} from '../../../shared/reception/appointments/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { MailFault } from '../../../shared/wire/hearing/mail.ts'
import { type AppointmentLetter, shownCode } from '../../../shared/wire/reception/appointments.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Officers } from '../../identity/officers/officers.ts'
import { type Attempt, attempted, createDeliveryQueue } from '../../mail/delivery-queue.ts'
import { DeliveryError, type Sending } from '../../mail/transport.ts'
import type { Log } from '../../platform/log.ts'
import { appointmentLetter } from './appointment-letter.ts'
import type { AppointmentRecord, KeptAppointment, KeptLetter } from './record.ts'
import type { KeptReceptionSettings } from './settings.ts'

export interface LetterDependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly record: AppointmentRecord
  readonly citizens: Citizens
  readonly officers: Officers
  readonly settings: KeptReceptionSettings
  /** null: this server sends no mail. */
  readonly sending: Sending | null
  /** The name of the agency, as it is now. */
  readonly organisation: () => Promise<string>
  readonly publicUrl: () => string
  readonly law: Pick<LawData, 'calendar'>
  readonly now: () => number
  readonly log: Log
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Letters {
  readonly isOn: boolean
  /** False: nobody is written to, because no e-mail address was left or this server sends no mail. */
  order(appointmentId: AppointmentId, kind: AppointmentLetter['kind']): Promise<boolean>
  /** Gives the reminders that are due on this day, and queues what an ended process has left unsent. */
  attend(date: string, state: ReceptionDayState): Promise<void>
  close(): Promise<void>
}

const LetterJob = z.object({ appointmentId: AppointmentId, sequence: z.int() })
type LetterJob = z.infer<typeof LetterJob>

const firstHour = 7
/** Within it whoever called an appointment off has surely ordered the letter that says so. */
const orderTakesMs = 60_000
const isUnsettled = ({ state }: KeptLetter) => state === 'queued' || state === 'retrying'

export function createLetters(dependencies: LetterDependencies): Letters {
  const { days, record, sending, now, log } = dependencies
  const queue =
    sending &&
    createDeliveryQueue({
      name: 'appointments',
      job: LetterJob,
      idOf: ({ appointmentId, sequence }) => `${appointmentId}.${sequence}`,
      connection: sending.connection,
      retries: sending.retries,
      log,
      deliver,
    })

  async function deliver({ appointmentId, sequence }: LetterJob, attempt: Attempt): Promise<void> {
    const [kept, letter] = await Promise.all([record.of(appointmentId), record.letter(appointmentId)])
    // A newer letter has taken its place, it went out just before the process ended, or the appointment was moved to another day.
    if (!kept || !letter || letter.sequence !== sequence || letter.state === 'sent') return
    const { sittings, appointments: all } = (await days.state(kept.date)).appointments
    const appointment = all.find((one) => one.appointmentId === appointmentId)
    // What is off is not confirmed any more: the letter that says so comes next.
    if (appointment?.cancelled && letter.kind !== 'cancellation') return
    const sitting = appointment && sittingOf(sittings, appointment.sittingId)
    const settle = (state: KeptLetter['state'], fault: MailFault | null) =>
      record.settleLetter(appointmentId, { ...letter, state, fault, at: now(), attempts: attempt.number })
    await attempted(attempt, () => send(dependencies, kept, letter, sitting && { appointment, sitting }), settle, {
      log,
      appointmentId,
      kind: letter.kind,
    })
  }

  async function order(appointmentId: AppointmentId, kind: AppointmentLetter['kind']): Promise<boolean> {
    const [kept, last] = await Promise.all([record.of(appointmentId), record.letter(appointmentId)])
    if (!queue || !kept?.hasEmail) return false
    const sequence = last ? last.sequence + 1 : 0
    // The record first: whatever ends the process then, the next sweep finds what is to be sent.
    await record.keepLetter(appointmentId, { kind, sequence, state: 'queued', at: now(), attempts: 0, fault: null })
    await queue.add({ appointmentId, sequence })
    return true
  }

  async function attendOne(date: string, appointment: Appointment): Promise<void> {
    const { appointmentId, remindedAt } = appointment
    const letter = await record.letter(appointmentId)
    if (letter && isUnsettled(letter)) await queue?.add({ appointmentId, sequence: letter.sequence })
    if (appointment.cancelled) {
      const isTold = letter?.kind === 'cancellation' || appointment.cancelled.at > now() - orderTakesMs
      // On the day that was left for another it is not off for its citizen.
      if (letter && !isTold && (await record.of(appointmentId))?.date === date)
        await order(appointmentId, 'cancellation')
      return
    }
    if (remindedAt === null && (await isTimeToRemind(dependencies, date, appointment))) {
      const reply = await days.dispatch(date, { kind: 'system' }, wish(appointments, 'remind', { appointmentId }))
      // Refused: another node was faster and has given it.
      if (reply.ok) await order(appointmentId, 'reminder')
    } else if (remindedAt !== null && letter && letter.at < remindedAt) await order(appointmentId, 'reminder')
  }

  return {
    isOn: sending !== null,
    order,
    async attend(date, { appointments: { appointments: all } }) {
      if (!queue) return
      for (const appointment of all) await attendOne(date, appointment)
    },
    close: async () => queue?.close(),
  }
}

async function send(
  { citizens, officers, settings, sending, organisation, publicUrl, now }: LetterDependencies,
  { appointmentId, citizenId, code, date }: KeptAppointment,
  { kind, sequence }: KeptLetter,
  booked: { readonly appointment: Appointment; readonly sitting: PlannedSitting } | undefined,
): Promise<void> {
  const reader = { accountId: null, purpose: 'thư về lịch hẹn tiếp công dân' }
  const [people, roster, { whatToBring, phone }] = await Promise.all([
    citizens.read([citizenId], reader),
    officers.list(),
    settings.read(),
  ])
  const citizen = people.get(citizenId)
  if (!sending || !booked || !citizen || citizen.email === null)
    throw new DeliveryError({ code: 'no-address', detail: '' }, false)
  const { appointment, sitting } = booked
  const officer = roster.find(({ officerId }) => officerId === receivingOfficer(sitting))
  const { transport, from } = sending
  await transport.send(
    await appointmentLetter({
      kind,
      appointmentId,
      sequence,
      to: { name: citizen.name, address: citizen.email },
      from,
      organisation: await organisation(),
      code: shownCode(code),
      link: `${publicUrl()}/reception/appointment#${code}`,
      calendarLink: `${publicUrl()}/reception`,
      startsAt: startOf(date) + minutesOf(appointment.time) * 60_000,
      minutes: sitting.slotMinutes,
      place: sitting.place,
      siteName: sitting.sites.find(({ siteId }) => siteId === appointment.siteId)?.name ?? null,
      receiver: officer ? `${officer.name}, ${officer.title}` : null,
      whatToBring,
      phone,
      reason: appointment.cancelled?.by === 'agency' ? appointment.cancelled.reason : null,
      now: now(),
    }),
  )
}

/** The working day before, from the morning on. Whoever booked on that day or later has just been told. */
async function isTimeToRemind(
  { law, now }: LetterDependencies,
  date: string,
  { bookedAt }: Appointment,
): Promise<boolean> {
  const remindOn = calendarDayOf(workingDaysBefore(startOf(date), 1, await law.calendar()))
  const today = calendarDayOf(now())
  return calendarDayOf(bookedAt) < remindOn && today >= remindOn && today < date && hourOf(now()) >= firstHour
}
