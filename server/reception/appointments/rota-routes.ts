// /api/reception, for staff: the roster of officers, and the rota by which the days are planned.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { NewOfficer } from '../../../shared/wire/reception/appointments.ts'
import { receptionPlanApi } from '../../../shared/wire/reception/reception-plan-api.ts'
import type { Officers } from '../../identity/officers/officers.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from './appointments.ts'
import type { KeptReceptionSettings } from './settings.ts'

interface Dependencies {
  readonly appointments: Appointments
  readonly officers: Officers
  readonly receptionSettings: KeptReceptionSettings
  readonly now: () => number
}

export const rotaRoutes =
  ({ appointments, officers, receptionSettings, now }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, receptionPlanApi.officers, async () => ({ officers: await officers.list() }))

    serve(api, receptionPlanApi.addOfficer, async ({ body }, reply) => {
      demandPast(body, calendarDayOf(now()))
      const officer = await officers.add(body)
      if (!officer) throw new HttpError(409, 'officers.too-many', 'The roster is full: take away who has left.')
      return reply.code(201).send(officer)
    })

    serve(api, receptionPlanApi.changeOfficer, async ({ params, body }) => {
      demandPast(body, calendarDayOf(now()))
      const officer = { ...params, ...body }
      if (!(await officers.change(officer))) throw notFound('officer')
      return officer
    })

    serve(api, receptionPlanApi.removeOfficer, async ({ params: { officerId } }, reply) => {
      const { rules } = await receptionSettings.read()
      if (rules.some((rule) => rule.officerId === officerId || rule.substituteId === officerId))
        throw new HttpError(409, 'officers.on-rota', 'This officer stands in the rota: change the rota first.')
      await officers.forget(officerId)
      return reply.code(204).send()
    })

    serve(api, receptionPlanApi.rota, () => receptionSettings.read())

    serve(api, receptionPlanApi.changeRota, async ({ body }) => {
      await receptionSettings.change(body)
      return appointments.planAhead()
    })
  }

/** Nobody has a certificate of tomorrow. */
function demandPast({ courses, certificates }: z.output<typeof NewOfficer>, today: string): void {
  for (const [name, list] of Object.entries({ courses, certificates }))
    for (const [index, { on }] of list.entries())
      if (on > today)
        throw new HttpError(400, 'officers.in-future', 'A course or a certificate cannot be of a day to come.', {
          field: `${name}.${index}.on`,
        })
}
