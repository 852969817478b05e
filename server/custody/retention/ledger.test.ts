import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadSigningKey } from '../archive/signature.ts'
import { createLedger } from './ledger.ts'

let dataDir: string
let complaints: string[]
const log = { debug() {}, info() {}, warn() {}, error: (_: object, words: string) => void complaints.push(words) }
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'diemcau-ledger-'))
  complaints = []
})
afterEach(() => rm(dataDir, { recursive: true }))

const at = '2026-11-26T02:00:00.000Z'
const text = JSON.stringify({
  ...{ format: 'diemcau-erasure', version: 1, number: 1, year: 2026, organisation: 'Xã Tân Lập', listId: 'l1' },
  ...{ ground: 'due', reason: 'Hết thời hạn', proposedAt: at, proposedBy: 'lan', decidedAt: at, decidedBy: 'mai' },
  items: [{ class: 'films', subject: { kind: 'session', id: 's1' }, outcome: 'erased', endedAt: at, what: [] }],
})

it('returns stored certificates, also in the format of earlier releases, and skips altered ones', async () => {
  const key = await loadSigningKey(dataDir)
  const ledger = createLedger(dataDir, key.published.fingerprint, log)
  const jws = await key.sign(Buffer.from(text))
  await ledger.keep({ text, jws })
  expect(await ledger.all()).toMatchObject([{ text, jws, certificate: { items: [{ related: [] }] } }])
  const file = join(dataDir, 'erasures', '2026-1.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('films', 'people'))
  expect(await ledger.all()).toEqual([])
  expect(complaints).toEqual(['no certificate of an erasure by this installation: nothing is erased again by it'])
})

it('stores two certificates with one number separately, and an identical one only once', async () => {
  const key = await loadSigningKey(dataDir)
  const ledger = createLedger(dataDir, key.published.fingerprint, log)
  for (const one of [text, text.replace('"l1"', '"l2"'), text]) {
    await ledger.keep({ text: one, jws: await key.sign(Buffer.from(one)) })
  }
  expect((await readdir(join(dataDir, 'erasures'))).sort()).toEqual(['2026-1-l2.json', '2026-1.json'])
  expect((await ledger.all()).map(({ certificate }) => certificate.listId).sort()).toEqual(['l1', 'l2'])
})
