import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, describeConfig, loadConfig } from './config.ts'
import { variableNames } from './variables.ts'

function refusal(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('was accepted')
}

test('an empty environment is a complete configuration', () => {
  expect(loadConfig({})).toMatchObject({
    port: 3000,
    host: '0.0.0.0',
    publicUrl: undefined,
    announcedAddress: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
    redisUrl: undefined,
    redisAllowVolatile: false,
    dataDir: resolve('.data'),
    mediaPort: 40_000,
    mediaWorkers: availableParallelism(),
    turnUrls: [],
    smtpUrl: undefined,
    mailFrom: undefined,
    holidays: [],
    logLevel: 'info',
    trustProxy: [],
    metricsToken: undefined,
    cookieSecure: false,
  })
})

test('an empty value counts as not set, also when it is only spaces', () => {
  expect(loadConfig({ PORT: '', PLACE_NAME: ' ' })).toEqual(loadConfig({}))
})

test('all values are parsed', () => {
  const config = loadConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'https://diemcau.example.gov.vn/',
    MEDIA_WORKERS: '3',
    REDIS_ALLOW_VOLATILE: '1',
    TURN_URLS: 'turn:a.example:3478?transport=udp, turns:a.example:5349',
    TURN_SECRET: '0123456789abcdef',
    TRUST_PROXY: 'loopback, 10.1.2.0/24,2001:db8::/32',
    SMTP_URL: 'smtps://name:p%40ss@mail.example',
    MAIL_FROM: 'Văn phòng UBND <vanphong@example.gov.vn>',
  })
  expect(config).toMatchObject({
    port: 0,
    announcedAddress: '127.0.0.1',
    publicUrl: 'https://diemcau.example.gov.vn',
    cookieSecure: true,
    smtpUrl: 'smtps://name:p%40ss@mail.example',
    mailFrom: { name: 'Văn phòng UBND', address: 'vanphong@example.gov.vn' },
    mediaWorkers: 3,
    redisAllowVolatile: true,
    trustProxy: ['loopback', '10.1.2.0/24', '2001:db8::/32'],
    turnUrls: ['turn:a.example:3478?transport=udp', 'turns:a.example:5349'],
  })
})

test('the announced address follows HOST unless it is given', () => {
  expect(loadConfig({ HOST: '192.0.2.5' }).announcedAddress).toBe('192.0.2.5')
  expect(loadConfig({ HOST: '192.0.2.5', ANNOUNCED_ADDRESS: '203.0.113.7' }).announcedAddress).toBe('203.0.113.7')
})

test.each([
  ['PORT', '80x', 'PORT: "80x" is not a whole number from 0 to 65535 (example: PORT=3000)'],
  ['PORT', '65536', /^PORT: /],
  ['PORT', '-1', /^PORT: /],
  ['PORT', '1e3', /^PORT: /],
  ['HOST', 'http://x', /^HOST: .*HOST=10\.1\.2\.3/],
  ['PUBLIC_URL', 'diemcau.example.gov.vn', /^PUBLIC_URL: .*https:\/\//],
  ['PUBLIC_URL', 'https://example.gov.vn/meet', /without path/],
  ['ANNOUNCED_ADDRESS', '0.0.0.0', /^ANNOUNCED_ADDRESS: .*browsers can reach/],
  ['REDIS_ALLOW_VOLATILE', 'perhaps', /^REDIS_ALLOW_VOLATILE: "perhaps" is not 1 or 0/],
  ['MEDIA_WORKERS', '0', /^MEDIA_WORKERS: /],
  ['MEDIASOUP_WORKER_BIN', '/no/such/program', /^MEDIASOUP_WORKER_BIN: /],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL: "loud" is not one of fatal, error/],
  ['TURN_URLS', 'stun:a.example', /^TURN_URLS: /],
  ['HOLIDAYS', '2027-01-01,30/4', /^HOLIDAYS: .*is not a list of days/],
  ['SMTP_URL', 'mail.example', /^SMTP_URL: the value is not an smtp:/],
  ['MAIL_FROM', 'Văn phòng', /^MAIL_FROM: .*is not an e-mail address/],
  ['MAIL_FROM', 'A\r\nBcc: x <a@b.vn>', /^MAIL_FROM: /],
  ['TRUST_PROXY', '1', /^TRUST_PROXY: "1" is not a list of IP addresses/],
  ['TRUST_PROXY', '10.1.2.0/33', /^TRUST_PROXY: /],
  ['METRICS_TOKEN', 'too-short', /^METRICS_TOKEN: the value is not at least 16/],
])('%s=%s is refused with its name, the fault and an example', (name, value, line) => {
  const message = refusal({ [name]: value })
  expect(message).toMatch(line)
  expect(message).toContain(`(example: ${name}=`)
  expect(message).not.toContain('\n')
})

