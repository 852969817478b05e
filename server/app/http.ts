// The entry of the server: HTTP with the routes of all domains, and the gateway of the sockets on the same port.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { createGateway } from '../engine/signal/gateway.ts'
import { createHttp } from '../http/create-http.ts'
import { endConnections } from '../http/end-connections.ts'
import { loginTokenIn } from '../identity/accounts/login-cookie.ts'
import { mayUseLink } from '../identity/accounts/reader.ts'
import type { Identity } from '../identity/open.ts'
import type { Config } from '../platform/config/config.ts'
import { networkOfRequests } from '../platform/http/network.ts'
import type { Metrics } from '../platform/metrics.ts'
import { createWriteProbe, inspectDurability } from '../platform/redis-durability.ts'
import type { TimeStamps } from '../platform/time-stamps/time-stamps.ts'
import { keepsFromNetwork, wallsHere } from '../platform/walls.ts'
import type { GroundFloor } from './base.ts'
import { type Domains, domainRoutes } from './domains.ts'
import type { EngineFloor } from './engine.ts'
import type { Media } from './media.ts'

interface Parts {
  readonly config: Config
  readonly identity: Identity
  readonly media: Media
  readonly engine: EngineFloor
  readonly domains: Domains
  readonly metrics: Metrics
  /** null: no authority is named. */
  readonly timeStamps: TimeStamps | null
}

const clientDirectory = fileURLToPath(new URL('../../dist/client', import.meta.url))

export function openHttp(base: GroundFloor, parts: Parts): FastifyInstance {
  const { redis, clock, mover, publicUrl, now, newId, log, lifetime } = base
  const { config, identity, media, engine, domains, metrics, timeStamps } = parts
  const { plane } = media
  const services = {
    ...identity,
    ...engine,
    ...domains,
    ...{ now, newId, log, metrics },
    recordings: media.recordings,
    forecasts: media.forecasts,
    bucketState: async () => (mover ? mover.state() : null),
    routerRtpCapabilities: () => plane.routerRtpCapabilities,
    settings: {
      publicUrl,
      cookieSecure: config.cookieSecure,
      trustProxy: config.trustProxy,
      metricsToken: config.metricsToken,
      clientDirectory: existsSync(clientDirectory) ? clientDirectory : null,
    },
  }
  const http = createHttp({
    ...services,
    routes: domainRoutes(services),
    durability: () => inspectDurability(redis),
    writeProbe: createWriteProbe(redis),
    brokenJournals: engine.checks.broken.all,
    clockAheadMs: clock.aheadMs,
    readsFiles: async () => keepsFromNetwork(await wallsHere()),
    scansFiles: () => config.clamdSocket !== undefined,
    timeStampState: () => timeStamps && { fault: timeStamps.fault() },
    mediaStatistics: () => plane.statistics(),
    mediaTrouble: () => plane.trouble(),
    standstills: media.standstills.ofLastHour,
    speech: () => plane.speech(),
  })
  lifetime.closes(() => http.close())
  const { accounts, logins, links, secrecyGate } = identity
  const gateway = createGateway({
    server: http.server,
    sessions: engine.sessions,
    verifyLink: async (token) => {
      const verdict = await links.verify(token)
      return verdict.kind === 'valid' ? verdict.caller : null
    },
    mayUseLink: (state, participantId) => mayUseLink({ accounts }, state, participantId),
    openLineCheck: (user) => plane.openLineCheck(user),
    hasPublicPages: secrecyGate.hasPublicPages,
    reception: domains.reception,
    officerOf: async (cookies) => {
      const token = loginTokenIn(http.parseCookie(cookies ?? ''), config.cookieSecure)
      return token === null ? null : logins.peek(token)
    },
    publicUrl,
    networkOf: networkOfRequests(config.trustProxy),
    socketsPerNetwork: config.socketsPerNetwork,
    now,
    newId,
    log,
  })
  // Before the HTTP server: it waits for its open sockets.
  lifetime.closes(() => gateway.close())
  lifetime.closes(() => endConnections(http.server))
  return http
}
