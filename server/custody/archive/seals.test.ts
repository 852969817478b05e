import { execFile } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { checkedByOpenssl, TestTimeStampAuthority } from '../../../tests/harness/time-stamp-authority.ts'
import { journalLines } from '../../engine/journal/journal-file.ts'
import { chained } from '../../platform/hash-chain.ts'
import { createTimeStamps } from '../../platform/time-stamps/time-stamps.ts'
import {
  archived,
  fileOf,
  sealedAt,
  sealedJournal,
  sealedSession,
  sealPrintsOf,
  sealSourceOf,
  sessionId,
  sha256,
  withSeal,
} from './archive.fixture.ts'
import type { KeptSeal, Seal } from './seal.ts'
import { createSeals, type RunningSeals, type SealsDependencies } from './seals.ts'
import { loadSigningKey, type SigningKey, signerOf } from './signature.ts'
import { verifyArchive } from './verify-archive.ts'
import { type Contents, writeArchive } from './write-archive.ts'

let directory: string
let key: SigningKey
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-seals-'))
  key = await loadSigningKey(directory)
})
afterEach(() => rm(directory, { recursive: true }))

let prints = 0
const hour = 60 * 60 * 1000
const printedAnew = async (path: string) => `${path}, print ${++prints}`

const printedAsSealed = async () => sealSourceOf(async (path) => `${path} as sealed`)
const withPrints = (contents: Contents = sealedSession()): Contents => ({
  ...contents,
  files: [
    ...contents.files.filter(({ kind }) => kind !== 'print'),
    ...['attendance.csv', 'minutes.pdf'].map((path) => fileOf(path, 'print', `${path} as sealed`, null)),
  ],
})
const asSealed = (changes: Partial<SealsDependencies> = {}) => sealed({ sourceOf: printedAsSealed, ...changes })

function sealing(changes: Partial<SealsDependencies> = {}) {
  return createSeals({
    dataDir: directory,
    key,
    secret: Buffer.alloc(32, 7),
    timeStamps: null,
    sourceOf: async () => sealSourceOf(printedAnew),
    printsAhead: async () => sealPrintsOf(printedAnew),
    recorded: async () => true,
    sealedBut: async (known) => (known.has(sessionId) ? [] : [sessionId]),
    now: () => sealedAt,
    log: pino({ level: 'silent' }),
    ...changes,
  })
}
async function sealed(changes: Partial<SealsDependencies> = {}): Promise<KeptSeal> {
  const kept = await sealing(changes).of(sessionId)
  if (!kept) throw new Error('nothing was sealed')
  return kept
}

