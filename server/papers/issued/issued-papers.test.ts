import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { openStore } from '../../platform/store/open-store.ts'
import { openDocumentStore } from '../documents/store.ts'
import { createIssuedPapers, type IssuedPapers, type PaperToIssue, type Verification } from './issued-papers.ts'

let testRedis: TestRedis
let directory: string
let papers: IssuedPapers
const secret = Buffer.alloc(32, 7)
let mark = ''
/** Signs by adding a mark. */
const certificate = {
  sign: async (pdf: Uint8Array) => ({
    pdf: Buffer.concat([pdf, Buffer.from(mark)]),
    signature:
      mark === ''
        ? ({ is: 'unsigned', because: 'expired' } as const)
        : ({ is: 'signed', by: 'Ủy ban nhân dân xã Tân Lập', stampedAt: null } as const),
  }),
}
const open = async () =>
  createIssuedPapers({
    redis: testRedis.redis(),
    store: await openDocumentStore(directory, newId, (await openStore({ dataDir: directory })).store),
    secret,
    certificate,
    publicUrl: () => 'https://diemcau.example.gov.vn',
  })
beforeAll(async () => {
  testRedis = await startTestRedis()
  directory = await mkdtemp(join(tmpdir(), 'diemcau-issued-'))
})
afterAll(async () => {
  await testRedis.close()
  await rm(directory, { recursive: true })
})
beforeEach(async () => {
  await testRedis.redis().flushall()
  papers = await open()
})

const sessionId = SessionId.parse('019b0000-0000-7000-8000-0000000000aa')
const aPaper = (documentId = newId()): PaperToIssue => ({
  documentId,
  sessionId,
  kind: 'receipt',
  number: 7,
  year: 2026,
  issuedAt: Date.UTC(2026, 10, 24, 18),
  files: { pdf: 'receipts/one/pdf', docx: 'receipts/one/docx' },
})
const words = 'Căn cước số 048058001234'
let prints = 0
const print = async ({ code }: Verification) => {
  prints += 1
  const bytes = (extension: string) => new TextEncoder().encode(`${words} ${code} ${extension} ${prints}`)
  return { pdf: bytes('pdf'), docx: bytes('docx') }
}
const address = '203.0.113.9'
const check = (code: string, from = address) => papers.check(code, from)

