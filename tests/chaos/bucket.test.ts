// A store in a bucket that cannot be reached, refuses, is full, or breaks off: nothing is lost, and whoever runs the server reads what to do.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { restoreBackup } from '../../server/backup/restore-backup.ts'
import { takeBackup } from '../../server/backup/take-backup.ts'
import { type OpenedStore, openStore, type StoreSettings } from '../../server/store/open-store.ts'
import type { PlaceFault } from '../../server/store/place.ts'
import { type BucketSettings, createS3Place, type S3Place } from '../../server/store/s3-place.ts'
import type { Mover } from '../../server/store/spooled-place.ts'
import { refuse, type S3Server, startS3Server } from '../harness/s3-server.ts'

const MEGABYTE = 1024 * 1024
const run = promisify(execFile)
const log = pino({ level: 'silent' })

let server: S3Server
let scratch: string
beforeAll(async () => {
  server = await startS3Server()
  scratch = await mkdtemp(join(tmpdir(), 'diemcau-bucket-'))
})
afterEach(() => {
  server.interfere(null)
  server.cut(false)
})
afterAll(async () => {
  await server.close()
  await rm(scratch, { recursive: true })
})

describe('a bucket', () => {
  const opened: S3Place[] = []
  function place(settings: Partial<BucketSettings> = {}): S3Place {
    const one = createS3Place({ ...server.settings, ...settings }, { attempts: 2, connectMs: 1000, idleMs: 500 })
    opened.push(one)
    return one
  }
  afterEach(() => {
    for (const one of opened.splice(0)) one.close()
  })
  const put = (one: S3Place, name: string, content: Uint8Array) => one.put(name, Readable.from([content]), content.length)
  const faultOf = (work: Promise<unknown>): Promise<PlaceFault> =>
    work.then(
      () => {
        throw new Error('it was done')
      },
      (error) => error,
    )
  /** Whatever is asked of it, it says the same. */
  async function refusals(one: S3Place): Promise<[string, string]> {
    const faults = [
      await faultOf(put(one, 'objects/a', Buffer.from('a'))),
      await faultOf(put(one, 'objects/a', randomBytes(9 * MEGABYTE))),
      await faultOf(one.read('objects/a')),
      await faultOf(one.list('objects/')[Symbol.asyncIterator]().next()),
      await faultOf(one.check()),
    ]
    expect(new Set(faults.map(({ trouble }) => trouble)).size, faults.map(({ message }) => message).join('\n')).toBe(1)
    const [{ trouble, message } = { trouble: '', message: '' }] = faults
    return [trouble, message]
  }

  it('that works is found to work, and is left as it was', async () => {
    const one = place()
    await one.check()
    for await (const { name } of one.list('')) expect(name).not.toMatch(/check/)
  })

  it('is told from one that is not there', async () => {
    const [trouble, message] = await refusals(place({ bucket: 'another' }))
    expect(trouble).toBe('no-bucket')
    expect(message).toMatch(/the bucket another\/agency at http.* is not there\. Make a bucket called another, or check/)
  })

  it('on a server that nobody started says so', async () => {
    const [trouble, message] = await refusals(place({ endpoint: 'http://127.0.0.1:9' }))
    expect(trouble).toBe('unreachable')
    expect(message).toMatch(/cannot be reached \(ECONNREFUSED\)\. Start it, or check S3_ENDPOINT/)
  })

  it.each([
    [403, 'InvalidAccessKeyId', 'refused', /refuses the key.*S3_ACCESS_KEY_ID/],
    [403, 'SignatureDoesNotMatch', 'refused', /refuses the key.*secret/],
    [403, 'AccessDenied', 'refused', /must be allowed to read, write, delete and list/],
    [400, 'AuthorizationHeaderMalformed', 'wrong-region', /another region than us-east-1.*S3_REGION/],
    [403, 'RequestTimeTooSkewed', 'clock', /Set both clocks/],
    [503, 'SlowDown', 'unreachable', /cannot be reached \(SlowDown\)/],
    [400, 'InvalidStorageClass', 'other', /does not do what it is asked for \(InvalidStorageClass\)/],
  ])('that answers %i %s: %s', async (status, code, trouble, words) => {
    server.interfere((_request, response) => refuse(response, status, code))
    const [found, message] = await refusals(place())
    expect(found).toBe(trouble)
    expect(message).toMatch(words)
    expect(message).not.toContain('nobody-reads-this')
  })

  it.each([
    [507, 'XMinioStorageFull'],
    [403, 'QuotaExceeded'],
  ])('that is full (%i %s) says so, and still gives back what it has', async (status, code) => {
    const one = place()
    await put(one, 'objects/before', Buffer.from('before'))
    server.interfere(
      (request, response) => (request.method === 'PUT' || request.method === 'POST') && refuse(response, status, code),
    )
    for (const bytes of [10, 9 * MEGABYTE]) {
      const { trouble, message } = await faultOf(put(one, 'objects/after', randomBytes(bytes)))
      expect(trouble).toBe('full')
      expect(message).toMatch(/is full.*Make room there/)
    }
    expect(`${await buffer((await one.read('objects/before')) ?? Readable.from([]))}`).toBe('before')
    expect(await one.size('objects/after')).toBeNull()
  })

  it('is asked again when it answers that it cannot just now, or hangs up', async () => {
    const one = place()
    let refused = 0
    server.interfere((_request, response) => refused++ % 2 === 0 && refuse(response, 503, 'SlowDown'))
    await put(one, 'objects/again', Buffer.from('again'))
    server.interfere((request) => {
      if (refused++ % 2 === 1) return false
      request.socket.destroy()
      return true
    })
    expect(`${await buffer((await one.read('objects/again')) ?? Readable.from([]))}`).toBe('again')
    expect(refused).toBe(4)
  })

  it('that says nothing at all is given up after a while', async () => {
    server.interfere(() => true)
    const { trouble } = await faultOf(put(place(), 'objects/silent', Buffer.from('x')))
    expect(trouble).toBe('unreachable')
  })

  it('goes on sending a file where the connection broke off', async () => {
    const one = place()
    const content = randomBytes(6 * MEGABYTE)
    await put(one, 'objects/torn', content)
    let torn = 0
    server.interfere((request, response) => {
      if (request.method !== 'GET' || torn++ >= 3) return false
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
      response.writeHead(from === 0 ? 200 : 206, { 'content-length': content.length - from })
      response.write(content.subarray(from, from + MEGABYTE), () => response.destroy())
      return true
    })
    expect((await buffer((await one.read('objects/torn')) ?? Readable.from([]))).equals(content)).toBe(true)
    expect(torn).toBe(4)
  })

  it('shows nothing of a large file whose upload broke off, keeps no part of it, and takes it the next time', async () => {
    const one = place()
    const content = randomBytes(40 * MEGABYTE)
    server.interfere((request) => {
      if (!request.url?.includes('partNumber=3')) return false
      request.socket.destroy()
      return true
    })
    expect((await faultOf(put(one, 'objects/upload', content))).trouble).toBe('unreachable')
    expect(await one.size('objects/upload')).toBeNull()
    expect(server.asked.some((asked) => /^DELETE .*objects\/upload\?.*uploadId=/.test(asked))).toBe(true)
    server.interfere(null)
    await put(one, 'objects/upload', content)
    expect(await one.size('objects/upload')).toBe(content.length)
  })

  it('that is slow has no more than two parts of a file waiting for it in memory', async () => {
    let taken = 0
    const piece = Buffer.alloc(MEGABYTE)
    const content = Readable.from(
      (function* () {
        for (; taken < 200; taken++) yield piece
      })(),
      { highWaterMark: 1 },
    )
    const held = Promise.withResolvers<void>()
    let parts = 0
    server.interfere((request) => {
      if (!request.url?.includes('partNumber=')) return false
      parts += 1
      if (parts === 2) held.resolve()
      return true
    })
    const written = faultOf(place().put('objects/slow', content, 200 * MEGABYTE))
    await held.promise
    expect((await written).trouble).toBe('unreachable')
    // Two parts of eight, and what stands in the streams between.
    expect(taken).toBeLessThan(24)
  })

  it('with a certificate of the agency’s own is trusted once its authority is named', async () => {
    const [keyFile, certFile] = [join(scratch, 'tls.key'), join(scratch, 'tls.pem')]
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', '/CN=s3.example', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', keyFile, '-out', certFile],
    ])
    const [key, cert] = [await readFile(keyFile, 'utf8'), await readFile(certFile, 'utf8')]
    const encrypted = await startS3Server({ key, cert })
    try {
      const [trouble, message] = await refusals(place(encrypted.settings))
      expect(trouble).toBe('untrusted')
      expect(message).toMatch(/not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. Set S3_CA_FILE/)
      await place({ ...encrypted.settings, authorities: cert }).check()
    } finally {
      await encrypted.close()
    }
  })
})
