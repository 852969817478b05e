// /api/sessions/ID/minutes: the text of the minutes for those who keep them.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionId } from '../../shared/kernel/ids.ts'
import { MinutesText } from '../../shared/wire/minutes-text.ts'
import type { HttpDependencies } from './dependencies.ts'
import { paperSource } from './paper-source.ts'

const tags = ['minutes']
const AtSession = z.object({ sessionId: SessionId })

export const minutesRoutes =
  (dependencies: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    api.get(
      '/sessions/:sessionId/minutes',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'The minutes as they stand, line by line',
          description: 'For staff, and for the chair and the secretary by their own link.',
          params: AtSession,
          response: { 200: MinutesText },
        },
      },
      async ({ params: { sessionId } }) => dependencies.minutesText(await paperSource(dependencies, sessionId)),
    )
  }
