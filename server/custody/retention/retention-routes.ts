// /api/retention: how long what is kept, what is due, held and erased. For administrators; staff see of each
// session and case until when it is kept and whether it is held.

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { retention as contract, type Subject } from '../../../shared/retention/contract.ts'
import { retentionApi } from '../../../shared/wire/custody/retention-api.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { accessSuspended } from '../../identity/accounts/access-errors.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { readerOf } from '../../identity/accounts/reader.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { keptFrom } from './due.ts'
import type { Retention } from './retention.ts'
import { retentionPage, subjectRetention } from './retention-views.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly retention: Retention
  readonly cases: Cases
  readonly now: () => number
  readonly newId: () => string
  readonly log: FastifyBaseLogger
}

export const retentionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { retention, sessions, cases, newId, log } = dependencies

    /** Throws HttpError. */
    async function dispatch(account: Account, command: Wish): Promise<void> {
      const reply = await retention.dispatch(byAccount(account), command)
      if (!reply.ok) throw rejected(reply.rejection)
    }

    serve(api, retentionApi.page, async (request) => retentionPage(dependencies, accountOf(request).accountId))

    serve(api, retentionApi.addRow, async (request, reply) => {
      await dispatch(accountOf(request), wish(contract, 'addRow', request.body))
      await retention.look()
      return reply.code(204).send()
    })

    serve(api, retentionApi.look, async (_request, reply) => {
      await retention.look()
      return reply.code(204).send()
    })

    serve(api, retentionApi.hold, async (request, reply) => {
      const { subject, reason } = request.body
      const covers = await retention.covered(subject)
      if (!covers) throw notFound(subject.kind)
      await dispatch(accountOf(request), wish(contract, 'hold', { holdId: newId(), subject, covers, reason }))
      return reply.code(204).send()
    })

    serve(api, retentionApi.lift, async (request, reply) => {
      await dispatch(accountOf(request), wish(contract, 'lift', { ...request.params, ...request.body }))
      return reply.code(204).send()
    })

    serve(api, retentionApi.propose, async (request, reply) => {
      const { items: keys, reason } = request.body
      const due = await retention.due()
      const items = keys.map((key) => {
        const found = due?.items.find((item) => item.key === key)
        if (!found)
          throw new HttpError(409, 'retention.not-due', 'Something on the list is not due any more: look at it again.')
        return { class: found.class, subject: found.subject, related: found.related }
      })
      const list = { listId: newId(), ground: 'due', reason, items } as const
      const proposed = await retention.propose(accountOf(request).accountId, list)
      if (!proposed.ok) throw rejected(proposed.rejection)
      return reply.code(204).send()
    })

    serve(api, retentionApi.approve, async (request, reply) => {
      // The password of the second person may have been reset by the first.
      if (readerOf(accountOf(request)) === null) throw accessSuspended()
      const isSecondNeeded = await retention.isSecondNeeded()
      await dispatch(accountOf(request), wish(contract, 'approve', { ...request.params, isSecondNeeded }))
      void retention
        .erase()
        .then(() => retention.look())
        .catch((error: unknown) => log.error({ err: error }, 'an erasure was broken off; it is gone on with'))
      return reply.code(204).send()
    })

    serve(api, retentionApi.decline, async (request, reply) => {
      await dispatch(accountOf(request), wish(contract, 'decline', { ...request.params, ...request.body }))
      return reply.code(204).send()
    })

    const view = (subject: Subject, closedOn: string | null) => subjectRetention(dependencies, subject, closedOn)

    serve(api, retentionApi.ofSession, async ({ params: { sessionId } }) => {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      const { session } = state
      const isClosed = session.status === 'closed' || session.status === 'sealed' || session.status === 'cancelled'
      return view({ kind: 'session', id: sessionId }, isClosed ? keptFrom(session) : null)
    })

    serve(api, retentionApi.ofCase, async ({ params: { caseId } }) => {
      const state = await cases.state(caseId)
      if (!state?.intake.receipt) throw notFound('case')
      const at = state.outcome.closing?.at
      return view({ kind: 'case', id: caseId }, at === undefined ? null : calendarDayOf(at))
    })
  }
