// /api/sessions/ID/phrases: the agency's phrases, reached from a session by those who keep its minutes.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { phraseApi } from '../../../shared/wire/hearing/phrase-api.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Phrases } from './phrases.ts'

interface Dependencies {
  readonly phrases: Phrases
}

export const phraseRoutes =
  ({ phrases }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, phraseApi.list, async () => ({ phrases: await phrases.list() }))

    serve(api, phraseApi.keep, async ({ body }, reply) => {
      const kept = await phrases.keep(body.text)
      if (kept === 'too-many')
        throw new HttpError(409, 'phrases.too-many', 'There are too many phrases: remove some that nobody uses.')
      return reply.code(201).send(kept)
    })

    serve(api, phraseApi.remove, async ({ params: { phraseId } }, reply) => {
      await phrases.forget(phraseId)
      return reply.code(204).send()
    })
  }
