// /api/reception/tickets: taking a ticket at a kiosk or a desk, and what its holder may ask.

import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { wish } from '../../../shared/kernel/wish.ts'
import { isActive, queue } from '../../../shared/reception/queue/contract.ts'
import type { HouseRules } from '../../../shared/wire/reception/reception.ts'
import { ticketApi } from '../../../shared/wire/reception/ticket-api.ts'
import type { OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { byAccount, ticketOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { KeptReceptionSettings } from '../appointments/settings.ts'
import type { Reception } from './reception.ts'
import { act } from './reception-replies.ts'

interface Dependencies {
  readonly citizens: Citizens
  readonly reception: Reception
  readonly receptionSettings: KeptReceptionSettings
}

/** A hall full of phones behind one address, each asking again now and then. */
export const ticketLimit = { points: 3000, seconds: 60 }
/** Nobody takes a ticket faster than by hand. */
const kioskLimit = { points: 60, seconds: 60 }

export const ticketRoutes =
  ({ reception, receptionSettings, citizens }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, ticketApi.give, { limit: limitPerNetwork(kioskLimit) }, async (request, reply) => {
      const { citizen, ...ticket } = request.body
      const by: OutsideActor = request.account ? byAccount(request.account) : { kind: 'system' }
      const citizenId = citizen
        ? await citizens.register({ ...citizen, address: null, email: null, identity: null })
        : null
      const taken = await reception.take(by, { ...ticket, citizenId, appointmentId: null, appointedAt: null })
      if ('rejection' in taken) throw rejected(taken.rejection)
      return reply.code(201).send(taken)
    })

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

    serve(api, ticketApi.rules, { limit: limitPerNetwork(ticketLimit) }, () => rulesInForce(receptionSettings))

    serve(api, ticketApi.acceptRules, { limit: limitPerNetwork(ticketLimit) }, async (request, reply) => {
      const { sha256 } = request.body
      if (sha256 !== (await rulesInForce(receptionSettings)).sha256)
        throw new HttpError(409, 'reception.rules-changed', 'The rules have changed. Read them again.')
      const { ticketId } = ticketOf(request)
      await act(reception, { kind: 'system' }, wish(queue, 'acceptRules', { ticketId, sha256 }))
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
        await act(reception, { kind: 'system' }, wish(queue, 'nameCitizen', { ticketId, citizenId }))
      }
      await act(reception, { kind: 'system' }, wish(queue, 'askForCall', { ticketId }))
      return reply.code(204).send()
    })
  }

async function rulesInForce(receptionSettings: KeptReceptionSettings): Promise<z.infer<typeof HouseRules>> {
  const { houseRules, declaration } = await receptionSettings.read()
  const sha256 = createHash('sha256')
    .update(JSON.stringify([houseRules, declaration]))
    .digest('hex')
  return { houseRules, declaration, sha256 }
}
