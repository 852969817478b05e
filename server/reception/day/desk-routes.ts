// /api/reception/desks: opening and closing a desk, and what it does with who it called.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { DeskId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { desks, type TicketKind } from '../../../shared/reception/desks/contract.ts'
import { isAtDesk, queue } from '../../../shared/reception/queue/contract.ts'
import type { CalledTicket } from '../../../shared/wire/reception/reception.ts'
import { receptionApi } from '../../../shared/wire/reception/reception-api.ts'
import { accessSuspended } from '../../identity/accounts/access-errors.ts'
import { readerOf } from '../../identity/accounts/reader.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Reception } from './reception.ts'
import { act } from './reception-replies.ts'

interface Dependencies {
  readonly reception: Reception
}

export const deskRoutes =
  ({ reception }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    // Who denounces comes to desks that take denunciations: nobody opens one or works at one whose access is suspended.
    api.addHook('preHandler', async ({ account, params, body }) => {
      if (!account || readerOf(account) !== null) return
      const { deskId } = (params ?? {}) as { deskId?: DeskId }
      const open = deskId && (await reception.state()).desks.desks[deskId]
      const { kinds = open ? open.kinds : [] } = (body ?? {}) as { kinds?: readonly TicketKind[] }
      if (kinds.includes('denunciation')) throw accessSuspended()
    })

    serve(api, receptionApi.openDesk, async (request, reply) => {
      const opened = await reception.openDesk(byAccount(accountOf(request)), request.body)
      if (typeof opened !== 'string') throw rejected(opened.rejection)
      return reply.code(201).send({ deskId: opened })
    })

    serve(api, receptionApi.closeDesk, async (request, reply) => {
      await act(reception, byAccount(accountOf(request)), wish(desks, 'close', request.params))
      return reply.code(204).send()
    })

    serve(api, receptionApi.callNext, async (request) => {
      const { deskId } = request.params
      await act(reception, byAccount(accountOf(request)), wish(queue, 'callNext', { deskId, ...request.body }))
      return calledTo(reception, deskId)
    })

    serve(api, receptionApi.call, async (request) => {
      const { deskId } = request.params
      await act(reception, byAccount(accountOf(request)), wish(queue, 'callThis', { deskId, ...request.body }))
      return calledTo(reception, deskId)
    })

    for (const name of ['recall', 'noShow'] as const)
      serve(api, receptionApi[name], async (request, reply) => {
        await act(reception, byAccount(accountOf(request)), wish(queue, name, request.params))
        return reply.code(204).send()
      })

    serve(api, receptionApi.sendBack, async (request, reply) => {
      await act(
        reception,
        byAccount(accountOf(request)),
        wish(queue, 'sendBack', { ...request.params, ...request.body }),
      )
      return reply.code(204).send()
    })

    serve(api, receptionApi.handOver, async (request, reply) => {
      await act(
        reception,
        byAccount(accountOf(request)),
        wish(queue, 'handOver', { ...request.params, ...request.body }),
      )
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
        await act(reception, byAccount(accountOf(request)), wish(queue, name, { ticketId: here.ticketId }))
        return reply.code(204).send()
      })
  }

/** Who was called last to this desk. @throws HttpError */
async function calledTo(reception: Reception, deskId: DeskId): Promise<z.infer<typeof CalledTicket>> {
  const { queue: state } = await reception.state()
  const call = state.calls.findLast((one) => one.deskId === deskId)
  const number = call && state.tickets[call.ticketId]?.number
  if (!call || number === undefined) throw notFound('ticket')
  return { ticketId: call.ticketId, number, reason: call.reason, sessionId: call.visit.sessionId }
}
