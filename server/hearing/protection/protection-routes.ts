// /api/sessions/ID/protection: who may read the name of somebody who denounces, who has read it, and the waiver they have signed.
// That a stranger to the visit gets nothing of it is seen to in guard.ts.

import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { protection } from '../../../shared/modules/protection/contract.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { protectionApi } from '../../../shared/wire/hearing/protection-api.ts'
import { maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { WordReads } from '../../identity/citizens/word-reads.ts'
import { answeringFaults, documentFault } from '../../papers/documents/document-faults.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Reception } from '../../reception/day/reception.ts'
import { readerOf } from '../../reception/receipts/paper-access.ts'
import { createProtecting } from './protecting.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly documents: Documents
  readonly citizens: Citizens
  readonly wordReads: WordReads
  readonly reception: Reception
  readonly newId: () => string
}
const mostReads = 200

export const protectionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, citizens, wordReads, documents: files, accounts, newId } = dependencies

    await api.register(multipart, {
      throwFileSizeLimit: false,
      limits: { files: 1, fields: 0, parts: 1, fileSize: maximumFileBytes + 1 },
    })
    const { protectVisit, takeBackWaiver } = createProtecting(dependencies)

    async function protectedSession(sessionId: SessionId): Promise<SessionState> {
      const state = await sessions.state(sessionId)
      if (!state?.session.isProtected) throw notFound('protected session')
      return state
    }

    async function isHere(sessionId: SessionId, sha256: string): Promise<boolean> {
      const content = await files.read({ waiverOf: sessionId }, sha256)
      content?.destroy()
      return content !== null
    }

    async function must(sessionId: SessionId, by: ActorReference, wanted: Wish): Promise<void> {
      if (!(await sessions.state(sessionId))) throw notFound('session')
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
      if (!reply.ok) throw rejected(reply.rejection)
    }

    serve(api, protectionApi.read, async ({ params: { sessionId } }) => {
      const state = await protectedSession(sessionId)
      const [nameOf, staff] = await Promise.all([namesOfStaff(dependencies), accounts.list()])
      const ids = [...new Set(Object.values(state.identity.citizenIds))]
      const [ofWords, ...ofNames] = await Promise.all([
        wordReads.list({ sessionId }, mostReads),
        ...ids.map((id) => citizens.accesses(id, mostReads)),
      ])
      const readerIds = [...new Set(state.protection.readers.map(({ accountId }) => accountId))]
      return {
        readers: readerIds.map((accountId) => ({ accountId, name: nameOf(accountId) })),
        others: staff.flatMap(({ accountId, displayName: name, isEnabled }) =>
          isEnabled && !readerIds.includes(accountId) ? [{ accountId, name }] : [],
        ),
        reads: [...ofWords, ...ofNames.flat()]
          .toSorted((one, other) => other.at - one.at)
          .map(({ at, act, by, purpose }) => ({ at, act, by, purpose, name: nameOf(by) })),
      }
    })

    serve(api, protectionApi.addReader, async (request, reply) => {
      const { sessionId } = request.params
      const { accountId } = request.body
      const state = await protectedSession(sessionId)
      const by = readerOf(request, state)
      if (!by) throw new HttpError(403, 'forbidden', 'Only somebody who may read it names others.')
      if (!(await accounts.find(accountId))?.isEnabled)
        throw new HttpError(404, 'not-found', 'There is no such account, or it is disabled.', { field: 'accountId' })
      const naming = wish(protection, 'nameReader', { accountId, participantId: null })
      await must(sessionId, { kind: 'account', accountId: by }, naming)
      return reply.code(204).send()
    })

    serve(api, protectionApi.protect, async (request, reply) => {
      await protectVisit(request.params.sessionId, actorOf(request))
      return reply.code(204).send()
    })

    serve(api, protectionApi.keepWaiverScan, { isUpload: true }, async (request, reply) => {
      const { sessionId } = request.params
      const { session } = await protectedSession(sessionId)
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
      const { waiver } = (await protectedSession(sessionId)).protection
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
      await must(sessionId, actorOf(request), wish(protection, 'waive', request.body))
      await files.forget({ waiverOf: sessionId }, async () => new Set(sha256 === null ? [] : [sha256]))
      return reply.code(204).send()
    })
  }
