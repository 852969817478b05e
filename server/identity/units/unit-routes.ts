// /api/units: where the units that assignments name are written to. Whoever keeps minutes is told the names alone.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { UnitChange, UnitList, UnitNames } from '../../../shared/wire/conclusions.ts'
import { HttpError } from '../../platform/http/errors.ts'
import type { Units } from './units.ts'

interface Dependencies {
  /** Looks at what is due at once. */
  readonly reminders: { changed(): Promise<void> }
  readonly units: Units
}

const tags = ['conclusions']
const config = { access: 'staff' } as const

export const unitRoutes =
  ({ units, reminders }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    api.get(
      '/units',
      { config, schema: { tags, summary: 'The units that can be written to', response: { 200: UnitList } } },
      async () => ({ units: await units.list() }),
    )

    api.put(
      '/units',
      {
        config,
        schema: {
          tags,
          summary: 'Enter, change or take away the address of a unit',
          description: 'What it should have been reminded of by now goes out at once, in working hours.',
          body: UnitChange,
          response: { 204: z.undefined() },
        },
      },
      async ({ body: { name, email } }, reply) => {
        if (email === null) await units.forget(name)
        else if ((await units.keep({ name, email })) === 'too-many')
          throw new HttpError(409, 'units.too-many', 'There are too many units: take away some that nobody needs.')
        await reminders.changed()
        return reply.code(204).send()
      },
    )

    api.get(
      '/sessions/:sessionId/units',
      {
        config: { access: 'staffOrRecordKeeper', words: null },
        schema: {
          tags,
          summary: 'The names of the units, to choose from',
          params: z.object({ sessionId: SessionId }),
          response: { 200: UnitNames },
        },
      },
      async () => ({ names: (await units.list()).map(({ name }) => name) }),
    )
  }
