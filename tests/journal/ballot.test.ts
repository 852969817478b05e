// A secret ballot with a real Redis and key files: votes survive crashes, and the files reveal none of them.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryBoxKeys } from '../../server/engine/boxes/box-keys.ts'
import { createKeyFiles } from '../../server/engine/boxes/key-files.ts'
import { createRedisJournal } from '../../server/engine/journal/redis.ts'
import { decrypt } from '../../server/platform/encryption.ts'
import { commandId, motionId, Node, pilesOf, sessionId, voters, withOpenBallot } from '../harness/ballot-box.ts'
import { journalChecks } from '../harness/journal-checks.ts'
import { startTestRedis, type TestRedis } from '../harness/redis.ts'

const choices = [0, 1, 0, 2, 0, 1]
const votes = voters.map((voter, index) => ({ voter, choice: choices[index] ?? 0, id: commandId(index) }))

let redis: TestRedis
let checks = journalChecks()
let keyDirectory: string
beforeEach(async () => {
  checks = journalChecks()
  redis = await startTestRedis()
  keyDirectory = await mkdtemp(join(tmpdir(), 'diemcau-keys-'))
})
afterEach(async () => {
  await redis.close()
  await rm(keyDirectory, { recursive: true })
})

const start = (keys = createKeyFiles(keyDirectory)) => new Node(createRedisJournal(redis.redis(), checks), keys)

describe('a secret ballot in Redis', () => {
  it('counts every vote once although Redis and server are killed between and during votes', async () => {
    await withOpenBallot(createRedisJournal(redis.redis(), checks), true)
    let node = start()
    for (const [index, vote] of votes.entries()) {
      if (index === 2) await redis.restart()
      // Killed while the vote is on its way: written or not, the page asks again.
      const asked = node.cast(vote)
      if (index === 4) await redis.restart()
      await asked
      if (index % 2 === 1) node = start()
      expect(await node.cast(vote)).toMatchObject({ ok: true })
    }
    expect(await node.close(commandId(99))).toMatchObject({ ok: true })
    expect(node.motion.piles).toEqual(pilesOf(choices))
  })

  it('accepts votes at two nodes at once', async () => {
    await withOpenBallot(createRedisJournal(redis.redis(), checks), true)
    // Key files belong to one node; nodes that share a ballot need one keeper of keys.
    const keys = createMemoryBoxKeys()
    const nodes = [start(keys), start(keys)]
    await Promise.all(
      votes.map(async (vote, index) => {
        for (;;) {
          const reply = await nodes[index % 2]?.cast(vote)
          if (reply?.ok) return
          expect(reply?.rejection.code).toBe('conflict')
        }
      }),
    )
    const reader = start(keys)
    expect(await reader.close(commandId(99))).toMatchObject({ ok: true })
    expect(reader.motion.piles).toEqual(pilesOf(choices))
  })

  it('has only the last state of the box readable in the append-only file with the present keys', async () => {
    const journal = createRedisJournal(redis.redis(), checks)
    await withOpenBallot(journal, true)
    const node = start()
    for (const vote of votes) expect(await node.cast(vote)).toMatchObject({ ok: true })

    const last = (await journal.readBox(sessionId, motionId)) ?? ''
    const [directory] = await redis
      .redis()
      .config('GET', 'dir')
      .then((answer) => (answer as string[]).slice(1))
    const folder = join(directory ?? '', 'appendonlydir')
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')))
    const written = files.join('\n').matchAll(new RegExp(`^[\\w-]{${last.length}}(?=\\r$)`, 'gm'))
    const states = [...written].map(([sealed]) => sealed)
    expect(states).toHaveLength(votes.length)

    const keys = await createKeyFiles(keyDirectory).read({ sessionId, boxId: motionId })
    const readable = states.filter((sealed) => keys.some((key) => canRead(key, sealed)))
    expect(readable).toEqual([last])
    expect(await node.close(commandId(99))).toMatchObject({ ok: true })
    expect(await createKeyFiles(keyDirectory).read({ sessionId, boxId: motionId })).toEqual([])
    expect(await journal.readBox(sessionId, motionId)).toBeNull()
  })
})

function canRead(key: Buffer, sealed: string): boolean {
  try {
    decrypt(key, sealed, `${sessionId} box ${motionId}`)
    return true
  } catch {
    return false
  }
}
