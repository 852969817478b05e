// Takes a backup of a server while it is written to and restores it on an empty machine: journals and files are the
// same and the server runs, even if a journal was altered directly in Redis.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSigningKey } from '../../server/custody/archive/signature.ts'
import { verifyArchive } from '../../server/custody/archive/verify-archive.ts'
import { restoreBackup } from '../../server/custody/backup/restore-backup.ts'
import { takeBackup, takeKeys } from '../../server/custody/backup/take-backup.ts'
import { verifyJournal } from '../../server/engine/journal/journal-file.ts'
import { startRedisProcess } from '../../server/platform/redis-process.ts'
import { LinkList } from '../../shared/wire/hearing/sessions.ts'
import { Health } from '../../shared/wire/server-health.ts'
import { Office } from '../harness/administrator.ts'
import { alterCommit } from '../harness/alter-journal.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aPdf } from '../harness/files.ts'
import { silent } from '../harness/media-server.ts'
import { TestPage } from '../harness/page.ts'
import { until } from '../harness/wait.ts'

const credentials = { username: 'lan.tran', password: 'một câu dài dễ nhớ' }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
let office: Office
let sealed: string
let archivedJournal: string
let scratch: string
const report = aPdf(3)
const small = aPdf(1)
const segment = Buffer.from('what was said')

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'diemcau-backup-test-'))
  server = await DemoServer.startEmpty()
  const { origin, hash } = new URL(server.setUpUrl)
  await Office.enters(origin, 'setup', { token: hash.slice(1), displayName: 'Trần Thị Lan', ...credentials })
  office = await Office.enters(origin, 'login', credentials)
  sealed = await office.books()
  await office.hands(sealed, report)
  await recorded(sealed)
  for (const step of ['open', 'close', 'minutes-waiver', 'seal'])
    await office.post(`/sessions/${sealed}/${step}`, { reason: 'Chỉ để trao đổi thông tin' })
  archivedJournal = await office.journal(sealed)
})
afterAll(async () => {
  await server.close()
  await rm(scratch, { recursive: true })
})

