// /api/sessions/ID/protection/waiver: the waiver that somebody who denounces has signed: its scan, that it is there, that it is taken back.
// That a stranger to the visit gets nothing of it is seen to in guard.ts.

import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { protection } from '../../../shared/modules/protection/contract.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { protectionApi } from '../../../shared/wire/hearing/protection-api.ts'
import { maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { answeringFaults, documentFault } from '../../papers/documents/document-faults.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Reception } from '../../reception/day/reception.ts'
import { dispatchTo, protectedSession } from './protected-session.ts'
import { createProtecting } from './protecting.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly documents: Documents
  readonly citizens: Citizens
  readonly reception: Reception
  readonly newId: () => string
}

export const waiverRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { documents: files } = dependencies

    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { files: 1, fields: 0, parts: 1, fileSize: maximumFileBytes + 1 },
    })
    const { takeBackWaiver } = createProtecting(dependencies)

    async function isHere(sessionId: SessionId, sha256: string): Promise<boolean> {
      const content = await files.read({ waiverOf: sessionId }, sha256)
      content?.destroy()
      return content !== null
    }

    serve(api, protectionApi.keepWaiverScan, { isUpload: true }, async (request, reply) => {
      const { sessionId } = request.params
      const { session } = await protectedSession(dependencies, sessionId)
      if (isOver(session.status)) throw rejected({ code: 'session.over', params: {} })
      if (!request.isMultipart()) throw documentFault('no-file')
      const upload = await request.file()
      if (!upload) throw documentFault('no-file')
      const named = { fileName: upload.filename, content: upload.file }
      const taken = await answeringFaults(() =>
        files.takeIn({ waiverOf: sessionId }, named, async ({ file }) => file.sha256),
      )
      return reply.code(201).send({ sha256: taken })
    })

    serve(api, protectionApi.waiverScan, { audit: exportByStaff }, async ({ params: { sessionId } }, reply) => {
      const { waiver } = (await protectedSession(dependencies, sessionId)).protection
      const content = waiver?.sha256 ? await files.read({ waiverOf: sessionId }, waiver.sha256) : null
      if (!content) throw notFound('scan')
      return reply.type('application/octet-stream').header('content-disposition', 'attachment').send(content)
    })

    serve(api, protectionApi.takeBackWaiver, async (request, reply) => {
      await takeBackWaiver(request.params.sessionId, actorOf(request), request.body.reason)
      return reply.code(204).send()
    })

    serve(api, protectionApi.noteWaiver, async (request, reply) => {
      const { sessionId } = request.params
      const { sha256 } = request.body
      if (sha256 !== null && !(await isHere(sessionId, sha256))) throw notFound('scan')
      await dispatchTo(dependencies, sessionId, actorOf(request), wish(protection, 'waive', request.body))
      await files.forget({ waiverOf: sessionId }, async () => new Set(sha256 === null ? [] : [sha256]))
      return reply.code(204).send()
    })
  }
