// /api/sessions/ID/protection: who may read the name of somebody who denounces, who has read it, and the waiver they have signed.
// That a stranger to the visit gets nothing of it is seen to in guard.ts.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import type { Wish } from '../../shared/kernel/aggregate.ts'
import { SessionId } from '../../shared/kernel/ids.ts'
import { protection } from '../../shared/modules/protection/contract.ts'
import { NewReader, Protection, SecrecyWaiver } from '../../shared/wire/protection.ts'
import { namesOfStaff } from './case-views.ts'
import type { HttpDependencies } from './dependencies.ts'
import { HttpError, notFound, rejected } from './errors.ts'
import { accountOf, actorOf } from './guard.ts'
import { byAccount, wish } from './wish.ts'

const tags = ['reception']
const AtSession = z.object({ sessionId: SessionId })
const nothing = { 204: z.undefined() }
const mostReads = 200

export const protectionRoutes =
  (dependencies: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, citizens, wordReads, accounts, newId } = dependencies

    async function must(sessionId: SessionId, by: ActorReference, wanted: Wish): Promise<void> {
      if (!(await sessions.state(sessionId))) throw notFound('session')
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
      if (!reply.ok) throw rejected(reply.rejection)
    }

    api.get(
      '/sessions/:sessionId/protection',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'Who may read who denounces, and who has',
          params: AtSession,
          response: { 200: Protection },
        },
      },
      async ({ params: { sessionId } }) => {
        const state = await sessions.state(sessionId)
        if (!state?.session.isProtected) throw notFound('protected session')
        const nameOf = await namesOfStaff(dependencies)
        const ids = [...new Set(Object.values(state.identity.citizenIds))]
        const [ofWords, ...ofNames] = await Promise.all([
          wordReads.list({ sessionId }, mostReads),
          ...ids.map((id) => citizens.accesses(id, mostReads)),
        ])
        const readerIds = [...new Set(state.protection.readers.map(({ accountId }) => accountId))]
        return {
          readers: readerIds.map((accountId) => ({ accountId, name: nameOf(accountId) })),
          reads: [...ofWords, ...ofNames.flat()]
            .toSorted((one, other) => other.at - one.at)
            .map(({ at, act, by, purpose }) => ({ at, act, by, purpose, name: nameOf(by) })),
        }
      },
    )

    api.post(
      '/sessions/:sessionId/protection/readers',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Let one more account read who denounces',
          description: 'By an account that may read it itself.',
          params: AtSession,
          body: NewReader,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { accountId } = request.body
        if (!(await accounts.find(accountId))?.isEnabled)
          throw new HttpError(404, 'not-found', 'There is no such account, or it is disabled.', { field: 'accountId' })
        const naming = wish(protection, 'nameReader', { accountId, participantId: null })
        await must(request.params.sessionId, byAccount(accountOf(request)), naming)
        return reply.code(204).send()
      },
    )

    api.put(
      '/sessions/:sessionId/protection/waiver',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'Note the paper in which the denouncer agrees that others take part',
          params: AtSession,
          body: SecrecyWaiver,
          response: nothing,
        },
      },
      async (request, reply) => {
        await must(request.params.sessionId, actorOf(request), wish(protection, 'waive', request.body))
        return reply.code(204).send()
      },
    )
  }
