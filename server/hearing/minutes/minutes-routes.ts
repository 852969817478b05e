// /api/sessions/ID/minutes: the text of the minutes for those who keep them, its signing and its issue under a number.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate } from '../../../shared/kernel/aggregate.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { approval, PaperKind, Sha256 } from '../../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { NamedRecipient } from '../../../shared/projections/issued-paper.ts'
import { IssueProposal, IssueWish } from '../../../shared/wire/issuing.ts'
import { IssuedPaper, MinutesText } from '../../../shared/wire/minutes-text.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { IssuedPapers } from '../../papers/issued/issued-papers.ts'
import { issuePaper } from '../../papers/issued/issuing.ts'
import type { LastSignatory } from '../../papers/issued/last-signatory.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import type { PaperSource, Printers } from '../../papers/session-papers.ts'
import { rejected } from '../../platform/http/errors.ts'
import { byAccount, callerOf } from '../../platform/http/route-access.ts'
import type { Appointments } from '../../reception/appointments/appointments.ts'
import { issuedMinutes, replaceEarlier } from './issued-minutes.ts'
import { paperSource, withPartyPapers } from './paper-source.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly aggregate: Aggregate<SessionState>
  readonly minutesText: (source: PaperSource) => Promise<MinutesText>
  readonly recipientsToPropose: (source: PaperSource, paper: PaperKind) => Promise<NamedRecipient[]>
  readonly lastSignatory: LastSignatory
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
  readonly numbers: Numbers
  readonly citizens: Citizens
  readonly appointments: Appointments
  readonly now: () => number
  readonly newId: () => string
}

const tags = ['minutes']
const AtSession = z.object({ sessionId: SessionId })
const system: ActorReference = { kind: 'system' }

export const minutesRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, minutesText, recipientsToPropose, lastSignatory, newId } = dependencies

    api.get(
      '/sessions/:sessionId/minutes',
      {
        config: { access: 'staffOrRecordKeeper', words: 'Biên bản' },
        schema: {
          tags,
          summary: 'The minutes as they stand, line by line',
          description: 'For staff, and for the chair and the secretary by their own link.',
          params: AtSession,
          response: { 200: MinutesText },
        },
      },
      async ({ params: { sessionId } }) => minutesText(await paperSource(dependencies, sessionId)),
    )

    api.post(
      '/sessions/:sessionId/minutes/signature',
      {
        config: { access: 'recordKeeper' },
        schema: {
          tags,
          summary: 'Sign the minutes, as the secretary or the chair',
          description: 'With the SHA-256 of the text that was read; refused when the text is another one by now.',
          params: AtSession,
          body: z.object({ sha256: Sha256 }),
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { sessionId } = request.params
        const { sha256 } = request.body
        const { participantId } = callerOf(request)
        const source = await paperSource(dependencies, sessionId)
        if ((await minutesText(source)).sha256 !== sha256) throw rejected({ code: 'approval.other-text', params: {} })
        const signing = wish(approval, 'sign', { participantId, sha256 })
        const answer = await sessions.dispatch(sessionId, system, { id: newId(), ...signing })
        if (!answer.ok) throw rejected(answer.rejection)
        return reply.code(204).send()
      },
    )

    api.get(
      '/sessions/:sessionId/minutes/issue-proposal',
      {
        config: { access: 'staffOrRecordKeeper', words: 'Nơi nhận' },
        schema: {
          tags,
          summary: 'Who signed last, and to whom a paper would go',
          params: AtSession,
          querystring: z.object({ paper: PaperKind }),
          response: { 200: IssueProposal },
        },
      },
      async ({ params: { sessionId }, query: { paper } }) => {
        const source = await paperSource(dependencies, sessionId)
        const signatory = paper === 'conclusions' ? await lastSignatory.read() : null
        return { signatory, recipients: await recipientsToPropose(source, paper) }
      },
    )

    api.post(
      '/sessions/:sessionId/minutes/issue',
      {
        config: { access: 'staffOrRecordKeeper' },
        schema: {
          tags,
          summary: 'Issue the signed minutes, or the notice of conclusions, under the next number',
          params: AtSession,
          body: IssueWish,
          response: { 200: IssuedPaper },
        },
      },
      async (request) => {
        const byParticipantId = request.caller?.participantId ?? null
        const by = request.account ? byAccount(request.account) : system
        const { sessionId } = request.params
        const { paper } = request.body
        const issued = await issuePaper(dependencies, sessionId, request.body, { by, byParticipantId })
        const plain = await paperSource(dependencies, sessionId)
        const source = await withPartyPapers(dependencies, plain, request)
        await issuedMinutes(dependencies, source, paper, 'pdf')
        await replaceEarlier(dependencies, source.state, paper, issued, by)
        return issued
      },
    )
  }
