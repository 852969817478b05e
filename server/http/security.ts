// Security headers for these pages, and the check that refuses requests of other sites.

import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { HttpError } from '../platform/http/errors.ts'
import type { HttpSettings } from './settings.ts'

/**
 * 'self' covers the WebSocket too (CSP 3). WebAssembly and blob workers are for background and noise filters.
 * Mantine and React write <style> elements at run time, so those may be inline; style attributes in markup may not.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'self'"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'"],
    styleSrcElem: ["'self'", "'unsafe-inline'"],
    workerSrc: ["'self'", 'blob:'],
  },
}

const permissionsPolicy = [
  'camera=(self)',
  'microphone=(self)',
  'display-capture=(self)',
  'geolocation=()',
  'payment=()',
  'usb=()',
].join(', ')

export const security = fastifyPlugin(async (app: FastifyInstance, settings: HttpSettings) => {
  await app.register(helmet, {
    contentSecurityPolicy,
    // Over plain http, in an agency's own network, there is nothing to insist on.
    strictTransportSecurity: settings.cookieSecure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', permissionsPolicy)
    refuseCrossSite(request, settings.publicUrl())
  })
})

const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/**
 * Against cross-site request forgery, besides SameSite=Strict. Browsers say where a request comes from: in Sec-Fetch-Site,
 * or, over plain http, in Origin (as Go's net/http.CrossOriginProtection). Who says neither is no browser of somebody else.
 */
function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  if (safeMethods.includes(request.method)) return
  const { 'sec-fetch-site': site, origin } = request.headers
  const isOurs =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined || origin === publicUrl || URL.parse(origin)?.host === request.host
  if (!isOurs) throw new HttpError(403, 'cross-site', 'This request comes from another site and is refused.')
}
