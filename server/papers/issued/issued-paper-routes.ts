// Issued papers: whether one is genuine, for anybody who holds it; and those of a session, with what became of them, for staff.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { issuedPaperApi } from '../../../shared/wire/papers/issued-paper-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { noteFailedCode } from '../../platform/http/failed-codes.ts'
import { tooMany } from '../../platform/http/rate-limits.ts'
import { byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { IssuedPapers } from './issued-papers.ts'
import { withdrawPaper } from './withdrawals.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly issuedPapers: IssuedPapers
  readonly metrics: Metrics
  readonly newId: () => string
}

export const issuedPaperRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { issuedPapers } = dependencies
    serve(api, issuedPaperApi.verify, async (request) => {
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
    })

    serve(api, issuedPaperApi.list, async ({ params: { sessionId } }) => ({
      papers: await issuedPapers.ofSession(sessionId),
    }))

    serve(api, issuedPaperApi.withdraw, async ({ params: { sessionId, code }, body, account }, reply) => {
      const by = account ? byAccount(account) : ({ kind: 'system' } as const)
      if (!(await withdrawPaper(dependencies, sessionId, by, code, body)))
        throw new HttpError(409, 'verification.stands-no-more', 'There is no such paper, or it was withdrawn before.')
      return reply.code(204).send()
    })
  }
