// /api/units: where the units that assignments name are written to. Whoever keeps minutes is told the names alone.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { unitApi } from '../../../shared/wire/identity/unit-api.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Units } from './units.ts'

interface Dependencies {
  /** Looks at what is due at once. */
  readonly reminders: { changed(): Promise<void> }
  readonly units: Units
}

export const unitRoutes =
  ({ units, reminders }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, unitApi.list, async () => ({ units: await units.list() }))

    serve(api, unitApi.change, async ({ body: { name, email } }, reply) => {
      if (email === null) await units.forget(name)
      else if ((await units.keep({ name, email })) === 'too-many')
        throw new HttpError(409, 'units.too-many', 'There are too many units: take away some that nobody needs.')
      await reminders.changed()
      return reply.code(204).send()
    })

    serve(api, unitApi.names, async () => ({ names: (await units.list()).map(({ name }) => name) }))
  }