describe('the seal of a session', () => {
  it('lists size and hash of every file and is signed with the installation key', async () => {
    const { seal, text, signature } = await sealed()
    expect(seal.files.map(({ path }) => path)).toEqual([
      'journal.jsonl',
      'attendance.csv',
      'minutes.pdf',
      'documents/01 Báo cáo.pdf',
      'papers/minutes-12-2026.pdf',
      'recordings/0001-1.mkv',
    ])
    const journal = [...journalLines(sessionId, sealedJournal())].join('')
    expect(seal.files[0]).toMatchObject({ sha256: sha256(journal), bytes: Buffer.byteLength(journal) })
    expect(seal.files.at(-1)).toMatchObject({ sha256: sha256(archived['recordings/0001-1.mkv']), bytes: 13 })
    expect(await signerOf(signature, Buffer.from(text))).toBe(key.published.fingerprint)
  })

  it('is made once, also for concurrent and repeated requests', async () => {
    const seals = sealing()
    const [first, second] = await Promise.all([seals.of(sessionId), seals.of(sessionId)])
    const later = await sealed({ now: () => sealedAt + 2 * hour })
    expect([second?.sha256, later.sha256]).toEqual([first?.sha256, first?.sha256])
  })

  it('contains the hash of the stored print, which is unreadable on disk', async () => {
    const seals = sealing()
    const kept = await seals.of(sessionId)
    const print = await seals.readPrint(sessionId, 'attendance.csv')
    expect(hashIn(kept?.seal, 'attendance.csv')).toBe(
      createHash('sha256')
        .update(print ?? '')
        .digest('hex'),
    )
    const folder = join(directory, 'seals', sessionId)
    for (const name of await readdir(folder)) expect(await readFile(join(folder, name), 'utf8')).not.toContain('print ')
  })

  it('waits until the recording index is complete', async () => {
    const { promise: finished, resolve: finish } = Promise.withResolvers<true>()
    let isFinished = false
    const seals = sealing({
      recorded: () => finished,
      sourceOf: async () => {
        expect(isFinished).toBe(true)
        return sealSourceOf(printedAnew)
      },
    })
    const made = seals.of(sessionId)
    expect(await seals.kept(sessionId)).toBeNull()
    isFinished = true
    finish(true)
    expect((await made)?.seal.files).toHaveLength(6)
  })

  it('is made with isRecordingOpen set when the recorder does not end', async () => {
    expect((await sealed({ recorded: async () => false })).seal.isRecordingOpen).toBe(true)
  })

  it('lists missing and altered files as faults and does not seal them', async () => {
    const source = sealSourceOf(printedAnew)
    const files = source.files.map((file) => {
      if (file.path.startsWith('papers/')) return { ...file, open: async () => null }
      return file.kind === 'document' ? { ...file, open: fileOf(file.path, file.kind, 'forged', null).open } : file
    })
    const { seal } = await sealed({ sourceOf: async () => ({ ...source, files }) })
    expect(seal.faults.map(({ path, fault }) => [path, fault])).toEqual([
      ['documents/01 Báo cáo.pdf', 'altered'],
      ['papers/minutes-12-2026.pdf', 'missing'],
    ])
    expect(seal.files).toHaveLength(4)
  })

  it('is not made while the journal is not sealed', async () => {
    expect(await sealing({ sourceOf: async () => null }).of(sessionId)).toBeNull()
  })

  it('is made on the next request after the disk refused to write it', async () => {
    await writeFile(join(directory, 'seals'), 'in the way')
    await expect(sealed()).rejects.toThrow('ENOTDIR')
    await rm(join(directory, 'seals'))
    expect((await sealed()).seal.sessionId).toBe(sessionId)
  })
})

