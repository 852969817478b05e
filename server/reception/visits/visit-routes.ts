// /api/sessions/ID/…: what officer and citizen do at a reception beyond commands: papers confirmed, whose number no event holds,
// and statements signed by hand, whose drawing none holds either.

import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { CitizenId, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { checkOf, identity } from '../../../shared/modules/identity/contract.ts'
import { statement, statementOf } from '../../../shared/modules/statement/contract.ts'
import { type IdentityFindings, lastDigitsOf } from '../../../shared/wire/reception/identity-findings.ts'
import { visitApi } from '../../../shared/wire/reception/visit-api.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { broughtByReceived } from '../../casework/cases/same-person.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { accessLogActorOf } from '../../identity/citizens/access-log-actor.ts'
import type { CitizenReader, Citizens } from '../../identity/citizens/citizens.ts'
import type { Signatures } from '../../papers/documents/signatures.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { callerOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Appointments } from '../appointments/appointments.ts'
import type { Register } from '../register/register.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly signatures: Signatures
  readonly register: Register
  readonly citizens: Citizens
  readonly appointments: Appointments
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
  readonly newId: () => string
}
const system: ActorReference = { kind: 'system' }

export const visitRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, signatures, newId } = dependencies
    const { confirmIdentity } = identityDesk(dependencies)

    serve(api, visitApi.identify, async (request, reply) => {
      const { sessionId, participantId } = request.params
      await confirmIdentity(sessionId, participantId, request, request.body)
      return reply.code(204).send()
    })

    serve(api, visitApi.earlierCases, async (request) => {
      const state = await sessions.state(request.params.sessionId)
      if (!state) throw notFound('session')
      const purpose = `Lượt tiếp, vụ việc trước, ${state.session.title}`
      return broughtByReceived(dependencies, state, await accessLogActorOf(dependencies, request, state, purpose))
    })

    serve(api, visitApi.sign, async (request, reply) => {
      const { sessionId, statementId } = request.params
      const { version, drawing } = request.body
      const { participantId } = callerOf(request)
      const state = await sessions.state(sessionId)
      if (!state || !statementOf(state.statement.statements, statementId)) throw notFound('statement')
      const sha256 = await signatures.keep(statementId, drawing)
      const sign = wish(statement, 'sign', { statementId, participantId, version, sha256 })
      const answer = await sessions.dispatch(sessionId, system, { id: newId(), ...sign })
      if (!answer.ok) throw rejected(answer.rejection)
      return reply.code(204).send()
    })

    serve(api, visitApi.signature, async ({ params: { sessionId, statementId, sha256 } }) => {
      const state = await sessions.state(sessionId)
      const signed = statementOf(state?.statement.statements ?? [], statementId)?.versions.some(
        ({ outcome }) => outcome?.how === 'drawn' && outcome.sha256 === sha256,
      )
      const drawing = signed ? await signatures.read(statementId, sha256) : null
      if (!drawing) throw notFound('signature')
      return drawing
    })
  }

type Desk = Pick<Dependencies, 'sessions' | 'citizens' | 'appointments' | 'newId'>

function identityDesk(dependencies: Desk) {
  const { sessions, citizens, newId } = dependencies
  /** The citizen’s entry with what the paper says: the one the participant is known by, or a new one. */
  async function keptCitizen(known: CitizenId | undefined, { name, paper }: IdentityFindings, reader: CitizenReader) {
    const fresh = { name, address: null, phone: null, email: null, identity: paper }
    const before = known && (await citizens.read([known], reader)).get(known)
    if (!known || !before) return { citizenId: await citizens.register(fresh), before: null }
    await citizens.change(known, { ...before, name, identity: paper }, reader)
    return { citizenId: known, before }
  }

  async function confirmIdentity(
    sessionId: SessionId,
    participantId: ParticipantId,
    request: FastifyRequest,
    findings: IdentityFindings,
  ): Promise<void> {
    const state = await sessions.state(sessionId)
    const participant = state?.admission.participants[participantId]
    if (!state || !participant) throw notFound('participant')
    // Before anything is touched: a name that was confirmed is not changed, not even for a moment.
    if (!checkOf(state.identity, participantId)) throw rejected({ code: 'identity.not-going-on', params: {} })
    const known = state.identity.citizenIds[participantId]
    const reader = await accessLogActorOf(dependencies, request, state, 'Kiểm tra giấy tờ tại buổi tiếp')
    const { citizenId, before } = await keptCitizen(known, findings, reader)
    const { personKind, papers, paper, name } = findings
    const nameBefore = (await sessions.people(sessionId))[participant.personId]?.name ?? name
    // Who denounces keeps the number they are called by, on every page and in every paper but their own.
    const rename = async (as: string) => {
      if (!state.session.isProtected) await sessions.rename(sessionId, participant.personId, as)
    }
    await rename(name)
    const confirm = wish(identity, 'confirm', {
      participantId,
      citizenId,
      officerId: callerOf(request).participantId,
      personKind,
      papers,
      paper: { kind: paper.kind, lastDigits: lastDigitsOf(paper.number) },
    })
    const answer = await sessions.dispatch(sessionId, system, { id: newId(), ...confirm })
    if (answer.ok) return
    // Whether a command that met a store that is away was written is not known; after a lawful no nothing stays of it.
    if (answer.rejection.code.startsWith('identity.')) {
      await rename(nameBefore)
      if (before) await citizens.change(citizenId, before, reader)
      else await citizens.erase(citizenId, reader)
    }
    throw rejected(answer.rejection)
  }

  return { confirmIdentity }
}
