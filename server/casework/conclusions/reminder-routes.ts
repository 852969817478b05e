// /api/conclusions/ID/reminders and /api/reminder-plan: reminding a unit now, and when it is done by itself.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ConclusionState } from '../../../shared/conclusions/index.ts'
import { reminderApi } from '../../../shared/wire/casework/reminder-api.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Units } from '../../identity/units/units.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { LawData } from '../deadlines/law-data.ts'
import { assignmentAt } from './conclusion-views.ts'
import type { KeptReminderPlan } from './reminder-plan.ts'
import type { Reminders } from './reminders.ts'

interface Dependencies {
  readonly sessionLists: SessionLists
  readonly accounts: Accounts
  readonly followUps: Aggregates<ConclusionState>
  /** The same journals, for assignments whose words stay in their session: what is written here is encrypted (ADR 0075). */
  readonly heldFollowUps: Aggregates<ConclusionState>
  readonly reminders: Reminders
  readonly reminderPlan: KeptReminderPlan
  readonly units: Units
  readonly law: LawData
  readonly now: () => number
}

export const reminderRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reminders, reminderPlan, units } = dependencies

    serve(api, reminderApi.remind, async (request, reply) => {
      const assignment = await assignmentAt(dependencies, request.params.entryId)
      if (!reminders.isOn)
        throw new HttpError(409, 'mail-off', 'This server sends no mail: set SMTP_URL and MAIL_FROM.')
      if ((await units.addresses())(assignment.unit) === null)
        throw new HttpError(409, 'reminders.no-address', 'Nobody has entered an e-mail address of this unit yet.')
      const { accountId } = accountOf(request)
      const rejection = await reminders.remind(assignment, { kind: 'account', accountId }, request.body.number)
      if (rejection) throw rejected(rejection)
      return reply.code(204).send()
    })

    serve(api, reminderApi.plan, () => reminderPlan.read())

    serve(api, reminderApi.changePlan, async ({ body }) => {
      await reminderPlan.change(body)
      await reminders.changed()
      return body
    })
  }
