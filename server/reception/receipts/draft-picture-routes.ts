// /api/sessions/ID/…/picture: the first page of a receipt or of a notice of refusal as it would be issued now, so that a slip is seen before a number
// is taken. That of minutes and notices of conclusions: paper-routes.ts (ADR 0088).

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { isConfirmed } from '../../../shared/modules/identity/contract.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import { draftPictureApi } from '../../../shared/wire/reception/draft-picture-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { InstalledAgency } from '../../papers/agency/agency.ts'
import type { DraftPrinters } from '../../papers/session-papers.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { callerOf } from '../../platform/http/route-access.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from '../appointments/appointments.ts'
import { nameOf } from '../refusals/refusal-notice-routes.ts'
import { knownForDraft } from './citizen-papers.ts'
import { officerOf } from './receipt-routes.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly printDraft: DraftPrinters
  readonly citizens: Citizens
  readonly appointments: Appointments
  readonly agency: InstalledAgency
  /** Of its first page, PNG. */
  readonly pictureOfPaper: (pdf: Uint8Array) => Promise<Uint8Array>
  readonly now: () => number
}

export const draftPictureRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, agency, printDraft, pictureOfPaper, now } = dependencies
    const knownOf = knownForDraft(dependencies)
    async function stateOf(sessionId: SessionId) {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      // Else its issue would be refused once everything has been looked at.
      await agency.demand()
      return state
    }

    serve(api, draftPictureApi.receipt, { audit: exportByStaff }, async (request, reply) => {
      const { sessionId, participantId } = request.params
      const state = await stateOf(sessionId)
      const papers = state.receipt.pending.filter((paper) => paper.participantId === participantId)
      if (papers.length === 0) throw rejected({ code: 'receipt.nothing', params: {} })
      if (!isConfirmed(state.identity, participantId)) throw rejected({ code: 'receipt.unconfirmed', params: {} })
      const { people, citizen } = await knownOf(state, participantId, 'Giấy biên nhận', request)
      const officer = officerOf(state, callerOf(request).participantId, people)
      const receipt = { number: null, issuedAt: now(), papers }
      const pdf = await printDraft.receipt({ receipt, place: state.session.place, officer, citizen })
      return reply.type(mediaTypes.png).send(await pictureOfPaper(pdf))
    })

    serve(api, draftPictureApi.refusalNotice, { audit: exportByStaff }, async (request, reply) => {
      const { participantId, explainedAt, matter, reason, citation, signatory } = request.body
      const state = await stateOf(request.params.sessionId)
      const isRefused = state.visit.refusals.some(
        (one) => one.participantId === participantId && one.explainedAt === explainedAt,
      )
      if (!isRefused) throw notFound('refusal')
      const known = await knownOf(state, participantId, 'Thông báo từ chối', request)
      const pdf = await printDraft.refusalNotice({
        notice: { number: null, issuedAt: now(), explainedAt, matter, reason, citation },
        place: state.session.place,
        name: nameOf(state, participantId, known),
        citizen: known.citizen,
        signatory,
      })
      return reply.type(mediaTypes.png).send(await pictureOfPaper(pdf))
    })
  }
