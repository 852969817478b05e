// /api/reading: what the holder of a link is to read before the session, and that they have studied it. For a page that is not
// in the room: there the session's own commands do the same. The pages themselves come from document-file-routes.ts.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { wish } from '../../../shared/kernel/wish.ts'
import { itemOf } from '../../../shared/modules/agenda/contract.ts'
import { documents } from '../../../shared/modules/documents/contract.ts'
import { siteOf } from '../../../shared/modules/sites/contract.ts'
import { toReadBefore } from '../../../shared/projections/reading.ts'
import type { ToRead } from '../../../shared/wire/papers/documents.ts'
import { readingApi } from '../../../shared/wire/papers/reading-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Caller } from '../../platform/caller.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { actorOf, callerOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly newId: () => string
}

/** Five hundred people of one office may open their links within a minute, and each page asks again now and then. */
const perNetwork = { points: 2400, seconds: 60 }

export const readingRoutes =
  ({ sessions, newId }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    async function readingOf({ sessionId, participantId }: Caller): Promise<ToRead> {
      const [state, people] = await Promise.all([sessions.state(sessionId), sessions.people(sessionId)])
      const me = state?.admission.participants[participantId]
      if (!state || !me) throw notFound('session')
      const delegates = me.role === 'siteOperator' ? (siteOf(state.sites.sites, me.siteId)?.delegates ?? []) : []
      return {
        sessionId,
        documents: toReadBefore(state, participantId).map((document) => {
          const { documentId, title, itemId, isMarked, needsAcknowledgement, secrecy, file, shown } = document
          const reading = state.documents.readings[documentId]
          return {
            documentId,
            title,
            itemTitle: itemOf(state.agenda.items, itemId)?.title ?? null,
            isMarked,
            needsAcknowledgement,
            secrecy,
            file: { format: file.format, bytes: file.bytes },
            shown: shown && { format: shown.format, pages: shown.pages },
            openedAt: reading?.openedAt[participantId] ?? null,
            acknowledgedAt: reading?.acknowledgedAt[participantId] ?? null,
            delegates: delegates.map(({ delegateId, personId }) => ({
              delegateId,
              person: people[personId] ?? null,
              acknowledgedAt: reading?.delegates[delegateId]?.at ?? null,
            })),
          }
        }),
      }
    }

    serve(api, readingApi.read, { limit: limitPerNetwork(perNetwork) }, async (request) => readingOf(callerOf(request)))

    serve(api, readingApi.acknowledge, { limit: limitPerNetwork(perNetwork) }, async (request) => {
      const caller = callerOf(request)
      const acknowledge = wish(documents, 'acknowledge', { ...request.params, ...request.body })
      const done = await sessions.dispatch(caller.sessionId, actorOf(request), { id: newId(), ...acknowledge })
      if (!done.ok) throw rejected(done.rejection)
      return readingOf(caller)
    })
  }
