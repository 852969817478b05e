// /api/sessions: what staff do with sessions before and after the meeting itself.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate, Wish } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isPlanned } from '../../../shared/modules/readiness/contract.ts'
import { session } from '../../../shared/modules/session/contract.ts'
import { summaryOf } from '../../../shared/projections/session-summary.ts'
import { sessionApi } from '../../../shared/wire/hearing/session-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Links } from '../../identity/links/links.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { bookingSheet } from '../../papers/kinds/booking-sheet.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Mail } from '../invitations/mail.ts'
import { nothingSaid, openSession } from './opening.ts'
import { planOf, scheduleSession } from './scheduling.ts'
import { detailOf } from './session-views.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly sessionLists: SessionLists
  readonly aggregate: Aggregate<SessionState>
  readonly links: Links
  readonly mail: Mail
  readonly law: LawData
  readonly secrecyGate: SecrecyGate
  readonly now: () => number
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
}

/** Two hundred sites with their delegates, and all participants. */
const largestScheduleBytes = 8 * 1024 * 1024

export const sessionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, sessionLists, mail, law, newId } = dependencies

    async function existing(sessionId: SessionId): Promise<SessionState> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state
    }

    serve(api, sessionApi.list, ({ query: { of, ...query } }) =>
      sessionLists.list({ ...query, areVisits: of === 'visits' }),
    )

    serve(api, sessionApi.bookingSheet, { audit: null }, async (_request, reply) =>
      reply
        .type(mediaTypes.xlsx)
        .header('content-disposition', contentDisposition('Danh sách điểm cầu, đại biểu.xlsx'))
        .send(await bookingSheet()),
    )

    serve(api, sessionApi.schedule, { audit: 'link.take', bodyLimit: largestScheduleBytes }, async (request, reply) => {
      const scheduled = await scheduleSession(dependencies, byAccount(accountOf(request)), request.body)
      request.made = { sessionId: scheduled.sessionId }
      return reply.code(201).send(scheduled)
    })

    serve(api, sessionApi.read, async ({ params: { sessionId } }) => {
      const state = await existing(sessionId)
      const [people, emails] = await Promise.all([sessions.people(sessionId), sessions.emails(sessionId)])
      return detailOf(state, people, emails)
    })

    async function dispatch(sessionId: SessionId, by: ActorReference, wanted: Wish): Promise<SessionState> {
      await existing(sessionId)
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
      if (!reply.ok) throw rejected(reply.rejection)
      return existing(sessionId)
    }

    serve(api, sessionApi.reschedule, async (request) => {
      const { sessionId } = request.params
      const before = await existing(sessionId)
      const by = byAccount(accountOf(request))
      const after = await dispatch(sessionId, by, wish(session, 'reschedule', request.body))
      const hasChanged = after.session.revision !== before.session.revision
      // Saved as it was, too: a plan that did not come through the last time is made good so.
      if (after.session.visitOf === null && (hasChanged || !isPlanned(after.readiness, after.session)))
        await dispatch(sessionId, by, planOf(after.session.scheduledAt, await law.calendar()))
      if (hasChanged) await mail.announceChange(sessionId)
      return summaryOf(after)
    })

    serve(api, sessionApi.cancel, async (request) => {
      const { sessionId } = request.params
      const after = await dispatch(sessionId, byAccount(accountOf(request)), wish(session, 'cancel', request.body))
      await mail.announceCancellation(sessionId, null)
      return summaryOf(after)
    })

    serve(api, sessionApi.open, async (request) => {
      const { sessionId } = request.params
      await openSession(dependencies, accountOf(request), await existing(sessionId), request.body ?? nothingSaid)
      return summaryOf(await existing(sessionId))
    })

    for (const name of ['close', 'seal'] as const)
      serve(api, sessionApi[name], async (request) =>
        summaryOf(await dispatch(request.params.sessionId, byAccount(accountOf(request)), wish(session, name, {}))),
      )
  }
