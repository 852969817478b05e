// /api/sessions/ID/readiness: what staff note before a session opens.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate, Wish } from '../../../shared/kernel/aggregate.ts'
import { PersonId, type SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isKnownOf, readiness } from '../../../shared/modules/readiness/contract.ts'
import type { NewSiteConnection, SessionReadiness } from '../../../shared/wire/hearing/readiness.ts'
import { readinessApi } from '../../../shared/wire/hearing/readiness-api.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Links } from '../../identity/links/links.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { perform, register, rehearse } from '../scheduling/scheduling.ts'
import { readinessOf } from '../scheduling/session-views.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly aggregate: Aggregate<SessionState>
  readonly accounts: Accounts
  readonly links: Links
  readonly law: LawData
  readonly secrecyGate: SecrecyGate
  readonly now: () => number
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
}

export const readinessRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, accounts, newId } = dependencies
    async function shown(sessionId: SessionId): Promise<SessionReadiness> {
      const [state, people, staff] = await Promise.all([
        sessions.state(sessionId),
        sessions.people(sessionId),
        accounts.list(),
      ])
      if (!state) throw notFound('session')
      const names = new Map(staff.map(({ accountId, displayName }) => [accountId, displayName]))
      const nameOf = (by: ActorReference): string | null => {
        if (by.kind === 'account') return names.get(by.accountId) ?? null
        const participant = by.kind === 'participant' ? state.admission.participants[by.participantId] : undefined
        return (participant && people[participant.personId]?.name) ?? null
      }
      const inUse = sessions.health().find((running) => running.state.session.sessionId === sessionId)
      return readinessOf(state, nameOf, people, inUse?.health.lacking ?? [])
    }

    async function note(sessionId: SessionId, by: ActorReference, noted: Wish): Promise<SessionReadiness> {
      if (!(await sessions.state(sessionId))) throw notFound('session')
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...noted })
      if (!reply.ok) throw rejected(reply.rejection)
      return shown(sessionId)
    }

    /** In the name of whoever is signed in, which is kept with the people of the session; nothing is written when it is refused. */
    async function confirmByHand(sessionId: SessionId, account: Account, { siteId, reason }: NewSiteConnection) {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      if (isKnownOf(state.readiness, siteId)) return
      const by = byAccount(account)
      const stepsAs = (personId: PersonId) => [
        { wish: wish(readiness, 'recordSiteConnected', { siteId, reason, personId }) },
      ]
      await rehearse(dependencies, state, by, stepsAs(PersonId.parse(newId())))
      const [personId] = await register(sessions, sessionId, [{ name: account.displayName, title: null }])
      if (personId) await perform(dependencies, sessionId, by, stepsAs(personId))
    }

    serve(api, readinessApi.read, ({ params: { sessionId } }) => shown(sessionId))

    serve(api, readinessApi.recordNotice, (request) =>
      note(request.params.sessionId, byAccount(accountOf(request)), wish(readiness, 'recordNotice', {})),
    )

    serve(api, readinessApi.recordTest, (request) =>
      note(
        request.params.sessionId,
        byAccount(accountOf(request)),
        wish(readiness, 'recordConnectionTest', request.body),
      ),
    )

    serve(api, readinessApi.recordConnected, async (request) => {
      const { sessionId } = request.params
      await confirmByHand(sessionId, accountOf(request), request.body)
      return shown(sessionId)
    })
  }