describe('an issued paper', () => {
  it('is printed once, and returned unchanged after a restart', async () => {
    const paper = aPaper()
    const before = prints
    const many = await Promise.all(Array.from({ length: 5 }, () => papers.file(paper, 'pdf', print)))
    papers = await open()
    for (const file of [...many, await papers.file(paper, 'pdf', print)])
      expect(file.toString()).toBe(many[0]?.toString())
    expect(await papers.file(paper, 'docx', print)).toBeDefined()
    expect(prints - before).toBe(1)
  })

  it('is issued signed, or unsigned when the certificate has expired, and never changes afterwards', async () => {
    const unsigned = aPaper()
    const before = await papers.file(unsigned, 'pdf', print)
    mark = ' signed'
    const signed = aPaper()
    expect((await papers.file(signed, 'pdf', print)).toString()).toContain(' signed')
    expect((await papers.file(signed, 'docx', print)).toString()).not.toContain(' signed')
    expect(await papers.file(unsigned, 'pdf', print)).toEqual(before)
    mark = ''
    const found = await Promise.all(
      [unsigned, signed].map(({ documentId }) => papers.ofCode(sessionId, papers.codeOf(documentId))),
    )
    expect(found.map((paper) => paper?.signature)).toEqual([
      { is: 'unsigned', because: 'expired' },
      { is: 'signed', by: 'Ủy ban nhân dân xã Tân Lập', stampedAt: null },
    ])
  })

  it('is the same when two nodes print it at once', async () => {
    const paper = aPaper()
    const other = await open()
    const [one, two] = await Promise.all([papers.file(paper, 'pdf', print), other.file(paper, 'pdf', print)])
    expect(two.toString()).toBe(one.toString())
  })

  it('can be downloaded while another one is still being printed', async () => {
    const paper = aPaper()
    await papers.file(paper, 'pdf', print)
    const slow = Promise.withResolvers<void>()
    const printing = papers.file(aPaper(), 'pdf', async (where) => {
      await slow.promise
      return print(where)
    })
    expect((await papers.file(paper, 'pdf', print)).toString()).toContain(words)
    slow.resolve()
    await printing
  })

  it('is encrypted on disk: no file has its text', async () => {
    await papers.file(aPaper(), 'pdf', print)
    const root = join(directory, 'store', 'objects', 'documents')
    const names = (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    expect(names.length).toBeGreaterThan(0)
    for (const { parentPath, name } of names)
      expect(await readFile(join(parentPath, name), 'utf8')).not.toContain('048058001234')
  })

  it('is not issued when printing fails, and is issued when it is printed again', async () => {
    const paper = aPaper()
    await expect(papers.file(paper, 'pdf', () => Promise.reject(new Error('no typeface')))).rejects.toThrow('typeface')
    expect(await check(papers.codeOf(paper.documentId))).toEqual({ kind: 'unknown' })
    expect((await papers.file(paper, 'pdf', print)).toString()).toContain(words)
  })
})

describe('checking a paper by its code', () => {
  it('returns number, day in Vietnam, hash and standing, however the code is typed', async () => {
    const paper = aPaper()
    const pdf = await papers.file(paper, 'pdf', print)
    const code = papers.codeOf(paper.documentId)
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', '')])
      expect(await check(typed)).toMatchObject({
        kind: 'found',
        paper: { number: 7, year: 2026, issuedOn: '2026-11-25', sha256, standing: { is: 'issued' } },
      })
  })

  it('returns that it was withdrawn or replaced; a second withdrawal is not accepted', async () => {
    const [first, second] = [aPaper(), aPaper()]
    for (const paper of [first, second]) await papers.file(paper, 'pdf', print)
    const [one, two] = [first, second].map(({ documentId }) => papers.codeOf(documentId)) as [string, string]
    const said = { at: Date.UTC(2026, 10, 26), reason: 'Sai tên' }
    expect(await papers.withdraw(one, { ...said, replacedBy: null })).toBe(true)
    expect(await papers.withdraw(two, { ...said, replacedBy: { number: 8, year: 2026 } })).toBe(true)
    expect(await check(one)).toMatchObject({ paper: { standing: { is: 'withdrawn', on: '2026-11-26' } } })
    expect(await check(two)).toMatchObject({ paper: { standing: { is: 'replaced', by: { number: 8, year: 2026 } } } })
    expect(await papers.withdraw(one, { ...said, reason: 'Nữa', replacedBy: null })).toBe(false)
  })

  it('returns nothing for guessed codes, and blocks the network after twenty wrong ones', async () => {
    const paper = aPaper()
    await papers.file(paper, 'pdf', print)
    const answers = []
    for (let guess = 0; guess < 21; guess++) answers.push((await check(`K7M3P9XQ4RTACDE${guess}`)).kind)
    expect(new Set(answers.slice(0, 20))).toEqual(new Set(['unknown']))
    expect(answers[20]).toBe('too-many')
    const code = papers.codeOf(paper.documentId)
    expect((await check(code)).kind).toBe('too-many')
    expect((await check(code, '198.51.100.7')).kind).toBe('found')
  })

  it('is not limited for correct codes', async () => {
    const paper = aPaper()
    await papers.file(paper, 'pdf', print)
    const code = papers.codeOf(paper.documentId)
    for (let time = 0; time < 50; time++) expect((await check(code)).kind).toBe('found')
  })
})

describe('the papers of a session', () => {
  it('are listed and found in that session only', async () => {
    const paper = aPaper()
    await papers.file(paper, 'pdf', print)
    const code = papers.codeOf(paper.documentId)
    expect(await papers.ofSession(sessionId)).toMatchObject([{ code, kind: 'receipt', number: 7, reason: null }])
    const other = SessionId.parse('019b0000-0000-7000-8000-0000000000bb')
    expect(await papers.ofSession(other)).toEqual([])
    expect(await papers.ofCode(other, code)).toBeNull()
    expect(await papers.ofCode(sessionId, code.toLowerCase())).toMatchObject({ number: 7 })
  })
})
