// /api/selftest: a page tells how its devices and line did. By REST, so that it is told also where no WebSocket gets through.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { wish } from '../../../shared/kernel/wish.ts'
import { selftest } from '../../../shared/modules/selftest/contract.ts'
import { resultCode, verdictOf } from '../../../shared/modules/selftest/grades.ts'
import { doorAnswer } from '../../../shared/projections/entrance.ts'
import { selftestApi } from '../../../shared/wire/hearing/selftest-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { rejected } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { callerOf, linkFault } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly newId: () => string
}

/** All sites of a province may test on the same morning, behind one address. */
const perNetwork = { points: 600, seconds: 60 * 60 }

export const selftestRoute =
  ({ sessions, newId }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, selftestApi.record, { limit: limitPerNetwork(perNetwork) }, async (request, reply) => {
      const { sessionId, participantId, linkId } = callerOf(request)
      const state = await sessions.state(sessionId)
      if (!state || doorAnswer(state, participantId, linkId) !== 'welcome') throw linkFault('link-revoked')
      const findings = request.body
      const record = wish(selftest, 'record', { participantId, ...findings })
      const done = await sessions.dispatch(sessionId, { kind: 'system' }, { id: newId(), ...record })
      if (!done.ok) throw rejected(done.rejection)
      return reply.code(201).send({ verdict: verdictOf(findings), code: resultCode(findings) })
    })
  }
