// /api/sessions/ID/film: staff ask for the film of a closed session, see how far it has come, and look at it; each look is written down.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Ms, SessionId } from '../../shared/kernel/ids.ts'
import { Film } from '../../shared/wire/film.ts'
import { filmFile, soundFile } from '../films/render.ts'
import { namesOfStaff } from './case-views.ts'
import type { HttpDependencies } from './dependencies.ts'
import { HttpError, notFound } from './errors.ts'
import { accountOf } from './guard.ts'
import { sendRange } from './send-range.ts'

const tags = ['recording']
const AtSession = z.object({ sessionId: SessionId })
const FilmViewings = z.array(z.object({ at: Ms, by: z.string().nullable(), what: z.enum(['film', 'sound']) }))

export const filmRoutes =
  (dependencies: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, films, viewings } = dependencies

    /** Throws HttpError. */
    async function closedSession(sessionId: SessionId): Promise<void> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      if (state.session.status !== 'closed' && state.session.status !== 'sealed')
        throw new HttpError(409, 'film.not-closed', 'A film is made when the session is closed.')
    }

    api.get(
      '/sessions/:sessionId/film',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Whether there is a film, and how far it has come',
          params: AtSession,
          response: { 200: Film },
        },
      },
      async ({ params: { sessionId } }) => {
        await closedSession(sessionId)
        return films.state(sessionId)
      },
    )

    api.post(
      '/sessions/:sessionId/film',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Make the film of a closed session, or go on with it',
          description: 'In the background, one at a time.',
          params: AtSession,
          response: { 202: Film },
        },
      },
      async ({ params: { sessionId } }, reply) => {
        await closedSession(sessionId)
        if (!(await dependencies.isRecorded(sessionId)))
          throw new HttpError(409, 'film.nothing-recorded', 'This server has recorded nothing of the session.')
        await films.ask(sessionId)
        return reply.code(202).send(await films.state(sessionId))
      },
    )

    api.delete(
      '/sessions/:sessionId/film',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Break off the making of a film',
          description: 'What was made of it by then stays, and is gone on with when it is asked for again.',
          params: AtSession,
          response: { 204: z.undefined() },
        },
      },
      async ({ params: { sessionId } }, reply) => {
        await closedSession(sessionId)
        if (!(await films.cancel(sessionId)))
          throw new HttpError(409, 'film.not-going-on', 'No film of this session is being made.')
        return reply.code(204).send()
      },
    )

    for (const [name, what, type, summary] of [
      [filmFile, 'film', 'video/mp4', 'The film, whole or in ranges'],
      [soundFile, 'sound', 'audio/mp4', 'Its sound alone, whole or in ranges'],
    ] as const)
      api.get(
        `/sessions/:sessionId/${name}`,
        { config: { access: 'staff' }, schema: { tags, summary, params: AtSession } },
        async (request, reply) => {
          const { sessionId } = request.params
          await closedSession(sessionId)
          const { state } = await films.state(sessionId)
          const file = state === 'done' ? await films.open(sessionId, name) : null
          if (!file) throw notFound('film')
          await viewings.note(sessionId, { by: accountOf(request).accountId, what })
          return sendRange(request, reply.type(type), file)
        },
      )

    api.get(
      '/sessions/:sessionId/film/viewings',
      {
        config: { access: 'administrator' },
        schema: { tags, summary: 'Who has looked at the film', params: AtSession, response: { 200: FilmViewings } },
      },
      async ({ params: { sessionId } }) => {
        const [list, nameOf] = await Promise.all([viewings.list(sessionId), namesOfStaff(dependencies)])
        return list.map(({ by, ...one }) => ({ ...one, by: nameOf(by) }))
      },
    )
  }
