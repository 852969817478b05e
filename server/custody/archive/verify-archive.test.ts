import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { TestAuthority } from '../../../tests/harness/certificates.ts'
import { archived, fileOf, sealedSession, sha256 } from './archive.fixture.ts'
import { loadSigningKey, type SigningKey } from './signature.ts'
import { verifyArchive } from './verify-archive.ts'
import { type Contents, writeArchive } from './write-archive.ts'

let directory: string
let key: SigningKey
let path: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-archive-'))
  key = await loadSigningKey(join(directory, 'data'))
  path = join(directory, 'session.zip')
})
afterEach(() => rm(directory, { recursive: true }))

async function take(contents: Contents = sealedSession()): Promise<Map<string, Buffer>> {
  await pipeline(writeArchive(contents, key), createWriteStream(path))
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  zip.close()
  return files
}

/** As somebody would who opens the archive, changes it and packs it again. */
async function packAgain(
  files: Iterable<[string, Buffer]>,
  options: { forceZip64Format?: boolean } = {},
): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of files) zip.addBuffer(content, name, options)
  zip.end({ comment: '', forceZip64Format: false, ...options })
  await pipeline(zip.outputStream, createWriteStream(path))
}

const altered = (content: Buffer | undefined): Buffer => {
  const copy = Buffer.from(content ?? '')
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1
  return copy
}
const faultsFound = async (fingerprint: string | null = null) => (await verifyArchive(path, fingerprint)).faults

describe('an unaltered archive', () => {
  it('is verified in ZIP64 format, too, which is used above 4 GB or 65,535 files', async () => {
    const files = await take()
    await packAgain(files, { forceZip64Format: true })
    // Its end: PK 6 6, PKWARE APPNOTE 4.3.14.
    expect((await readFile(path)).includes(Buffer.from('PK\u0006\u0006'))).toBe(true)
    expect(await faultsFound(key.published.fingerprint)).toEqual([])
    files.set('attendance.csv', altered(files.get('attendance.csv')))
    await packAgain(files, { forceZip64Format: true })
    expect(await faultsFound(key.published.fingerprint)).toHaveLength(1)
  })

  it('has no faults and is signed with the installation key', async () => {
    const files = await take()
    expect([...files.keys()].sort()).toEqual(
      ['journal.jsonl', 'manifest.json', 'manifest.sig', 'recordings/index.jsonl', ...Object.keys(archived)].sort(),
    )
    const verdict = await verifyArchive(path, key.published.fingerprint)
    expect(verdict).toMatchObject({ faults: [], signer: key.published.fingerprint })
  })

  it('reports files that were missing or altered on the server before it was made', async () => {
    const session = sealedSession()
    await take({
      ...session,
      files: session.files.map((file) => {
        if (file.path.startsWith('papers/')) return { ...file, open: async () => null }
        return file.path.endsWith('.mkv') ? fileOf(file.path, file.kind, 'something else', file.sha256) : file
      }),
    })
    expect(await faultsFound()).toEqual([
      'papers/minutes-12-2026.pdf was missing already when the archive was made: so says its manifest.',
      'recordings/0001-1.mkv was altered already when the archive was made: so says its manifest.',
      'recordings/0001-1.mkv is not a segment that recordings/index.jsonl names.',
    ])
  })

  it('does not report withheld files as missing', async () => {
    const session = sealedSession()
    const document = session.files.find(({ kind }) => kind === 'document')
    const withheld = document?.sha256 ? [{ path: document.path, kind: document.kind, sha256: document.sha256 }] : []
    await take({ ...session, files: session.files.filter((file) => file !== document), withheld })
    const { faults, manifest } = await verifyArchive(path, null)
    expect([faults, manifest?.withheld]).toEqual([[], withheld])
  })

  it('fails with the read error when a file cannot be read to its end', async () => {
    const session = sealedSession()
    const torn = fileOf('documents/02.pdf', 'document', '', sha256(''))
    const open = async () => {
      const content = await torn.open()
      content?.destroy(new Error('input/output error'))
      return content
    }
    await expect(take({ ...session, files: [...session.files, { ...torn, open }] })).rejects.toThrow(
      'input/output error',
    )
  })
})

