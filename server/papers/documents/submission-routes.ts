// /api/sessions/ID/submissions: papers that a citizen sends at a reception, and hands out to staff and to that citizen alone.

import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { DocumentId, type ParticipantId, type SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { maximumSubmitted, type SubmittedPaper, submission } from '../../../shared/modules/submission/contract.ts'
import { maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import { type AtPaper, submissionApi } from '../../../shared/wire/papers/submission-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { KnownDays } from '../../identity/citizens/access-log-actor.ts'
import { accessLogActorOf, noteLookAtWords } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { WordReads } from '../../identity/citizens/word-reads.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { actorOf, callerOf } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { serve } from '../../platform/http/serve.ts'
import { answeringFaults, documentFault } from './document-faults.ts'
import type { Documents } from './intake.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly documents: Documents
  readonly citizens: Citizens
  readonly wordReads: WordReads
  readonly appointments: KnownDays
  readonly newId: () => string
}
/** A hall may have one address; each paper is scanned, which takes its time. */
const uploadsPerNetwork = { points: 120, seconds: 600 }
const looksPerNetwork = { points: 1200, seconds: 60 }
/** Of the form around the file. */
const mostFormBytes = 16 * 1024

export const submissionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, documents: files, newId } = dependencies
    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { files: 1, fields: 0, parts: 1, fileSize: maximumFileBytes + 1 },
    })

    serve(
      api,
      submissionApi.add,
      { isUpload: true, limit: limitPerNetwork(uploadsPerNetwork) },
      async (request, reply) => {
        const { sessionId } = request.params
        const { participantId } = callerOf(request)
        const { session, admission, submission: before } = await existing(dependencies, sessionId)
        // Before fifty megabytes are read. The rules look again.
        if (admission.participants[participantId]?.role !== 'citizen')
          throw rejected({ code: 'submission.not-citizen', params: {} })
        if (before.papers.filter((paper) => paper.participantId === participantId).length >= maximumSubmitted)
          throw rejected({ code: 'submission.too-many', params: { maximum: maximumSubmitted } })
        if (Number(request.headers['content-length'] ?? 0) > maximumFileBytes + mostFormBytes)
          throw documentFault('too-large')
        if (!request.isMultipart()) throw documentFault('no-file')
        const upload = await request.file()
        if (!upload) throw documentFault('no-file')
        const documentId = DocumentId.parse(newId())
        await answeringFaults(() =>
          files.takeIn(
            { submittedTo: sessionId },
            { fileName: upload.filename, content: upload.file },
            async (taken) => {
              // The name of a file often is the name of who wrote it.
              const title = session.isProtected ? `Giấy tờ ${before.papers.length + 1}` : taken.title
              const add = wish(submission, 'add', { documentId, participantId, ...taken, title })
              const added = await sessions.dispatch(sessionId, { kind: 'system' }, { id: newId(), ...add })
              if (!added.ok) throw rejected(added.rejection)
            },
          ),
        )
        const { title, shown } = await visible(dependencies, request, { sessionId, documentId })
        return reply.code(201).send({ documentId, title, pages: shown?.pages ?? null })
      },
    )

    serve(api, submissionApi.remove, async (request, reply) => {
      const { sessionId, documentId } = request.params
      const remove = wish(submission, 'remove', { documentId })
      const done = await sessions.dispatch(sessionId, actorOf(request), { id: newId(), ...remove })
      if (!done.ok) throw rejected(done.rejection)
      await files.forget({ submittedTo: sessionId }, async () =>
        hashesOf((await existing(dependencies, sessionId)).submission.papers),
      )
      return reply.code(204).send()
    })

    for (const [part, disposition] of [
      ['file', 'attachment'],
      ['pages', 'inline'],
    ] as const)
      serve(
        api,
        submissionApi[part],
        { limit: limitPerNetwork(looksPerNetwork), audit: exportByStaff },
        async (request, reply) => {
          const { title, file, shown, participantId } = await visible(dependencies, request, request.params)
          const stored = part === 'file' ? file : shown
          const content = stored && (await files.read({ submittedTo: request.params.sessionId }, stored.sha256))
          if (!content) throw notFound('paper')
          await noteOpening(dependencies, request, request.params.sessionId, participantId, title)
          const { bytes, format } = stored
          return sendFile(reply, { content, bytes, format, name: `${title}.${format}` }, disposition)
        },
      )
  }

async function existing({ sessions }: Pick<Dependencies, 'sessions'>, sessionId: SessionId) {
  const state = await sessions.state(sessionId)
  if (!state) throw notFound('session')
  return state
}

/** To whoever may not see it, it is not there. */
async function visible(
  dependencies: Pick<Dependencies, 'sessions'>,
  { caller }: FastifyRequest,
  at: z.infer<typeof AtPaper>,
): Promise<SubmittedPaper> {
  const state = await existing(dependencies, at.sessionId)
  const paper = state.submission.papers.find(({ documentId }) => documentId === at.documentId)
  const looks = caller && state.admission.participants[caller.participantId]
  const isStaff = !caller || looks?.role === 'chair' || looks?.role === 'secretary'
  if (!paper || !(isStaff || paper.participantId === caller?.participantId)) throw notFound('paper')
  return paper
}

/**
 * Whose paper it is, as the record of citizens knows them: a photographed card says as much of them. Also who looks from the room
 * is written down; the citizen alone is not.
 */
async function noteOpening(
  dependencies: Dependencies,
  request: FastifyRequest,
  sessionId: SessionId,
  whose: ParticipantId,
  title: string,
): Promise<void> {
  const state = await existing(dependencies, sessionId)
  if (request.caller?.participantId === whose) return
  const citizenId = state.identity.citizenIds[whose]
  const reader = await accessLogActorOf(dependencies, request, state, `Giấy tờ đã gửi: ${title}`)
  await noteLookAtWords(dependencies, state, reader, citizenId ? [citizenId] : [])
}

const hashesOf = (papers: readonly SubmittedPaper[]): ReadonlySet<string> =>
  new Set(papers.flatMap(({ file, shown }) => (shown ? [file.sha256, shown.sha256] : [file.sha256])))
