// The contract of a journal, tested for both implementations.

import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Journal } from '../../server/engine/journal/journal.ts'
import { createMemoryJournal } from '../../server/engine/journal/memory.ts'
import { createRedisJournal } from '../../server/engine/journal/redis.ts'
import { Unavailable } from '../../server/platform/errors.ts'
import { chained, chainFault, genesisHash } from '../../server/platform/hash-chain.ts'
import type { Commit } from '../../shared/kernel/commit.ts'
import { SessionId } from '../../shared/kernel/ids.ts'
import { journalChecks } from '../harness/journal-checks.ts'
import { fc } from '../harness/properties.ts'
import { startTestRedis, type TestRedis } from '../harness/redis.ts'

const aSession = () => SessionId.parse(newId())

function commitAfter(previous: Pick<Commit, 'seq' | 'hash'> | null, commandId = newId()): Commit {
  return chained({
    seq: (previous?.seq ?? 0) + 1,
    at: 1_700_000_000_000,
    actor: { kind: 'system' },
    command: { id: commandId, type: 'session.schedule' },
    events: [{ type: 'session.opened', v: 1, data: { text: 'Khai mạc phiên họp' } }],
    previousHash: previous?.hash ?? genesisHash,
  })
}

async function write(journal: Journal, sessionId: SessionId, count: number): Promise<Commit[]> {
  const written: Commit[] = []
  for (let index = 0; index < count; index++) {
    const commit = commitAfter(written.at(-1) ?? null)
    expect(await journal.append(sessionId, commit)).toEqual({ kind: 'appended' })
    written.push(commit)
  }
  return written
}

let testRedis: TestRedis
beforeAll(async () => {
  testRedis = await startTestRedis()
})
afterAll(() => testRedis.close())

describe.each([
  ['memory', () => createMemoryJournal()],
  ['redis', () => createRedisJournal(testRedis.redis(), journalChecks())],
] as const)('a journal in %s', (_name, create) => {
  it('returns appended commits in order and unchanged', async () => {
    const journal = create()
    const sessionId = aSession()
    const written = await write(journal, sessionId, 5)
    expect(await journal.read(sessionId, null)).toEqual(written)
    expect(await journal.read(sessionId, written[2] ?? null)).toEqual(written.slice(3))
    expect(await journal.read(sessionId, written[4] ?? null)).toEqual([])
  })

  it('is empty for a session that does not exist', async () => {
    const journal = create()
    expect(await journal.read(aSession(), null)).toEqual([])
    expect(await journal.findCommand(aSession(), newId())).toBeNull()
  })

  it('refuses a commit that is not the next one, and writes nothing', async () => {
    const journal = create()
    const sessionId = aSession()
    const written = await write(journal, sessionId, 2)
    expect(await journal.append(sessionId, commitAfter(written[0] ?? null))).toEqual({ kind: 'conflict', lastSeq: 2 })
    expect(await journal.append(sessionId, { ...commitAfter(null), seq: 9 })).toEqual({ kind: 'conflict', lastSeq: 2 })
    expect(await journal.read(sessionId, null)).toEqual(written)
  })

  it('writes a command once, even if it is sent again', async () => {
    const journal = create()
    const sessionId = aSession()
    const [first] = await write(journal, sessionId, 3)
    if (!first) throw new Error('nothing written')
    expect(await journal.append(sessionId, first)).toEqual({ kind: 'duplicate', seq: 1 })
    expect(await journal.findCommand(sessionId, first.command.id)).toBe(1)
    expect(await journal.read(sessionId, null)).toHaveLength(3)
  })

  it('lets exactly one of many concurrent writers append the next commit', async () => {
    const journal = create()
    const sessionId = aSession()
    const results = await Promise.all(Array.from({ length: 20 }, () => journal.append(sessionId, commitAfter(null))))
    expect(results.filter(({ kind }) => kind === 'appended')).toHaveLength(1)
    expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(19)
    expect(await journal.read(sessionId, null)).toHaveLength(1)
  })

  it('separates sessions and lists them', async () => {
    const journal = create()
    const [one, two] = [aSession(), aSession()]
    await write(journal, one, 2)
    await write(journal, two, 1)
    expect(await journal.read(one, null)).toHaveLength(2)
    expect(await journal.sessions()).toEqual(expect.arrayContaining([one, two]))
    expect(await journal.lastSeqs([two, aSession(), one])).toEqual([1, 0, 2])
  })

  it('stores a box together with its commit, and not if the commit is refused', async () => {
    const journal = create()
    const sessionId = aSession()
    const [first] = await write(journal, sessionId, 1)
    if (!first) throw new Error('nothing written')
    expect(await journal.readBox(sessionId, 'box')).toBeNull()
    const second = commitAfter(first)
    await journal.append(sessionId, second, { boxId: 'box', ciphertext: 'one paper' })
    expect(await journal.readBox(sessionId, 'box')).toBe('one paper')

    expect(await journal.append(sessionId, second, { boxId: 'box', ciphertext: 'sent again' })).toMatchObject({
      kind: 'duplicate',
    })
    expect(await journal.append(sessionId, commitAfter(first), { boxId: 'box', ciphertext: 'too late' })).toMatchObject(
      {
        kind: 'conflict',
      },
    )
    expect(await journal.readBox(sessionId, 'box')).toBe('one paper')
  })

  it('deletes boxes of one session only', async () => {
    const journal = create()
    const [one, two] = [aSession(), aSession()]
    for (const sessionId of [one, two])
      await journal.append(sessionId, commitAfter(null), { boxId: 'box', ciphertext: 'one paper' })
    await journal.destroyBoxes(one, ['box', 'never used'])
    await journal.destroyBoxes(one, [])
    expect(await journal.readBox(one, 'box')).toBeNull()
    expect(await journal.readBox(two, 'box')).toBe('one paper')
  })

  it('keeps the hash chain valid for any JSON data', async () => {
    const journal = create()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), async (values) => {
        const sessionId = aSession()
        let previous: Commit | null = null
        for (const value of values) {
          const { hash: _hash, ...plain } = commitAfter(previous)
          const commit: Commit = chained({ ...plain, events: [{ type: 'chat.posted', v: 1, data: value }] })
          await journal.append(sessionId, commit)
          previous = commit
        }
        let before: Commit | null = null
        for (const commit of await journal.read(sessionId, null)) {
          expect(chainFault(before, commit)).toBeNull()
          before = commit
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a journal whose Redis is killed', () => {
  it('throws Unavailable, keeps acknowledged commits, and works again after the restart', async () => {
    const server = await startTestRedis()
    try {
      const journal = createRedisJournal(server.redis(), journalChecks())
      const sessionId = aSession()
      const written = await write(journal, sessionId, 3)
      const next = commitAfter(written.at(-1) ?? null)
      await server.kill()
      await expect(journal.append(sessionId, next)).rejects.toBeInstanceOf(Unavailable)
      await server.restart()
      expect(await journal.read(sessionId, null)).toEqual(written)
      expect(await journal.append(sessionId, next)).toEqual({ kind: 'appended' })
    } finally {
      await server.close()
    }
  })
})
