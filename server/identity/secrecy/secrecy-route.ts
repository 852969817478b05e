// /api/secrecy: what this installation may handle, and whether a way to the Internet was found. /api/public-pages: whether it has any.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SecrecyReport } from '../../../shared/wire/secrecy.ts'
import type { SecrecyGate } from './gate.ts'

interface Dependencies {
  readonly secrecyGate: SecrecyGate
}

export const secrecyRoute =
  ({ secrecyGate }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    api.get(
      '/secrecy',
      {
        config: { access: 'staff' },
        schema: {
          tags: ['operation'],
          summary: 'Which levels of secrecy this installation handles now, and why no higher',
          response: { 200: SecrecyReport },
        },
      },
      async () => secrecyGate.report(),
    )

    api.get(
      '/public-pages',
      {
        config: { access: 'public' },
        schema: {
          tags: ['operation'],
          summary: 'Whether this installation has pages for the public: refused where it has none',
          response: { 204: z.null() },
        },
      },
      async (_request, reply) => reply.code(204).send(null),
    )
  }