describe('the prints of the seal', () => {
  const told = async (path: string) => `${path} as it was printed ahead`
  const never = async (path: string): Promise<string> => expect.unreachable(`${path} was printed again`)
  const ahead = () => sealing({ printsAhead: async () => sealPrintsOf(told) }).printAhead(sessionId)
  const folder = () => join(directory, 'seals', sessionId)
  const namesAhead = async () => (await readdir(folder()).catch(() => [])).filter((name) => name.endsWith('.ahead'))

  it('are the ones printed ahead when nothing was written since', async () => {
    await ahead()
    const seals = sealing({ sourceOf: async () => sealSourceOf(never) })
    const kept = await seals.of(sessionId)
    for (const path of ['attendance.csv', 'minutes.pdf']) {
      expect(String(await seals.readPrint(sessionId, path))).toBe(await told(path))
      expect(hashIn(kept?.seal, path)).toBe(sha256(await told(path)))
    }
    expect(await namesAhead()).toEqual([])
  })

  it('wait for the printing ahead of the same session, not of another one', async () => {
    const { promise: isPrinted, resolve: finish } = Promise.withResolvers<void>()
    const { promise: isBegun, resolve: begin } = Promise.withResolvers<void>()
    const another = SessionId.parse('01990000-0000-7000-8000-000000000009')
    const seals = sealing({
      async printsAhead(closed) {
        if (closed === another) return new Promise(() => {})
        begin()
        await isPrinted
        return sealPrintsOf(told)
      },
      sourceOf: async () => sealSourceOf(never),
    })
    const isAhead = seals.printAhead(sessionId)
    await isBegun
    void seals.printAhead(another)
    const made = seals.of(sessionId)
    finish()
    await isAhead
    expect(hashIn((await made)?.seal, 'minutes.pdf')).toBe(sha256(await told('minutes.pdf')))
  })

  it('do not wait while another session is printed ahead', async () => {
    const { promise: isBegun, resolve: begin } = Promise.withResolvers<void>()
    const seals = sealing({
      printsAhead() {
        begin()
        return new Promise(() => {})
      },
    })
    void seals.printAhead(SessionId.parse('01990000-0000-7000-8000-000000000009'))
    await isBegun
    expect((await seals.of(sessionId))?.seal.sessionId).toBe(sessionId)
  })

  it('are printed again when something was written since', async () => {
    await ahead()
    const prints = sealPrintsOf(async (path) => `${path} with what was written since`, 'as somebody has written since')
    const seals = sealing({ sourceOf: async () => ({ ...sealSourceOf(never), prints }) })
    await seals.of(sessionId)
    expect(String(await seals.readPrint(sessionId, 'minutes.pdf'))).toBe('minutes.pdf with what was written since')
    expect(await namesAhead()).toEqual([])
  })

  it('are printed ahead once per state, replace the earlier ones and are unreadable on disk', async () => {
    await ahead()
    const first = await namesAhead()
    expect(first).toHaveLength(2)
    await sealing({ printsAhead: async () => sealPrintsOf(never) }).printAhead(sessionId)
    expect(await namesAhead()).toEqual(first)
    await sealing({ printsAhead: async () => sealPrintsOf(told, 'as somebody has written since') }).printAhead(
      sessionId,
    )
    const second = await namesAhead()
    expect(second).toHaveLength(2)
    for (const name of second) {
      expect(first).not.toContain(name)
      expect(await readFile(join(folder(), name), 'utf8')).not.toContain('printed ahead')
    }
  })

  it('are erased together with the names, also before the session is sealed', async () => {
    await ahead()
    await sealing().erasePrints(sessionId)
    expect(await namesAhead()).toEqual([])
  })

  it('are printed again when the copies printed ahead were altered on disk', async () => {
    await ahead()
    for (const name of await namesAhead()) await writeFile(join(folder(), name), 'something else')
    await sealed({ sourceOf: async () => sealSourceOf(async (path) => `${path} printed anew`) })
    expect(String(await sealing().readPrint(sessionId, 'minutes.pdf'))).toBe('minutes.pdf printed anew')
  })

  describe('printed ahead for a closed session', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
    afterEach(() => void vi.useRealTimers())
    const stateOf = (status: 'open' | 'closed') => ({ session: { sessionId, status } }) as SessionState

    function printing() {
      const asked: SessionId[] = []
      let begin: (() => void) | undefined
      const seals = sealing({
        async printsAhead(closed) {
          asked.push(closed)
          begin?.()
          return sealPrintsOf(told)
        },
      })
      /** Resolves when it is being printed: then, and not a millisecond before. */
      async function isPrintedAfter(ms: number) {
        const { promise: isBegun, resolve } = Promise.withResolvers<void>()
        begin = resolve
        vi.advanceTimersByTime(ms - 1)
        expect(vi.getTimerCount(), 'it still waits').toBe(1)
        vi.advanceTimersByTime(1)
        await isBegun
      }
      return { seals, asked, isPrintedAfter }
    }

    it('are made 100 ms after the last change when the session has just closed', async () => {
      const { seals, asked, isPrintedAfter } = printing()
      seals.changed(stateOf('open'))
      vi.advanceTimersByTime(60_000)
      seals.changed(stateOf('closed'))
      vi.advanceTimersByTime(70)
      seals.changed(stateOf('closed'))
      await isPrintedAfter(100)
      await seals.close()
      expect(asked).toEqual([sessionId])
      expect(await namesAhead()).toHaveLength(2)
    })

    it('are made again after ten seconds without a change', async () => {
      const { seals, asked, isPrintedAfter } = printing()
      seals.changed(stateOf('open'))
      seals.changed(stateOf('closed'))
      await isPrintedAfter(100)
      seals.changed(stateOf('closed'))
      vi.advanceTimersByTime(9000)
      seals.changed(stateOf('closed'))
      await isPrintedAfter(10_000)
      await seals.close()
      expect(asked).toEqual([sessionId, sessionId])
    })

    it('are made after ten seconds when the session was already closed at the start of the server', async () => {
      const { seals, isPrintedAfter } = printing()
      seals.changed(stateOf('closed'))
      await isPrintedAfter(10_000)
      await seals.close()
    })

    it('are not made while the server is stopping', async () => {
      const seals = sealing({ printsAhead: async () => expect.unreachable('printed') })
      seals.changed(stateOf('closed'))
      await seals.close()
      seals.changed(stateOf('closed'))
      expect(vi.getTimerCount()).toBe(0)
    })
  })
})

