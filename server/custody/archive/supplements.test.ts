// Supplements to a sealed session: each has a seal of its own that contains the hash of the one before; the first
// follows the seal of the session (ADR 0082).
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalLines } from '../../engine/journal/journal-file.ts'
import { chained } from '../../platform/hash-chain.ts'
import {
  fileOf,
  sealedAt,
  sealedJournal,
  sealedSession,
  sealSourceOf,
  sessionId,
  sha256,
  withSeal,
} from './archive.fixture.ts'
import type { Supplement } from './seal.ts'
import type { SealSource } from './seal-source.ts'
import { createSeals, type RunningSeals } from './seals.ts'
import { loadSigningKey, type SigningKey } from './signature.ts'
import { verifyArchive } from './verify-archive.ts'
import { type Contents, writeArchive } from './write-archive.ts'

let directory: string
let key: SigningKey
/** Whether the recorder has ended, and what it has written since the sealing. */
let hasEnded: boolean
let late: string[]
/** What people have written since, and the papers of it that are printed. */
let written: SealSource['written']
let printed: string[]

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-supplements-'))
  key = await loadSigningKey(directory)
  hasEnded = false
  late = []
  written = []
  printed = []
})
afterEach(() => rm(directory, { recursive: true }))

const lateFile = (path: string) => fileOf(path, 'recording', `${path} as recorded`, sha256(`${path} as recorded`))

const paperFile = (path: string) => fileOf(path, 'paper', `${path} as issued`, sha256(`${path} as issued`))

function sealing(): RunningSeals {
  return createSeals({
    dataDir: directory,
    key,
    secret: Buffer.alloc(32, 7),
    timeStamps: null,
    sourceOf: async () => {
      const source = sealSourceOf(async (path) => `${path} as sealed`)
      const more = late.map(lateFile).map(({ path, kind, sha256: noted, open }) => ({
        ...{ path, kind, sha256: noted ?? '', open },
        bytes: null,
      }))
      const papers = printed.map(paperFile).map(({ path, kind, sha256: noted, open }) => ({
        ...{ path, kind, sha256: noted ?? '', open },
        bytes: null,
      }))
      return { ...source, files: [...source.files, ...more, ...papers], written }
    },
    printsAhead: async () => [],
    recorded: async () => hasEnded,
    sealedBut: async () => [],
    now: () => sealedAt,
    log: pino({ level: 'silent' }),
  })
}

interface Entry {
  text: string
  signature: string
}

/** Sealed while the recorder ran; then it wrote one file, later another. */
async function twice() {
  const seals = sealing()
  const kept = await seals.of(sessionId)
  if (!kept) throw new Error('nothing was sealed')
  hasEnded = true
  late = ['recordings/0001-2.mkv']
  await seals.supplements(sessionId)
  late.push('recordings/0001-3.mkv')
  const supplements = await seals.supplements(sessionId)
  return { seals, kept, entries: supplements.map(({ text, signature }): Entry => ({ text, signature })) }
}

const one: SealSource['written'][number] = {
  kind: 'correction',
  supplementId: '019b0000-0000-7000-8000-000000000001',
  number: 8,
  year: 2026,
  writtenAt: new Date(sealedAt + 60_000).toISOString(),
  accountId: 'clerk',
  reason: 'Ghi nhầm diện tích',
}
const papersOfOne = ['papers/supplement-8-2026.pdf', 'papers/supplement-8-2026.docx']

/** The small session, to whose minutes somebody has written `written` since, with the papers that are printed. */
async function afterWriting() {
  const commits = sealedJournal()
  for (const [index] of written.entries()) {
    const previousHash = commits.at(-1)?.hash ?? ''
    const command = { id: `00000000-0000-7000-8000-0000000000${index + 10}`, type: 'supplement.write' }
    const events = [{ type: 'supplement.written', v: 1, data: {} }]
    commits.push(
      chained({ seq: commits.length + 1, at: sealedAt, actor: { kind: 'system' }, command, events, previousHash }),
    )
  }
  const session = sealedSession()
  const head = {
    ...session.head,
    journal: { commits: commits.length, headHash: commits.at(-1)?.hash ?? session.head.journal.headHash },
  }
  const lines = [...journalLines(sessionId, commits)].join('')
  const files = session.files.filter(({ kind }) => kind !== 'journal')
  return { ...session, head, files: [fileOf('journal.jsonl', 'journal', lines, null), ...files] }
}

