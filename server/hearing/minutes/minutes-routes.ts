// /api/sessions/ID/minutes: the text of the minutes for those who keep them, its signing and its issue under a number.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate } from '../../../shared/kernel/aggregate.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { approval, type PaperKind } from '../../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { NamedRecipient } from '../../../shared/projections/issued-paper.ts'
import { minutesApi } from '../../../shared/wire/hearing/minutes-api.ts'
import type { MinutesText } from '../../../shared/wire/hearing/minutes-text.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { IssuedPapers } from '../../papers/issued/issued-papers.ts'
import { issuePaper } from '../../papers/issued/issuing.ts'
import type { LastSignatory } from '../../papers/issued/last-signatory.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import type { PaperSource, Printers } from '../../papers/session-papers.ts'
import { rejected } from '../../platform/http/errors.ts'
import { byAccount, callerOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
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
const system: ActorReference = { kind: 'system' }

export const minutesRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, minutesText, recipientsToPropose, lastSignatory, newId } = dependencies

    serve(api, minutesApi.read, async ({ params: { sessionId } }) =>
      minutesText(await paperSource(dependencies, sessionId)),
    )

    serve(api, minutesApi.sign, async (request, reply) => {
      const { sessionId } = request.params
      const { sha256 } = request.body
      const { participantId } = callerOf(request)
      const source = await paperSource(dependencies, sessionId)
      if ((await minutesText(source)).sha256 !== sha256) throw rejected({ code: 'approval.other-text', params: {} })
      const signing = wish(approval, 'sign', { participantId, sha256 })
      const answer = await sessions.dispatch(sessionId, system, { id: newId(), ...signing })
      if (!answer.ok) throw rejected(answer.rejection)
      return reply.code(204).send()
    })

    serve(api, minutesApi.issueProposal, async ({ params: { sessionId }, query: { paper } }) => {
      const source = await paperSource(dependencies, sessionId)
      const signatory = paper === 'conclusions' ? await lastSignatory.read() : null
      return { signatory, recipients: await recipientsToPropose(source, paper) }
    })

    serve(api, minutesApi.issue, async (request) => {
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
    })
  }