const hashIn = (seal: Seal | undefined, wanted: string) => seal?.files.find(({ path }) => path === wanted)?.sha256

describe('a server killed while it seals', () => {
  const program = fileURLToPath(new URL('dying-sealer.fixture.ts', import.meta.url))
  async function killedAt(step: string) {
    const killed = await promisify(execFile)(process.execPath, [program, directory, step]).catch((error) => error)
    expect(killed.signal).toBe('SIGKILL')
  }
  /** As the next start does. */
  async function startsAgain() {
    const seals = sealing()
    const isMade = new Promise<void>((resolve) => {
      const again = sealing({
        log: pino({ level: 'info' }, { write: () => resolve() }),
      })
      again.start()
    })
    await isMade
    const kept = await seals.kept(sessionId)
    return { seals, kept }
  }

  it.each([
    ['while the recorder finishes', 'recorded', 0],
    ['before anything is printed', 'attendance.csv', 0],
    ['between two prints', 'minutes.pdf', 1],
    ['while the files are read', 'files', 2],
    ['before it is signed', 'sign', 2],
  ])('%s: the next start makes the seal and reuses the prints already stored', async (_when, step, keptPrints) => {
    await killedAt(step)
    const before = await Promise.all(
      ['attendance.csv', 'minutes.pdf'].map((path) => sealing().readPrint(sessionId, path)),
    )
    expect(before.filter((print) => print !== null)).toHaveLength(keptPrints)
    const { seals, kept } = await startsAgain()
    expect(kept?.seal.files).toHaveLength(6)
    for (const [index, path] of ['attendance.csv', 'minutes.pdf'].entries()) {
      const print = await seals.readPrint(sessionId, path)
      expect(hashIn(kept?.seal, path)).toBe(
        createHash('sha256')
          .update(print ?? '')
          .digest('hex'),
      )
      if (before[index]) expect(print).toEqual(before[index])
    }
    expect((await sealed()).sha256).toBe(kept?.sha256)
  })

  it('after the seal was written: no second seal is made', async () => {
    await killedAt('written')
    const first = await sealing().kept(sessionId)
    expect(first).not.toBeNull()
    expect((await sealed()).sha256).toBe(first?.sha256)
  })

  it('while the seal is written: the incomplete temporary file does not block the next start', async () => {
    const folder = join(directory, 'seals', sessionId)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'seal.json.half.tmp'), '{"seal":"{')
    expect((await startsAgain()).kept?.seal.files).toHaveLength(6)
  })
})

