// /api/sessions/ID/protection: who may read the name of somebody who denounces, and who has read it.
// That a stranger to the visit gets nothing of it is seen to in guard.ts.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { wish } from '../../../shared/kernel/wish.ts'
import { protection } from '../../../shared/modules/protection/contract.ts'
import { protectionApi } from '../../../shared/wire/hearing/protection-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { WordReads } from '../../identity/citizens/word-reads.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Reception } from '../../reception/day/reception.ts'
import { readerOf } from '../../reception/receipts/paper-access.ts'
import { dispatchTo, protectedSession } from './protected-session.ts'
import { createProtecting } from './protecting.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly citizens: Citizens
  readonly wordReads: WordReads
  readonly reception: Reception
  readonly newId: () => string
}
const mostReads = 200

export const protectionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { citizens, wordReads, accounts } = dependencies
    const { protectVisit } = createProtecting(dependencies)

    serve(api, protectionApi.read, async ({ params: { sessionId } }) => {
      const state = await protectedSession(dependencies, sessionId)
      const [nameOf, staff] = await Promise.all([namesOfStaff(dependencies), accounts.list()])
      const ids = [...new Set(Object.values(state.identity.citizenIds))]
      const [ofWords, ...ofNames] = await Promise.all([
        wordReads.list({ sessionId }, mostReads),
        ...ids.map((id) => citizens.accesses(id, mostReads)),
      ])
      const readerIds = [...new Set(state.protection.readers.map(({ accountId }) => accountId))]
      return {
        readers: readerIds.map((accountId) => ({ accountId, name: nameOf(accountId) })),
        others: staff.flatMap(({ accountId, displayName: name, isEnabled }) =>
          isEnabled && !readerIds.includes(accountId) ? [{ accountId, name }] : [],
        ),
        reads: [...ofWords, ...ofNames.flat()]
          .toSorted((one, other) => other.at - one.at)
          .map(({ at, act, by, purpose }) => ({ at, act, by, purpose, name: nameOf(by) })),
      }
    })

    serve(api, protectionApi.addReader, async (request, reply) => {
      const { sessionId } = request.params
      const { accountId } = request.body
      const state = await protectedSession(dependencies, sessionId)
      const by = readerOf(request, state)
      if (!by) throw new HttpError(403, 'forbidden', 'Only somebody who may read it names others.')
      if (!(await accounts.find(accountId))?.isEnabled)
        throw new HttpError(404, 'not-found', 'There is no such account, or it is disabled.', { field: 'accountId' })
      const naming = wish(protection, 'nameReader', { accountId, participantId: null })
      await dispatchTo(dependencies, sessionId, { kind: 'account', accountId: by }, naming)
      return reply.code(204).send()
    })

    serve(api, protectionApi.protect, async (request, reply) => {
      await protectVisit(request.params.sessionId, actorOf(request))
      return reply.code(204).send()
    })
  }
