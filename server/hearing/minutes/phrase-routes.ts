// /api/sessions/ID/phrases: the agency's phrases, reached from a session by those who keep its minutes.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { NewPhrase, Phrase, PhraseList } from '../../../shared/wire/phrases.ts'
import { HttpError } from '../../platform/http/errors.ts'
import type { Phrases } from './phrases.ts'

interface Dependencies {
  readonly phrases: Phrases
}

const tags = ['minutes']
const AtSession = z.object({ sessionId: SessionId })
const config = { access: 'staffOrRecordKeeper' } as const

export const phraseRoutes =
  ({ phrases }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    api.get(
      '/sessions/:sessionId/phrases',
      {
        config: { ...config, words: null },
        schema: { tags, summary: 'The phrases kept for reuse', params: AtSession, response: { 200: PhraseList } },
      },
      async () => ({ phrases: await phrases.list() }),
    )

    api.post(
      '/sessions/:sessionId/phrases',
      {
        config,
        schema: { tags, summary: 'Keep a phrase', params: AtSession, body: NewPhrase, response: { 201: Phrase } },
      },
      async ({ body }, reply) => {
        const kept = await phrases.keep(body.text)
        if (kept === 'too-many')
          throw new HttpError(409, 'phrases.too-many', 'There are too many phrases: remove some that nobody uses.')
        return reply.code(201).send(kept)
      },
    )

    api.delete(
      '/sessions/:sessionId/phrases/:phraseId',
      {
        config,
        schema: {
          tags,
          summary: 'Remove a phrase, for everybody',
          params: AtSession.extend({ phraseId: z.uuid() }),
          response: { 204: z.undefined() },
        },
      },
      async ({ params: { phraseId } }, reply) => {
        await phrases.forget(phraseId)
        return reply.code(204).send()
      },
    )
  }
