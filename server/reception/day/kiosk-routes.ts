// /api/reception/kiosks: what a kiosk shows, and which kiosks there are.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { TicketKind } from '../../../shared/reception/desks/contract.ts'
import { kioskApi } from '../../../shared/wire/reception/kiosk-api.ts'
import type { KioskView } from '../../../shared/wire/reception/reception.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Kiosks } from './kiosks.ts'
import type { Reception } from './reception.ts'
import { ticketLimit } from './ticket-routes.ts'

interface Dependencies {
  readonly reception: Reception
  readonly kiosks: Kiosks
}

export const kioskRoutes =
  ({ reception, kiosks }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
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
