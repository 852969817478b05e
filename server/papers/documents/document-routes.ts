// /api/sessions/ID/documents: files handed in, listed, changed and removed. document-file-routes.ts hands them out.

import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { DocumentId, type SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { documents, type SessionDocument } from '../../../shared/modules/documents/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { type AtDocument, documentApi } from '../../../shared/wire/papers/document-api.ts'
import { type ListedDocument, maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { demandHandled } from '../../identity/secrecy/secrecy-rule.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { answeringFaults, documentFault } from './document-faults.ts'
import type { Documents } from './intake.ts'
import { existingDocument, existingSession, watermarkLines } from './session-documents.ts'
import type { Watermarks } from './watermarks.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly documents: Documents
  readonly watermarks: Watermarks
  readonly secrecyGate: SecrecyGate
  readonly now: () => number
  readonly newId: () => string
}
/** Of the form around the file. */
const mostFormBytes = 16 * 1024

export const documentRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, documents: files, watermarks, newId } = dependencies
    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { files: 1, fields: 0, parts: 1, fileSize: maximumFileBytes + 1 },
    })

    async function listed({ sessionId, documentId }: z.infer<typeof AtDocument>): Promise<ListedDocument> {
      const { documents: all } = await existingSession(dependencies, sessionId)
      const one = listOf(all).find((document) => document.documentId === documentId)
      if (!one) throw notFound('document')
      return one
    }

    /** No watermark is promised that could not be set: better said now than to those who want to read. */
    async function tryWatermark(request: FastifyRequest, sessionId: SessionId, shown: SessionDocument['shown']) {
      const watermarked =
        shown &&
        (await watermarks.watermarked(sessionId, shown, await watermarkLines(dependencies, request, sessionId)))
      watermarked?.content.destroy()
    }

    serve(api, documentApi.list, async ({ params: { sessionId } }) => ({
      documents: listOf((await existingSession(dependencies, sessionId)).documents),
    }))

    serve(api, documentApi.add, { isUpload: true }, async (request, reply) => {
      const { sessionId } = request.params
      const { session, documents: before } = await existingSession(dependencies, sessionId)
      if (Number(request.headers['content-length'] ?? 0) > maximumFileBytes + mostFormBytes)
        throw documentFault('too-large')
      if (!request.isMultipart()) throw documentFault('no-file')
      const upload = await request.file()
      if (!upload) throw documentFault('no-file')
      const documentId = DocumentId.parse(newId())
      const { itemId = null, secrecy = session.secrecy, ...settings } = request.query
      demandHandled(dependencies, secrecy)
      await answeringFaults(() =>
        files.takeIn(sessionId, { fileName: upload.filename, content: upload.file }, async (taken) => {
          if (settings.isMarked) await tryWatermark(request, sessionId, taken.shown)
          // The name of a file often is the name of who wrote it.
          const title = session.isProtected ? `Tài liệu ${before.documents.length + 1}` : taken.title
          const document = { documentId, itemId, secrecy, ...settings, ...taken, title, addedBy: actorOf(request) }
          const add = wish(documents, 'add', document)
          const added = await sessions.dispatch(sessionId, { kind: 'system' }, { id: newId(), ...add })
          if (!added.ok) throw rejected(added.rejection)
        }),
      )
      return reply.code(201).send(await listed({ sessionId, documentId }))
    })

    serve(api, documentApi.change, async (request) => {
      const { sessionId, documentId } = request.params
      const { shown, isMarked } = await existingDocument(dependencies, request.params)
      demandHandled(dependencies, request.body.secrecy)
      if (request.body.isMarked && !isMarked) await answeringFaults(() => tryWatermark(request, sessionId, shown))
      const change = wish(documents, 'change', { documentId, ...request.body })
      const done = await sessions.dispatch(sessionId, actorOf(request), { id: newId(), ...change })
      if (!done.ok) throw rejected(done.rejection)
      return listed(request.params)
    })

    serve(api, documentApi.remove, async (request, reply) => {
      const { sessionId, documentId } = request.params
      await existingDocument(dependencies, request.params)
      const remove = wish(documents, 'remove', { documentId })
      const done = await sessions.dispatch(sessionId, actorOf(request), { id: newId(), ...remove })
      if (!done.ok) throw rejected(done.rejection)
      await files.forget(sessionId, async () =>
        hashesOf((await existingSession(dependencies, sessionId)).documents.documents),
      )
      return reply.code(204).send()
    })
  }

function listOf({ documents: all, readings }: SessionState['documents']): ListedDocument[] {
  const count = (record: object | undefined) => Object.keys(record ?? {}).length
  return all.map((document) => {
    const reading = readings[document.documentId]
    return {
      ...document,
      openedCount: count(reading?.openedAt),
      acknowledgedCount: count(reading?.acknowledgedAt) + count(reading?.delegates),
    }
  })
}

const hashesOf = (all: readonly SessionDocument[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ file, shown }) => (shown ? [file.sha256, shown.sha256] : [file.sha256])))
