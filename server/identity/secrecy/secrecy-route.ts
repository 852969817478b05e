// /api/secrecy: what this installation may handle, and whether a way to the Internet was found. /api/public-pages: whether it has any.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { secrecyApi } from '../../../shared/wire/identity/secrecy-api.ts'
import { serve } from '../../platform/http/serve.ts'
import type { SecrecyGate } from './gate.ts'

interface Dependencies {
  readonly secrecyGate: SecrecyGate
}

export const secrecyRoute =
  ({ secrecyGate }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, secrecyApi.read, async () => secrecyGate.report())

    serve(api, secrecyApi.publicPages, async (_request, reply) => reply.code(204).send())
  }
