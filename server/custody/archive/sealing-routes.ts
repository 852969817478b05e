// Closed sessions that are not sealed yet: whose minutes are owed, and the word of a person that there will be none (ADR 0082).

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { approval } from '../../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { sealingFacts, sealingMoments } from '../../../shared/projections/sealing.ts'
import type { SessionSealing } from '../../../shared/wire/custody/sealing.ts'
import { sealingApi } from '../../../shared/wire/custody/sealing-api.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly sessionLists: SessionLists
  readonly accounts: Accounts
  readonly law: LawData
  readonly newId: () => string
}

export const sealingRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, sessionLists, accounts, law, newId } = dependencies

    async function shown(sessionId: SessionId): Promise<SessionSealing> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      const facts = sealingFacts(state)
      const unsealed = facts && sealingMoments(facts, await law.calendar())
      return { unsealed, waiver: await waiverOf(state) }
    }

    async function waiverOf({
      session,
      approval: { waiver },
      admission,
    }: SessionState): Promise<SessionSealing['waiver']> {
      if (!waiver) return null
      const { at, by, reason } = waiver
      if (by.kind === 'account')
        return { at, reason, by: (by.accountId && (await accounts.find(by.accountId))?.displayName) || null }
      const personId = by.kind === 'participant' ? admission.participants[by.participantId]?.personId : undefined
      const people = await sessions.people(session.sessionId)
      return { at, reason, by: (personId && people[personId]?.name) || null }
    }

    serve(api, sealingApi.unsealed, async () => {
      const [unsealed, calendar] = await Promise.all([sessionLists.unsealed(), law.calendar()])
      const sessionsShown = unsealed.map(({ summary, facts }) => ({
        session: summary,
        ...sealingMoments(facts, calendar),
      }))
      return { sessions: sessionsShown.toSorted((one, other) => one.minutesDueAt - other.minutesDueAt) }
    })

    serve(api, sealingApi.read, ({ params: { sessionId } }) => shown(sessionId))

    serve(api, sealingApi.waiveMinutes, { audit: null }, async (request) => {
      const { sessionId } = request.params
      if (!(await sessions.state(sessionId))) throw notFound('session')
      const wanted = wish(approval, 'waive', request.body)
      const reply = await sessions.dispatch(sessionId, byAccount(accountOf(request)), { id: newId(), ...wanted })
      if (!reply.ok) throw rejected(reply.rejection)
      return shown(sessionId)
    })
  }