test('all bad variables are named, one line each', () => {
  expect(refusal({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2)
})

test('a refusal never repeats a secret', () => {
  expect(refusal({ REDIS_URL: 'http://:hunter2@redis' })).not.toContain('hunter2')
  expect(refusal({ TURN_SECRET: 'hunter2', TURN_URLS: 'turn:a.example' })).not.toContain('hunter2')
})

test.each([
  [{ MEDIA_PORT: '65535', MEDIA_WORKERS: '2' }, /^MEDIA_PORT: .*65536/],
  [{ PORT: '40001', MEDIA_WORKERS: '2' }, /^PORT: 40001 is one of the media ports 40000 to 40001/],
  [{ TURN_URLS: 'turn:a.example' }, /^TURN_SECRET: is not set/],
  [{ TURN_SECRET: '0123456789abcdef' }, /^TURN_URLS: is not set/],
])('contradicting variables are refused: %o', (env, line) => {
  expect(refusal(env)).toMatch(line)
})

test('--help lists every variable', () => {
  for (const name of variableNames) expect(describeConfig()).toContain(`  ${name} `)
})

test('the installation profile defaults to internet, and each target of INTERNET_CHECK needs a port', () => {
  expect(loadConfig({})).toMatchObject({
    installationProfile: 'internet',
    internetCheck: expect.arrayContaining(['1.1.1.1:443']),
  })
  expect(
    loadConfig({
      INSTALLATION_PROFILE: 'closedLan',
      INTERNET_CHECK: '203.0.113.1:443, [2001:db8::1]:53,a.example:443',
    }),
  ).toMatchObject({
    installationProfile: 'closedLan',
    internetCheck: ['203.0.113.1:443', '[2001:db8::1]:53', 'a.example:443'],
  })
  expect(refusal({ INSTALLATION_PROFILE: 'lan' })).toContain('internet, agencyNetwork, closedLan')
  for (const wrong of ['203.0.113.1', 'a.example:0', 'http://a.example:443', '1.1.1.1:443,'])
    expect(refusal({ INTERNET_CHECK: wrong })).toContain('INTERNET_CHECK')
})

test('TIME_STAMP_URL must be an HTTP address without credentials, and TIME_STAMP_CA_FILE requires it', () => {
  expect(loadConfig({ TIME_STAMP_URL: 'http://tsa.example/tsa?policy=1', TIME_STAMP_CA_FILE: 'ca.pem' })).toMatchObject(
    {
      timeStampUrl: 'http://tsa.example/tsa?policy=1',
      timeStampAuthoritiesFile: resolve('ca.pem'),
    },
  )
  for (const wrong of ['tsa.example', 'ftp://tsa.example', 'http://name:word@tsa.example'])
    expect(refusal({ TIME_STAMP_URL: wrong })).toContain('TIME_STAMP_URL')
  expect(refusal({ TIME_STAMP_CA_FILE: 'ca.pem' })).toMatch(/^TIME_STAMP_URL: is not set, but TIME_STAMP_CA_FILE is/)
})

const bucket = {
  S3_ENDPOINT: 'https://s3.example.gov.vn:9000/',
  S3_BUCKET: 'diemcau',
  S3_ACCESS_KEY_ID: 'server',
  S3_SECRET_ACCESS_KEY: 'not for a log',
}

test('a bucket is configured by all its variables together', () => {
  expect(loadConfig({}).bucket).toBeUndefined()
  expect(loadConfig(bucket).bucket).toEqual({
    endpoint: 'https://s3.example.gov.vn:9000',
    bucket: 'diemcau',
    region: 'us-east-1',
    prefix: '',
    isPathStyle: true,
    accessKeyId: 'server',
    secretAccessKey: { text: 'not for a log' },
    authoritiesFile: undefined,
  })
})

test.each([
  [{ S3_BUCKET: '' }, /^S3_BUCKET: is not set, but S3_ENDPOINT is/],
  [{ S3_ACCESS_KEY_ID: '' }, /^S3_ACCESS_KEY_ID: is not set/],
  [{ S3_SECRET_ACCESS_KEY: '' }, /^S3_SECRET_ACCESS_KEY: is not set.*or S3_SECRET_ACCESS_KEY_FILE/],
  [{ S3_SECRET_ACCESS_KEY_FILE: '/run/secrets/s3' }, /set one of them/],
  [{ S3_ENDPOINT: '' }, /^S3_ENDPOINT: is not set, but S3_BUCKET is/],
  [{ S3_ENDPOINT: 'https://s3.example/path' }, /^S3_ENDPOINT: .*is not an http or https address without path/],
  [{ S3_BUCKET: 'Not_A_Bucket' }, /^S3_BUCKET: "Not_A_Bucket" is not the name of a bucket/],
  [{ S3_PREFIX: '/absolute' }, /^S3_PREFIX/],
])('a bucket with %o is refused without repeating its secret', (wrong, words) => {
  const said = refusal({ ...bucket, ...wrong })
  expect(said).toMatch(words)
  expect(said).not.toContain('not for a log')
})