/** `entries` by their place in the archive; null: it is not in it. */
async function verified(kept: Parameters<typeof withSeal>[1], entries: readonly (Entry | null)[]) {
  const session: Contents = withSeal(await afterWriting(), kept)
  const files = [
    ...session.files.filter(({ kind }) => kind !== 'print'),
    ...['attendance.csv', 'minutes.pdf'].map((path) => fileOf(path, 'print', `${path} as sealed`, null)),
    ...late.map(lateFile),
    ...printed.map(paperFile),
    ...entries.flatMap((entry, place) =>
      entry
        ? [
            fileOf(`supplements/${place + 1}.json`, 'seal', entry.text, null),
            fileOf(`supplements/${place + 1}.sig`, 'seal', entry.signature, null),
          ]
        : [],
    ),
  ]
  const path = join(directory, 'archive.zip')
  await pipeline(writeArchive({ ...session, files }, key), createWriteStream(path))
  const { faults, remarks, supplements } = await verifyArchive(path, null)
  // The index of the small session does not know what came late.
  return { faults: faults.filter((fault) => !fault.includes('is not a segment that')), remarks, supplements }
}

const signed = async (text: string, by: SigningKey = key): Promise<Entry> => ({
  text,
  signature: await by.sign(Buffer.from(text)),
})
const changed = ({ text }: Entry, changes: Partial<Supplement>) =>
  `${JSON.stringify({ ...JSON.parse(text), ...changes }, null, 2)}\n`

describe('recording files that arrive after the sealing', () => {
  it('are sealed by supplements once the recorder has ended, and the check has no remark left', async () => {
    const { kept, entries } = await twice()
    const [first, second] = entries.map(({ text }) => JSON.parse(text) as Supplement)
    expect(first).toMatchObject({ number: 1, kind: 'recording', previous: kept.sha256 })
    expect(first?.files).toMatchObject([{ path: 'recordings/0001-2.mkv' }])
    expect(second?.files).toMatchObject([{ path: 'recordings/0001-3.mkv' }])
    expect(second?.previous).toBe(
      createHash('sha256')
        .update(entries[0]?.text ?? '')
        .digest('hex'),
    )
    const found = await verified(kept, entries)
    expect(found).toMatchObject({ faults: [], remarks: [] })
    expect(found.supplements.map(({ number }) => number)).toEqual([1, 2])
  })

  it('are in no supplement while the recorder is still writing', async () => {
    const seals = sealing()
    await seals.of(sessionId)
    late = ['recordings/0001-2.mkv']
    expect(await seals.supplements(sessionId)).toEqual([])
  })

  it('get one empty supplement when there are none, and no second one when asked again', async () => {
    const seals = sealing()
    const kept = await seals.of(sessionId)
    hasEnded = true
    const [only, ...others] = await seals.supplements(sessionId)
    expect([only?.content.files, others]).toEqual([[], []])
    expect(await seals.supplements(sessionId)).toHaveLength(1)
    if (kept && only) expect(await verified(kept, [only])).toMatchObject({ faults: [], remarks: [] })
  })

  it('do not change the seal itself', async () => {
    const seals = sealing()
    await seals.of(sessionId)
    const before = await readFile(join(directory, 'seals', sessionId, 'seal.json'), 'utf8')
    hasEnded = true
    late = ['recordings/0001-2.mkv']
    await seals.supplements(sessionId)
    expect(await readFile(join(directory, 'seals', sessionId, 'seal.json'), 'utf8')).toBe(before)
  })
})