it('closes the file being read when the download is aborted', async () => {
  const session = sealedSession()
  const endless = new Readable({ read: (size) => void endless.push(Buffer.alloc(size)) })
  const file = { ...fileOf('recordings/0002-1.mkv', 'recording', '', null), open: async () => endless }
  const taken = writeArchive({ ...session, files: [...session.files, file] }, key)
  for await (const chunk of taken) if (endless.readableDidRead && chunk.length > 0) break
  if (!endless.closed) await once(endless, 'close').catch(() => undefined)
  expect([taken.destroyed, endless.destroyed]).toEqual([true, true])
})

describe('an altered archive', () => {
  it.each([
    ['documents/01 Báo cáo.pdf', ['documents/01 Báo cáo.pdf is altered.']],
    ['papers/minutes-12-2026.pdf', ['papers/minutes-12-2026.pdf is altered.']],
    ['attendance.csv', ['attendance.csv is altered.']],
    ['recordings/0001-1.mkv', ['recordings/0001-1.mkv is altered.']],
    ['manifest.sig', ['The signature is not one of this manifest.json: one of the two is altered.']],
  ])('is reported: one byte of %s was changed', async (name, faults) => {
    const files = await take()
    await packAgain(files.set(name, altered(files.get(name))))
    expect(await faultsFound()).toEqual(faults)
  })

  it('is reported: one byte of the recording index was changed', async () => {
    const files = await take()
    await packAgain(files.set('recordings/index.jsonl', altered(files.get('recordings/index.jsonl'))))
    expect(await faultsFound()).toContain('recordings/index.jsonl is altered.')
  })

  it('is reported with the line: one word of the journal was changed', async () => {
    const files = await take()
    const text = files.get('journal.jsonl')?.toString().replace('Thống nhất', 'Thống nhầt') ?? ''
    await packAgain(files.set('journal.jsonl', Buffer.from(text)))
    expect(await faultsFound()).toEqual([
      'journal.jsonl is altered.',
      'journal.jsonl, line 3: commit 2 does not match its own hash.',
    ])
  })

  it('is reported with the line: two commits of the journal were swapped', async () => {
    const files = await take()
    const [head, first, second, ...rest] = files.get('journal.jsonl')?.toString().split('\n') ?? []
    await packAgain(files.set('journal.jsonl', Buffer.from([head, second, first, ...rest].join('\n'))))
    expect(await faultsFound()).toContain('journal.jsonl, line 2: commit 1 is expected here, found 2.')
  })

  it('is reported: the last line of the journal was cut off', async () => {
    const files = await take()
    await packAgain(files.set('journal.jsonl', files.get('journal.jsonl')?.subarray(0, -20) ?? Buffer.of()))
    expect(await faultsFound()).toEqual([
      'journal.jsonl is altered.',
      'journal.jsonl, line 5: the last line is torn: the file has been cut off.',
    ])
  })

  it('is reported: one byte of the manifest was changed, and another file is missing', async () => {
    const files = await take()
    const text = files.get('manifest.json')?.toString().replace('"bytes": 13', '"bytes": 14') ?? ''
    files.delete('attendance.csv')
    await packAgain(files.set('manifest.json', Buffer.from(text)))
    expect(await faultsFound()).toEqual([
      'The signature is not one of this manifest.json: one of the two is altered.',
      'attendance.csv is missing.',
    ])
  })

  it.each([...Object.keys(archived), 'journal.jsonl', 'recordings/index.jsonl'])(
    'is reported: %s was removed',
    async (name) => {
      const files = await take()
      files.delete(name)
      await packAgain(files)
      expect(await faultsFound()).toEqual([`${name} is missing.`])
    },
  )

  it.each([
    ['manifest.json', 'manifest.json is missing: nothing says which files there should be.'],
    ['manifest.sig', 'manifest.sig is missing: nothing proves who made the archive.'],
  ])('is reported with what can no longer be checked: %s was removed', async (name, fault) => {
    const files = await take()
    files.delete(name)
    await packAgain(files)
    expect(await faultsFound()).toEqual([fault])
  })

  it('is reported: one file was added and one is there twice', async () => {
    const files = await take()
    await packAgain([
      ...files,
      ['papers/minutes-13-2026.pdf', Buffer.from('forged')],
      ['attendance.csv', Buffer.from('?')],
    ])
    expect(await faultsFound()).toEqual([
      'attendance.csv is added: it is there twice.',
      'attendance.csv is altered.',
      'papers/minutes-13-2026.pdf is added: the manifest does not have it.',
    ])
  })

  it('is reported: the end of the ZIP was cut off', async () => {
    await take()
    await truncate(path, (await readFile(path)).length - 30)
    expect(await faultsFound()).toEqual(['The file is no whole ZIP: it was cut off or altered.'])
  })

  it('is reported by fingerprint: it was signed again with another key', async () => {
    const ours = key.published.fingerprint
    key = await loadSigningKey(join(directory, 'another'))
    const theirs = key.published.fingerprint
    await take()
    expect(await faultsFound()).toEqual([])
    expect(await faultsFound(ours)).toEqual([`The archive is signed with another key: ${theirs}, not ${ours}.`])
  })

  it('is reported: it has the signature of another archive', async () => {
    const session = sealedSession()
    const other = await take({ ...session, head: { ...session.head, exportedAt: new Date(0).toISOString() } })
    const files = await take()
    await packAgain(files.set('manifest.sig', other.get('manifest.sig') ?? Buffer.of()))
    expect(await faultsFound()).toEqual(['The signature is not one of this manifest.json: one of the two is altered.'])
  })

  it('is reported: a document differs from the one in the journal, although the manifest is signed correctly', async () => {
    const session = sealedSession()
    const files = session.files.map((file) =>
      file.kind === 'document' ? fileOf(file.path, 'document', 'forged', null) : file,
    )
    await take({ ...session, files })
    expect(await faultsFound()).toEqual(['documents/01 Báo cáo.pdf is not a document that the journal names.'])
  })
})

