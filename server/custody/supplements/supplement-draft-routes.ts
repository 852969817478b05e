// /api/sessions/ID/supplements before one is issued: to whom it would go, who signed last, and how its first page would be printed.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { standingVersion } from '../../../shared/modules/supplement/contract.ts'
import type { NamedRecipient } from '../../../shared/projections/issued-paper.ts'
import { IssueProposal } from '../../../shared/wire/issuing.ts'
import { SupplementWish } from '../../../shared/wire/supplements.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { paperSource } from '../../hearing/minutes/paper-source.ts'
import type { LastSignatory } from '../../papers/issued/last-signatory.ts'
import type { SupplementSource } from '../../papers/kinds/supplement-paper.ts'
import type { PaperSource } from '../../papers/session-papers.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
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

const tags = ['minutes']
const AtSession = z.object({ sessionId: SessionId })

export const supplementDraftRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { lastSignatory, recipientsOfMinutes, supplementDraft, pictureOfPaper } = dependencies

    api.get(
      '/sessions/:sessionId/supplements/issue-proposal',
      {
        config: { access: 'staff', isForPart: true, words: 'Nơi nhận', audit: null },
        schema: {
          tags,
          summary: 'Who signed last, and to whom the minutes went: a supplement goes to the same unless it says others',
          params: AtSession,
          response: { 200: IssueProposal },
        },
      },
      async ({ params: { sessionId } }) => {
        const { state } = await paperSource(dependencies, sessionId)
        demandWritable(state)
        const source = await paperSource(dependencies, sessionId, standingVersion(state.approval))
        return { signatory: await lastSignatory.read(), recipients: [...(await recipientsOfMinutes(source))] }
      },
    )

    api.post(
      '/sessions/:sessionId/supplements/picture',
      {
        config: { access: 'staff', isForPart: true, words: 'Biên bản bổ sung, đính chính', audit: exportByStaff },
        schema: {
          tags,
          summary: 'The first page of a supplement as it would be printed now, to be looked at before it is issued',
          params: AtSession,
          body: SupplementWish,
          response: {
            200: { description: 'the picture', content: { 'image/png': { schema: z.custom<Uint8Array>() } } },
          },
        },
      },
      async (request, reply) => {
        const { signatory, ...said } = request.body
        const { state, people, printedAt } = await paperSource(dependencies, request.params.sessionId)
        demandWritable(state, said)
        const source = supplementSource(state, people, said, signatory)
        const pdf = await supplementDraft({ ...source, issue: null, printedAt })
        return reply.type('image/png').send(await pictureOfPaper(pdf))
      },
    )
  }
