// /api/sessions/ID/protection: who may read the name of somebody who denounces, who has read it, and the waiver they have signed.
// That a stranger to the visit gets nothing of it is seen to in guard.ts.

import type { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { protection } from '../../../shared/modules/protection/contract.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { maximumFileBytes } from '../../../shared/wire/documents.ts'
import { NewReader, Protection, SecrecyWaiver, WaiverScan, WaiverTakenBack } from '../../../shared/wire/protection.ts'
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

const tags = ['reception']
const AtSession = z.object({ sessionId: SessionId })
const nothing = { 204: z.undefined() }
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

    api.get(
      '/sessions/:sessionId/protection',
      {
        config: { access: 'staffOrRecordKeeper', words: null },
        schema: {
          tags,
          summary: 'Who may read who denounces, and who has',
          params: AtSession,
          response: { 200: Protection },
        },
      },
      async ({ params: { sessionId } }) => {
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
      },
    )

    api.post(
      '/sessions/:sessionId/protection/readers',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'Let one more account read who denounces',
          description: 'By an account that may read it itself.',
          params: AtSession,
          body: NewReader,
          response: nothing,
        },
      },
      async (request, reply) => {
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
      },
    )

    api.post(
      '/sessions/:sessionId/protection',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'Protect a visit that has turned out to be a denunciation',
          description: 'From then on; what was written before stays as it was written.',
          params: AtSession,
          response: nothing,
        },
      },
      async (request, reply) => {
        await protectVisit(request.params.sessionId, actorOf(request))
        return reply.code(204).send()
      },
    )

    api.post(
      '/sessions/:sessionId/protection/waiver-scan',
      {
        config: { access: 'staffOrRecordKeeper', isUpload: true },
        schema: {
          tags,
          summary: 'Take in the scan of the paper in which the denouncer agrees',
          description:
            'One file as multipart/form-data, checked as documents are. It is kept once a waiver with its SHA-256 is noted.',
          consumes: ['multipart/form-data'],
          params: AtSession,
          response: { 201: WaiverScan },
        },
      },
      async (request, reply) => {
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
      },
    )

    api.get(
      '/sessions/:sessionId/protection/waiver-scan',
      {
        config: { access: 'staffOrRecordKeeper', words: 'Bản chụp văn bản đồng ý', audit: exportByStaff },
        schema: {
          tags,
          summary: 'The scan of the paper in which the denouncer agrees',
          params: AtSession,
          response: { 200: { description: 'the file', content: { '*/*': { schema: z.custom<Readable>() } } } },
        },
      },
      async ({ params: { sessionId } }, reply) => {
        const { waiver } = (await protectedSession(sessionId)).protection
        const content = waiver?.sha256 ? await files.read({ waiverOf: sessionId }, waiver.sha256) : null
        if (!content) throw notFound('scan')
        return reply.type('application/octet-stream').header('content-disposition', 'attachment').send(content)
      },
    )

    api.post(
      '/sessions/:sessionId/protection/waiver/taking-back',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'Note that the denouncer no longer agrees',
          description: 'Branch sites and observers are sent out, and cannot be called in any more.',
          params: AtSession,
          body: WaiverTakenBack,
          response: nothing,
        },
      },
      async (request, reply) => {
        await takeBackWaiver(request.params.sessionId, actorOf(request), request.body.reason)
        return reply.code(204).send()
      },
    )

    api.put(
      '/sessions/:sessionId/protection/waiver',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'Note the paper in which the denouncer agrees that others take part',
          params: AtSession,
          body: SecrecyWaiver,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { sessionId } = request.params
        const { sha256 } = request.body
        if (sha256 !== null && !(await isHere(sessionId, sha256))) throw notFound('scan')
        await must(sessionId, actorOf(request), wish(protection, 'waive', request.body))
        await files.forget({ waiverOf: sessionId }, async () => new Set(sha256 === null ? [] : [sha256]))
        return reply.code(204).send()
      },
    )
  }