describe('npm run verify', () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const program = fileURLToPath(new URL('verify.ts', import.meta.url))
      execFile(process.execPath, [program, ...args], (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      )
    })

  it('exits with 0 and the fingerprint, 1 and the faults, or 2 when the input cannot be read', async () => {
    const files = await take()
    const { fingerprint } = key.published
    const journal = join(directory, 'journal.jsonl')
    await writeFile(journal, files.get('journal.jsonl') ?? '')
    const authority = await TestAuthority.start()
    const roots = join(directory, 'roots.pem')
    await copyFile(join(authority.directory, 'authority.pem'), roots)
    await authority.close()
    const saying = (code: number, said: RegExp) => ({ code, said: expect.stringMatching(said) })
    expect(
      await Promise.all([
        run(path),
        run(path, '--key', fingerprint),
        run(path, '--key', 'x'),
        run(path, '--key', '-x'),
        run('none.zip'),
        run(journal),
        run(path, '--time-stamp-ca', roots),
        run(path, '--time-stamp-ca', journal),
        run(journal, '--time-stamp-ca', roots),
      ]),
    ).toEqual([
      saying(0, /is whole: 6 files[\s\S]*Whose it is, this does not prove/),
      saying(0, new RegExp(`Signed with the key that you gave: ${fingerprint}`)),
      saying(1, /another key/),
      saying(1, /not -x\./),
      saying(2, /ENOENT/),
      saying(0, /3 commits, sealed/),
      saying(1, /seal\.json is missing: there is nothing that an authority has stamped/),
      saying(2, /journal\.jsonl has no certificate in it/),
      saying(2, /neither signed nor stamped/),
    ])
    files.delete('attendance.csv')
    await packAgain(files)
    expect(await run(path)).toMatchObject({ code: 1, said: expect.stringContaining('- attendance.csv is missing.') })
  })
})