describe('the time stamp of a seal', () => {
  let authority: TestTimeStampAuthority
  beforeEach(async () => {
    authority = await TestTimeStampAuthority.start()
    said = []
  })
  afterEach(() => authority.close())

  let said: string[]
  const log = pino({}, { write: (line: string) => void said.push(line) })
  const asks = (): Partial<SealsDependencies> => ({
    sourceOf: printedAsSealed,
    log,
    timeStamps: createTimeStamps({ url: authority.url, authorities: null, now: () => sealedAt, log }),
  })
  async function stampNow(seals: RunningSeals) {
    const kept = await seals.of(sessionId)
    return kept && seals.stampOf(kept)
  }
  async function stampOf(seals: RunningSeals) {
    for (;;) {
      const stamp = await stampNow(seals)
      if (stamp && stamp !== 'pending') return stamp
      await setImmediate()
    }
  }
  async function waits(times: number) {
    while (said.filter((line) => line.includes('seals wait for their time stamps')).length < times) await setImmediate()
  }
  const roots = async ({ root }: TestTimeStampAuthority) => [new X509Certificate(await readFile(root))]

  async function archiveWith(stamp: Buffer | null) {
    const contents = withSeal(withPrints(), await asSealed())
    const path = join(directory, 'stamped.zip')
    const files = stamp ? [...contents.files, fileOf('seal.tsr', 'seal', stamp, null)] : contents.files
    await pipeline(writeArchive({ ...contents, files }, key), createWriteStream(path))
    return path
  }

  it('is requested when the seal is made, verifies with openssl, and is stored', async () => {
    const seals = sealing(asks())
    const text = (await seals.of(sessionId))?.text ?? ''
    const { by, reply } = await stampOf(seals)
    expect(by).toBe('Dau thoi gian thu nghiem')
    expect(await checkedByOpenssl(reply, Buffer.from(text), authority.root)).toContain('Verification: OK')
    await seals.close()
    await authority.stopAnswering()
    expect(await stampNow(sealing())).toMatchObject({ by, reply })
  })

  it('is absent when no time stamp authority is configured', async () => {
    expect(await stampNow(sealing())).toBeNull()
  })

  it('does not delay the seal and is requested again after five minutes and at the next start', async () => {
    authority.says = { status: 503, body: Buffer.of() }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const seals = sealing(asks())
      expect(await stampNow(seals)).toBe('pending')
      await waits(1)
      expect(authority.asked).toBe(1)
      await vi.advanceTimersByTimeAsync(5 * 60_000)
      await waits(2)
      await seals.close()
    } finally {
      vi.useRealTimers()
    }
    authority.says = null
    const later = sealing(asks())
    later.start()
    expect((await stampOf(later)).by).toBe('Dau thoi gian thu nghiem')
    await later.close()
  })

  it('is requested again when the stored one was altered on disk', async () => {
    const seals = sealing(asks())
    await seals.of(sessionId)
    await stampOf(seals)
    await seals.close()
    await writeFile(join(directory, 'seals', sessionId, 'seal.tsr'), 'altered')
    const later = sealing(asks())
    expect(await stampNow(later)).toBe('pending')
    await stampOf(later)
    await later.close()
  })

  it('is verified with the archive: its time, its authority and the given root certificates', async () => {
    const seals = sealing(asks())
    await seals.of(sessionId)
    const { at, by, reply } = await stampOf(seals)
    await seals.close()
    const path = await archiveWith(reply)
    const { faults, seal } = await verifyArchive(path, null, await roots(authority))
    expect([faults, seal?.stamp]).toEqual([[], { at, by, token: expect.anything() }])
    const stranger = await TestTimeStampAuthority.start()
    const others = await roots(stranger)
    await stranger.close()
    expect((await verifyArchive(path, null, others)).faults).toEqual([
      'seal.tsr is signed by “Dau thoi gian thu nghiem”, which none of the certificates you gave has certified.',
    ])
  })

  it('is reported when it is altered in the archive or missing from it', async () => {
    const seals = sealing(asks())
    await seals.of(sessionId)
    const { reply } = await stampOf(seals)
    await seals.close()
    const altered = Buffer.from(reply)
    altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 1
    const fault = 'seal.tsr is no time stamp of this seal.json: one of the two is altered.'
    expect((await verifyArchive(await archiveWith(altered), null)).faults).toEqual([fault])
    const missing = 'seal.tsr is missing: no authority has stamped this seal.'
    const without = await archiveWith(null)
    expect((await verifyArchive(without, null, await roots(authority))).faults).toEqual([missing])
    expect((await verifyArchive(without, null)).faults).toEqual([])
  })

  it('gets a remark when it came long after the seal, or shows that the clock was ahead', async () => {
    const remarks = async (madeAt: number) => {
      const seals = sealing({ ...asks(), now: () => madeAt })
      await seals.of(sessionId)
      const { reply } = await stampOf(seals)
      await seals.close()
      const found = (await verifyArchive(await archiveWith(reply), null)).remarks
      await rm(join(directory, 'seals'), { recursive: true })
      return found.join(' ')
    }
    expect(await remarks(Date.now() - 2 * hour)).toContain('long after it says it was made')
    expect(await remarks(Date.now() + 2 * hour)).toContain('The clock of the server was ahead')
    expect(await remarks(Date.now())).not.toMatch(/long after|ahead/)
  })
})

