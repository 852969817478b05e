// Issued papers: whether one is genuine, for anybody who holds it; and those of a session, with what became of them, for staff.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { ListedPapers, VerificationQuestion, VerifiedPaper, Withdrawal } from '../../../shared/wire/issued-papers.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { noteFailedCode } from '../../platform/http/failed-codes.ts'
import { tooMany } from '../../platform/http/rate-limits.ts'
import { byAccount } from '../../platform/http/route-access.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { IssuedPapers } from './issued-papers.ts'
import { withdrawPaper } from './withdrawals.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly issuedPapers: IssuedPapers
  readonly metrics: Metrics
  readonly newId: () => string
}

const tags = ['issued papers']

export const issuedPaperRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { issuedPapers } = dependencies
    api.post(
      '/verified-papers',
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'Whether an issued paper is genuine, by the code on it',
          description: 'Number, day, hash and whether it still stands; nothing of what it is about.',
          body: VerificationQuestion,
          response: { 200: VerifiedPaper },
        },
      },
      async (request) => {
        const checked = await issuedPapers.check(request.body.code, request.ip)
        if (checked.kind === 'too-many') {
          noteFailedCode(dependencies, request, { door: 'paper', outcome: 'locked' })
          throw tooMany(checked.retryAfterMs)
        }
        if (checked.kind === 'unknown') {
          noteFailedCode(dependencies, request, { door: 'paper', outcome: 'unknown' })
          throw new HttpError(404, 'verification.unknown', 'No paper was issued under this code. Check the code.')
        }
        const { number, year, issuedOn, sha256, standing } = checked.paper
        return { number, year, issuedOn, sha256, standing }
      },
    )

    api.get(
      '/sessions/:sessionId/issued-papers',
      {
        config: { access: 'staffOrRecordKeeper', words: null },
        schema: {
          tags,
          summary: 'The papers a session has issued',
          params: z.object({ sessionId: SessionId }),
          response: { 200: ListedPapers },
        },
      },
      async ({ params: { sessionId } }) => ({ papers: await issuedPapers.ofSession(sessionId) }),
    )

    api.post(
      '/sessions/:sessionId/issued-papers/:code/withdrawal',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'Say that an issued paper stands no more, or which one takes its place',
          params: z.object({ sessionId: SessionId, code: z.string().max(60) }),
          body: Withdrawal,
          response: { 204: z.undefined() },
        },
      },
      async ({ params: { sessionId, code }, body, account }, reply) => {
        const by = account ? byAccount(account) : ({ kind: 'system' } as const)
        if (!(await withdrawPaper(dependencies, sessionId, by, code, body)))
          throw new HttpError(409, 'verification.stands-no-more', 'There is no such paper, or it was withdrawn before.')
        return reply.code(204).send()
      },
    )
  }
