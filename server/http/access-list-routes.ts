// /api/sessions/ID/access-list: which accounts may open a session that holds secrets of the state. That others get nothing of it is
// seen to in guard.ts; an administrator, who has to name somebody when whoever booked it has left, is let in here alone.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import type { Wish } from '../../shared/kernel/aggregate.ts'
import { AccountId, SessionId } from '../../shared/kernel/ids.ts'
import { accessList, hasPart, isListed } from '../../shared/modules/access-list/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import { isStateSecret } from '../../shared/secrecy/levels.ts'
import { AccessList, NamedAccountTakenBack, NewNamedAccount } from '../../shared/wire/access-list.ts'
import { readerOf } from '../access/reader.ts'
import { namesOfStaff } from './case-views.ts'
import type { HttpDependencies } from './dependencies.ts'
import { HttpError, notFound, rejected } from './errors.ts'
import { accountOf } from './guard.ts'
import { byAccount, wish } from './wish.ts'

const tags = ['sessions']
const AtSession = z.object({ sessionId: SessionId })
const nothing = { 204: z.undefined() }

export const accessListRoutes =
  (dependencies: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, accounts, newId } = dependencies
    const access = { access: 'staff', isForNaming: true, words: null } as const

    async function secretSession(sessionId: SessionId): Promise<SessionState> {
      const state = await sessions.state(sessionId)
      if (!state || !isStateSecret(state.session.secrecy)) throw notFound('session of the level Mật or higher')
      return state
    }

    async function must(sessionId: SessionId, by: ActorReference, wanted: Wish): Promise<void> {
      await secretSession(sessionId)
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
      if (!reply.ok) throw rejected(reply.rejection)
    }

    api.get(
      '/sessions/:sessionId/access-list',
      {
        config: access,
        schema: {
          tags,
          summary: 'Which accounts may open a session of the level Mật or higher',
          description: 'For them, and for administrators.',
          params: AtSession,
          response: { 200: AccessList },
        },
      },
      async (request) => {
        const { accessList: list } = await secretSession(request.params.sessionId)
        const [nameOf, staff] = await Promise.all([namesOfStaff(dependencies), accounts.list()])
        return {
          mayOpen: hasPart(list, readerOf(accountOf(request))),
          bookedBy: nameOf(list.bookedBy),
          named: list.named.map(({ by, ...one }) => ({ ...one, name: nameOf(one.accountId), by: nameOf(by) })),
          others: staff.flatMap(({ accountId: other, displayName: name, isEnabled }) =>
            isEnabled && !isListed(list, other) ? [{ accountId: other, name }] : [],
          ),
        }
      },
    )

    api.post(
      '/sessions/:sessionId/access-list',
      {
        config: access,
        schema: {
          tags,
          summary: 'Let one more account open the session, with the reason',
          description: 'By an account that may open it itself, or an administrator.',
          params: AtSession,
          body: NewNamedAccount,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { sessionId } = request.params
        await secretSession(sessionId)
        if (!(await accounts.find(request.body.accountId))?.isEnabled)
          throw new HttpError(404, 'not-found', 'There is no such account, or it is disabled.', { field: 'accountId' })
        await must(sessionId, byAccount(accountOf(request)), wish(accessList, 'name', request.body))
        return reply.code(204).send()
      },
    )

    api.post(
      '/sessions/:sessionId/access-list/:accountId/taking-back',
      {
        config: access,
        schema: {
          tags,
          summary: 'Take back that an account may open the session, with the reason',
          params: AtSession.extend({ accountId: AccountId }),
          body: NamedAccountTakenBack,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { sessionId, accountId } = request.params
        const takingBack = wish(accessList, 'takeBack', { accountId, reason: request.body.reason })
        await must(sessionId, byAccount(accountOf(request)), takingBack)
        return reply.code(204).send()
      },
    )
  }
