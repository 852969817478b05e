import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { decrypt } from '../../platform/encryption.ts'
import { type BoxKeys, type BoxPlace, createMemoryBoxKeys } from './box-keys.ts'
import type { Boxes, Paper } from './boxes.ts'
import { createEncryptedBoxes } from './encrypted-boxes.ts'
import { createKeyFiles } from './key-files.ts'

const place: BoxPlace = { sessionId: SessionId.parse('meeting'), boxId: 'motion' }
const { sessionId, boxId } = place

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-boxes-'))
})
afterAll(() => rm(directory, { recursive: true }))

/** What lies beside the journal: the newest state of the box, and all it ever was, as a Redis file remembers it. */
class Store {
  history: string[] = []
  current: string | null = null
  readBox = async () => this.current
  destroyBoxes = async () => {
    this.current = null
  }
  write(paper: Paper) {
    this.current = paper.box.ciphertext
    this.history.push(paper.box.ciphertext)
  }
}

describe.each([
  ['in memory', () => createMemoryBoxKeys()],
  ['in files', () => createKeyFiles(join(directory, randomBytes(4).toString('hex')))],
] as const)('a box with its keys %s', (_where, createKeys) => {
  let store: Store
  let keys: BoxKeys
  let boxes: Boxes
  beforeEach(() => {
    store = new Store()
    keys = createKeys()
    boxes = createEncryptedBoxes(store, keys)
  })

  async function paperOn(pile: number): Promise<Paper> {
    const paper = await boxes.put(sessionId, { boxId, pile, piles: 3 })
    if (!paper) throw new Error('the box cannot be read')
    return paper
  }
  async function cast(...piles: number[]) {
    for (const pile of piles) {
      const paper = await paperOn(pile)
      store.write(paper)
      await paper.written()
    }
  }

  it('counts the papers on each pile', async () => {
    await cast(0, 2, 0, 1, 0)
    expect(await boxes.open(sessionId, boxId)).toEqual([3, 1, 1])
  })

  it('does not count a paper whose commit was not written', async () => {
    await cast(0)
    await paperOn(1)
    await paperOn(1)
    expect(await boxes.open(sessionId, boxId)).toEqual([1, 0, 0])
    await cast(2)
    expect(await boxes.open(sessionId, boxId)).toEqual([1, 0, 1])
  })

  it('accepts papers after many failed writes to the store', async () => {
    for (let attempt = 0; attempt < 40; attempt++) await paperOn(1)
    await cast(0)
    for (let attempt = 0; attempt < 40; attempt++) await paperOn(1)
    await cast(2)
    expect(await boxes.open(sessionId, boxId)).toEqual([1, 0, 1])
    expect(await keys.read(place)).toHaveLength(1)
  })

  it('counts a paper written just before the server crashed, and accepts further ones', async () => {
    await cast(0)
    store.write(await paperOn(1))
    boxes = createEncryptedBoxes(store, keys)
    expect(await boxes.open(sessionId, boxId)).toEqual([1, 1, 0])
    await cast(2)
    expect(await boxes.open(sessionId, boxId)).toEqual([1, 1, 1])
  })

  it('keeps only its current state readable: no earlier state can be decrypted', async () => {
    await cast(0, 1, 2, 1)
    const held = await keys.read(place)
    expect(held).toHaveLength(1)
    const readable = store.history.filter((ciphertext) =>
      held.some((key) => {
        try {
          return decrypt(key, ciphertext, 'meeting box motion')
        } catch {
          return false
        }
      }),
    )
    expect(readable).toEqual([store.current])
  })

  it('has the same size whatever was chosen, and never the same bytes', async () => {
    await cast(0, 0, 0, 1, 2)
    expect(new Set(store.history.map(({ length }) => length)).size).toBe(1)
    expect(new Set(store.history).size).toBe(5)
  })

  it('stays readable when another node puts a paper in at the same moment', async () => {
    await cast(0)
    const slow = await paperOn(1)
    await paperOn(2)
    store.write(slow)
    await slow.written()
    expect(await boxes.open(sessionId, boxId)).toEqual([1, 1, 0])
    // The other one was too late, and is put in again.
    await cast(2)
    expect(await boxes.open(sessionId, boxId)).toEqual([1, 1, 1])
  })

  it('stays readable when another node puts a paper in before the old key is erased', async () => {
    await cast(0)
    const first = await paperOn(1)
    store.write(first)
    const second = await paperOn(2)
    await first.written()
    store.write(second)
    await second.written()
    expect(await boxes.open(sessionId, boxId)).toEqual([1, 1, 1])
  })

  it('can neither be counted nor take papers once its key is lost', async () => {
    await cast(0, 1)
    await keys.eraseAll(place)
    expect(await boxes.open(sessionId, boxId)).toBeNull()
    expect(await boxes.put(sessionId, { boxId, pile: 0, piles: 3 })).toBeNull()
  })

  it('is erased with its keys when it is destroyed', async () => {
    await cast(0, 1)
    await boxes.destroy(sessionId, [boxId, 'never used'])
    expect(await keys.read(place)).toEqual([])
    expect(await boxes.open(sessionId, boxId)).toBeNull()
  })

  it('cannot be read as the box of another session', async () => {
    await cast(0)
    const [key] = await keys.read(place)
    const elsewhere = { sessionId: SessionId.parse('other'), boxId }
    if (key) await keys.add(elsewhere, key)
    expect(await boxes.open(elsewhere.sessionId, boxId)).toBeNull()
  })
})

describe('a key file', () => {
  const folder = () => join(directory, 'own')

  it('is accessible to the server only, has a fixed size, and retains nothing of an erased key', async () => {
    const keys = createKeyFiles(folder())
    const [old, next] = [randomBytes(32), randomBytes(32)]
    await keys.add(place, old)
    await keys.add(place, next)
    expect(await keys.read(place)).toEqual([old, next])
    await keys.erase(place, [old])
    const path = join(folder(), sessionId, `${boxId}.key`)
    const bytes = await readFile(path)
    expect(bytes).toHaveLength(512)
    expect(bytes.includes(old)).toBe(false)
    expect((await stat(path)).mode & 0o077).toBe(0)
    await keys.eraseAll(place)
    expect(await readdir(join(folder(), sessionId))).toEqual([])
  })
})
