// Creates the HTTP server: the routes of the domains under /api, the pages, /health and /metrics. Called by
// server/app/http.ts.

import cookie from '@fastify/cookie'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import { type FastifyPluginAsyncZod, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { InstalledAgency } from '../papers/agency/agency.ts'
import { answerError, notFound } from '../platform/http/errors.ts'
import { trustedProxies } from '../platform/http/network.ts'
import { auditRoutes } from './auditing.ts'
import { guardRoutes } from './guard.ts'
import { openApi } from './openapi.ts'
import { operationRoutes } from './operation-routes.ts'
import { pages } from './pages.ts'
import { security } from './security.ts'
import type { HttpSettings } from './settings.ts'

const seconds = 1000
/** Against clients that send, or read, a byte now and then to hold a connection. A WebSocket is beyond these limits. */
const timeouts = {
  headersTimeout: 10 * seconds,
  // Node knows one such limit for all: that of a large file on a slow line. See requestPatienceMs for the others.
  requestTimeout: 15 * 60 * seconds,
  // A file is scanned and converted while its connection is silent.
  connectionTimeout: 300 * seconds,
  keepAliveTimeout: 60 * seconds,
}
/** How long a request that is no upload may take to come. */
const requestPatienceMs = 30 * seconds
const largestBodyBytes = 64 * 1024

type Shell = Parameters<typeof guardRoutes>[1] &
  Parameters<typeof auditRoutes>[1] &
  Parameters<typeof operationRoutes>[0]

interface Needs extends Shell {
  readonly agency: Pick<InstalledAgency, 'appearance'>
  /** Of the domains, under /api. */
  readonly routes: FastifyPluginAsyncZod
  readonly settings: HttpSettings
  readonly log: FastifyBaseLogger
}

export function createHttp(dependencies: Needs): FastifyInstance {
  const { routes, log, settings } = dependencies
  const { headersTimeout, ...others } = timeouts
  const app = fastify({
    loggerInstance: log,
    // Lifecycles are logged by those who change them; a line per request would bury them.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies(settings.trustProxy),
    bodyLimit: largestBodyBytes,
    http: { headersTimeout },
    // An address that cannot be read, and a parameter longer than any of ours.
    frameworkErrors: (_error, request, reply) => void answerError(notFound('address'), request, reply),
    ...others,
  })
  // A form of another site can send it without asking; nothing here takes it.
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (routeOptions.config.isUpload) return
    const patience = setTimeout(() => !raw.complete && raw.destroy(), requestPatienceMs)
    patience.unref()
    raw.once('close', () => clearTimeout(patience))
  })
  app.register(security, settings)
  app.register(cookie)
  app.register(openApi, settings)
  app.register(pages, { directory: settings.clientDirectory, appearance: dependencies.agency.appearance })
  app.register(operationRoutes(dependencies))
  app.register(
    async (api) => {
      guardRoutes(api, dependencies)
      auditRoutes(api, dependencies)
      api.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
      api.register(routes)
    },
    { prefix: '/api' },
  )
  return app
}
