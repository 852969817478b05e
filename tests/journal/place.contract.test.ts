// The contract of a place of the store, tested for a folder, a bucket, and a bucket with a folder before it.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDiskPlace } from '../../server/platform/store/disk-place.ts'
import type { ByteRange, Place } from '../../server/platform/store/place.ts'
import { createS3Place } from '../../server/platform/store/s3-place.ts'
import { createSpooledPlace, movingFolder } from '../../server/platform/store/spooled-place.ts'
import { type S3Server, startS3Server } from '../harness/s3-server.ts'

const MEGABYTE = 1024 * 1024

interface Opened {
  readonly place: Place
  close(): Promise<void>
}

async function inFolder(): Promise<Opened> {
  const root = await mkdtemp(join(tmpdir(), 'diemcau-place-'))
  return { place: await openDiskPlace(root, randomUUID), close: () => rm(root, { recursive: true }) }
}

async function inBucket(): Promise<Opened> {
  const server: S3Server = await startS3Server()
  const place = createS3Place(server.settings, { namesPerPage: 3 })
  return {
    place,
    async close() {
      place.close()
      await server.close()
    },
  }
}

/** Half of what is put has been moved by the time it is looked for. */
async function inBucketBehindFolder(): Promise<Opened> {
  const root = await mkdtemp(join(tmpdir(), 'diemcau-place-'))
  const { place: bucket, close } = await inBucket()
  const folder = await openDiskPlace(root, randomUUID)
  const movingRoot = join(root, movingFolder)
  const moving = await openDiskPlace(movingRoot, randomUUID)
  const place = createSpooledPlace({ folder, moving, movingRoot, bucket })
  let count = 0
  return {
    place: {
      ...place,
      async put(...one) {
        await place.put(...one)
        if (count++ % 2 === 0) await place.move(new AbortController().signal)
      },
    },
    async close() {
      await close()
      await rm(root, { recursive: true })
    },
  }
}

