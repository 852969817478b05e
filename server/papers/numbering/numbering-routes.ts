// /api/numbering: how far the numbers of issued papers have come, and from where to go on in the year of the change.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NumberContinuation, NumberedKind, NumberSeriesList } from '../../../shared/wire/numbering.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { yearInVietnam } from '../issued/issuing.ts'
import type { Numbers } from './numbers.ts'

interface Dependencies {
  readonly numbers: Numbers
  readonly now: () => number
}

const tags = ['numbering']
const config = { access: 'administrator' } as const

export const numberingRoutes =
  ({ numbers, now }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    api.get(
      '/numbering',
      {
        config,
        schema: { tags, summary: 'The numbers given this year, by kind of paper', response: { 200: NumberSeriesList } },
      },
      async () => {
        const year = yearInVietnam(now())
        const series = NumberedKind.options.map(async (kind) => ({
          kind,
          year,
          ...(await numbers.given({ year, kind })),
        }))
        return { series: await Promise.all(series) }
      },
    )

    api.put(
      '/numbering',
      {
        config,
        schema: {
          tags,
          summary: 'Go on after the last number given by hand',
          description: 'Until this system has given a number of the year and kind; then it is refused.',
          body: NumberContinuation,
          response: { 204: z.undefined() },
        },
      },
      async ({ body: { kind, year, last } }, reply) => {
        if (!(await numbers.continueAfter({ year, kind }, last)))
          throw new HttpError(409, 'numbering.begun', 'A number of this year and kind is on a paper already.')
        return reply.code(204).send()
      },
    )
  }
