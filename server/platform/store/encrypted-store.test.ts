import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fc } from '../../../tests/harness/properties.ts'
import { CHUNK_BYTES } from './encrypted-bytes.ts'
import { type OpenedStore, openStore } from './open-store.ts'
import { HEAD_BYTES } from './stored-form.ts'

let dataDir: string
let opened: OpenedStore
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'diemcau-store-'))
  opened = await openStore({ dataDir })
})
afterEach(() => rm(dataDir, { recursive: true }))

const key = 'documents/session-1/abc'
const object = () => join(dataDir, 'store', 'objects', key)

async function put(content: Uint8Array, name = key): Promise<boolean> {
  const from = join(dataDir, 'handed-in')
  await writeFile(from, content)
  return opened.store.put(name, from)
}
const readWhole = async (name = key) => {
  const file = await opened.store.open(name)
  return file && buffer(file.read())
}
const everyFile = async () =>
  Promise.all(
    (await readdir(join(dataDir, 'store'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name))),
  )
async function alter(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}
const listed = async (prefix: string) => (await opened.store.keys(prefix)).sort()

describe('a stored file', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 5 * CHUNK_BYTES, 300_001])(
    'of %i bytes is read back unchanged',
    async (bytes) => {
      const content = randomBytes(bytes)
      expect(await put(content)).toBe(true)
      expect((await opened.store.open(key))?.bytes).toBe(bytes)
      expect((await readWhole())?.equals(content)).toBe(true)
    },
  )

  it('can be read in any byte range', async () => {
    const content = randomBytes(3 * CHUNK_BYTES + 77)
    await put(content)
    const place = fc.nat(content.length - 1)
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)]
        const part = await buffer((await opened.store.open(key))?.read({ start, end }) ?? Readable.from([]))
        return part.equals(content.subarray(start, end + 1))
      }),
      { examples: [[CHUNK_BYTES - 1, CHUNK_BYTES]] },
    )
  })

  it('is nowhere on disk unencrypted', async () => {
    const words = 'Tôi tố cáo ông Nguyễn Văn A'
    await put(Buffer.from(words.repeat(10_000)))
    for (const file of await everyFile()) expect(file.includes(words)).toBe(false)
  })

  it('cannot be overwritten', async () => {
    await put(Buffer.from('first'))
    expect(await put(Buffer.from('second'))).toBe(false)
    expect(`${await readWhole()}`).toBe('first')
  })

  it('is listed under its folder and removed together with its data key', async () => {
    await put(Buffer.from('one'), 'documents/session-1/one')
    await put(Buffer.from('two'), 'documents/session-1/two')
    await put(Buffer.from('other'), 'documents/session-10/other')
    expect(await listed('documents/session-1/')).toEqual(['documents/session-1/one', 'documents/session-1/two'])
    expect(await listed('')).toHaveLength(3)
    await opened.store.remove('documents/session-1/one')
    await opened.store.remove('documents/session-1/one')
    expect(await opened.store.open('documents/session-1/one')).toBeNull()
    expect(await listed('documents/session-1/')).toEqual(['documents/session-1/two'])
    expect(await everyFile()).toHaveLength(4)
  })

  it.each(['../../secrets.json', '/etc/passwd', 'a//b', 'a/.hidden', '', 'a/../../b'])(
    'cannot have a key such as %j',
    async (name) => {
      await expect(put(Buffer.from('x'), name)).rejects.toThrow(/no key of a stored file/)
      await expect(opened.store.open(name)).rejects.toThrow(/no key of a stored file/)
    },
  )
})

describe('an altered file', () => {
  const content = randomBytes(3 * CHUNK_BYTES + 500)
  const encryptedChunk = CHUNK_BYTES + 16
  beforeEach(() => put(content))

  it.each([
    ['the first chunk', HEAD_BYTES + 5],
    ['a chunk between', HEAD_BYTES + encryptedChunk + 5],
    ['the tag of the last', HEAD_BYTES + 3 * encryptedChunk + 500 + 15],
  ])('with one bit changed in %s is reported with its key, and that chunk is not returned', async (_where, at) => {
    await alter(object(), at)
    const got: Buffer[] = []
    const reading = (async () => {
      const file = await opened.store.open(key)
      for await (const piece of file?.read() ?? []) got.push(piece)
    })()
    const { id } = await opened.keys.current()
    await expect(reading).rejects.toThrow(new RegExp(`${key} in .*, key ${id}: chunk \\d was altered`))
    expect(content.subarray(0, Buffer.concat(got).length).equals(Buffer.concat(got))).toBe(true)
    expect(Buffer.concat(got).length).toBeLessThanOrEqual(Math.floor((at - HEAD_BYTES) / encryptedChunk) * CHUNK_BYTES)
  })

  it('with its last chunks cut off is detected before any part of it is read', async () => {
    await truncate(object(), HEAD_BYTES + 2 * encryptedChunk)
    await expect(opened.store.open(key)).rejects.toThrow(/chunk 1 was altered/)
    await truncate(object(), HEAD_BYTES + encryptedChunk + 3)
    await expect(opened.store.open(key)).rejects.toThrow(/it was cut off or something was added/)
  })

  it('with two chunks swapped is detected', async () => {
    const bytes = await readFile(object())
    const [first, second] = [0, 1].map((n) =>
      Buffer.from(bytes.subarray(HEAD_BYTES + n * encryptedChunk, HEAD_BYTES + (n + 1) * encryptedChunk)),
    )
    await writeFile(
      object(),
      Buffer.concat([
        bytes.subarray(0, HEAD_BYTES),
        second ?? first ?? bytes,
        first ?? bytes,
        bytes.subarray(HEAD_BYTES + 2 * encryptedChunk),
      ]),
    )
    await expect(readWhole()).rejects.toThrow(/chunk 0 was altered/)
  })

  it('that was replaced by another stored file is detected', async () => {
    await put(Buffer.from('of somebody else'), 'documents/session-2/def')
    await writeFile(object(), await readFile(join(dataDir, 'store', 'objects', 'documents/session-2/def')))
    await expect(opened.store.open(key)).rejects.toThrow(/its data key \w+ was altered/)
  })

  it('with a changed header is not accepted as a stored file', async () => {
    await alter(object(), 2)
    await expect(opened.store.open(key)).rejects.toThrow(/does not begin as a stored file does/)
    await alter(object(), 2)
    await alter(object(), 20)
    await expect(opened.store.open(key)).rejects.toThrow(/its data key \w+ is gone/)
  })
})

