// A store in a bucket that is unreachable, refuses, is full or breaks off: no data are lost, and the administrator is
// told what to do.
import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import {
  CreateBucketCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { restoreBackup } from '../../server/custody/backup/restore-backup.ts'
import { takeBackup } from '../../server/custody/backup/take-backup.ts'
import { openDiskPlace } from '../../server/platform/store/disk-place.ts'
import { type OpenedStore, openStore, type StoreSettings } from '../../server/platform/store/open-store.ts'
import type { PlaceFault } from '../../server/platform/store/place.ts'
import {
  type BucketSettings,
  createS3Place,
  type S3Place,
  type S3PlaceOptions,
} from '../../server/platform/store/s3-place.ts'
import type { Mover } from '../../server/platform/store/spooled-place.ts'
import { Office } from '../harness/administrator.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aPdf } from '../harness/files.ts'
import { refuse, type S3Server, startS3Server } from '../harness/s3-server.ts'
import { until } from '../harness/wait.ts'

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
  function place(settings: Partial<BucketSettings> = {}, options: Partial<S3PlaceOptions> = {}): S3Place {
    const one = createS3Place({ ...server.settings, ...settings }, { attempts: 2, ...options })
    opened.push(one)
    return one
  }
  afterEach(() => {
    for (const one of opened.splice(0)) one.close()
  })
  /** Where nothing is answered; elsewhere a busy machine would be taken for a silent one. */
  const impatient = { idleMs: 500 }
  const put = (one: S3Place, name: string, content: Uint8Array) =>
    one.put(name, Readable.from([content]), content.length)
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

  it('that works passes the check, which leaves nothing in it', async () => {
    const one = place()
    await one.check()
    for await (const { name } of one.list('')) expect(name).not.toMatch(/check/)
  })

  it('that does not exist is reported with what to do', async () => {
    const [trouble, message] = await refusals(place({ bucket: 'another' }))
    expect(trouble).toBe('no-bucket')
    expect(message).toMatch(
      /the bucket another\/agency at http.* is not there\. Make a bucket called another, or check/,
    )
  })

  it('with versioning is distinguished from one without, one whose lifecycle rule removes old versions, and one that does not answer', async () => {
    const versioned = { ...server.settings, bucket: 'versioned' }
    const client = new S3Client({
      ...{ endpoint: versioned.endpoint, region: versioned.region, forcePathStyle: true },
      credentials: versioned.credentials,
    })
    const Bucket = versioned.bucket
    const becomes = (Status: 'Enabled' | 'Suspended') =>
      client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }))
    const rules = (Prefix: string) =>
      client.send(
        new PutBucketLifecycleConfigurationCommand({
          Bucket,
          LifecycleConfiguration: {
            Rules: [
              { ID: 'r', Status: 'Enabled', Filter: { Prefix }, NoncurrentVersionExpiration: { NoncurrentDays: 1 } },
            ],
          },
        }),
      )
    try {
      await client.send(new CreateBucketCommand({ Bucket }))
      const one = place(versioned)
      expect(await one.keepsVersions()).toBe(false)
      await becomes('Enabled')
      expect(await one.keepsVersions()).toBe(true)
      await becomes('Suspended')
      expect(await one.keepsVersions()).toBe(true)
      await rules('another-installation/')
      expect(await one.keepsVersions()).toBe(true)
      await rules('')
      expect(await one.keepsVersions()).toBe(false)
      for (const [status, code] of [
        [403, 'AccessDenied'],
        [501, 'NotImplemented'],
        [405, 'MethodNotAllowed'],
      ] as const) {
        server.interfere((_request, response) => refuse(response, status, code))
        expect(await one.keepsVersions()).toBeNull()
      }
    } finally {
      client.destroy()
    }
  })

  it('on a server that is not running is reported as unreachable', async () => {
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
  ])('that answers %i %s is reported as: %s', async (status, code, trouble, words) => {
    server.interfere((_request, response) => refuse(response, status, code))
    const [found, message] = await refusals(place())
    expect(found).toBe(trouble)
    expect(message).toMatch(words)
    expect(message).not.toContain('nobody-reads-this')
  })

  it.each([
    [507, 'XMinioStorageFull'],
    [403, 'QuotaExceeded'],
  ])('that is full (%i %s) is reported, and its files can still be read', async (status, code) => {
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

  it('is tried again after a temporary error or a broken connection', async () => {
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

  it('that never answers is given up after a time-out', async () => {
    server.interfere(() => true)
    const { trouble } = await faultOf(put(place({}, impatient), 'objects/silent', Buffer.from('x')))
    expect(trouble).toBe('unreachable')
  })

  it('continues a download where the connection broke', async () => {
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

  it('shows nothing of a large file whose upload broke off, deletes its parts, and accepts it the next time', async () => {
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

  it('that is slow holds at most two parts of a file in memory', async () => {
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
    const written = faultOf(place({}, impatient).put('objects/slow', content, 200 * MEGABYTE))
    await held.promise
    expect((await written).trouble).toBe('unreachable')
    // Two parts of eight, and what stands in the streams between.
    expect(taken).toBeLessThan(24)
  })

  it('with a certificate of the agency’s own authority is trusted once that authority is configured', async () => {
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

describe('the store of an installation with a bucket', () => {
  let dataDir: string
  let settings: StoreSettings
  let opened: OpenedStore
  let mover: Mover | null
  let number = 0
  const fast = { attempts: 2 }
  /** However busy the machine is. */
  const patienceMs = 60_000
  const pace = { everyMs: 20, soonestMs: 20 }

  beforeEach(async () => {
    dataDir = await mkdtemp(join(scratch, 'data-'))
    settings = { dataDir, bucket: { ...server.config, prefix: `installation-${++number}` } }
    opened = await openStore(settings, fast)
    mover = null
  })
  afterEach(async () => {
    server.cut(false)
    await mover?.close()
    opened.bucket?.close()
  })

  async function startMoving(): Promise<void> {
    mover = (await opened.bucket?.startMoving(log, Date.now, pace)) ?? null
  }
  /** As when the server ends and is started again. */
  async function restart(): Promise<void> {
    await mover?.close()
    opened.bucket?.close()
    opened = await openStore(settings, fast)
    await startMoving()
  }
  async function put(key: string, content: Uint8Array): Promise<boolean> {
    const from = join(dataDir, 'handed-in')
    await writeFile(from, content)
    return opened.store.put(key, from)
  }
  async function read(key: string, from = opened): Promise<Buffer | null> {
    const file = await from.store.open(key)
    return file && buffer(file.read())
  }
  async function filesHere(): Promise<string[]> {
    const names: string[] = []
    const folder = await openDiskPlace(join(dataDir, 'store'), randomUUID)
    // In the order in which they move, so that none is missed.
    for (const prefix of ['data-keys/', 'objects/', 'moving/'])
      for await (const { name } of folder.list(prefix)) names.push(name)
    return names
  }
  const inBucket = async () => {
    const place = createS3Place({ ...server.settings, prefix: `installation-${number}` })
    const names: string[] = []
    for await (const { name } of place.list('')) names.push(name)
    place.close()
    // The mover looks at the bucket by a file of its own, for a moment.
    return names.filter((name) => name !== 'check').sort()
  }
  const moved = () => until(async () => (await filesHere()).join(' ') || null, patienceMs)
  const away = () =>
    until(
      async () => ((await mover?.state())?.awaySince === null ? 'the bucket is thought to be there' : null),
      patienceMs,
    )

  it('has a new file at once, and soon after only in the bucket, its key before the file', async () => {
    const content = randomBytes(300_000)
    expect(await put('documents/session-1/abc', content)).toBe(true)
    expect((await read('documents/session-1/abc'))?.equals(content)).toBe(true)
    expect(await inBucket()).toEqual([])
    await startMoving()
    await moved()
    expect(await inBucket()).toEqual([expect.stringMatching(/^data-keys\//), 'objects/documents/session-1/abc'])
    const order = server.asked.filter((asked) => /^PUT .*installation-.*\/(data-keys|objects)\//.test(asked)).slice(-2)
    expect(order).toEqual([expect.stringContaining('data-keys'), expect.stringContaining('objects/')])
    expect((await read('documents/session-1/abc'))?.equals(content)).toBe(true)
    expect(await put('documents/session-1/abc', Buffer.from('another'))).toBe(false)
  })

  it('accepts files while the bucket is unreachable, reports since when and how many wait, and moves them later', async () => {
    await put('recordings/s/1.mkv', Buffer.from('before'))
    await startMoving()
    await moved()
    server.cut(true)
    const content = randomBytes(200_000)
    await put('recordings/s/2.mkv', content)
    expect((await read('recordings/s/2.mkv'))?.equals(content)).toBe(true)
    await away()
    const state = await mover?.state()
    expect(state?.fault?.message).toMatch(/installation-\d+ at http.* cannot be reached/)
    expect(state?.waiting).toMatchObject({ files: 1 })
    await expect(read('recordings/s/1.mkv')).rejects.toThrow(/cannot be reached/)
    // The server is started again before the bucket is back.
    await restart()
    await away()
    server.cut(false)
    await moved()
    await until(
      async () => ((await mover?.state())?.awaySince === null ? null : 'the bucket is thought to be away'),
      patienceMs,
    )
    expect((await read('recordings/s/2.mkv'))?.equals(content)).toBe(true)
    expect(`${await read('recordings/s/1.mkv')}`).toBe('before')
  })

  it('detects within a minute that the bucket is unreachable, even if no file waits', async () => {
    // A clock that goes on five seconds each time it is looked at.
    let time = 0
    mover = (await opened.bucket?.startMoving(log, () => (time += 5000), pace)) ?? null
    const isLookedAt = () =>
      server.asked.some((asked) => asked.startsWith('DELETE') && asked.includes(`-${number}/check`))
    await until(() => (isLookedAt() ? null : 'it was not looked at'), patienceMs)
    // By then that look is over, too.
    await opened.bucket?.check()
    server.cut(true)
    await away()
  })

  it('reports versioning of the bucket, also in the log, and still uses it; no answer about versioning is no fault', async () => {
    const said: string[] = []
    const listening = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) })
    const status = new Map([
      ['Enabled', '<Status>Enabled</Status>'],
      ['none', ''],
    ])
    let answers: 'Enabled' | 'none' | 'refused' = 'Enabled'
    server.interfere((request, response) => {
      if (!request.url?.includes('?versioning')) return false
      if (answers === 'refused') return refuse(response, 403, 'AccessDenied')
      response.writeHead(200, { 'content-type': 'application/xml' })
      response.end(`<VersioningConfiguration>${status.get(answers)}</VersioningConfiguration>`)
      return true
    })
    // Looked at in each round.
    let time = 0
    mover = (await opened.bucket?.startMoving(listening, () => (time += 60_001), pace)) ?? null
    const isSaid = (wanted: boolean) =>
      until(async () => ((await mover?.state())?.keepsVersions === wanted ? null : `it is not ${wanted}`), patienceMs)
    await isSaid(true)
    expect(said.filter((line) => line.includes('keeps earlier versions'))).toHaveLength(1)
    await put('documents/session-1/abc', Buffer.from('as ever'))
    await moved()
    const askedBefore = server.asked.length
    answers = 'refused'
    await until(
      () =>
        server.asked.slice(askedBefore).filter((one) => one.includes('?versioning')).length > 2 ? null : 'not asked',
      patienceMs,
    )
    expect(await mover?.state()).toMatchObject({ keepsVersions: true, awaySince: null, fault: null })
    answers = 'none'
    await isSaid(false)
    expect(said).toHaveLength(1)
  })

  it('loses nothing when it is closed during a move', async () => {
    const content = randomBytes(20 * MEGABYTE)
    await put('recordings/s/film/film.mp4', content)
    const uploading = Promise.withResolvers<void>()
    server.interfere((request) => {
      if (!request.url?.includes('partNumber=2')) return false
      uploading.resolve()
      return true
    })
    await startMoving()
    await uploading.promise
    expect((await filesHere()).some((name) => name.startsWith('moving/'))).toBe(true)
    expect((await read('recordings/s/film/film.mp4'))?.equals(content)).toBe(true)
    const closing = mover?.close()
    server.cut(true)
    await closing
    server.cut(false)
    server.interfere(null)
    await restart()
    await moved()
    expect((await read('recordings/s/film/film.mp4'))?.equals(content)).toBe(true)
  })

  it('downloads only the requested part of a film', async () => {
    const content = randomBytes(4 * MEGABYTE)
    await put('recordings/s/film/film.mp4', content)
    await startMoving()
    await moved()
    let sent = 0
    server.interfere((request) => {
      const [, from = '0', until = '0'] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
      if (request.method === 'GET') sent += Number(until) - Number(from) + 1
      return false
    })
    const file = await opened.store.open('recordings/s/film/film.mp4')
    const [start, end] = [2_000_000, 2_099_999]
    const part = await buffer(file?.read({ start, end }) ?? Readable.from([]))
    expect(part.equals(content.subarray(start, end + 1))).toBe(true)
    expect(sent).toBeLessThan(350_000)
    expect(sent).toBeGreaterThan(100_000)
  })

  it('erases a file with its key; while the bucket is unreachable the erasure fails and nothing is erased', async () => {
    await put('documents/session-1/abc', Buffer.from('to be erased'))
    await startMoving()
    await moved()
    server.cut(true)
    await expect(opened.store.remove('documents/session-1/abc')).rejects.toThrow(/cannot be reached/)
    server.cut(false)
    expect(`${await read('documents/session-1/abc')}`).toBe('to be erased')
    await opened.store.remove('documents/session-1/abc')
    expect(await read('documents/session-1/abc')).toBeNull()
    expect(await inBucket()).toEqual([])
  })

  it('erases a file that is being moved', async () => {
    await put('recordings/s/long.mkv', randomBytes(20 * MEGABYTE))
    const uploading = Promise.withResolvers<void>()
    let held: (() => void) | null = null
    server.interfere((request) => {
      if (!request.url?.includes('partNumber=2') || held) return false
      held = () => request.socket.destroy()
      uploading.resolve()
      return true
    })
    await startMoving()
    await uploading.promise
    const removed = opened.store.remove('recordings/s/long.mkv')
    ;(held as (() => void) | null)?.()
    await removed
    await moved()
    expect(await read('recordings/s/long.mkv')).toBeNull()
    expect(await inBucket()).toEqual([])
  })

  it('has its keys rotated by another process: small files are uploaded again, large ones are not', async () => {
    for (const n of [1, 2, 3]) await put(`documents/session-1/${n}`, Buffer.from(`document ${n}`))
    await startMoving()
    await moved()
    const before = server.asked.length
    const beside = await openStore(settings, fast)
    await beside.keys.rotate()
    expect(await beside.store.rewrap()).toBe(3)
    beside.bucket?.close()
    expect(`${await read('documents/session-1/2')}`).toBe('document 2')
    await moved()
    const puts = server.asked.slice(before).filter((asked) => /^PUT .*\/(objects|data-keys)\//.test(asked))
    expect(puts).toHaveLength(3)
    for (const one of puts) expect(one).toContain('data-keys')
    expect(`${await read('documents/session-1/3')}`).toBe('document 3')
    expect(await opened.store.rewrap()).toBe(0)
  })

  it('is backed up with the files in the bucket and those waiting, and is restored into an empty bucket', async () => {
    const content = randomBytes(300_000)
    await put('recordings/s/moved.mkv', content)
    await startMoving()
    await moved()
    server.cut(true)
    await away()
    await mover?.close()
    server.cut(false)
    await put('recordings/s/waits.mkv', Buffer.from('waits'))
    const folder = join(scratch, 'backup')
    await takeBackup(settings, folder, true)
    // The second time only what is small is written.
    expect((await takeBackup(settings, folder, true)).written).toBeLessThan(10)
    const machine = join(scratch, 'machine')
    await restoreBackup({ from: folder, to: machine, keys: null, erasures: null })
    dataDir = machine
    settings = { dataDir, bucket: { ...server.config, prefix: `installation-${++number}` } }
    await restart()
    await moved()
    expect((await inBucket()).filter((name) => name.startsWith('objects/'))).toHaveLength(2)
    expect((await read('recordings/s/moved.mkv'))?.equals(content)).toBe(true)
    expect(`${await read('recordings/s/waits.mkv')}`).toBe('waits')
  })

  it('moves files that were on this machine before into the bucket', async () => {
    const onDisk = { dataDir }
    const before = await openStore(onDisk)
    await writeFile(join(dataDir, 'handed-in'), 'of last year')
    await before.store.put('documents/session-1/old', join(dataDir, 'handed-in'))
    await restart()
    await moved()
    expect(`${await read('documents/session-1/old')}`).toBe('of last year')
  })

  it('refuses to open when the bucket of its files is not configured or another one is, and names it', async () => {
    await put('documents/session-1/abc', Buffer.from('abc'))
    await startMoving()
    await moved()
    await expect(openStore({ dataDir })).rejects.toThrow(
      /lie in the bucket .*installation-\d+ at .*S3_ENDPOINT is not set/,
    )
    const elsewhere = { ...server.config, prefix: 'elsewhere' }
    await expect(openStore({ dataDir, bucket: elsewhere })).rejects.toThrow(
      /but the settings name the bucket .*elsewhere/,
    )
    const unreadable = { ...server.config, authoritiesFile: join(scratch, 'none.pem') }
    await expect(openStore({ dataDir, bucket: unreadable })).rejects.toThrow(/S3_CA_FILE: .*none\.pem cannot be read/)
  })

  it('reads the secret from its file, and reports a file that cannot be read', async () => {
    const file = join(dataDir, 'secret')
    await writeFile(file, 'the first\n')
    const other = await openStore({
      dataDir,
      bucket: { ...server.config, prefix: 'by-file', secretAccessKey: { file } },
    })
    await other.bucket?.check()
    await rm(file)
    const third = await openStore({
      dataDir,
      bucket: { ...server.config, prefix: 'by-file', secretAccessKey: { file } },
    })
    await expect(third.bucket?.check()).rejects.toThrow(/S3_SECRET_ACCESS_KEY_FILE: .*cannot be read/)
    for (const one of [other, third]) one.bucket?.close()
  })
})

describe('a server with a bucket', () => {
  const credentials = { username: 'lan.tran', password: 'một câu dài dễ nhớ' }
  const asEnvironment = () => ({
    S3_ENDPOINT: server.config.endpoint,
    S3_BUCKET: server.config.bucket,
    S3_PREFIX: 'office',
    S3_ACCESS_KEY_ID: 'a-key',
    S3_SECRET_ACCESS_KEY: 'nobody-reads-this',
  })
  const Health = z.object({
    status: z.string(),
    parts: z.array(z.object({ name: z.string(), status: z.string(), message: z.string() })),
  })

  it('does not start if the bucket cannot be used, and says what to do', async () => {
    const wrong = { ...asEnvironment(), S3_BUCKET: 'misspelt' }
    await expect(DemoServer.startEmpty(wrong)).rejects.toThrow(/Make a bucket called misspelt, or check S3_BUCKET/)
  })

  it('keeps running while the bucket is unreachable, tells staff, and has every file later; its log contains no secret', async () => {
    const app = await DemoServer.startEmpty({ ...asEnvironment(), LOG_LEVEL: 'debug' })
    try {
      const { origin, hash } = new URL(app.setUpUrl)
      await Office.enters(origin, 'setup', { token: hash.slice(1), displayName: 'Trần Thị Lan', ...credentials })
      const office = await Office.enters(origin, 'login', credentials)
      const sessionId = await office.books()
      const health = async () => Health.parse(await (await fetch(`${origin}/health`)).json())
      const storeIs = (message: RegExp) =>
        until(async () => {
          const part = (await health()).parts.find(({ name }) => name === 'store')
          return part && message.test(part.message) ? null : JSON.stringify(part)
          // After some attempts the next is a minute away.
        }, 90_000)
      const disk = async () => JSON.parse(`${await office.get('/operations/disk')}`).bucket

      await office.hands(sessionId, aPdf(1))
      await storeIs(/answers; 0 files/)
      expect(await disk()).toEqual({
        waitingFiles: 0,
        waitingBytes: 0,
        awaySince: null,
        trouble: null,
        keepsVersions: false,
      })
      server.cut(true)
      await office.hands(sessionId, aPdf(2))
      await storeIs(/the bucket diemcau\/office at .* cannot be reached.*Until then 1 files .* wait on this machine/)
      expect((await health()).status).toBe('warning')
      expect(await disk()).toMatchObject({ waitingFiles: 1, trouble: 'unreachable', awaySince: expect.any(Number) })
      const documents = await office.documents(sessionId)
      const files = () =>
        Promise.allSettled(
          documents.map(({ documentId }) => office.get(`/sessions/${sessionId}/documents/${documentId}/file`)),
        )
      const given = async () => (await files()).flatMap((one) => (one.status === 'fulfilled' ? [one.value.length] : []))
      expect(await given()).toEqual([aPdf(2).length])
      const refused = (await files()).find((one) => one.status === 'rejected')?.reason
      expect(`${refused}`).toMatch(/503: .*"store-away".*nothing is lost; try again in a few minutes/)
      server.cut(false)
      await storeIs(/answers; 0 files/)
      expect((await given()).sort((a, b) => a - b)).toEqual([aPdf(1).length, aPdf(2).length])
      expect(app.output.join('\n')).not.toContain('nobody-reads-this')
    } finally {
      await app.close()
    }
  })
})
