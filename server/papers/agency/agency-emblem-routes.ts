// /api/agency/emblem, /api/agency/public: the emblem, and what pages show of the agency before anybody has signed in (ADR 0080).

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { largestEmblemBytes } from '../../../shared/agency/contract.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import { agencyEmblemApi } from '../../../shared/wire/papers/agency-emblem-api.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { answeringFaults } from '../documents/document-faults.ts'
import type { InstalledAgency } from './agency.ts'
import type { Emblem } from './emblem.ts'

interface Dependencies {
  readonly agency: InstalledAgency
  readonly emblem: Emblem
  readonly log: FastifyBaseLogger
}
/** The largest emblem in base64, and its name. */
const largestBodyBytes = Math.ceil(largestEmblemBytes * 1.4)

export const agencyEmblemRoutes =
  ({ agency, emblem, log }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, agencyEmblemApi.public, async () => {
      const [state, { isSet, now }] = await Promise.all([agency.state(), agency.inForce()])
      return { organisation: isSet ? now.organisation : null, emblem: state.emblem?.sha256 ?? null }
    })

    serve(api, agencyEmblemApi.emblem, { audit: null }, async ({ params: { sha256 } }, reply) => {
      const png = await emblem.read(sha256)
      if (!png) throw notFound('emblem')
      return reply
        .type(mediaTypes.png)
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          // Whoever opens the address by itself gets a file that can do nothing.
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
        })
        .send(png)
    })

    serve(api, agencyEmblemApi.changeEmblem, { bodyLimit: largestBodyBytes }, async (request, reply) => {
      const { accountId } = accountOf(request)
      const bytes = Buffer.from(request.body.file, 'base64')
      const answer = await answeringFaults(() => emblem.replace(accountId, bytes))
      if (!answer.ok) throw rejected(answer.rejection)
      log.info({ accountId, bytes: bytes.length }, 'the emblem of the agency was handed in')
      return reply.code(204).send()
    })

    serve(api, agencyEmblemApi.removeEmblem, async (request, reply) => {
      const answer = await emblem.remove(accountOf(request).accountId)
      if (!answer.ok) throw rejected(answer.rejection)
      return reply.code(204).send()
    })
  }
