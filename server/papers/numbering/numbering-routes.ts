// /api/numbering: how far the numbers of issued papers have come, and from where to go on in the year of the change.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { NumberedKind } from '../../../shared/wire/papers/numbering.ts'
import { numberingApi } from '../../../shared/wire/papers/numbering-api.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { serve } from '../../platform/http/serve.ts'
import { yearInVietnam } from '../issued/issuing.ts'
import type { Numbers } from './numbers.ts'

interface Dependencies {
  readonly numbers: Numbers
  readonly now: () => number
}

export const numberingRoutes =
  ({ numbers, now }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, numberingApi.read, async () => {
      const year = yearInVietnam(now())
      const series = NumberedKind.options.map(async (kind) => ({
        kind,
        year,
        ...(await numbers.given({ year, kind })),
      }))
      return { series: await Promise.all(series) }
    })

    serve(api, numberingApi.change, async ({ body: { kind, year, last } }, reply) => {
      if (!(await numbers.continueAfter({ year, kind }, last)))
        throw new HttpError(409, 'numbering.begun', 'A number of this year and kind is on a paper already.')
      return reply.code(204).send()
    })
  }