describe('the keys of the store', () => {
  const path = () => join(dataDir, 'store-keys.json')

  it('can be rotated: earlier files stay readable, and their contents are not rewritten', async () => {
    const words = Buffer.from('before the change')
    await put(words)
    const before = createHash('sha256')
      .update(await readFile(object()))
      .digest('hex')
    const { id: old } = await opened.keys.current()
    const { id } = await opened.keys.rotate()
    expect(id).not.toBe(old)
    expect(`${await readWhole()}`).toBe(`${words}`)
    await put(Buffer.from('after it'), 'documents/session-1/after')
    expect(await opened.store.rewrap()).toBe(1)
    expect(await opened.store.rewrap()).toBe(0)
    const withoutOld = JSON.parse(await readFile(path(), 'utf8'))
    expect(withoutOld.isRewrapped).toBe(true)
    delete withoutOld.keys[old]
    await writeFile(path(), JSON.stringify(withoutOld))
    opened = await openStore({ dataDir })
    expect(`${await readWhole()}`).toBe(`${words}`)
    expect(
      createHash('sha256')
        .update(await readFile(object()))
        .digest('hex'),
    ).toBe(before)
  })

  it('that another process has rotated are noticed by a running server', async () => {
    const beside = await openStore({ dataDir })
    const { id } = await beside.keys.rotate()
    await writeFile(join(dataDir, 'handed-in'), 'with the new key')
    await beside.store.put(key, join(dataDir, 'handed-in'))
    expect(`${await readWhole()}`).toBe('with the new key')
    expect((await opened.keys.current()).id).toBe(id)
  })

  it('are all wrapped again by the next start when that was interrupted', async () => {
    for (let n = 0; n < 5; n++) await put(Buffer.from(`${n}`), `documents/session-1/${n}`)
    await opened.keys.rotate()
    await expect(opened.store.rewrap(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
    opened = await openStore({ dataDir })
    expect(await opened.keys.isRewrapped()).toBe(false)
    expect(await opened.store.rewrap()).toBe(5)
    expect(await opened.keys.isRewrapped()).toBe(true)
  })

  it('of another installation are reported, and nothing is read', async () => {
    await put(Buffer.from('secret'))
    const { id } = await opened.keys.current()
    await rm(path())
    const elsewhere = await mkdtemp(join(tmpdir(), 'diemcau-store-'))
    try {
      await openStore({ dataDir: elsewhere })
      opened = await openStore({ dataDir, storeKeysFile: join(elsewhere, 'store-keys.json') })
      await expect(opened.store.open(key)).rejects.toThrow(new RegExp(`${key} in .*, key ${id}: that key is not in`))
    } finally {
      await rm(elsewhere, { recursive: true })
    }
  })

  it('are not created again when they are missing and stored files need them', async () => {
    await put(Buffer.from('secret'))
    await rm(path())
    await expect(openStore({ dataDir })).rejects.toThrow(/store-keys\.json is missing, and there are files/)
    await expect(put(Buffer.from('more'), 'documents/session-1/more')).rejects.toThrow(/store-keys\.json is gone/)
    // What it knows by heart still serves.
    expect(`${await readWhole()}`).toBe('secret')
  })

  it('are refused when others may read them, or when their file is damaged', async () => {
    await chmod(path(), 0o640)
    await expect(openStore({ dataDir })).rejects.toThrow(/chmod 600/)
    await chmod(path(), 0o600)
    await writeFile(path(), '{"current":"aaaaaaaa","isRewrapped":true,"keys":{}}')
    await expect(openStore({ dataDir })).rejects.toThrow(/store-keys\.json is damaged.*current key is not among/)
  })
})
