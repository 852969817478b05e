// /api/reception: what citizens do without an account: look at the calendar, book, change, give back.

import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { calendarDayOf, startOf } from '../../../shared/law/working-days.ts'
import { publicCalendar } from '../../../shared/projections/reception-calendar.ts'
import { minutesOf, receivingOfficer, sittingOf } from '../../../shared/reception/appointments/contract.ts'
import { appointmentApi } from '../../../shared/wire/reception/appointment-api.ts'
import type { OwnAppointment, OwnAppointmentBody } from '../../../shared/wire/reception/appointments.ts'
import type { Officers } from '../../identity/officers/officers.ts'
import type { InstalledAgency } from '../../papers/agency/agency.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { noteFailedCode } from '../../platform/http/failed-codes.ts'
import { limitPerNetwork, tooMany } from '../../platform/http/rate-limits.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { Reception } from '../day/reception.ts'
import type { Appointments } from './appointments.ts'
import { arrivalOf } from './arrival.ts'
import type { FoundAppointment, Refused } from './bookings.ts'
import type { Challenges } from './challenge.ts'
import type { KeptReceptionSettings } from './settings.ts'

interface Dependencies {
  readonly reception: Reception
  readonly appointments: Appointments
  readonly challenges: Challenges
  readonly officers: Officers
  readonly receptionSettings: KeptReceptionSettings
  readonly agency: InstalledAgency
  readonly metrics: Metrics
  readonly now: () => number
}
/** A village may sit behind one address, and each page asks again now and then. */
const perMinute = (points: number) => limitPerNetwork({ points, seconds: 60 })

const noSuch = () =>
  new HttpError(404, 'appointments.no-such', 'There is no appointment with this code and this contact. Check both.')

type OfCitizen = Pick<FastifyRequest, 'ip' | 'log'> & { readonly body: z.output<typeof OwnAppointmentBody> }

export const appointmentRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { appointments, challenges, officers, reception, receptionSettings, now, agency } = dependencies

    serve(api, appointmentApi.calendar, { limit: perMinute(240) }, async () => {
      const until = await appointments.lastOffered()
      const [{ whatToBring, phone, otherWays }, roster, days] = await Promise.all([
        receptionSettings.read(),
        officers.list(),
        appointments.between(calendarDayOf(now()), until),
      ])
      return {
        organisation: await agency.organisation(),
        whatToBring,
        phone,
        otherWays,
        days: publicCalendar(days, roster, now()),
      }
    })

    serve(api, appointmentApi.challenge, { limit: perMinute(60) }, () => challenges.create())

    serve(api, appointmentApi.book, { limit: perMinute(30) }, async ({ body: { place, form, proof }, ip }, reply) => {
      const verdict = await challenges.accept(proof)
      const { signature } = proof.challenge
      if (verdict === 'invalid')
        throw new HttpError(400, 'appointments.proof', 'The work of this page is too old. Try again.')
      const answer =
        verdict === 'used'
          ? await appointments.bookedWith(signature, form)
          : await appointments.book(place, form, { address: ip, proof: signature })
      if (!answer) throw new HttpError(400, 'appointments.proof', 'The work of this page is used up. Try again.')
      if (answer.kind !== 'done') throw refused(answer)
      return reply.code(201).send(await shown(dependencies, answer))
    })

    serve(api, appointmentApi.read, { limit: perMinute(60) }, async (request) =>
      shown(dependencies, await foundBy(dependencies, request)),
    )

    serve(api, appointmentApi.move, { limit: perMinute(30) }, async (request) => {
      const answer = await appointments.move(await foundBy(dependencies, request), request.body.place)
      if (answer.kind !== 'done') throw refused(answer)
      return shown(dependencies, answer)
    })

    serve(api, appointmentApi.cancel, { limit: perMinute(30) }, async (request) => {
      const answer = await appointments.giveBack(await foundBy(dependencies, request))
      if (answer.kind !== 'done') throw refused(answer)
      return shown(dependencies, answer)
    })

    serve(api, appointmentApi.arrive, { limit: perMinute(60) }, async (request) => {
      const arrival = arrivalOf(await foundBy(dependencies, request), now())
      if (!arrival)
        throw new HttpError(
          409,
          'appointments.not-yet',
          'It is not the time to come: look at the hour of the appointment.',
        )
      const taken = await reception.arrive(arrival)
      if ('rejection' in taken) throw rejected(taken.rejection)
      return { link: taken.link }
    })
  }

async function shown(
  { appointments, officers, now }: Dependencies,
  { kept, state }: FoundAppointment,
): Promise<OwnAppointment> {
  const { appointmentId, date, code, hasEmail } = kept
  const { sittings, appointments: all } = state.appointments
  const appointment = all.find((one) => one.appointmentId === appointmentId)
  const sitting = appointment && sittingOf(sittings, appointment.sittingId)
  if (!appointment || !sitting) throw noSuch()
  const { time, siteId, sittingId, cancelled } = appointment
  const officer = (await officers.list()).find(({ officerId }) => officerId === receivingOfficer(sitting))
  const endsAt = startOf(date) + (minutesOf(time) + sitting.slotMinutes) * 60_000
  const byWhom = cancelled?.by === 'agency' ? 'cancelledByAgency' : 'cancelledByCitizen'
  return {
    code,
    date,
    time,
    minutes: sitting.slotMinutes,
    sittingId,
    siteId,
    place: sitting.place,
    siteName: sitting.sites.find((site) => site.siteId === siteId)?.name ?? null,
    receiver: officer ? { name: officer.name, title: officer.title } : null,
    status: cancelled ? byWhom : endsAt <= now() ? 'over' : 'open',
    reason: cancelled?.reason ?? null,
    isMailed: appointments.isMailOn && hasEmail,
    mayArrive: arrivalOf({ kept, state }, now()) !== null,
  }
}

/** By the code and the contact that its citizen has; each failed attempt is counted. @throws HttpError */
async function foundBy({ appointments, metrics }: Dependencies, request: OfCitizen): Promise<FoundAppointment> {
  const { code, contact } = request.body
  const found = await appointments.find(code, contact, request.ip)
  if (found.kind === 'found') return found
  const isLocked = found.kind === 'too-many-tries'
  noteFailedCode({ metrics }, request, { door: 'appointment', outcome: isLocked ? 'locked' : 'unknown' })
  throw isLocked ? tooMany(found.retryAfterMs) : noSuch()
}

function refused(refusal: Refused): HttpError {
  switch (refusal.kind) {
    case 'rejected':
      return rejected(refusal.rejection)
    case 'too-many-bookings':
      return tooMany(refusal.retryAfterMs)
    case 'too-many-open':
      return new HttpError(
        409,
        'appointments.too-many-open',
        'This contact has as many appointments as one may have at a time. Give one back first.',
      )
    case 'not-offered':
      return new HttpError(409, 'appointments.not-offered', 'This day cannot be booked now. Choose another.')
  }
}
