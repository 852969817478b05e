// /health and /metrics: for whoever runs the server and for what watches it.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Health } from '../../shared/wire/server-health.ts'
import { HttpError } from '../platform/http/errors.ts'
import type { Metrics } from '../platform/metrics.ts'
import { type HealthDependencies, healthOf } from './health.ts'
import type { HttpSettings } from './settings.ts'

interface Dependencies extends HealthDependencies {
  readonly metrics: Metrics
  readonly settings: Pick<HttpSettings, 'metricsToken'>
}

export const operationRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const { metrics, settings } = dependencies
    app.get(
      '/health',
      {
        schema: {
          tags: ['operation'],
          summary: 'Whether the server can do its work',
          response: { 200: Health, 503: Health },
        },
      },
      async (_request, reply) => {
        const health = await healthOf(dependencies)
        return reply
          .code(health.status === 'down' ? 503 : 200)
          .header('cache-control', 'no-store')
          .send(health)
      },
    )

    app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
      if (!mayScrape(request, settings.metricsToken))
        throw new HttpError(
          403,
          'forbidden',
          'Metrics are for this machine alone, unless METRICS_TOKEN is set: then send it as a bearer token.',
        )
      return reply.type(metrics.contentType).send(await metrics.text())
    })
  }

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** Without a token: a program on this machine, and nobody through a proxy that runs beside us. */
function mayScrape({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const isProxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isProxied && loopback.includes(socket.remoteAddress ?? '')
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
