// The environment, read once at start: main.ts calls loadConfig() and stops with the reason when a value is wrong. No
// other file reads process.env.
import { availableParallelism, networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { findContradictions } from './contradictions.ts'
import { ANY_ADDRESS } from './value-shapes.ts'
import { type Environment, type Notes, notesOf, type VariableName, variableNames, variables } from './variables.ts'

/** Its message has one line per bad variable: the name, what was wrong, an example. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

export type Config = Readonly<ReturnType<typeof toConfig>>

/** @throws ConfigError when a variable is wrong, naming all that are. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  // An empty value is how compose files and shells say "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const result = z.object(variables).safeParse(given)
  if (!result.success) {
    const bad = new Set(result.error.issues.map((issue) => issue.path[0] as VariableName))
    throw new ConfigError([...bad].map((name) => badValue(name, given[name] ?? '')).join('\n'))
  }
  const contradictions = findContradictions(result.data)
  if (contradictions.length > 0) throw new ConfigError(contradictions.join('\n'))
  return toConfig(result.data)
}

/** The table that --help prints. */
export function describeConfig(): string {
  const width = Math.max(...variableNames.map((name) => name.length))
  return variableNames
    .map((name) => {
      const { about, example, unset } = notesOf(name)
      const indent = ' '.repeat(width + 4)
      return `  ${name.padEnd(width)}  ${about}\n${indent}unset: ${unset}\n${indent}example: ${name}=${example}`
    })
    .join('\n')
}

/** Each setting with what is said of it, for the page of the documentation. */
export const settingNotes = (): (Notes & { name: VariableName })[] =>
  variableNames.map((name) => ({ name, ...notesOf(name) }))

function toConfig(environment: Environment) {
  const { HOST: host, PUBLIC_URL: publicUrl } = environment
  return {
    port: environment.PORT,
    host,
    /** Undefined until the server listens: then http://localhost:PORT. */
    publicUrl,
    announcedAddress: environment.ANNOUNCED_ADDRESS ?? (ANY_ADDRESS.includes(host) ? firstAddress() : host),
    redisUrl: environment.REDIS_URL,
    redisAllowVolatile: environment.REDIS_ALLOW_VOLATILE,
    dataDir: resolve(environment.DATA_DIR),
    storeKeysFile: environment.STORE_KEYS_FILE && resolve(environment.STORE_KEYS_FILE),
    bucket: bucketOf(environment),
    timeStampUrl: environment.TIME_STAMP_URL,
    timeStampAuthoritiesFile: environment.TIME_STAMP_CA_FILE && resolve(environment.TIME_STAMP_CA_FILE),
    mediaPort: environment.MEDIA_PORT,
    mediaWorkers: environment.MEDIA_WORKERS ?? availableParallelism(),
    mediasoupWorkerBin: environment.MEDIASOUP_WORKER_BIN,
    turnUrls: environment.TURN_URLS,
    turnSecret: environment.TURN_SECRET,
    smtpUrl: environment.SMTP_URL,
    mailFrom: environment.MAIL_FROM,
    clamdSocket: environment.CLAMD_SOCKET,
    speechModelDir: environment.SPEECH_MODEL_DIR && resolve(environment.SPEECH_MODEL_DIR),
    holidays: environment.HOLIDAYS,
    installationProfile: environment.INSTALLATION_PROFILE,
    internetCheck: environment.INTERNET_CHECK,
    logLevel: environment.LOG_LEVEL,
    trustProxy: environment.TRUST_PROXY,
    socketsPerNetwork: environment.SOCKETS_PER_NETWORK,
    metricsToken: environment.METRICS_TOKEN,
    cookieSecure: environment.COOKIE_SECURE ?? publicUrl?.startsWith('https:') ?? false,
    organisationName: environment.ORGANISATION_NAME,
    parentOrganisationName: environment.PARENT_ORGANISATION_NAME,
    organisationAbbreviation: environment.ORGANISATION_ABBREVIATION,
    placeName: environment.PLACE_NAME,
  }
}

/** Undefined: none. What is missing has been named before. */
function bucketOf(environment: Environment) {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secret,
    S3_SECRET_ACCESS_KEY_FILE: secretFile,
    S3_CA_FILE: authoritiesFile,
  } = environment
  if (endpoint === undefined || bucket === undefined || accessKeyId === undefined) return undefined
  return {
    endpoint,
    bucket,
    region: environment.S3_REGION,
    prefix: environment.S3_PREFIX,
    isPathStyle: environment.S3_PATH_STYLE,
    accessKeyId,
    secretAccessKey: secretFile === undefined ? { text: secret ?? '' } : { file: resolve(secretFile) },
    authoritiesFile: authoritiesFile && resolve(authoritiesFile),
  }
}

function badValue(name: VariableName, value: string): string {
  const { expected, example, secret } = notesOf(name)
  return `${name}: ${secret ? 'the value' : JSON.stringify(value)} is not ${expected} (example: ${name}=${example})`
}

function firstAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}
