// /api/sessions/ID/film: those who may look ask for the film of a closed session, and see how far it has come.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { filmApi } from '../../../shared/wire/hearing/film-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from '../../reception/appointments/appointments.ts'
import { demandFilm } from './film-rights.ts'
import type { Films } from './films.ts'
import type { FilmViewers } from './named-viewers.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly films: Films
  readonly filmViewers: FilmViewers
  readonly appointments: Appointments
  /** By this server. */
  readonly isRecorded: (sessionId: SessionId) => Promise<boolean>
}

export const filmRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { films } = dependencies

    serve(api, filmApi.read, async (request) => {
      const { sessionId } = request.params
      await demandFilm(dependencies, sessionId, accountOf(request))
      return films.state(sessionId)
    })

    serve(api, filmApi.make, async (request, reply) => {
      const { sessionId } = request.params
      await demandFilm(dependencies, sessionId, accountOf(request))
      if (!(await dependencies.isRecorded(sessionId)))
        throw new HttpError(409, 'film.nothing-recorded', 'This server has recorded nothing of the session.')
      await films.ask(sessionId)
      return reply.code(202).send(await films.state(sessionId))
    })

    serve(api, filmApi.breakOff, async (request, reply) => {
      const { sessionId } = request.params
      await demandFilm(dependencies, sessionId, accountOf(request))
      if (!(await films.cancel(sessionId)))
        throw new HttpError(409, 'film.not-going-on', 'No film of this session is being made.')
      return reply.code(204).send()
    })
  }
