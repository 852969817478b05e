// /api/sessions/ID/access-list: which accounts have a part in a session, and what links and codes they were given. That others get none is
// seen to in guard.ts; an administrator, who has to name somebody when whoever booked it has left, is let in here alone.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { accessList, hasPart, isListed } from '../../../shared/modules/access-list/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { accessListApi } from '../../../shared/wire/hearing/access-list-api.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { accessSuspended, noPart } from '../../identity/accounts/access-errors.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { readerOf } from '../../identity/accounts/reader.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { looksAt } from '../invitations/link-looks.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly newId: () => string
}

export const accessListRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, accounts, newId } = dependencies

    async function existing(sessionId: SessionId): Promise<SessionState> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state
    }

    const mayName = ({ accessList: list }: SessionState, account: Account) =>
      readerOf(account) !== null && (isListed(list, account.accountId) || account.role === 'administrator')

    /** Throws the answer that says whom to ask. */
    async function demandNaming(sessionId: SessionId, account: Account): Promise<void> {
      const state = await existing(sessionId)
      if (mayName(state, account)) return
      // Perhaps somebody else has its password (ADR 0074).
      if (readerOf(account) === null) throw accessSuspended()
      throw noPart((await namesOfStaff(dependencies))(state.accessList.bookedBy))
    }

    async function must(sessionId: SessionId, by: ActorReference, wanted: Wish): Promise<void> {
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
      if (!reply.ok) throw rejected(reply.rejection)
    }

    serve(api, accessListApi.read, async (request) => {
      const account = accountOf(request)
      const { sessionId } = request.params
      const state = await existing(sessionId)
      const { accessList: list } = state
      const [nameOf, staff, people] = await Promise.all([
        namesOfStaff(dependencies),
        accounts.list(),
        sessions.people(sessionId),
      ])
      const isOn = hasPart(list, readerOf(account))
      const isSuspended = isListed(list, account.accountId) && !isOn
      if (!mayName(state, account))
        return {
          hasPart: false,
          isSuspended,
          mayName: false,
          bookedBy: nameOf(list.bookedBy),
          named: [],
          others: [],
          looks: [],
        }
      return {
        hasPart: isOn,
        isSuspended,
        mayName: true,
        bookedBy: nameOf(list.bookedBy),
        looks: isOn ? looksAt(state, people, nameOf) : [],
        named: list.named.map(({ by, ...one }) => ({ ...one, name: nameOf(one.accountId), by: nameOf(by) })),
        others: staff.flatMap(({ accountId: other, displayName: name, isEnabled }) =>
          isEnabled && !isListed(list, other) ? [{ accountId: other, name }] : [],
        ),
      }
    })

    serve(api, accessListApi.name, async (request, reply) => {
      const { sessionId } = request.params
      await demandNaming(sessionId, accountOf(request))
      if (!(await accounts.find(request.body.accountId))?.isEnabled)
        throw new HttpError(404, 'not-found', 'There is no such account, or it is disabled.', { field: 'accountId' })
      await must(sessionId, byAccount(accountOf(request)), wish(accessList, 'name', request.body))
      return reply.code(204).send()
    })

    serve(api, accessListApi.takeBack, async (request, reply) => {
      const { sessionId, accountId } = request.params
      await demandNaming(sessionId, accountOf(request))
      const takingBack = wish(accessList, 'takeBack', { accountId, reason: request.body.reason })
      await must(sessionId, byAccount(accountOf(request)), takingBack)
      return reply.code(204).send()
    })
  }
