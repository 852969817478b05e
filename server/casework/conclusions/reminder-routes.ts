// /api/conclusions/ID/reminders and /api/reminder-plan: reminding a unit now, and when it is done by itself.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { followUp } from '../../../shared/conclusions/follow-up/contract.ts'
import { ReminderPlan } from '../../../shared/wire/conclusions.ts'
import type { HttpDependencies } from '../../http/dependencies.ts'
import { accountOf } from '../../http/guard.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { assignmentAt } from './conclusion-views.ts'

const tags = ['conclusions']
const config = { access: 'staff' } as const

export const reminderRoutes =
  (dependencies: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reminders, reminderPlan, units } = dependencies

    api.post(
      '/conclusions/:entryId/reminders',
      {
        config,
        schema: {
          tags,
          summary: 'Remind the unit in charge by mail, now',
          params: z.object({ entryId: z.uuid() }),
          body: followUp.commands.remind.data.pick({ number: true }),
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const assignment = await assignmentAt(dependencies, request.params.entryId)
        if (!reminders.isOn)
          throw new HttpError(409, 'mail-off', 'This server sends no mail: set SMTP_URL and MAIL_FROM.')
        if ((await units.addresses())(assignment.unit) === null)
          throw new HttpError(409, 'reminders.no-address', 'Nobody has entered an e-mail address of this unit yet.')
        const { accountId } = accountOf(request)
        const rejection = await reminders.remind(assignment, { kind: 'account', accountId }, request.body.number)
        if (rejection) throw rejected(rejection)
        return reply.code(204).send()
      },
    )

    api.get(
      '/reminder-plan',
      { config, schema: { tags, summary: 'When units are reminded', response: { 200: ReminderPlan } } },
      () => reminderPlan.read(),
    )

    api.put(
      '/reminder-plan',
      {
        config,
        schema: {
          tags,
          summary: 'Change when units are reminded',
          body: ReminderPlan,
          response: { 200: ReminderPlan },
        },
      },
      async ({ body }) => {
        await reminderPlan.change(body)
        await reminders.changed()
        return body
      },
    )
  }