describe('a text written after the minutes were sealed', () => {
  const sealed = async () => {
    const seals = sealing()
    const kept = await seals.of(sessionId)
    if (!kept) throw new Error('nothing was sealed')
    const entries = async () =>
      (await seals.keptSupplements(sessionId)).map(({ text, signature }): Entry => ({ text, signature }))
    return { seals, kept, entries }
  }

  it('is sealed in a supplement with its paper, reason, author, time and the hash of the seal', async () => {
    const { seals, kept, entries } = await sealed()
    written = [one]
    printed = papersOfOne
    await seals.sealWritten(sessionId)
    const [only] = await seals.keptSupplements(sessionId)
    const { kind, ...said } = one
    expect(only?.content).toMatchObject({ number: 1, kind, previous: kept.sha256, written: said })
    expect(only?.content.files.map(({ path }) => path)).toEqual(papersOfOne)
    expect(await verified(kept, await entries())).toMatchObject({
      faults: [],
      supplements: [{ kind, written: said }],
    })
  })

  it('is sealed only when all its papers are printed, and once despite concurrent requests', async () => {
    const { seals, entries } = await sealed()
    written = [one]
    printed = papersOfOne.slice(0, 1)
    await seals.sealWritten(sessionId)
    expect(await entries()).toEqual([])
    printed = papersOfOne
    await Promise.all([seals.sealWritten(sessionId), sealing().sealWritten(sessionId)])
    await seals.sealWritten(sessionId)
    expect(await entries()).toHaveLength(1)
  })

  it('does not prevent the supplement of a recorder that ends later', async () => {
    const { seals, kept, entries } = await sealed()
    written = [one]
    printed = papersOfOne
    await seals.sealWritten(sessionId)
    hasEnded = true
    const kinds = (await seals.supplements(sessionId)).map(({ content }) => content.kind)
    expect(kinds).toEqual(['correction', 'recording'])
    expect(await verified(kept, await entries())).toMatchObject({ faults: [], remarks: [] })
  })

  it('is reported by the check when its supplement is missing, seals no paper or contains no text', async () => {
    const { seals, kept, entries } = await sealed()
    written = [one]
    printed = papersOfOne
    await seals.sealWritten(sessionId)
    expect((await verified(kept, [])).faults).toContain(
      'The journal says that 1 supplements were written, and 0 of them are sealed.',
    )
    const [first] = await entries()
    if (!first) throw new Error('one is there')
    const bare = await signed(changed(first, { files: [] }))
    expect((await verified(kept, [bare])).faults).toEqual(
      papersOfOne.map((path) => `supplements/1.json does not seal its paper ${path}.`),
    )
    const mute = await signed(changed(first, { written: null }))
    expect((await verified(kept, [mute])).faults).toContain('supplements/1.json does not say what was written.')
  })

  it('is reported by the check when one of its papers is missing', async () => {
    const { seals, kept, entries } = await sealed()
    written = [one]
    printed = papersOfOne
    await seals.sealWritten(sessionId)
    const all = await entries()
    printed = papersOfOne.slice(1)
    expect((await verified(kept, all)).faults).toEqual([
      'papers/supplement-8-2026.pdf was sealed by supplements/1.json, and is missing since.',
    ])
  })
})

describe('the check of the chain of supplements', () => {
  it('reports a missing supplement in the middle, and files not sealed because the last one is missing', async () => {
    const { kept, entries } = await twice()
    const [first, second] = entries
    if (!first || !second) throw new Error('two are there')
    expect((await verified(kept, [null, second])).faults).toContain(
      'supplements/1.json is missing: a later supplement is there.',
    )
    expect((await verified(kept, [first])).faults).toEqual(['recordings/0001-3.mkv was added since the sealing.'])
  })

  it('reports an altered supplement, also when it was signed again', async () => {
    const { kept, entries } = await twice()
    const [first, second] = entries
    if (!first || !second) throw new Error('two are there')
    const text = changed(first, { madeAt: '2020-01-01T00:00:00.000Z' })
    expect((await verified(kept, [{ ...first, text }, second])).faults).toContain(
      'supplements/1.sig is not the signature of this supplements/1.json: one of the two is altered.',
    )
    expect((await verified(kept, [await signed(text), second])).faults).toEqual([
      'supplements/2.json does not follow this supplements/1.json: one of the two is altered, added or in another order.',
    ])
  })

  it('reports supplements in the wrong order', async () => {
    const { kept, entries } = await twice()
    const [first, second] = entries
    if (!first || !second) throw new Error('two are there')
    const { faults } = await verified(kept, [second, first])
    expect(faults).toContain('supplements/1.json is out of order: it says that it is number 2.')
    expect(faults).toContain('supplements/2.json is out of order: it says that it is number 1.')
  })

  it('reports a supplement that was inserted, signed with another key, or belongs to another session', async () => {
    const { kept, entries } = await twice()
    const [first, second] = entries
    if (!first || !second) throw new Error('two are there')
    const between = await signed(changed(second, { files: [] }))
    const moved = await signed(changed(second, { number: 3 }))
    expect((await verified(kept, [first, between, moved])).faults).toEqual([
      'supplements/3.json does not follow this supplements/2.json: one of the two is altered, added or in another order.',
    ])
    const other = await loadSigningKey(await mkdtemp(join(directory, 'other-')))
    expect((await verified(kept, [first, await signed(second.text, other)])).faults).toEqual([
      `supplements/2.json is signed with another key than the archive: ${other.published.fingerprint}.`,
    ])
    const elsewhere = await signed(changed(second, { sessionId: 'another' }))
    expect((await verified(kept, [first, elsewhere])).faults).toEqual([
      'supplements/2.json is a supplement of another session: another.',
    ])
  })

  it('reports a file whose hash differs from the one in its supplement', async () => {
    const { kept, entries } = await twice()
    const [first, second] = entries
    if (!first || !second) throw new Error('two are there')
    const [file] = (JSON.parse(second.text) as Supplement).files
    if (!file) throw new Error('it has a file')
    const wrong = await signed(changed(second, { files: [{ ...file, sha256: 'a'.repeat(64) }] }))
    expect((await verified(kept, [first, wrong])).faults).toEqual([
      'recordings/0001-3.mkv is altered since it was sealed by supplements/2.json.',
    ])
  })
})