describe('an archive compared with its seal', () => {
  async function verdict(contents: Contents, signing: SigningKey = key) {
    const path = join(directory, 'session.zip')
    await pipeline(writeArchive(contents, signing), createWriteStream(path))
    return verifyArchive(path, null)
  }
  const without = (contents: Contents, path: string): Contents => ({
    ...contents,
    files: contents.files.filter((file) => file.path !== path),
  })

  it('has no faults when nothing changed, whatever the order of its files', async () => {
    const whole = withSeal(withPrints(), await asSealed())
    expect(await verdict(whole)).toMatchObject({ faults: [], remarks: [] })
    expect(await verdict({ ...whole, files: whole.files.toReversed() })).toMatchObject({ faults: [], remarks: [] })
  })

  it('names altered, missing and added files', async () => {
    const kept = await asSealed()
    const changed = withPrints()
    const files = changed.files.map((file) =>
      file.path === 'attendance.csv' ? fileOf(file.path, 'print', 'somebody else was there', null) : file,
    )
    const added = fileOf('minutes-2.pdf', 'print', 'other minutes', null)
    const found = await verdict(
      withSeal(without({ ...changed, files: [...files, added] }, 'papers/minutes-12-2026.pdf'), kept),
    )
    expect(found.faults).toEqual([
      'attendance.csv is altered since the sealing.',
      'papers/minutes-12-2026.pdf was sealed, and is missing since.',
      'minutes-2.pdf was added since the sealing.',
    ])
  })

  it('accepts a withheld file if its hash is the sealed one', async () => {
    const path = 'papers/minutes-12-2026.pdf'
    const withheld = [{ path, kind: 'paper' as const, sha256: sha256(archived[path]) }]
    const whole = withSeal({ ...without(withPrints(), path), withheld }, await asSealed())
    expect((await verdict(whole)).faults).toEqual([])
    const other = [{ path, kind: 'paper' as const, sha256: sha256('another') }]
    expect((await verdict({ ...whole, withheld: other })).faults).toEqual([`${path} is altered since the sealing.`])
  })

  it('accepts a paper withdrawn and a paper printed after the sealing, with a remark on each', async () => {
    const kept = await asSealed()
    const journal = sealedJournal()
    const withdrawn = chained({
      seq: 4,
      at: sealedAt + hour,
      actor: { kind: 'system' },
      command: { id: '00000000-0000-7000-8000-000000000004', type: 'withdrawal.declare' },
      events: [{ type: 'withdrawal.declared', v: 1, data: { reason: 'Sai tên' } }],
      previousHash: journal[2]?.hash ?? '',
    })
    const later = [...journal, withdrawn]
    const session = withPrints()
    const found = await verdict(
      withSeal(
        {
          ...session,
          head: {
            ...session.head,
            exportedAt: new Date(sealedAt + 2 * hour).toISOString(),
            journal: { commits: 4, headHash: withdrawn.hash },
          },
          files: [
            fileOf('journal.jsonl', 'journal', [...journalLines(sessionId, later)].join(''), null),
            ...without(session, 'journal.jsonl').files,
            fileOf('papers/receipt-3-2026.pdf', 'paper', 'a receipt', null),
          ],
        },
        kept,
      ),
    )
    expect(found).toMatchObject({
      faults: [],
      remarks: [
        'Since the sealing 1 paper was withdrawn: the journal says which.',
        'papers/receipt-3-2026.pdf was issued, and printed after the sealing.',
      ],
    })
  })

  it('remarks that a late file of a recorder still running at the sealing is not proved by the seal', async () => {
    const late = fileOf('recordings/0001-2.mkv', 'recording', 'what came late', null)
    const contents = { ...withPrints(), files: [...withPrints().files, late] }
    const found = await verdict(withSeal(contents, await asSealed({ recorded: async () => false })))
    expect(found.faults).not.toContain('recordings/0001-2.mkv was added since the sealing.')
    expect(found.remarks).toEqual([
      'When the journal was sealed, the recorder had not ended: the last seconds of the recording may be missing.',
      'recordings/0001-2.mkv came after the sealing, from a recorder that had not ended then: no seal proves it, only this archive.',
    ])
  })

  it('reports a recording file that was added after the recorder had ended', async () => {
    const late = fileOf('recordings/0001-2.mkv', 'recording', 'what came late', null)
    const contents = { ...withPrints(), files: [...withPrints().files, late] }
    const found = await verdict(withSeal(contents, await asSealed()))
    expect(found.faults).toContain('recordings/0001-2.mkv was added since the sealing.')
  })

  it('reports a rewritten journal even if its hash chain is consistent', async () => {
    const kept = await asSealed()
    const [first, second, third] = sealedJournal()
    if (!first || !second || !third) throw new Error('the journal is shorter')
    const events = [{ type: 'minutes.added', v: 1, data: { text: 'Không thống nhất' } }]
    const changed = chained({ ...second, events })
    const last = chained({ ...third, previousHash: changed.hash })
    const session = withPrints()
    const files = [
      fileOf('journal.jsonl', 'journal', [...journalLines(sessionId, [first, changed, last])].join(''), null),
      ...without(session, 'journal.jsonl').files,
    ]
    const head = { ...session.head, journal: { commits: 3, headHash: last.hash } }
    expect((await verdict(withSeal({ ...session, head, files }, kept))).faults).toEqual([
      'The journal is another one than was sealed: up to its sealing it does not end with the same hash.',
    ])
  })

  it('reports a seal of another session, an altered one, and one signed with another key', async () => {
    const { text, signature } = await asSealed()
    const other = text.replace(sessionId, '01990000-0000-7000-8000-000000000002')
    const signed = { text: other, signature: await key.sign(Buffer.from(other)) }
    expect((await verdict(withSeal(withPrints(), signed))).faults).toEqual([
      'seal.json is the seal of another session: 01990000-0000-7000-8000-000000000002.',
    ])
    const altered = { text: text.replace('"bytes": 13', '"bytes": 14'), signature }
    expect((await verdict(withSeal(withPrints(), altered))).faults).toEqual([
      'seal.sig is not the signature of this seal.json: one of the two is altered.',
    ])
    const another = await loadSigningKey(join(directory, 'another'))
    const forged = { text, signature: await another.sign(Buffer.from(text)) }
    expect((await verdict(withSeal(withPrints(), forged))).faults).toEqual([
      `seal.json is signed with another key than the archive: ${another.published.fingerprint}.`,
    ])
    expect((await verdict(withSeal(withPrints(), { text: '{', signature }))).faults).toEqual([
      'seal.json is altered: it is no seal.',
    ])
  })

  it('remarks that the clock had been set back: the order is proved, the times are not', async () => {
    const whole = withSeal(withPrints(), await asSealed({ now: () => sealedAt - hour }))
    const { faults, remarks } = await verdict(whole)
    expect(faults).toEqual([])
    expect(remarks).toEqual([
      expect.stringContaining(
        'The clock of the server had been set back: the seal was made at 2026-11-24T02:00:00.000Z',
      ),
    ])
    await rm(join(directory, 'seals'), { recursive: true })
    const exported = withSeal(withPrints(), await asSealed())
    const head = { ...exported.head, exportedAt: new Date(sealedAt - hour).toISOString() }
    expect((await verdict({ ...exported, head })).remarks).toEqual([
      expect.stringContaining('set back when the archive was taken'),
    ])
  })

  it('remarks that an archive of an earlier release has no seal to compare with', async () => {
    expect(await verdict(sealedSession())).toMatchObject({ faults: [], remarks: [expect.stringContaining('no seal')] })
  })
})
