// /api/sessions/ID/film/access and /viewers: who may look at the film of a session, who has, and who said so.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AccountId, SessionId } from '../../../shared/kernel/ids.ts'
import { isNamedReader } from '../../../shared/modules/protection/contract.ts'
import type { FilmAccess } from '../../../shared/wire/hearing/film.ts'
import { filmViewerApi } from '../../../shared/wire/hearing/film-viewer-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from '../../reception/appointments/appointments.ts'
import { filmRights, namesOfAdministrators } from './film-rights.ts'
import type { FilmViewers } from './named-viewers.ts'
import { namedViewers } from './named-viewers.ts'
import type { Viewings } from './viewing-log.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly viewings: Viewings
  readonly filmViewers: FilmViewers
  readonly appointments: Appointments
}

export const filmViewerRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, accounts, filmViewers, viewings } = dependencies

    async function stateOf(sessionId: SessionId) {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state
    }

    async function recordOf(sessionId: SessionId): Promise<FilmAccess['record']> {
      const [changes, looks, known] = await Promise.all([
        filmViewers.changes(sessionId),
        viewings.list(sessionId),
        namesOfStaff(dependencies),
      ])
      const nameOf = (accountId: AccountId) => known(accountId) ?? accountId
      return {
        viewers: namedViewers(changes).map(({ accountId, mayDownload, reason, at }) => ({
          ...{ accountId, mayDownload, reason, at },
          name: nameOf(accountId),
        })),
        changes: changes.map(({ accountId, by, ...change }) => ({
          ...change,
          by: known(by),
          name: nameOf(accountId),
        })),
        viewings: looks.map(({ by, ...look }) => ({ ...look, by: known(by) })),
      }
    }

    serve(api, filmViewerApi.access, async (request) => {
      const { sessionId } = request.params
      const state = await stateOf(sessionId)
      const rights = await filmRights(dependencies, state, accountOf(request))
      const [ask, record] = await Promise.all([
        namesOfAdministrators(dependencies),
        rights.mayLook ? recordOf(sessionId) : null,
      ])
      return { ...rights, isProtected: state.session.isProtected, ask, record }
    })

    serve(api, filmViewerApi.addViewer, async (request, reply) => {
      const { sessionId } = request.params
      const { accountId } = request.body
      const { session, protection } = await stateOf(sessionId)
      if (!(await accounts.find(accountId))) throw notFound('account')
      if (session.isProtected && !isNamedReader(protection, accountId))
        throw new HttpError(
          409,
          'film.protected',
          'This visit is protected: the officers of the visit name who may read it, and the film with it.',
        )
      await filmViewers.note(sessionId, { by: accountOf(request).accountId, act: 'named', ...request.body })
      return reply.code(204).send()
    })

    serve(api, filmViewerApi.takeBackViewer, async (request, reply) => {
      const { sessionId, accountId } = request.params
      await stateOf(sessionId)
      const named = namedViewers(await filmViewers.changes(sessionId))
      if (!named.some((one) => one.accountId === accountId)) throw notFound('viewer of this film')
      const { reason } = request.body
      const by = accountOf(request).accountId
      await filmViewers.note(sessionId, { by, act: 'takenBack', accountId, mayDownload: false, reason })
      return reply.code(204).send()
    })
  }
