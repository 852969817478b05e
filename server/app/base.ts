// The ground floor (lowest layer): clock, keys, files, Redis. Errors here are reported to the operator before anything
// else starts.
import { mkdir } from 'node:fs/promises'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { v7 as newId } from 'uuid'
import { isHalfRestored } from '../custody/backup/restoring.ts'
import type { Base } from '../platform/base.ts'
import type { Config } from '../platform/config/config.ts'
import type { Lifetime } from '../platform/lifetime.ts'
import { createWriteProbe, type Durability, inspectDurability, WritesRefused } from '../platform/redis-durability.ts'
import { startRedisProcess } from '../platform/redis-process.ts'
import { loadSecrets } from '../platform/secrets.ts'
import { createSteadyClock, type SteadyClock } from '../platform/steady-clock.ts'
import { type OpenedBucket, type OpenedStore, openStore } from '../platform/store/open-store.ts'
import type { Mover } from '../platform/store/spooled-place.ts'
import { StartError } from './start-error.ts'

const redisPatienceMs = 10_000

export interface GroundFloor extends Base {
  readonly files: OpenedStore['store']
  readonly clock: SteadyClock
  readonly store: Pick<OpenedStore, 'keys' | 'dropHalfWritten'>
  /** null: files stay on this machine. */
  readonly mover: Mover | null
  /** Whether Redis keeps what it has acknowledged. */
  readonly isDurable: boolean
}

/** @throws StartError */
export async function openBase(
  config: Config,
  { log, lifetime, publicUrl }: Pick<Base, 'log' | 'lifetime' | 'publicUrl'>,
): Promise<GroundFloor> {
  const clock = createSteadyClock({ log })
  lifetime.closes(() => clock.close())
  await mkdir(config.dataDir, { recursive: true })
  if (isHalfRestored(config.dataDir))
    throw new StartError(
      `A restore into ${config.dataDir} is going on, or was broken off. Wait for its end, or empty that folder and restore again.`,
    )
  const secrets = await loadSecrets(config.dataDir)
  const { store: files, bucket, ...store } = await openStore(config)
  lifetime.closes(() => bucket?.close())
  const mover = bucket && (await movingTo(bucket, log, clock.now))
  lifetime.closes(() => mover?.close())
  const redis = await connectRedis(config, log, lifetime)
  return {
    dataDir: config.dataDir,
    log,
    clock,
    now: clock.now,
    newId: () => newId(),
    redis,
    isDurable: await demandDurability(config, log, redis),
    secrets,
    files,
    store,
    mover,
    publicUrl,
    freeze: process.env.NODE_ENV !== 'production',
    lifetime,
  }
}

/** A bucket that was never used must be usable; later one that cannot be reached keeps nobody from working. */
async function movingTo(bucket: OpenedBucket, log: Logger, now: () => number): Promise<Mover> {
  if (!(await bucket.isInUse()))
    await bucket.check().catch((cause: Error) => {
      throw new StartError(cause.message)
    })
  return bucket.startMoving(log, now)
}

async function connectRedis(config: Config, log: Logger, lifetime: Lifetime): Promise<Redis> {
  const settings = {
    // A command that cannot be sent now is refused now: its sender is told and may try again.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 5000,
    retryStrategy: (attempt: number) => Math.min(attempt * 50, 1000),
  }
  let redis: Redis
  if (config.redisUrl) redis = new Redis(config.redisUrl, settings)
  else {
    const own = await startRedisProcess({ dataDirectory: config.dataDir, log })
    lifetime.closes(() => own.close())
    redis = new Redis({ path: own.socketPath, ...settings })
  }
  lifetime.closes(() => redis.disconnect())
  let lastError = 'no answer'
  redis.on('error', (error: Error) => {
    lastError = error.message
    log.warn({ err: error }, 'the connection to Redis failed')
  })
  await new Promise<void>((resolve, fail) => {
    const patience = setTimeout(
      () => fail(new StartError(`Redis cannot be reached (${lastError}). Start it, or check REDIS_URL.`)),
      redisPatienceMs,
    )
    redis.once('ready', () => {
      clearTimeout(patience)
      resolve()
    })
  })
  return redis
}

/** A Redis that may lose acknowledged commands is refused, unless the operator insists. */
async function demandDurability({ redisAllowVolatile }: Config, log: Logger, redis: Redis): Promise<boolean> {
  await createWriteProbe(redis)().catch((error: unknown) => {
    throw error instanceof WritesRefused ? new StartError(error.message) : error
  })
  const found: Durability = await inspectDurability(redis)
  if (found.durable) return true
  const reasons = found.reasons.join('; ')
  if (!redisAllowVolatile)
    throw new StartError(
      `This Redis may lose what it has acknowledged: ${reasons}. Mend its configuration, or accept the loss with REDIS_ALLOW_VOLATILE=1.`,
    )
  log.warn({ reasons: found.reasons }, 'this Redis may lose what it has acknowledged')
  return false
}
