// /api/conclusions: the assignments of all sessions that are over, what becomes of them, and the files that show it; and under
// /api/sessions/ID/conclusions those of a visit of somebody who denounces, which stand nowhere else (ADR 0075).

import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ConclusionState } from '../../../shared/conclusions/index.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { assignmentsWithin } from '../../../shared/projections/conclusions.ts'
import { AtSession } from '../../../shared/wire/at-session.ts'
import { conclusionApi } from '../../../shared/wire/casework/conclusion-api.ts'
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'
import { followUpApi, followUpOfVisitApi } from '../../../shared/wire/casework/follow-up-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Units } from '../../identity/units/units.ts'
import { formLimits } from '../../papers/documents/evidence-form.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { notFound } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { serve } from '../../platform/http/serve.ts'
import type { LawData } from '../deadlines/law-data.ts'
import { assignmentAt, conclusionsOf, conclusionsWithin } from './conclusion-views.ts'
import { followUpActs } from './follow-up-acts.ts'
import type { KeptReminderPlan } from './reminder-plan.ts'
import type { Reminders } from './reminders.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly sessionLists: SessionLists
  readonly accounts: Accounts
  readonly documents: Documents
  readonly followUps: Aggregates<ConclusionState>
  /** The same journals, for assignments whose words stay in their session: what is written here is encrypted (ADR 0075). */
  readonly heldFollowUps: Aggregates<ConclusionState>
  readonly reminders: Reminders
  readonly reminderPlan: KeptReminderPlan
  readonly units: Units
  readonly law: LawData
  readonly conclusionsXlsx: (conclusions: readonly Conclusion[], printedAt: number) => Promise<Uint8Array>
  readonly now: () => number
}

export const conclusionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { followUps, heldFollowUps, sessions, reminders, conclusionsXlsx, now } = dependencies
    await api.register(multipart, { throwFileSizeLimit: false, limits: formLimits() })

    /** The guard has let in those alone who are named for it. */
    async function protectedVisit({ params }: FastifyRequest): Promise<SessionState> {
      const state = await sessions.state(AtSession.parse(params).sessionId)
      if (!state?.session.isProtected) throw notFound('protected session')
      return state
    }

    serve(api, conclusionApi.list, async () => ({
      isMailOn: reminders.isOn,
      conclusions: await conclusionsOf(dependencies),
    }))

    serve(api, conclusionApi.workbook, { audit: 'export' }, async (_request, reply) => {
      const file = await conclusionsXlsx(await conclusionsOf(dependencies), now())
      return reply
        .type(mediaTypes.xlsx)
        .header('content-disposition', contentDisposition(`Theo dõi kết luận - ${calendarDayOf(now())}.xlsx`))
        .send(file)
    })

    followUpActs(api, dependencies, {
      routes: followUpApi,
      followUps,
      demand: (_request, entryId) => assignmentAt(dependencies, entryId),
    })

    serve(api, conclusionApi.ofVisit, async (request) => ({
      isMailOn: false,
      conclusions: await conclusionsWithin(dependencies, await protectedVisit(request)),
    }))

    followUpActs(api, dependencies, {
      routes: followUpOfVisitApi,
      followUps: heldFollowUps,
      async demand(request, entryId) {
        const found = assignmentsWithin(await protectedVisit(request)).some((one) => one.entryId === entryId)
        if (!found) throw notFound('assignment')
      },
    })
  }