describe.each([
  ['a folder', inFolder],
  ['a bucket', inBucket],
  ['a bucket with a folder before it', inBucketBehindFolder],
])('%s', (_name, open) => {
  let place: Place
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ place, close } = await open())
  })
  afterAll(() => close())

  const put = (name: string, content: Uint8Array) => place.put(name, Readable.from([content]), content.length)
  async function read(name: string, range?: ByteRange): Promise<Buffer | null> {
    const content = await place.read(name, range)
    return content && buffer(content)
  }
  async function listed(prefix: string) {
    const found: { name: string; bytes: number }[] = []
    for await (const one of place.list(prefix)) found.push(one)
    return found.sort((one, other) => (one.name < other.name ? -1 : 1))
  }

  it.each([0, 1, 70_000, 20 * MEGABYTE + 7])('returns %i bytes unchanged', async (bytes) => {
    const content = randomBytes(bytes)
    await put(`objects/whole/${bytes}`, content)
    expect(await place.size(`objects/whole/${bytes}`)).toBe(bytes)
    expect((await read(`objects/whole/${bytes}`))?.equals(content)).toBe(true)
  })

  it('returns any range, both ends included, and what exists of a range beyond the end', async () => {
    const content = randomBytes(200_000)
    await put('objects/parts/one', content)
    for (const [start, end] of [
      [0, 0],
      [0, 31],
      [65_535, 65_536],
      [131_000, 199_999],
    ] as const)
      expect((await read('objects/parts/one', { start, end }))?.equals(content.subarray(start, end + 1))).toBe(true)
    expect(await read('objects/parts/one', { start: 199_990, end: 300_000 })).toHaveLength(10)
    expect(await read('objects/parts/one', { start: 200_000, end: 200_010 })).toHaveLength(0)
  })

  it('has nothing under an unused name', async () => {
    expect(await place.read('objects/nobody/nothing')).toBeNull()
    expect(await place.size('objects/nobody/nothing')).toBeNull()
    expect(await listed('objects/nobody/')).toEqual([])
    await place.remove('objects/nobody/nothing')
  })

  it('keeps the later of two contents under one name', async () => {
    await put('data-keys/aa/1.json', Buffer.from('the first'))
    await put('data-keys/aa/1.json', Buffer.from('second'))
    expect(`${await read('data-keys/aa/1.json')}`).toBe('second')
    expect(await listed('data-keys/aa/')).toEqual([{ name: 'data-keys/aa/1.json', bytes: 6 }])
  })

  it('lists names with a given prefix, and their sizes', async () => {
    await put('objects/list/session-1/one', Buffer.from('1'))
    await put('objects/list/session-1/deep/two', Buffer.from('22'))
    await put('objects/list/session-10/three', Buffer.from('333'))
    expect(await listed('objects/list/session-1/')).toEqual([
      { name: 'objects/list/session-1/deep/two', bytes: 2 },
      { name: 'objects/list/session-1/one', bytes: 1 },
    ])
    expect((await listed('objects/list/session-1')).map(({ bytes }) => bytes)).toEqual([2, 1, 3])
    expect(await listed('objects/list/')).toHaveLength(3)
  })

  it('lists all names, even over several pages', async () => {
    const names = Array.from({ length: 10 }, (_, n) => `objects/many/${n}`)
    await Promise.all(names.map((name) => put(name, Buffer.from('x'))))
    expect((await listed('objects/many/')).map(({ name }) => name)).toEqual(names)
  })

  it('removes a file, and accepts a new one in the same folder', async () => {
    await put('objects/removed/one', Buffer.from('1'))
    await place.remove('objects/removed/one')
    expect(await place.size('objects/removed/one')).toBeNull()
    expect(await listed('objects/removed/')).toEqual([])
    await put('objects/removed/two', Buffer.from('2'))
    expect(await listed('objects/removed/')).toEqual([{ name: 'objects/removed/two', bytes: 1 }])
  })

  it('keeps a file that is put while its folder is being emptied', async () => {
    for (let round = 0; round < 20; round++) {
      await put(`objects/turn/${round}`, Buffer.from('old'))
      await Promise.all([place.remove(`objects/turn/${round}`), put(`objects/turn/${round}-new`, Buffer.from('new'))])
      expect(await listed('objects/turn/')).toEqual([{ name: `objects/turn/${round}-new`, bytes: 3 }])
      await place.remove(`objects/turn/${round}-new`)
    }
  })

  it.each([
    ['small', 100_000],
    ['large', 20 * MEGABYTE],
  ])('does not show a %s file before it is complete', async (_size, bytes) => {
    const name = `objects/slow/${bytes}`
    const first = Promise.withResolvers<void>()
    const rest = Promise.withResolvers<void>()
    const content = Readable.from(
      (async function* () {
        yield randomBytes(bytes - 1)
        first.resolve()
        await rest.promise
        yield randomBytes(1)
      })(),
    )
    const written = place.put(name, content, bytes)
    await first.promise
    expect(await place.size(name)).toBeNull()
    expect(await listed('objects/slow/')).not.toContainEqual({ name, bytes })
    rest.resolve()
    await written
    expect(await place.size(name)).toBe(bytes)
  })

  it.each([
    ['small', 100_000],
    ['large', 20 * MEGABYTE],
  ])('keeps the old content when the upload of a %s file breaks off', async (_size, bytes) => {
    const name = `objects/broken/${bytes}`
    await put(name, Buffer.from('the old one'))
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(bytes - 1)
        throw new Error('the cable was pulled')
      })(),
    )
    await expect(place.put(name, broken, bytes)).rejects.toThrow('the cable was pulled')
    await expect(put(name, randomBytes(bytes)).then(() => place.put(name, Readable.from([]), 5))).rejects.toThrow(
      /0 bytes came for .* instead of 5/,
    )
    expect(await place.size(name)).toBe(bytes)
    await expect(place.put(name, Readable.from([randomBytes(bytes)]), bytes - 1)).rejects.toThrow(/bytes came for/)
    expect(await place.size(name)).toBe(bytes)
  })
})
