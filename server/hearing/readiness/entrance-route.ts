// /api/entrance: what the holder of a link may know before entering: who they are to the agency, and to what they come.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { doorAnswer } from '../../../shared/projections/entrance.ts'
import { Entrance } from '../../../shared/wire/rest.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { callerOf, linkFault } from '../../platform/http/route-access.ts'

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
    api.get(
      '/entrance',
      {
        config: { access: 'link', limit: limitPerNetwork(perNetwork) },
        schema: {
          tags: ['participants'],
          summary: 'What one’s own link opens',
          description:
            'A link that is invalid, expired or revoked is answered with 401 and that code, and nothing else.',
          response: { 200: Entrance },
        },
      },
      async (request) => {
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
      },
    )
  }
