// /api/sessions/ID/documents/ID/file and pages: the bytes of a document, with the watermark of who asks where it has one. Nothing but PDF and
// pictures is ever shown in a browser.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { wish } from '../../../shared/kernel/wish.ts'
import { documents, mayRead, type SessionDocument } from '../../../shared/modules/documents/contract.ts'
import { AtDocument, documentApi } from '../../../shared/wire/papers/document-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { serve } from '../../platform/http/serve.ts'
import { answeringFaults, documentFault } from './document-faults.ts'
import type { Documents } from './intake.ts'
import { existingDocument, existingSession, watermarkLines } from './session-documents.ts'
import type { Watermarks } from './watermarks.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly documents: Documents
  readonly watermarks: Watermarks
  readonly now: () => number
  readonly newId: () => string
}
/** Five hundred people of one office may be shown the same pages at once, and go back to others. A watermark takes its time. */
const perNetwork = { points: 2400, seconds: 60 }

export const documentFileRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const limit = limitPerNetwork(perNetwork)
    const { sessions, documents: files, watermarks, newId } = dependencies

    /** What the holder of a link may not read now is withheld; staff of the agency may read everything. */
    async function readable({ caller }: FastifyRequest, at: z.infer<typeof AtDocument>): Promise<SessionDocument> {
      const document = await existingDocument(dependencies, at)
      const participant =
        caller && (await existingSession(dependencies, at.sessionId)).admission.participants[caller.participantId]
      if (participant && !mayRead(document, participant))
        throw new HttpError(403, 'forbidden', 'Only those who are in the room of the session may read this.')
      return document
    }

    /** What is sent of a document: as it is kept or, when it is to have a watermark, always with that of who asks. */
    async function contentOf(request: FastifyRequest, at: z.infer<typeof AtDocument>, part: 'file' | 'shown') {
      const { title, isMarked, ...document } = await readable(request, at)
      const { shown } = document
      if (isMarked) {
        const watermarked =
          shown &&
          (await watermarks.watermarked(at.sessionId, shown, await watermarkLines(dependencies, request, at.sessionId)))
        return watermarked && { ...watermarked, format: 'pdf' as const, name: `${title}.pdf` }
      }
      const stored = document[part]
      const content = stored && (await files.read(at.sessionId, stored.sha256))
      return content && { content, bytes: stored.bytes, format: stored.format, name: `${title}.${stored.format}` }
    }

    /** Hands out the bytes; by a participant, it is noted that they opened the document. */
    async function handOut(request: FastifyRequest, reply: FastifyReply, part: 'file' | 'shown') {
      const at = AtDocument.parse(request.params)
      const sent = await answeringFaults(() => contentOf(request, at, part))
      if (!sent) throw notFound('document')
      if (request.caller) {
        const open = wish(documents, 'open', { documentId: at.documentId })
        const noted = await sessions.dispatch(at.sessionId, actorOf(request), { id: newId(), ...open })
        if (!noted.ok) {
          sent.content.destroy()
          throw rejected(noted.rejection)
        }
      }
      return sendFile(reply, sent, part === 'shown' ? 'inline' : 'attachment')
    }

    serve(api, documentApi.file, { limit, audit: exportByStaff }, async (request, reply) => {
      const { isMarked } = await existingDocument(dependencies, request.params)
      const actor =
        request.caller &&
        (await existingSession(dependencies, request.params.sessionId)).admission.participants[
          request.caller.participantId
        ]
      const isStaff = !actor || actor.role === 'chair' || actor.role === 'secretary'
      if (isMarked && !isStaff) throw documentFault('marked')
      return handOut(request, reply, 'file')
    })

    serve(api, documentApi.pages, { limit, audit: exportByStaff }, async (request, reply) =>
      handOut(request, reply, 'shown'),
    )
  }
