// /api/sessions/ID/transcript: what captioners have written, and the engine has heard, for those who write the minutes: a draft to help them, never the record.

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { mayHaveTranscript, speakerName } from '../../../shared/projections/captions.ts'
import { Transcript } from '../../../shared/wire/captions.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Transcripts } from '../../engine/session/transcript.ts'
import { notFound } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { transcriptText, transcriptVtt } from './transcript-files.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly transcripts: Transcripts
  readonly log: FastifyBaseLogger
}

const tags = ['transcript']
const AtSession = z.object({ sessionId: SessionId })
const title = 'Bản ghi lời (nháp)'

const files = [
  { extension: 'txt', type: 'text/plain', summary: 'The transcript as plain text' },
  { extension: 'vtt', type: 'text/vtt', summary: 'The transcript as WebVTT, to be laid over a film' },
] as const

export const transcriptRoutes =
  ({ sessions, transcripts, log }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    /** Throws HttpError. */
    async function transcriptOf(sessionId: SessionId): Promise<{ state: SessionState; transcript: Transcript }> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      // Also while what was kept of it could not be erased yet.
      if (!mayHaveTranscript(state)) return { state, transcript: { lines: [], erasedAt: null } }
      const [lines, erasedAt, people] = await Promise.all([
        transcripts.lines(sessionId),
        transcripts.erasedAt(sessionId),
        sessions.people(sessionId),
      ])
      const named = lines.map((line) => ({ ...line, speakerName: speakerName(state, people, line) }))
      return { state, transcript: { lines: named, erasedAt } }
    }

    api.get(
      '/sessions/:sessionId/transcript',
      {
        config: { access: 'staffOrRecordKeeper', words: 'Bản ghi lời' },
        schema: {
          tags,
          summary: 'What captioners have written, and the engine has heard, line by line',
          description:
            'A draft that helps to write the minutes; no record. For staff, and for the chair and the secretary by their own link.',
          params: AtSession,
          response: { 200: Transcript },
        },
      },
      async ({ params: { sessionId } }) => (await transcriptOf(sessionId)).transcript,
    )

    for (const { extension, type, summary } of files)
      api.get(
        `/sessions/:sessionId/transcript.${extension}`,
        {
          config: { access: 'staffOrRecordKeeper', words: 'Bản ghi lời', audit: 'export' },
          schema: {
            tags,
            summary,
            params: AtSession,
            response: { 200: { description: 'the file', content: { [type]: { schema: z.string() } } } },
          },
        },
        async ({ params: { sessionId } }, reply) => {
          const { state, transcript } = await transcriptOf(sessionId)
          const { session, recording } = state
          return reply
            .type(`${type}; charset=utf-8`)
            .header('content-disposition', contentDisposition(fileName(title, session, `.${extension}`)))
            .send(
              extension === 'vtt'
                ? transcriptVtt(session.title, transcript.lines, recording.beganAt)
                : transcriptText(session.title, transcript.lines),
            )
        },
      )

    api.delete(
      '/sessions/:sessionId/transcript',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'Erase the transcript; what is written from then on is kept again',
          params: AtSession,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { sessionId } = request.params
        if (!(await sessions.state(sessionId))) throw notFound('session')
        await transcripts.erase(sessionId)
        log.info({ sessionId, by: actorOf(request) }, 'the transcript was erased')
        return reply.code(204).send()
      },
    )
  }
