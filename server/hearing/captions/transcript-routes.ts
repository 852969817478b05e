// /api/sessions/ID/transcript: what captioners have written, and the engine has heard, for those who write the minutes: a draft to help them, never the record.

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { mayHaveTranscript, speakerName } from '../../../shared/projections/captions.ts'
import type { Transcript } from '../../../shared/wire/hearing/captions.ts'
import { transcriptApi } from '../../../shared/wire/hearing/transcript-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Transcripts } from '../../engine/session/transcript.ts'
import { notFound } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { transcriptText, transcriptVtt } from './transcript-files.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly transcripts: Transcripts
  readonly log: FastifyBaseLogger
}
const title = 'Bản ghi lời (nháp)'

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

    serve(api, transcriptApi.read, async ({ params: { sessionId } }) => (await transcriptOf(sessionId)).transcript)

    for (const extension of ['txt', 'vtt'] as const)
      serve(api, transcriptApi[extension], { audit: 'export' }, async ({ params: { sessionId } }, reply) => {
        const { state, transcript } = await transcriptOf(sessionId)
        const { session, recording } = state
        return reply
          .type(`${mediaTypes[extension]}; charset=utf-8`)
          .header('content-disposition', contentDisposition(fileName(title, session, `.${extension}`)))
          .send(
            extension === 'vtt'
              ? transcriptVtt(session.title, transcript.lines, recording.beganAt)
              : transcriptText(session.title, transcript.lines),
          )
      })

    serve(api, transcriptApi.erase, async (request, reply) => {
      const { sessionId } = request.params
      if (!(await sessions.state(sessionId))) throw notFound('session')
      await transcripts.erase(sessionId)
      log.info({ sessionId, by: actorOf(request) }, 'the transcript was erased')
      return reply.code(204).send()
    })
  }
