import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { chained, chainFault, genesisHash } from '../../platform/hash-chain.ts'
import { createEventEncryption } from './event-encryption.ts'
import type { Draft } from './journal.ts'

let server: TestRedis
beforeAll(async () => {
  server = await startTestRedis()
})
afterAll(() => server.close())

const said: Draft = {
  seq: 1,
  at: 1,
  actor: { kind: 'system' },
  command: { id: '019b0000-0000-7000-8000-000000000001', type: 'statement.type' },
  events: [{ type: 'statement.typed', v: 1, data: { inserted: 'Nhận phong bì.' } }],
  previousHash: genesisHash,
} as Draft
const masterKey = randomBytes(32)
const encryption = () =>
  createEventEncryption<boolean>(server.redis(), masterKey, { kind: 'session', isSecret: (isProtected) => isProtected })

describe('the encrypted journal of a protected session', () => {
  it('is hash-chained over ciphertext and read by another server with the same key', async () => {
    const written = chained(await encryption().encrypt('one', said, true))
    expect(JSON.stringify(written)).not.toContain('phong bì')
    expect(chainFault(null, written)).toBeNull()
    const [opened] = await encryption().decrypt('one', [written])
    expect(opened?.events).toEqual(said.events)
  })

  it('cannot be read under another id or at another position', async () => {
    const written = chained(await encryption().encrypt('two', said, true))
    await encryption().encrypt('three', said, true)
    await expect(encryption().decrypt('three', [written])).rejects.toThrow()
    await expect(encryption().decrypt('two', [{ ...written, seq: 2 }])).rejects.toThrow()
  })

  it('cannot be read by anybody once its key is erased', async () => {
    const written = chained(await encryption().encrypt('four', said, true))
    await server.redis().del('{session:four}:seal-key')
    await expect(encryption().decrypt('four', [written])).rejects.toThrow('erased')
  })

  it('is not encrypted before the session is protected', async () => {
    expect(await encryption().encrypt('five', said, false)).toEqual(said)
  })
})
