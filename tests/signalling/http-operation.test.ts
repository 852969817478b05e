import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountId } from '../../shared/kernel/ids.ts'
import { ErrorReply } from '../../shared/wire/error-reply.ts'
import { aCommune } from '../harness/agency.ts'
import { HttpServer } from '../harness/http.ts'
import { until } from '../harness/wait.ts'

let server: HttpServer
let directory: string
const largeScript = `console.log(${JSON.stringify('x'.repeat(2000))})`
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-pages-'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<!doctype html><html lang="vi"><title>Điểm Cầu</title>')
  await writeFile(join(directory, 'assets', 'main-abc123.js'), largeScript)
  await writeFile(join(directory, 'assets', 'main-abc123.js.br'), 'brotli of main')
  server = await HttpServer.start({ clientDirectory: directory })
})
afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

const html = { accept: 'text/html,application/xhtml+xml' }

describe('the pages', () => {
  it.each(['/', '/join', '/sessions/018f/links', '/setup'])('are served at %s and never cached', async (url) => {
    const { status, headers, text } = await server.call('GET', url, { headers: html })
    const said = 'data-palette="blue" data-letterhead="state"'
    expect([status, text]).toEqual([200, `<!doctype html><html ${said} lang="vi"><title>Điểm Cầu</title>`])
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
  })

  it('contain the colours and the letterhead of the agency in the HTML', async () => {
    const by = AccountId.parse('administrator')
    await server.agency.changePalette(by, 'teal')
    await server.agency.change(by, { ...aCommune, letterhead: 'party' })
    const { text } = await server.call('GET', '/', {})
    expect(text).toContain('<html data-palette="teal" data-letterhead="party" lang="vi">')
  })

  it('load assets that are cached forever, and compressed if the browser accepts it', async () => {
    const url = '/assets/main-abc123.js'
    const plain = await server.call('GET', url)
    expect(plain.text).toBe(largeScript)
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const compressed = await server.call('GET', url, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(compressed.headers['content-encoding']).toBe('br')
    expect(compressed.headers['content-type']).toMatch('javascript')
    expect(compressed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it.each([
    ['GET', '/assets/main-old.js', html],
    ['GET', '/api/nothing', html],
    ['GET', '/favicon.ico', {}],
    ['POST', '/join', html],
    ['GET', '/%2e%2e/package.json', {}],
    ['GET', '/%00', {}],
    ['GET', `/assets/${'a'.repeat(300)}`, {}],
    ['GET', `/${'%E1%BA%BF'.repeat(100)}`, {}],
    ['GET', '/%', {}],
    ['GET', '/api/sessions/%', {}],
    ['GET', `/api/sessions/${'a'.repeat(300)}`, {}],
  ] as const)('are not sent for %s %s', async (method, url, headers) => {
    const { status, body } = await server.call(method, url, { headers })
    expect([status, body.error.code]).toEqual([404, 'not-found'])
  })

  it('allow only scripts and connections of this server, and no framing', async () => {
    const { headers } = await server.call('GET', '/join', { headers: html })
    const policy = new Map(
      String(headers['content-security-policy'])
        .split(';')
        .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
    )
    expect(policy.get('default-src')).toBe("'self'")
    expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'")
    expect(policy.get('connect-src')).toBe("'self'")
    expect(policy.get('worker-src')).toBe("'self' blob:")
    expect(policy.get('media-src')).toBe("'self' blob:")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('object-src')).toBe("'none'")
    expect(policy.has('upgrade-insecure-requests')).toBe(false)
    expect(headers['permissions-policy']).toMatch('camera=(self), microphone=(self), display-capture=(self)')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(headers['strict-transport-security']).toBeDefined()
  })

  it('do not require https if the agency has none', async () => {
    const plain = await HttpServer.start({ cookieSecure: false })
    const { cookie } = await plain.signIn()
    expect(cookie).toMatch(/^diemcau=/)
    const { status, headers } = await plain.call('GET', '/api/me', { cookie })
    expect(status).toBe(200)
    expect(headers['strict-transport-security']).toBeUndefined()
    await plain.close()
  })
})

describe('the API', () => {
  it('has a valid OpenAPI 3.1 document in which every schema has one name and is used', async () => {
    const { body } = await server.call('GET', '/api/docs/json')
    expect(body.openapi).toBe('3.1.0')
    const result = await new Validator().validate(body)
    expect(result).toMatchObject({ valid: true })
    const names = Object.keys(body.components.schemas)
    expect(names).toEqual(expect.arrayContaining(['Account', 'Error', 'NewSession', 'SessionDetail']))
    expect(names.filter((name) => name.endsWith('Input'))).toEqual([])
    for (const name of names) expect(JSON.stringify(body)).toContain(`"#/components/schemas/${name}"`)
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/health', '/api/login', '/api/sessions/{sessionId}/minutes.pdf', '/api/entrance']),
    )
    expect(body.paths['/api/accounts'].post).toMatchObject({
      security: [{ login: [] }],
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewAccount' } } } },
    })
    expect(body.paths['/api/login'].post.security).toEqual([])
    expect(Object.keys(body.paths['/api/entrance'].get.responses)).toEqual(['200', '4XX', '5XX'])
  })

  it('has a documentation page that loads nothing from elsewhere', async () => {
    const page = await server.call('GET', '/api/docs/')
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).not.toMatch(/https:|unsafe-eval/)
    expect(policy).toMatch(/script-src 'self'|default-src 'self'/)
    const [script = ''] = /\.\/static\/[\w-]+bundle\.js|static\/[\w-]+bundle\.js/.exec(page.text) ?? []
    expect((await server.call('GET', `/api/docs/${script}`)).status).toBe(200)
  })

  it('requires signing in, except for these routes', async () => {
    const { body } = await server.call('GET', '/api/docs/json')
    const open: string[] = []
    for (const [path, operations] of Object.entries<object>(body.paths))
      for (const method of Object.keys(operations)) {
        const url = path.replaceAll(/\{\w+\}/g, 'x')
        const { status } = await server.call(method.toUpperCase() as 'GET', url, method === 'get' ? {} : { body: {} })
        if (status !== 401) open.push(`${method} ${path} ${status}`)
      }
    expect(open.sort()).toEqual([
      // On top of the pages for citizens.
      'get /api/agency/emblem/{sha256} 404',
      'get /api/agency/public 200',
      // Citizens have no account.
      'get /api/public-pages 204',
      'get /api/reception/calendar 200',
      'get /api/reception/challenge 200',
      'get /api/verification-key 200',
      'get /health 200',
      'post /api/followed-cases 400',
      'post /api/login 400',
      'post /api/logout 204',
      // With a one-time link alone.
      'post /api/password-link 400',
      'post /api/password-link/password 403',
      'post /api/petitions 415',
      'post /api/reception/appointment 400',
      'post /api/reception/appointment/arrival 400',
      'post /api/reception/appointment/cancellation 400',
      'post /api/reception/appointment/move 400',
      'post /api/reception/appointments 400',
      'post /api/setup 400',
      'post /api/verified-papers 400',
    ])
  })

  it.each([
    ['no JSON', 'POST', { body: '{"username":', headers: { 'content-type': 'application/json' } }, 400, 'invalid'],
    ['an empty body', 'POST', { headers: { 'content-type': 'application/json' } }, 400, 'invalid'],
    ['no object', 'POST', { body: [] }, 400, 'invalid'],
    ['another type of body', 'POST', { body: 'x=1', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported'],
    ['a body too large', 'POST', { body: { username: 'x'.repeat(70_000) } }, 413, 'too-large'],
    ['a method that is not there', 'PATCH', { body: {} }, 404, 'not-found'],
  ] as const)('answers %s in the standard error format', async (_what, method, call, status, code) => {
    const answer = await server.call(method, '/api/login', call)
    expect([answer.status, answer.body.error?.code]).toEqual([status, code])
    expect(ErrorReply.strict().safeParse(answer.body).success).toBe(true)
    expect(answer.text).not.toMatch(/FST_|Fastify|at .*\.ts/)
  })

  it('hides the text of a fault, and logs it under the incident number in the answer', async () => {
    const { cookie } = await server.signIn()
    await server.redis.redis().set('{accounts}:usernames-backup', 'x')
    await server.redis.redis().rename('{accounts}:usernames', '{accounts}:usernames-kept')
    await server.redis.redis().hset('{accounts}:usernames', 'broken', 'broken')
    await server.redis.redis().hset('{accounts}:broken', 'username', 'secret detail')
    const { cookie: administrator } = await server.signIn('administrator')
    const { status, body } = await server.call('GET', '/api/accounts', { cookie: administrator })
    expect([status, body.error.code]).toEqual([500, 'internal'])
    expect(body.error.message).toContain(body.error.incident)
    expect(body.error.message).not.toContain('secret')
    expect(server.logged.filter((line) => line.includes(body.error.incident))).toHaveLength(1)
    expect((await server.call('GET', '/api/me', { cookie })).status).toBe(200)
  })

  it('has time-outs for slow clients', () => {
    const { headersTimeout, requestTimeout, timeout } = server.app.server
    expect([headersTimeout, requestTimeout, timeout]).toEqual([10_000, 900_000, 300_000])
  })
})

describe('behind a proxy', () => {
  it('takes the client address from X-Forwarded-For of a known proxy only', async () => {
    const proxied = await HttpServer.start({ trustProxy: ['10.0.0.0/24'] })
    const body = { token: 'guess', username: 'someone', displayName: 'Ai đó', password: 'một mật khẩu đủ dài' }
    const tries = async (address: string) => {
      const answers = await Promise.all(
        Array.from({ length: 21 }, (_, index) =>
          proxied.call('POST', '/api/setup', { body, address, headers: { 'x-forwarded-for': `203.0.113.${index}` } }),
        ),
      )
      return answers.filter(({ status }) => status === 429).length
    }
    expect(await tries('10.0.0.1')).toBe(0)
    expect(await tries('192.0.2.1')).toBe(1)
    await proxied.close()
  })
})

describe('health', () => {
  it('is ok when Redis is durable and media run', async () => {
    const { status, body, headers } = await server.call('GET', '/health')
    expect([status, body.status]).toEqual([200, 'ok'])
    expect(body.parts.map(({ name }: { name: string }) => name)).toEqual(['redis', 'media'])
    expect(headers['cache-control']).toBe('no-store')
  })

  it('warns of a Redis that may lose data, with the reason', async () => {
    const redis = server.redis.redis()
    await redis.config('SET', 'appendfsync', 'everysec')
    const { status, body } = await server.call('GET', '/health')
    expect([status, body.status, body.parts[0].status]).toEqual([200, 'warning', 'warning'])
    expect(body.parts[0].message).toContain('appendfsync is everysec, but must be always')
    await redis.config('SET', 'appendfsync', 'always')
  })

  it.each([
    ['has no memory left', 'maxmemory', '1', '0', /refuses to write: it has as much in memory/],
    ['waits for replicas that are away', 'min-replicas-to-write', '1', '0', /refuses to write: the replicas/],
  ])('is down while Redis answers but refuses to write because it %s', async (_why, setting, bad, good, words) => {
    const redis = server.redis.redis()
    await redis.config('SET', setting, bad)
    await until(async () => {
      const { status, body } = await server.call('GET', '/health')
      return status === 503 && words.test(body.parts[0].message) ? null : `${status} ${body.parts[0].message}`
    })
    await redis.config('SET', setting, good)
    await until(async () => ((await server.call('GET', '/health')).status === 200 ? null : 'still bad'))
  })

  it('is down without a media process', async () => {
    server.mediaWorkers = 0
    const { status, body } = await server.call('GET', '/health')
    expect([status, body.status, body.parts[1].status]).toEqual([503, 'down', 'down'])
    server.mediaWorkers = 2
  })

  it('names a media process that does not answer or was replaced, and what to look at', async () => {
    server.mediaTrouble = { silent: [{ pid: 4711, forMs: 3_200 }], replaced: [] }
    const { status, body } = await server.call('GET', '/health')
    expect([status, body.status, body.parts[1].status]).toEqual([200, 'warning', 'warning'])
    expect(body.parts[1].message).toMatch(/4711 has not answered for 3 s.*ended and replaced.*overloaded/)
    server.mediaWorkers = 0
    expect((await server.call('GET', '/health')).body.parts[1]).toMatchObject({
      status: 'down',
      message: expect.stringContaining('Media process 4711 has not answered'),
    })
    server.mediaWorkers = 2
    server.mediaTrouble = { silent: [], replaced: [{ pid: 4711, agoMs: 61_000 }] }
    const after = await server.call('GET', '/health')
    expect(after.body.parts[1]).toMatchObject({
      status: 'warning',
      message: expect.stringMatching(/2 media processes run.*replaced: 4711 \(2 minutes ago\)/),
    })
    server.mediaTrouble = { silent: [], replaced: [] }
  })

  it('names the missing files of a speech model, and warns that there are no automatic captions', async () => {
    server.speech = { state: 'incomplete', folder: '/srv/model', missing: ['joiner*.onnx', 'tokens.txt'] }
    const { status, body } = await server.call('GET', '/health')
    expect([status, body.status, body.parts[2].status]).toEqual([200, 'warning', 'warning'])
    expect(body.parts[2].message).toContain('joiner*.onnx, tokens.txt is missing or empty in /srv/model')
    server.speech = { state: 'ready' }
    expect((await server.call('GET', '/health')).body.status).toBe('ok')
    server.speech = null
  })

  it('gives the reason why there are no time stamps, and says that they are made later', async () => {
    server.timeStamps = { fault: 'http://tsa.example/tsa does not answer' }
    const { status, body } = await server.call('GET', '/health')
    expect([status, body.status, body.parts[2].status]).toEqual([200, 'warning', 'warning'])
    expect(body.parts[2].message).toMatch(/tsa does not answer\. Check TIME_STAMP_URL.*stamped later/)
    server.timeStamps = { fault: null }
    expect((await server.call('GET', '/health')).body.status).toBe('ok')
    server.timeStamps = null
  })

  it('warns while the machine clock differs from session time, with the difference', async () => {
    server.clockAheadMs = -3_600_000
    const { status, body } = await server.call('GET', '/health')
    server.clockAheadMs = 0
    expect([status, body.status]).toEqual([200, 'warning'])
    expect(body.parts.find(({ name }: { name: string }) => name === 'clock').message).toContain('3600 s behind')
  })

  it('names for an hour the programs that hung and were restarted', async () => {
    server.standstills = [{ program: 'recorder', pid: 4711, agoMs: 61_000 }]
    const { status, body } = await server.call('GET', '/health')
    server.standstills = []
    expect([status, body.status]).toEqual([200, 'warning'])
    const { message } = body.parts.find(({ name }: { name: string }) => name === 'programs')
    expect(message).toContain('the program that records a track (process 4711, 2 minutes ago)')
  })

  it('warns that uploaded files cannot be read for want of a sandbox', async () => {
    server.readsFiles = false
    const { status, body } = await server.call('GET', '/health')
    server.readsFiles = true
    expect([status, body.status]).toEqual([200, 'warning'])
    expect(body.parts.find(({ name }: { name: string }) => name === 'files').message).toContain('util-linux-extra')
  })

  it('warns that no virus scanner is configured', async () => {
    server.scansFiles = false
    const { status, body } = await server.call('GET', '/health')
    server.scansFiles = true
    expect([status, body.status]).toEqual([200, 'warning'])
    expect(body.parts.find(({ name }: { name: string }) => name === 'scanner').message).toContain('CLAMD_SOCKET')
  })

  it('is down while Redis is unreachable, and ok again afterwards', async () => {
    await server.redis.kill()
    const { status, body } = await server.call('GET', '/health')
    expect([status, body.status, body.parts[0].message]).toMatchObject([503, 'down', /cannot be reached/])
    await server.redis.restart()
    expect((await server.call('GET', '/health')).status).toBe(200)
  })
})

describe('metrics', () => {
  it('can be read from this machine only, and not through a proxy on it', async () => {
    const { status, text, headers } = await server.call('GET', '/metrics')
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch('text/plain')
    expect(text).toMatch(/^process_cpu_seconds_total /m)
    expect(text).toMatch(/^diemcau_media_workers 0$/m)
    const proxied = { headers: { 'x-forwarded-for': '203.0.113.9' } }
    expect((await server.call('GET', '/metrics', proxied)).status).toBe(403)
    expect((await server.call('GET', '/metrics', { address: '10.1.2.3' })).status).toBe(403)
  })

  it('count commands by type and outcome, sessions, and durations', async () => {
    const { cookie } = await server.signIn()
    const { sessionId } = await server.schedule(cookie)
    await server.call('POST', `/api/sessions/${sessionId}/close`, { cookie, body: {} })
    const { text } = await server.call('GET', '/metrics')
    expect(text).toMatch(/^diemcau_commands_total\{type="admission.invite",outcome="ok"\} 4$/m)
    expect(text).toMatch(/^diemcau_commands_total\{type="session.close",outcome="session.not-open"\} 1$/m)
    expect(text).toMatch(/^diemcau_command_seconds_count 10$/m)
    expect(text).toMatch(/^diemcau_sessions 1$/m)
  })

  it('can be read from elsewhere with the token, if one is configured', async () => {
    const other = await HttpServer.start({ metricsToken: '0123456789abcdef' })
    const read = async (token?: string) =>
      (await other.call('GET', '/metrics', { address: '10.1.2.3', ...(token !== undefined && { token }) })).status
    expect([await read('0123456789abcdef'), await read('0123456789abcdeg'), await read()]).toEqual([200, 403, 403])
    await other.close()
  })
})
