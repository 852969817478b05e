// /api/sessions/ID/documents: files handed in and handed out. Nothing but PDF and pictures is ever shown in a browser.

import multipart from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { DocumentId, type SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { documentOf, documents, mayRead, type SessionDocument } from '../../../shared/modules/documents/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { siteOf } from '../../../shared/modules/sites/contract.ts'
import { AtDocument, documentApi } from '../../../shared/wire/papers/document-api.ts'
import { type ListedDocument, maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { demandHandled } from '../../identity/secrecy/secrecy-rule.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { serve } from '../../platform/http/serve.ts'
import { clock, shortDate } from '../model/times.ts'
import { answeringFaults, documentFault } from './document-faults.ts'
import type { Documents } from './intake.ts'
import type { Marks } from './marks.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly documents: Documents
  readonly marks: Marks
  readonly secrecyGate: SecrecyGate
  readonly now: () => number
  readonly newId: () => string
}
/** Five hundred people of one office may be shown the same pages at once, and go back to others. A mark takes its time. */
const perNetwork = { points: 2400, seconds: 60 }
/** Of the form around the file. */
const mostFormBytes = 16 * 1024

export const documentRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const limit = limitPerNetwork(perNetwork)
    const { sessions, documents: files, marks, now, newId } = dependencies
    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { files: 1, fields: 0, parts: 1, fileSize: maximumFileBytes + 1 },
    })

    async function existing(sessionId: SessionId): Promise<SessionState> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state
    }

    async function found({ sessionId, documentId }: z.infer<typeof AtDocument>): Promise<SessionDocument> {
      const document = documentOf((await existing(sessionId)).documents.documents, documentId)
      if (!document) throw notFound('document')
      return document
    }

    async function listed({ sessionId, documentId }: z.infer<typeof AtDocument>): Promise<ListedDocument> {
      const { documents: all } = await existing(sessionId)
      const one = listOf(all).find((document) => document.documentId === documentId)
      if (!one) throw notFound('document')
      return one
    }

    /** What the holder of a link may not read now is withheld; staff of the agency may read everything. */
    async function readable({ caller }: FastifyRequest, at: z.infer<typeof AtDocument>): Promise<SessionDocument> {
      const document = await found(at)
      const participant = caller && (await existing(at.sessionId)).admission.participants[caller.participantId]
      if (participant && !mayRead(document, participant))
        throw new HttpError(403, 'forbidden', 'Only those who are in the room of the session may read this.')
      return document
    }

    /** The lines of the mark: who looks, from where, and when. */
    async function markOf({ account, caller }: FastifyRequest, sessionId: SessionId): Promise<string[]> {
      const when = `${clock(now())} ${shortDate(now())}`
      if (!caller) return [account?.displayName ?? '', when]
      const [state, people] = await Promise.all([existing(sessionId), sessions.people(sessionId)])
      const participant = state.admission.participants[caller.participantId]
      const name = participant && people[participant.personId]?.name
      // Of whom nobody can say any more who they are, the id is left.
      const who = [name ?? caller.participantId, siteOf(state.sites.sites, participant?.siteId ?? null)?.name]
      return [who.filter(Boolean).join(' · '), when]
    }

    /** What is sent of a document: as it is kept or, when it is marked, always with the mark of who asks. */
    async function contentOf(request: FastifyRequest, at: z.infer<typeof AtDocument>, part: 'file' | 'shown') {
      const { title, isMarked, ...document } = await readable(request, at)
      const { shown } = document
      if (isMarked) {
        const marked = shown && (await marks.marked(at.sessionId, shown, await markOf(request, at.sessionId)))
        return marked && { ...marked, format: 'pdf' as const, name: `${title}.pdf` }
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

    /** Nothing is marked whose mark could not be set: better said now than to those who want to read. */
    async function tryMark(request: FastifyRequest, sessionId: SessionId, shown: SessionDocument['shown']) {
      const marked = shown && (await marks.marked(sessionId, shown, await markOf(request, sessionId)))
      marked?.content.destroy()
    }

    serve(api, documentApi.list, async ({ params: { sessionId } }) => ({
      documents: listOf((await existing(sessionId)).documents),
    }))

    serve(api, documentApi.add, { isUpload: true }, async (request, reply) => {
      const { sessionId } = request.params
      const { session, documents: before } = await existing(sessionId)
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
          if (settings.isMarked) await tryMark(request, sessionId, taken.shown)
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
      const { shown, isMarked } = await found(request.params)
      demandHandled(dependencies, request.body.secrecy)
      if (request.body.isMarked && !isMarked) await answeringFaults(() => tryMark(request, sessionId, shown))
      const change = wish(documents, 'change', { documentId, ...request.body })
      const done = await sessions.dispatch(sessionId, actorOf(request), { id: newId(), ...change })
      if (!done.ok) throw rejected(done.rejection)
      return listed(request.params)
    })

    serve(api, documentApi.remove, async (request, reply) => {
      const { sessionId, documentId } = request.params
      await found(request.params)
      const remove = wish(documents, 'remove', { documentId })
      const done = await sessions.dispatch(sessionId, actorOf(request), { id: newId(), ...remove })
      if (!done.ok) throw rejected(done.rejection)
      await files.forget(sessionId, async () => hashesOf((await existing(sessionId)).documents.documents))
      return reply.code(204).send()
    })

    serve(api, documentApi.file, { limit, audit: exportByStaff }, async (request, reply) => {
      const { isMarked } = await found(request.params)
      const actor =
        request.caller &&
        (await existing(request.params.sessionId)).admission.participants[request.caller.participantId]
      const isStaff = !actor || actor.role === 'chair' || actor.role === 'secretary'
      if (isMarked && !isStaff) throw documentFault('marked')
      return handOut(request, reply, 'file')
    })

    serve(api, documentApi.pages, { limit, audit: exportByStaff }, async (request, reply) =>
      handOut(request, reply, 'shown'),
    )
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
