// /api/reception: tickets from kiosks and desks, what a desk does with who it called, and what the holder of a ticket may ask.

import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { CitizenId, DeskId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { desks, TicketKind } from '../../../shared/reception/desks/contract.ts'
import { isActive, isAtDesk, queue } from '../../../shared/reception/queue/contract.ts'
import { kioskApi } from '../../../shared/wire/reception/kiosk-api.ts'
import type { CalledTicket, HouseRules, KioskView } from '../../../shared/wire/reception/reception.ts'
import { receptionApi } from '../../../shared/wire/reception/reception-api.ts'
import { ticketApi } from '../../../shared/wire/reception/ticket-api.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { broughtByCalled } from '../../casework/cases/same-person.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { accessSuspended } from '../../identity/accounts/access-errors.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { readerOf } from '../../identity/accounts/reader.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { accountOf, ticketOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { KeptReceptionSettings } from '../appointments/settings.ts'
import type { Register } from '../register/register.ts'
import type { Kiosks } from './kiosks.ts'
import type { Reception } from './reception.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly register: Register
  readonly citizens: Citizens
  readonly reception: Reception
  readonly kiosks: Kiosks
  readonly receptionSettings: KeptReceptionSettings
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
}

/** A hall full of phones behind one address, each asking again now and then. */
const ticketLimit = { points: 3000, seconds: 60 }
/** Nobody takes a ticket faster than by hand. */
const kioskLimit = { points: 60, seconds: 60 }

export const receptionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reception, receptionSettings, kiosks, citizens, accounts } = dependencies
    const byAccount = (request: Parameters<typeof accountOf>[0]): OutsideActor => ({
      kind: 'account',
      accountId: accountOf(request).accountId,
    })
    // Who denounces comes to desks that take denunciations: nobody opens one or works at one whose access is suspended.
    api.addHook('preHandler', async ({ account, params, body }) => {
      if (!account || readerOf(account) !== null) return
      const { deskId } = (params ?? {}) as { deskId?: DeskId }
      const open = deskId && (await reception.state()).desks.desks[deskId]
      const { kinds = open ? open.kinds : [] } = (body ?? {}) as { kinds?: readonly TicketKind[] }
      if (kinds.includes('denunciation')) throw accessSuspended()
    })
    async function must(by: OutsideActor, wanted: Wish): Promise<void> {
      const reply = await reception.dispatch(by, wanted)
      if (!reply.ok) throw rejected(reply.rejection)
    }
    async function rulesInForce(): Promise<z.infer<typeof HouseRules>> {
      const { houseRules, declaration } = await receptionSettings.read()
      const sha256 = createHash('sha256')
        .update(JSON.stringify([houseRules, declaration]))
        .digest('hex')
      return { houseRules, declaration, sha256 }
    }
    async function calledTo(deskId: DeskId): Promise<z.infer<typeof CalledTicket>> {
      const { queue: state } = await reception.state()
      const call = state.calls.findLast((one) => one.deskId === deskId)
      const number = call && state.tickets[call.ticketId]?.number
      if (!call || number === undefined) throw notFound('ticket')
      return { ticketId: call.ticketId, number, reason: call.reason, sessionId: call.visit.sessionId }
    }

    serve(api, ticketApi.give, { limit: limitPerNetwork(kioskLimit) }, async (request, reply) => {
      const { citizen, ...ticket } = request.body
      const by: OutsideActor = request.account ? byAccount(request) : { kind: 'system' }
      const citizenId = citizen
        ? await citizens.register({ ...citizen, address: null, email: null, identity: null })
        : null
      const taken = await reception.take(by, { ...ticket, citizenId, appointmentId: null, appointedAt: null })
      if ('rejection' in taken) throw rejected(taken.rejection)
      return reply.code(201).send(taken)
    })

    serve(api, receptionApi.nameCitizen, async (request, reply) => {
      const { ticketId } = request.params
      const { tickets } = (await reception.state()).queue
      const ticket = tickets[ticketId]
      if (!ticket) throw notFound('ticket')
      const named = { name: request.body.name, address: null, phone: null, email: null, identity: null }
      const citizenId: CitizenId = await citizens.register(named)
      await must(byAccount(request), wish(queue, 'nameCitizen', { ticketId, citizenId }))
      return reply.code(204).send()
    })

    serve(api, receptionApi.endTicket, async (request, reply) => {
      const { ticketId } = request.params
      await must(byAccount(request), wish(queue, 'cancel', { ticketId, ...request.body }))
      return reply.code(204).send()
    })

    serve(api, receptionApi.visitLink, async (request) => {
      const link = await reception.visitLink(request.params.ticketId, accountOf(request))
      if (!link) throw notFound('visit')
      return { link }
    })

    serve(api, receptionApi.earlierCases, async (request) => {
      const { ticketId } = request.params
      const { accountId } = accountOf(request)
      const ticket = (await reception.state()).queue.tickets[ticketId]
      if (!ticket || !(await reception.visitLink(ticketId, accountOf(request)))) throw notFound('visit')
      return broughtByCalled(dependencies, ticket, accountId)
    })

    serve(api, receptionApi.day, (request) => reception.dayView(accountOf(request)))

    serve(api, receptionApi.staff, async () => ({
      staff: (await accounts.list())
        .filter(({ isEnabled }) => isEnabled)
        .map(({ accountId, displayName }) => ({ accountId, displayName })),
    }))

    serve(api, receptionApi.changeSettings, async (request, reply) => {
      await must(byAccount(request), wish(queue, 'setUp', request.body))
      return reply.code(204).send()
    })

    serve(api, receptionApi.sendMessage, async (request, reply) => {
      await must(byAccount(request), wish(queue, 'message', request.body))
      return reply.code(204).send()
    })

    // Desks

    serve(api, receptionApi.openDesk, async (request, reply) => {
      const opened = await reception.openDesk(byAccount(request), request.body)
      if (typeof opened !== 'string') throw rejected(opened.rejection)
      return reply.code(201).send({ deskId: opened })
    })

    serve(api, receptionApi.closeDesk, async (request, reply) => {
      await must(byAccount(request), wish(desks, 'close', request.params))
      return reply.code(204).send()
    })

    serve(api, receptionApi.callNext, async (request) => {
      const { deskId } = request.params
      await must(byAccount(request), wish(queue, 'callNext', { deskId, ...request.body }))
      return calledTo(deskId)
    })

    serve(api, receptionApi.call, async (request) => {
      const { deskId } = request.params
      await must(byAccount(request), wish(queue, 'callThis', { deskId, ...request.body }))
      return calledTo(deskId)
    })

    for (const name of ['recall', 'noShow'] as const)
      serve(api, receptionApi[name], async (request, reply) => {
        await must(byAccount(request), wish(queue, name, request.params))
        return reply.code(204).send()
      })

    serve(api, receptionApi.sendBack, async (request, reply) => {
      await must(byAccount(request), wish(queue, 'sendBack', { ...request.params, ...request.body }))
      return reply.code(204).send()
    })

    serve(api, receptionApi.handOver, async (request, reply) => {
      await must(byAccount(request), wish(queue, 'handOver', { ...request.params, ...request.body }))
      return reply.code(204).send()
    })

    for (const name of ['beginVisit', 'finishVisit'] as const)
      serve(api, receptionApi[name], async (request, reply) => {
        const { desks: all, queue: state } = await reception.state()
        const { deskId } = request.params
        if (all.desks[deskId]?.accountId !== accountOf(request).accountId)
          throw rejected({ code: 'desks.of-another', params: {} })
        const here = Object.values(state.tickets).find((one) => one.deskId === deskId && isAtDesk(one))
        if (!here) throw rejected({ code: 'queue.nobody-here', params: {} })
        await must(byAccount(request), wish(queue, name, { ticketId: here.ticketId }))
        return reply.code(204).send()
      })

    // The holder of a ticket

    serve(api, ticketApi.read, { limit: limitPerNetwork(ticketLimit) }, async (request) => {
      const view = await reception.ticketView(ticketOf(request), request.query.pageId ?? null)
      if (!view) throw notFound('ticket')
      return view
    })

    serve(api, ticketApi.giveUp, { limit: limitPerNetwork(ticketLimit) }, async (request, reply) => {
      const given = await reception.giveUp(ticketOf(request))
      if (!given.ok) throw rejected(given.rejection)
      return reply.code(204).send()
    })

    serve(api, ticketApi.rules, { limit: limitPerNetwork(ticketLimit) }, rulesInForce)

    serve(api, ticketApi.acceptRules, { limit: limitPerNetwork(ticketLimit) }, async (request, reply) => {
      const { sha256 } = request.body
      if (sha256 !== (await rulesInForce()).sha256)
        throw new HttpError(409, 'reception.rules-changed', 'The rules have changed. Read them again.')
      const { ticketId } = ticketOf(request)
      await must({ kind: 'system' }, wish(queue, 'acceptRules', { ticketId, sha256 }))
      return reply.code(204).send()
    })

    serve(api, ticketApi.askForCall, { limit: limitPerNetwork(ticketLimit) }, async (request, reply) => {
      const { ticketId } = ticketOf(request)
      const { phone, name } = request.body
      const ticket = (await reception.state()).queue.tickets[ticketId]
      if (!ticket || !isActive(ticket)) throw rejected({ code: 'queue.ended', params: {} })
      const by = { accountId: null, purpose: 'asks to be telephoned' }
      const kept = ticket.citizenId && (await citizens.read([ticket.citizenId], by)).get(ticket.citizenId)
      if (ticket.citizenId && kept) await citizens.change(ticket.citizenId, { ...kept, phone }, by)
      else if (name === undefined)
        throw new HttpError(409, 'reception.unnamed', 'Nobody has written down who holds this ticket: say your name.')
      else {
        const citizenId = await citizens.register({ name, phone, address: null, email: null, identity: null })
        await must({ kind: 'system' }, wish(queue, 'nameCitizen', { ticketId, citizenId }))
      }
      await must({ kind: 'system' }, wish(queue, 'askForCall', { ticketId }))
      return reply.code(204).send()
    })

    // Kiosks

    serve(api, kioskApi.read, { limit: limitPerNetwork(ticketLimit) }, async ({ kiosk }) => {
      const { queue: state } = await reception.state()
      const waiting = TicketKind.options.map((kind) => [kind, state.lines[kind].length])
      return {
        label: kiosk?.label ?? '',
        takesTickets: state.settings.takesTickets,
        waiting: Object.fromEntries(waiting) as z.infer<typeof KioskView>['waiting'],
      }
    })

    serve(api, kioskApi.list, async () => ({ kiosks: await kiosks.list() }))

    serve(api, kioskApi.add, async (request, reply) =>
      reply.code(201).send(await reception.addKiosk(request.body.label)),
    )

    serve(api, kioskApi.remove, async (request, reply) => {
      await kiosks.remove(request.params.kioskId)
      return reply.code(204).send()
    })
  }
