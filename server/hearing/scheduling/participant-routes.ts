// /api/sessions/ID/participants and /links: who is invited, and the personal links that open the door.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Aggregate } from '../../../shared/kernel/aggregate.ts'
import { LinkId, type SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { admission, type Participant } from '../../../shared/modules/admission/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import { participantApi } from '../../../shared/wire/hearing/participant-api.ts'
import type { ParticipantLink } from '../../../shared/wire/hearing/sessions.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Links } from '../../identity/links/links.ts'
import { linkExpiresAt } from '../../identity/links/links.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import { noteLookAtLinks } from '../invitations/link-looks.ts'
import type { Mail } from '../invitations/mail.ts'
import { inviteOne } from './scheduling.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly aggregate: Aggregate<SessionState>
  readonly links: Links
  readonly mail: Mail
  readonly law: LawData
  readonly secrecyGate: SecrecyGate
  readonly now: () => number
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
}

export const participantRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, links, mail, now, newId } = dependencies

    async function existing(sessionId: SessionId): Promise<SessionState> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state
    }

    /** Signed anew from the state; null: the link was revoked. */
    async function linkOf(
      { session }: SessionState,
      people: People,
      { participantId, personId, role, siteId, linkId }: Participant,
    ): Promise<ParticipantLink | null> {
      if (linkId === null) return null
      const caller = { sessionId: session.sessionId, participantId, linkId }
      const link = await links.address(caller, linkExpiresAt(session, now()))
      return { participantId, name: people[personId]?.name ?? '', role, siteId, link }
    }

    serve(api, participantApi.invite, { audit: 'link.take' }, async (request, reply) => {
      const by = byAccount(accountOf(request))
      const { sessionId } = request.params
      const invited = await inviteOne(dependencies, by, sessionId, request.body)
      await noteLookAtLinks(dependencies, request, sessionId, { way: 'list', participantId: invited.participantId })
      return reply.code(201).send(invited)
    })

    serve(api, participantApi.links, { audit: 'link.take' }, async (request) => {
      const { sessionId } = request.params
      await noteLookAtLinks(dependencies, request, sessionId, { way: 'list', participantId: null })
      const [state, people] = await Promise.all([existing(sessionId), sessions.people(sessionId)])
      const invited = Object.values(state.admission.participants)
      const all = await Promise.all(invited.map((participant) => linkOf(state, people, participant)))
      return { participants: all.filter((link) => link !== null) }
    })

    serve(api, participantApi.replaceLink, { audit: 'link.take' }, async (request, reply) => {
      const { sessionId, participantId } = request.params
      await existing(sessionId)
      const reissue = wish(admission, 'reissueLink', { participantId, linkId: LinkId.parse(newId()) })
      const done = await sessions.dispatch(sessionId, byAccount(accountOf(request)), { id: newId(), ...reissue })
      if (!done.ok) throw rejected(done.rejection)
      const [state, people] = await Promise.all([existing(sessionId), sessions.people(sessionId)])
      const participant = state.admission.participants[participantId]
      const link = participant && (await linkOf(state, people, participant))
      // Somebody may have revoked it in between.
      if (!link) throw notFound('link')
      await noteLookAtLinks(dependencies, request, sessionId, { way: 'list', participantId })
      return reply.code(201).send(link)
    })

    serve(api, participantApi.revokeLink, { audit: 'link.take' }, async (request, reply) => {
      const { sessionId, participantId } = request.params
      await existing(sessionId)
      const revoke = wish(admission, 'revokeLink', { participantId })
      const done = await sessions.dispatch(sessionId, byAccount(accountOf(request)), { id: newId(), ...revoke })
      if (!done.ok) throw rejected(done.rejection)
      return reply.code(204).send()
    })

    serve(api, participantApi.withdraw, async (request, reply) => {
      const { sessionId, participantId } = request.params
      await existing(sessionId)
      const withdraw = wish(admission, 'withdrawInvitation', { participantId, ...request.body })
      const done = await sessions.dispatch(sessionId, byAccount(accountOf(request)), { id: newId(), ...withdraw })
      if (!done.ok) throw rejected(done.rejection)
      const personId = (await existing(sessionId)).admission.participants[participantId]?.personId
      if (personId) await mail.announceCancellation(sessionId, [personId])
      return reply.code(204).send()
    })
  }