/** A segment that is finished and not stored yet. */
async function recorded(sessionId: string): Promise<void> {
  const folder = join(server.directory, 'recordings', sessionId)
  const file = '0001-1-00000.mkv'
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, file), segment)
  const lines = [
    { line: 'track', track: 1, participantId: sessionId, source: 'microphone', channel: null, mimeType: 'audio/opus' },
    { line: 'segment', track: 1, file, from: 1, until: 2, bytes: segment.length, sha256: sha256(segment) },
  ]
  await writeFile(join(folder, 'index.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

/** What goes on while the backup is made: sessions with documents, one after another. */
function writing() {
  const written: string[] = []
  const begun = Promise.withResolvers<void>()
  const stop = new AbortController()
  const done = (async () => {
    while (!stop.signal.aborted) {
      const sessionId = await office.books()
      await office.hands(sessionId, small)
      written.push(sessionId)
      begun.resolve()
    }
  })()
  return {
    written,
    begun: begun.promise,
    async stop() {
      stop.abort()
      await done
    },
  }
}

const target = (name: string) => join(scratch, name)
const restored = (from: string, to: string, keys: string | null = null) =>
  restoreBackup({ from, to, keys, erasures: null })
const everyName = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

/** By somebody who has the Redis of a machine whose server does not run. */
async function changedInRedis(machine: string, sessionId: string): Promise<void> {
  const own = await startRedisProcess({ dataDirectory: machine, log: silent })
  const redis = new Redis(own.socketPath)
  await alterCommit(redis, `session:${sessionId}`, 3, (commit) => commit.replace('"at":', '"at":1'))
  redis.disconnect()
  await own.close()
}

describe('a backup taken while the server is written to', () => {
  describe('restored on an empty machine', () => {
    let busy: ReturnType<typeof writing>
    let altered: string
    let again: Awaited<ReturnType<typeof DemoServer.startOn>>
    let there: Office
    beforeAll(async () => {
      altered = await office.books()
      busy = writing()
      await busy.begun
      await takeBackup({ dataDir: server.directory }, target('whole.zip'), false)
      await takeKeys({ dataDir: server.directory }, target('keys.zip'))
      await busy.stop()
      await restored(target('whole.zip'), target('machine'), target('keys.zip'))
      await changedInRedis(target('machine'), altered)
      again = await DemoServer.startOn(target('machine'))
      there = await Office.enters(again.url, 'login', credentials)
    })
    afterAll(() => again.close())

    it('gives a server with the same journals and files, whose archive verifies without faults', async () => {
      expect(await there.journal(sealed)).toBe(archivedJournal)
      const archive = target('archive.zip')
      await writeFile(archive, await there.get(`/sessions/${sealed}/archive`))
      const { fingerprint } = JSON.parse(`${await office.get('/verification-key')}`)
      const { faults, manifest } = await verifyArchive(archive, fingerprint)
      expect(faults).toEqual([])
      const hashes = manifest?.files.map((file) => file.sha256)
      expect(hashes).toContain(sha256(report))
      expect(hashes).toContain(sha256(segment))

      // Each session that the backup has is as far as it was at one moment, with every document that its journal names.
      const [first = ''] = busy.written
      expect(await there.knows(first)).toBe(true)
      for (const sessionId of busy.written) {
        if (!(await there.knows(sessionId))) continue
        const journal = await there.journal(sessionId)
        expect(await verifyJournal(journal.split(/(?<=\n)/))).toMatchObject({ ok: true })
        const commits = journal.trimEnd().split('\n').slice(0, -1).join('\n')
        expect((await office.journal(sessionId)).startsWith(commits)).toBe(true)
        for (const document of await there.documents(sessionId)) {
          const bytes = await there.get(`/sessions/${sessionId}/documents/${document.documentId}/file`)
          expect(sha256(bytes)).toBe(sha256(small))
        }
      }
      await there.hands(await there.books(), aPdf(1))
    })

    it('gives a server that runs although a journal was altered in Redis: it names the session on /health and in the log, and refuses entry to it', async () => {
      const { parts } = Health.parse(await (await fetch(`${again.url}/health`)).json())
      expect(parts.find(({ name }) => name === 'journals')).toMatchObject({
        status: 'warning',
        message: expect.stringContaining(`session ${altered}, commit 3 was altered`),
      })
      expect(again.output.join('\n')).toContain('"reason":"altered"')
      const { participants } = LinkList.parse(JSON.parse(`${await office.get(`/sessions/${altered}/links`)}`))
      const page = new TestPage(again.url, new URL(participants[0]?.link ?? '').hash.slice(1))
      expect(await page.connect()).toMatchObject({ ok: false, farewell: { reason: 'journal-broken' } })
      page.close()
    })
  })

  it('contains nothing unencrypted, and no key of a ballot box', async () => {
    await mkdir(join(server.directory, 'box-keys', 'session'), { recursive: true })
    await writeFile(join(server.directory, 'box-keys', 'session', 'box.key'), 'a key that must forget')
    await takeBackup({ dataDir: server.directory }, target('folder'), false)
    const names = await everyName(target('folder'))
    expect(names.filter((name) => /box|secrets|store-keys|\.pem/.test(name))).toEqual([])
    for (const name of names) {
      const content = await readFile(join(target('folder'), name), 'latin1')
      for (const words of ['a key that must forget', segment.toString(), 'lan.tran', '%PDF'])
        expect(content.includes(words), `${words} in ${name}`).toBe(false)
    }
  })

  it('into an existing backup folder adds new files and removes deleted ones', async () => {
    const settings = { dataDir: server.directory }
    await office.hands(await office.books(), aPdf(2))
    const first = await takeBackup(settings, target('folder'), true)
    const second = await takeBackup(settings, target('folder'), true)
    expect(first.manifest.files.length).toBeGreaterThan(second.written)
    // The small files beside the store, and what was written meanwhile.
    expect(second.written).toBeLessThan(13)
    expect((await everyName(target('folder'))).sort()).toEqual(
      ['manifest.json', ...second.manifest.files.map(({ name }) => name)].sort(),
    )
    await restored(target('folder'), target('second-machine'))
    expect(await everyName(target('second-machine'))).toContain('store-keys.json')
  })
})

describe('a restore', () => {
  beforeAll(async () => {
    // Two documents, also where this is run alone.
    await office.hands(await office.books(), small)
    await takeBackup({ dataDir: server.directory }, target('good.zip'), true)
    await takeBackup({ dataDir: server.directory }, target('good'), true)
  })
  const refusal = async (from: string, keys: string | null = null) => {
    const said = await restored(from, target('nowhere'), keys).then(
      () => 'restored',
      (error: Error) => error.message,
    )
    expect(await stat(target('nowhere')).catch(() => null)).toBeNull()
    expect((await readdir(scratch)).filter((name) => name.startsWith('.'))).toEqual([])
    return said
  }

  it('into an empty disk or volume keeps the folder itself and leaves no temporary files', async () => {
    await mkdir(target('disk/lost+found'), { recursive: true })
    const before = await stat(target('disk'))
    // What was broken off before anything was in its place.
    await mkdir(target('disk/.restoring/store'), { recursive: true })
    await restored(target('good'), target('disk'))
    expect((await stat(target('disk'))).ino).toBe(before.ino)
    await restored(target('good'), target('new'))
    const named = (await readdir(target('disk'))).filter((name) => name !== 'lost+found').sort()
    expect(named).toEqual((await readdir(target('new'))).sort())
    expect(named).not.toContain('.restoring')
  })

  it('that was interrupted is reported, and no server starts on it', async () => {
    await mkdir(target('broken/.restoring'), { recursive: true })
    await writeFile(target('broken/secrets.json'), '{}')
    await expect(restored(target('good'), target('broken'))).rejects.toThrow(/broken off: empty that folder/)
    const env = { ...process.env, DATA_DIR: target('broken') }
    const started = promisify(execFile)(process.execPath, ['server/main.ts'], { env })
    await expect(started).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('was broken off') })
    expect((await readdir(target('broken'))).sort()).toEqual(['.restoring', 'secrets.json'])
  })

  it('that fails leaves the disk empty', async () => {
    await mkdir(target('spared/lost+found'), { recursive: true })
    await takeBackup({ dataDir: server.directory }, target('no-keys'), false)
    await expect(restored(target('no-keys'), target('spared'))).rejects.toThrow(/has no keys/)
    expect(await readdir(target('spared'))).toEqual(['lost+found'])
  })

  it('into a folder that is not empty is refused and changes nothing', async () => {
    await mkdir(target('occupied'))
    await writeFile(target('occupied/minutes.docx'), 'mine')
    await expect(restored(target('good'), target('occupied'))).rejects.toThrow(/is not empty/)
    expect(await readdir(target('occupied'))).toEqual(['minutes.docx'])
  })

  it('of a truncated ZIP reports that it is torn', async () => {
    await copyFile(target('good.zip'), target('torn.zip'))
    await truncate(target('torn.zip'), Math.floor((await stat(target('good.zip'))).size / 2))
    expect(await refusal(target('torn.zip'))).toMatch(/torn\.zip is torn/)
  })

  it('of a ZIP with one altered byte names the file', async () => {
    await copyFile(target('good.zip'), target('altered.zip'))
    const file = await open(target('altered.zip'), 'r+')
    await file.write(Buffer.from([0xff]), 0, 1, 500)
    await file.close()
    expect(await refusal(target('altered.zip'))).toMatch(/nothing was restored.*\n- objects\/\S+/)
  })

  it('of a folder names each altered and each missing file', async () => {
    await cp(target('good'), target('bad'), { recursive: true })
    const [one = '', other = ''] = (await everyName(target('bad'))).filter((name) =>
      name.startsWith('objects/documents'),
    )
    const bytes = await readFile(join(target('bad'), one))
    bytes[40] = (bytes[40] ?? 0) ^ 1
    await writeFile(join(target('bad'), one), bytes)
    await rm(join(target('bad'), other))
    const said = await refusal(target('bad'))
    expect(said).toContain(`- ${one} was altered`)
    expect(said).toContain(`- ${other} is missing`)
  })

  it('reports missing keys, a missing manifest and an altered manifest', async () => {
    await takeBackup({ dataDir: server.directory }, target('keyless'), false)
    expect(await refusal(target('keyless'))).toMatch(/has no keys.*--keys/)
    await writeFile(target('keyless/manifest.json'), '{"format":"diemcau-backup"')
    expect(await refusal(target('keyless'), target('good'))).toMatch(/manifest\.json of .* is altered/)
    await rm(target('keyless/manifest.json'))
    expect(await refusal(target('keyless'), target('good'))).toMatch(/has no manifest\.json/)
  })
})

