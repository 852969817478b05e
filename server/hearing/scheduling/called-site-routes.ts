// /api/sessions/ID/called-sites: chair or secretary call a branch agency into the reception that goes on, and hand it its way in.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { LinkId, ParticipantId, type SessionId, SiteId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { admission } from '../../../shared/modules/admission/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { sites } from '../../../shared/modules/sites/contract.ts'
import { calledSiteApi } from '../../../shared/wire/hearing/called-site-api.ts'
import type { CalledSite } from '../../../shared/wire/hearing/called-sites.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Links } from '../../identity/links/links.ts'
import { linkExpiresAt } from '../../identity/links/links.ts'
import type { Units } from '../../identity/units/units.ts'
import { unitField } from '../../identity/units/units.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { actorOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Mail } from '../invitations/mail.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly links: Links
  readonly mail: Mail
  readonly units: Units
  readonly now: () => number
  readonly newId: () => string
}

export const calledSiteRoutes =
  ({ sessions, links, mail, units, now, newId }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    async function receptionOf(sessionId: SessionId): Promise<SessionState> {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      if (state.session.kind !== 'reception') throw rejected({ code: 'visit.not-reception', params: {} })
      return state
    }

    async function must(sessionId: SessionId, by: ActorReference, wanted: Wish): Promise<void> {
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
      if (!reply.ok) throw rejected(reply.rejection)
    }

    /** Sites with a way in. Whoever was sent out has none. */
    async function calledSites({ session, sites: { sites: all }, admission: { participants } }: SessionState) {
      const found: CalledSite[] = []
      for (const { siteId, name, rank } of all) {
        const operator = Object.values(participants).find(
          (one) =>
            one.siteId === siteId && one.role === 'siteOperator' && one.linkId !== null && one.status !== 'removed',
        )
        if (rank !== 'branch' || !operator?.linkId) continue
        const { participantId, linkId } = operator
        const caller = { sessionId: session.sessionId, participantId, linkId }
        found.push({ siteId, participantId, name, link: await links.address(caller, linkExpiresAt(session, now())) })
      }
      return found
    }

    const calledAs = async (state: SessionState, name: string): Promise<CalledSite | undefined> =>
      (await calledSites(state)).find((site) => unitField(site.name) === unitField(name))

    serve(api, calledSiteApi.list, async ({ params: { sessionId } }) => ({
      sites: await calledSites(await receptionOf(sessionId)),
      units: (await units.list()).map(({ name }) => name),
    }))

    serve(api, calledSiteApi.call, async (request, reply) => {
      const { sessionId } = request.params
      const { name, representative } = request.body
      const by = actorOf(request)
      const before = await receptionOf(sessionId)
      const known = await calledAs(before, name)
      if (known) return reply.code(201).send(known)
      // A call that stopped half-way left a site without anybody.
      const left = before.sites.sites.find((site) => unitField(site.name) === unitField(name))
      const siteId = left?.siteId ?? SiteId.parse(newId())
      if (!left) await must(sessionId, by, wish(sites, 'add', { siteId, name, rank: 'branch' }))
      const email = (await units.addresses())(name)
      const person = { name: representative ?? name, title: null, email }
      const [registered] = await sessions.registerPeople(sessionId, [person])
      if (!registered?.ok) throw registered ? rejected(registered.rejection) : new Error('one person in, none out')
      const { personId } = registered
      const participantId = ParticipantId.parse(newId())
      const linkId = LinkId.parse(newId())
      const invitation = { participantId, personId, role: 'siteOperator', siteId, waits: false, linkId } as const
      await must(sessionId, by, wish(admission, 'invite', invitation))
      if (email !== null) await mail.invite(sessionId, [personId])
      const called = await calledAs(await receptionOf(sessionId), name)
      if (!called) throw notFound('link')
      return reply.code(201).send(called)
    })
  }
