// /api/reception, for staff: the day, its tickets and settings, and the messages to who waits.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { CitizenId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { queue } from '../../../shared/reception/queue/contract.ts'
import { receptionApi } from '../../../shared/wire/reception/reception-api.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { broughtByCalled } from '../../casework/cases/same-person.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { notFound } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Register } from '../register/register.ts'
import type { Reception } from './reception.ts'
import { act } from './reception-replies.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly register: Register
  readonly citizens: Citizens
  readonly reception: Reception
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
}

export const receptionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reception, citizens, accounts } = dependencies

    serve(api, receptionApi.nameCitizen, async (request, reply) => {
      const { ticketId } = request.params
      const { tickets } = (await reception.state()).queue
      const ticket = tickets[ticketId]
      if (!ticket) throw notFound('ticket')
      const named = { name: request.body.name, address: null, phone: null, email: null, identity: null }
      const citizenId: CitizenId = await citizens.register(named)
      await act(reception, byAccount(accountOf(request)), wish(queue, 'nameCitizen', { ticketId, citizenId }))
      return reply.code(204).send()
    })

    serve(api, receptionApi.endTicket, async (request, reply) => {
      const { ticketId } = request.params
      await act(reception, byAccount(accountOf(request)), wish(queue, 'cancel', { ticketId, ...request.body }))
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
      await act(reception, byAccount(accountOf(request)), wish(queue, 'setUp', request.body))
      return reply.code(204).send()
    })

    serve(api, receptionApi.sendMessage, async (request, reply) => {
      await act(reception, byAccount(accountOf(request)), wish(queue, 'message', request.body))
      return reply.code(204).send()
    })
  }