describe('npm run restore', () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const env = { ...process.env, DATA_DIR: server.directory }
      execFile(process.execPath, ['server/custody/backup/restore.ts', ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      )
    })
  /** As the page of retention hands it out: the documents of the sealed session are gone. */
  async function certificate(number = 1, signedIn = server.directory): Promise<string> {
    const { sign } = await loadSigningKey(signedIn)
    const at = '2026-11-26T02:00:00.000Z'
    const subject = { kind: 'session', id: sealed }
    const text = JSON.stringify({
      ...{ format: 'diemcau-erasure', version: 1, number, year: 2026, organisation: 'Xã Tân Lập' },
      ...{ listId: `list-${number}`, ground: 'due', reason: 'Hết thời hạn', proposedAt: at, proposedBy: 'lan' },
      ...{ decidedAt: at, decidedBy: 'mai' },
      items: [{ class: 'documents', subject, related: [], outcome: 'erased', endedAt: at, what: [] }],
    })
    return JSON.stringify({ text, signature: await sign(Buffer.from(text)) })
  }
  async function folderOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    await mkdir(target(name))
    for (const [file, content] of Object.entries(files)) await writeFile(join(target(name), file), content)
    return target(name)
  }
  beforeAll(() => takeBackup({ dataDir: server.directory }, target('with-keys.zip'), true))

  it('with certificates of later erasures gives a server that repeats those erasures; without them it prints a reminder', async () => {
    const erasures = await folderOf('certificates', {
      'Chứng nhận xóa dữ liệu 7-2026.json': await certificate(7),
      // Downloaded twice.
      'Chứng nhận xóa dữ liệu 7-2026 (1).json': await certificate(7),
      'Chứng nhận xóa dữ liệu 7-2026.pdf': 'a paper',
    })
    const without = await run(target('with-keys.zip'), '--to', target('as-it-was'))
    expect(without).toEqual({
      code: 0,
      said: expect.stringContaining(`Put its certificates into ${target('as-it-was')}/erasures`),
    })
    const to = target('erased-again')
    const { code, said } = await run(target('with-keys.zip'), '--to', to, '--erasures', erasures)
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/erasures put into .*: 2\. What they name, the server erases/),
    })
    expect(await readdir(join(to, 'erasures'))).toEqual(['2026-7.json'])

    const documentsOf = async (machine: string) => {
      const again = await DemoServer.startOn(target(machine))
      try {
        const there = await Office.enters(again.url, 'login', credentials)
        if (machine === 'erased-again')
          await until(async () => {
            const { lists } = JSON.parse(`${await there.get('/retention')}`)
            return lists[0]?.state === 'done' ? null : JSON.stringify(lists)
          }, 30_000)
        const documents = await there.documents(sealed)
        return await Promise.all(
          documents.map(({ documentId }) =>
            there.get(`/sessions/${sealed}/documents/${documentId}/file`).then(
              (bytes) => sha256(bytes),
              () => 'gone',
            ),
          ),
        )
      } finally {
        await again.close()
      }
    }
    expect(await documentsOf('as-it-was')).toEqual([sha256(report)])
    expect(await documentsOf('erased-again')).toEqual(['gone'])
  })

  it('accepts a single certificate', async () => {
    const other = await certificate(7)
    const file = target('one.json')
    await writeFile(file, other)
    const { code } = await run(target('with-keys.zip'), '--to', target('single'), '--erasures', file)
    expect(code).toBe(0)
    expect(await readFile(target('single/erasures/2026-7.json'), 'utf8')).toBe(`${other}\n`)
  })

  it('restores nothing if a file is no certificate of this installation, and names each such file', async () => {
    const good = await certificate(1)
    const strange = await certificate(2, target('another-installation'))
    const erasures = await folderOf('mixed', {
      '1.json': good,
      'altered.json': good.replace('documents', 'recordings'),
      'strange.json': strange,
      'torn.json': good.slice(0, 100),
    })
    const { code, said } = await run(target('with-keys.zip'), '--to', target('nowhere'), '--erasures', erasures)
    expect(code).toBe(1)
    expect(said.trim().split('\n- ')).toEqual([
      expect.stringMatching(/^Nothing was restored.*Take them out of the folder/),
      `${join(erasures, 'altered.json')}: it was altered since it was signed.`,
      `${join(erasures, 'strange.json')}: it is signed with the key of another installation.`,
      `${join(erasures, 'torn.json')}: it is no certificate of an erasure.`,
    ])
    expect(await stat(target('nowhere')).catch(() => null)).toBeNull()
  })

  it('reports missing and misspelt arguments with the usage', async () => {
    const from = target('with-keys.zip')
    const to = target('nowhere')
    const wrong = [
      [[from], /^Usage: npm run restore -- BACKUP --to DATA_DIR/],
      [[from, '--to', to, '--erasure', 'x'], /Unknown option '--erasure'[\s\S]*Usage: /],
      [[from, '--to', to, '--erasures', target('none')], /none is not there: --erasures names the folder/],
    ] as const
    const answers = await Promise.all(wrong.map(([args]) => run(...args)))
    for (const [place, [, words]] of wrong.entries()) {
      expect(answers[place]).toEqual({ code: 1, said: expect.stringMatching(words) })
      expect(answers[place]?.said).not.toMatch(/\n\s+at /)
    }
    expect(await stat(to).catch(() => null)).toBeNull()
  })

  it('restores nothing if the folder of certificates has none, or the target is a file', async () => {
    const from = target('with-keys.zip')
    const erasures = await folderOf('without-any', { 'readme.txt': 'nothing' })
    await expect(restoreBackup({ from, to: target('nowhere'), keys: null, erasures })).rejects.toThrow(
      /has no certificate of an erasure: they are files named \*\.json/,
    )
    await writeFile(target('a-file'), 'mine')
    await expect(restored(from, target('a-file'))).rejects.toThrow(/a-file is no folder that can be used \(ENOTDIR\)/)
    expect(await readFile(target('a-file'), 'utf8')).toBe('mine')
    expect(await stat(target('nowhere')).catch(() => null)).toBeNull()
  })
})
