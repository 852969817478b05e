// Opens the floors (layers) of the server in order, from Redis to the HTTP server, and closes them in reverse order.
// main.ts and demo.ts are the processes.
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { loadSigningKey } from '../custody/archive/signature.ts'
import type { Accounts } from '../identity/accounts/accounts.ts'
import { openIdentity } from '../identity/open.ts'
import { createSecrecyGate } from '../identity/secrecy/gate.ts'
import { reachOutside } from '../identity/secrecy/internet-route.ts'
import { openMail } from '../mail/open.ts'
import { findConverter } from '../papers/documents/converter.ts'
import { createScanner, noScanner } from '../papers/documents/scanner.ts'
import { openAgencyCertificate } from '../papers/signature/agency-certificate.ts'
import type { Config } from '../platform/config/config.ts'
import { createLifetime, type Lifetime } from '../platform/lifetime.ts'
import { createMetrics } from '../platform/metrics.ts'
import { keepStoreInOrder } from '../platform/store/keep-in-order.ts'
import { readAuthorities } from '../platform/time-stamps/authorities.ts'
import { createTimeStamps } from '../platform/time-stamps/time-stamps.ts'
import { sayWalls } from '../platform/walls.ts'
import { openBase } from './base.ts'
import { openDomains } from './domains.ts'
import { openEngine } from './engine.ts'
import { openHttp } from './http.ts'
import { openMedia } from './media.ts'
import { StartError } from './start-error.ts'

export interface App {
  readonly http: FastifyInstance
  readonly accounts: Accounts
  /** The origin under which people reach this server. */
  readonly url: string
  /** Opens the set-up page once; null when there is an account. */
  readonly setUpUrl: string | null
  close(): Promise<void>
}

/** Starts everything and listens. Throws StartError; what had started by then is closed again. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const lifetime = createLifetime()
  try {
    return await open(config, log, lifetime)
  } catch (error) {
    await lifetime.close().catch((failures: unknown) => log.error({ err: failures }, 'what had started did not close'))
    throw error
  }
}

async function open(config: Config, log: Logger, lifetime: Lifetime): Promise<App> {
  // Known once the server listens, where no other is set.
  let url = config.publicUrl ?? ''
  const base = await openBase(config, { log, lifetime, publicUrl: () => url })
  const { dataDir, secrets, now } = base
  const signingKey = await loadSigningKey(dataDir)
  const timeStamps = await timeStampsOf(config, log, now)
  const agencyCertificate = await openAgencyCertificate({ dataDir, secret: secrets.peopleKey, timeStamps, now, log })
  const media = await openMedia(base, config)
  const secrecyGate = createSecrecyGate({
    profile: config.installationProfile,
    targets: config.internetCheck,
    reach: reachOutside,
    now,
    log,
  })
  lifetime.closes(() => secrecyGate.close())
  await secrecyGate.check()
  const identity = openIdentity(base, { secrecyGate })
  const metrics = createMetrics()
  const engine = await openEngine(base, { media, identity, secrecyGate, metrics })
  await sayWalls(log)
  const domains = await openDomains(base, {
    engine,
    identity,
    codeFor: identity.codeFor,
    sending: openMail(base, config),
    givenAgency: {
      organisation: config.organisationName ?? null,
      parentOrganisation: config.parentOrganisationName ?? null,
      placeName: config.placeName ?? null,
      abbreviation: config.organisationAbbreviation ?? null,
    },
    agencyCertificate,
    signingKey,
    timeStamps,
    scanner: config.clamdSocket ? createScanner(config.clamdSocket, log) : noScanner,
    converter: await findConverter(log),
    freeBytes: media.forecasts.freeBytes,
    holidays: config.holidays,
    recordings: media.recordings,
    transcripts: engine.transcripts,
    filmStoodStill: (pid) => media.standstills.note('film', pid),
  })
  await lifetime.recover()
  const http = openHttp(base, { config, identity, media, engine, domains, metrics, timeStamps })
  await listen(http, config)
  const { port } = http.server.address() as AddressInfo
  url ||= `http://localhost:${port}`
  const storeOrder = keepStoreInOrder({
    dropHalfWritten: base.store.dropHalfWritten,
    encrypting: [domains.store.takeOver, media.recordings.takeOver, domains.films.takeOver],
    rewrap: base.files.rewrap,
    keys: base.store.keys,
    log,
    now,
  })
  lifetime.closes(() => storeOrder.close())
  await lifetime.start()
  const token = await identity.setUpLink.issue()
  const { accounts } = identity
  return { http, accounts, url, setUpUrl: token && `${url}/setup#${token}`, close: lifetime.close }
}

/** null: no authority is named. */
async function timeStampsOf(
  { timeStampUrl: url, timeStampAuthoritiesFile: path }: Config,
  log: Logger,
  now: () => number,
) {
  if (url === undefined) return null
  try {
    return createTimeStamps({ url, authorities: path === undefined ? null : await readAuthorities(path), now, log })
  } catch (cause) {
    throw new StartError(`TIME_STAMP_CA_FILE: ${cause instanceof Error ? cause.message : cause}`)
  }
}

async function listen(http: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await http.listen({ host, port })
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error
    throw new StartError(`Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1}`)
  }
}
