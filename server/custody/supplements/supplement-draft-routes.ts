// /api/sessions/ID/supplements before one is issued: to whom it would go, who signed last, and how its first page would be printed.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { standingVersion } from '../../../shared/modules/supplement/contract.ts'
import type { NamedRecipient } from '../../../shared/projections/issued-paper.ts'
import { supplementDraftApi } from '../../../shared/wire/custody/supplement-draft-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { paperSource } from '../../hearing/minutes/paper-source.ts'
import type { LastSignatory } from '../../papers/issued/last-signatory.ts'
import type { SupplementSource } from '../../papers/kinds/supplement-paper.ts'
import type { PaperSource } from '../../papers/session-papers.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import { serve } from '../../platform/http/serve.ts'
import { demandWritable, supplementSource } from './supplement-files.ts'

interface Dependencies {
  readonly sessions: Sessions
  /** Of minutes that were issued. */
  readonly recipientsOfMinutes: (source: PaperSource) => Promise<readonly NamedRecipient[]>
  readonly lastSignatory: LastSignatory
  /** PDF, before it has a number. */
  readonly supplementDraft: (source: SupplementSource) => Promise<Uint8Array>
  /** Of its first page, PNG. */
  readonly pictureOfPaper: (pdf: Uint8Array) => Promise<Uint8Array>
  readonly now: () => number
}

export const supplementDraftRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { lastSignatory, recipientsOfMinutes, supplementDraft, pictureOfPaper } = dependencies

    serve(api, supplementDraftApi.issueProposal, { audit: null }, async ({ params: { sessionId } }) => {
      const { state } = await paperSource(dependencies, sessionId)
      demandWritable(state)
      const source = await paperSource(dependencies, sessionId, standingVersion(state.approval))
      return { signatory: await lastSignatory.read(), recipients: [...(await recipientsOfMinutes(source))] }
    })

    serve(api, supplementDraftApi.picture, { audit: exportByStaff }, async (request, reply) => {
      const { signatory, ...said } = request.body
      const { state, people, printedAt } = await paperSource(dependencies, request.params.sessionId)
      demandWritable(state, said)
      const source = supplementSource(state, people, said, signatory)
      const pdf = await supplementDraft({ ...source, issue: null, printedAt })
      return reply.type(mediaTypes.png).send(await pictureOfPaper(pdf))
    })
  }
