// /api/reception, for staff: the planned days, their sittings, and who comes. Whoever looks at names is written down.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { postingDutyOn } from '../../../shared/law/reception-duties.ts'
import { calendarDayOf, startOf } from '../../../shared/law/working-days.ts'
import { headDuty } from '../../../shared/projections/head-duty.ts'
import { staffSittings } from '../../../shared/projections/reception-calendar.ts'
import { sittingFrom } from '../../../shared/projections/rota.ts'
import { mayDenounce } from '../../../shared/reception/appointments/contract.ts'
import type { BookedCitizen } from '../../../shared/wire/reception/appointments.ts'
import { receptionPlanApi } from '../../../shared/wire/reception/reception-plan-api.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Officers } from '../../identity/officers/officers.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from './appointments.ts'
import type { AppointmentRecord } from './record.ts'
import type { KeptReceptionSettings } from './settings.ts'

interface Dependencies {
  readonly citizens: Citizens
  readonly appointments: Appointments
  readonly appointmentRecord: AppointmentRecord
  readonly officers: Officers
  readonly receptionSettings: KeptReceptionSettings
  readonly intakeGroup: IntakeGroup
  readonly law: LawData
  readonly now: () => number
}
/** Weeks of the month that begin before it, or end after it, are told of whole. */
const weekMs = 7 * 24 * 60 * 60 * 1000

export const receptionPlanRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { appointments, officers, receptionSettings, law, now } = dependencies

    serve(api, receptionPlanApi.days, async ({ query: { month } }) => {
      const first = startOf(`${month}-01`)
      const around = [first - weekMs, first + 6 * weekMs].map((at) => calendarDayOf(Math.max(0, at)))
      const [days, roster, { level }, since, calendar] = await Promise.all([
        appointments.between(around[0] ?? '', around[1] ?? ''),
        officers.list(),
        receptionSettings.read(),
        appointments.firstDay(),
        law.calendar(),
      ])
      const today = calendarDayOf(now())
      const heads = roster.flatMap(({ officerId, position }) => (position === 'head' ? [officerId] : []))
      const dated = days.map((day) => ({ date: day.date, sittings: staffSittings(day, calendar) }))
      return {
        today,
        days: dated.filter(({ date }) => date.startsWith(month)),
        duty: headDuty(dated, { level, heads, month, today, since }),
        postingSource: postingDutyOn(today).source,
        isMailOn: appointments.isMailOn,
      }
    })

    serve(api, receptionPlanApi.appointmentsOfDay, async (request) => ({
      appointments: await bookedOn(dependencies, request.params.date, accountOf(request).accountId),
    }))

    serve(api, receptionPlanApi.planSitting, async (request, reply) => {
      if (request.body.date < calendarDayOf(now()))
        throw new HttpError(400, 'invalid', 'date: a day that is over cannot be planned', { field: 'date' })
      accepted(await appointments.plan(request.body, byAccount(accountOf(request))))
      return reply.code(201).send({})
    })

    serve(api, receptionPlanApi.changeSitting, async (request, reply) => {
      const { date, sittingId } = request.params
      const { centreSite } = await receptionSettings.read()
      const sitting = sittingFrom(sittingId, request.body, centreSite)
      accepted(await appointments.replan(date, sitting, byAccount(accountOf(request))))
      return reply.code(204).send()
    })

    serve(api, receptionPlanApi.substitute, async (request, reply) => {
      const { date, sittingId } = request.params
      accepted(await appointments.substitute(date, { sittingId, ...request.body }, byAccount(accountOf(request))))
      return reply.code(204).send()
    })

    serve(api, receptionPlanApi.noteHeld, async (request, reply) => {
      const { date, sittingId } = request.params
      accepted(await appointments.noteHeld(date, { sittingId, ...request.body }, byAccount(accountOf(request))))
      return reply.code(204).send()
    })

    serve(api, receptionPlanApi.cancelSitting, async (request) => {
      const { date, sittingId } = request.params
      const outcome = await appointments.cancelSitting(
        date,
        { sittingId, ...request.body },
        byAccount(accountOf(request)),
      )
      if ('code' in outcome) throw rejected(outcome)
      return outcome
    })
  }

function accepted(rejection: Rejection | null): void {
  if (rejection) throw rejected(rejection)
}

/** By their hour; of who may denounce nobody is named but to the intake group. */
async function bookedOn(
  { appointments, appointmentRecord, citizens, intakeGroup }: Dependencies,
  date: string,
  accountId: AccountId,
): Promise<BookedCitizen[]> {
  const { isOfIntakeGroup } = await intakeGroup.readerOf(accountId)
  const day = await appointments.day(date)
  const all = day.appointments.appointments
  const isWithheld = (one: (typeof all)[number]) => mayDenounce(one) && !isOfIntakeGroup
  const people = await citizens.read(
    all.flatMap((one) => (isWithheld(one) ? [] : one.citizenId)),
    { accountId, purpose: 'lịch hẹn tiếp công dân' },
  )
  const shown = all.map(async ({ citizenId, ...one }): Promise<BookedCitizen> => {
    const [kept, letter] = await Promise.all([
      appointmentRecord.of(one.appointmentId),
      appointmentRecord.letter(one.appointmentId),
    ])
    const citizen = people.get(citizenId)
    const { name = null, phone = null, email = null } = citizen ?? {}
    const hides = isWithheld({ ...one, citizenId })
    return {
      ...one,
      ...(hides && { priority: null, interpreter: null }),
      cancelled: one.cancelled && { ...one.cancelled, ...(hides && { reason: null }) },
      ...{ name, phone, email, isWithheld: hides },
      // What was written may name its writer: it is gone with them.
      subject: citizen ? (kept?.subject ?? null) : null,
      // Why a letter did not go may name whom it was for.
      letter: letter && {
        ...{ kind: letter.kind, state: letter.state, at: letter.at },
        fault: hides ? null : letter.fault,
      },
    }
  })
  const found = await Promise.all(shown)
  return found.toSorted((one, other) => one.time.localeCompare(other.time))
}
