// /api/entrance: what the holder of a link may know before entering: who they are to the agency, and to what they come.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { doorAnswer } from '../../../shared/projections/entrance.ts'
import { entranceApi } from '../../../shared/wire/hearing/entrance-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { callerOf, linkFault } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'

interface Dependencies {
  readonly sessions: Sessions
  /** null: no media now. */
  readonly routerRtpCapabilities: () => Record<string, unknown> | null
}

/** Five hundred people of one office may open their links within a minute, some of them twice. */
const perNetwork = { points: 1200, seconds: 60 }

export const entranceRoute =
  ({ sessions, routerRtpCapabilities }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, entranceApi.read, { limit: limitPerNetwork(perNetwork) }, async (request) => {
      const { sessionId, participantId, linkId } = callerOf(request)
      const state = await sessions.state(sessionId)
      const participant = state?.admission.participants[participantId]
      if (!state || !participant) throw linkFault('link-invalid')
      const answer = doorAnswer(state, participantId, linkId)
      const { reason, explanation } = answer === 'welcome' ? { reason: answer, explanation: null } : answer
      if (reason === 'link-revoked') throw linkFault(reason)
      const person = (await sessions.people(sessionId))[participant.personId]
      const { title, kind, scheduledAt, status } = state.session
      return {
        answer: reason,
        explanation,
        participantId,
        name: person?.name ?? '',
        title: person?.title ?? null,
        role: participant.role,
        siteName: state.sites.sites.find(({ siteId }) => siteId === participant.siteId)?.name ?? null,
        session: { title, kind, scheduledAt, status },
        routerRtpCapabilities: routerRtpCapabilities(),
      }
    })
  }
