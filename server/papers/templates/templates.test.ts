import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Document, Packer, Paragraph } from 'docx'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import { aPdf, aZipBomb } from '../../../tests/harness/files.ts'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { openStore } from '../../platform/store/open-store.ts'
import type { Converter } from '../documents/converter.ts'
import { createDocuments } from '../documents/intake.ts'
import { noScanner } from '../documents/scanner.ts'
import { openDocumentStore } from '../documents/store.ts'
import { exampleValues, fieldsOf } from './fields.ts'
import { starter } from './starter.ts'
import { createTemplates, type Templates } from './templates.ts'

let testRedis: TestRedis
let directory: string
beforeAll(async () => {
  testRedis = await startTestRedis()
})
afterAll(() => testRedis.close())
let templates: Templates
/** What LibreOffice would make of it, in its place. */
const converter: Converter = {
  async convert(input, _extension, work) {
    const { value } = await mammoth.extractRawText({ buffer: await readFile(input) })
    const path = join(work, 'shown.pdf')
    await writeFile(path, `PDF of ${value}`)
    return path
  },
}
const open = async (changes: Partial<Parameters<typeof createTemplates>[0]> = {}) => {
  const store = await openDocumentStore(directory, newId, (await openStore({ dataDir: directory })).store)
  return createTemplates({
    redis: testRedis.redis(),
    documents: createDocuments({
      store,
      scanner: noScanner,
      converter,
      freeBytes: async () => Number.POSITIVE_INFINITY,
    }),
    store,
    converter,
    canConvert: true,
    now: () => 1,
    ...changes,
  })
}
beforeEach(async () => {
  await testRedis.redis().flushall()
  directory = await mkdtemp(join(tmpdir(), 'diemcau-templates-'))
  templates = await open()
  return () => rm(directory, { recursive: true })
})

const uploads = async function* (...files: [name: string, bytes: Uint8Array][]) {
  for (const [fileName, bytes] of files) yield { fileName, content: Readable.from(Buffer.from(bytes)) }
}
const word = (...paragraphs: string[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((words) => new Paragraph(words)) }] }))
const required = () =>
  fieldsOf.receipt
    .filter(({ isRequired }) => isRequired)
    .map(({ name, each }) => (each ? `{#${name}}{ten}{/${name}}` : `{${name}}`))
const example = { values: () => exampleValues('receipt'), qr: null }
/** Minutes name them in their text, not over it. */
const dates = ['dia_danh', 'ngay_ban_hanh']
const keeps = (bytes: Uint8Array, name = 'Biên nhận của sở.docx') =>
  templates.replace('receipt', uploads([name, bytes]))
const kept = async () =>
  (await readdir(join(directory, 'store', 'objects', 'documents', 'template-receipt')).catch(() => [])).length

describe('a template of the agency', () => {
  it('is used for each paper of its kind, as Word and as PDF, until it is removed', async () => {
    expect(await templates.print('receipt', example)).toBeNull()
    await keeps(await word('CỦA RIÊNG SỞ', ...required()))
    const printed = await templates.print('receipt', example)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(printed?.docx ?? '') })
    for (const text of [value, Buffer.from(printed?.pdf ?? '').toString()]) {
      expect(text).toContain('CỦA RIÊNG SỞ')
      expect(text).toContain('Nguyễn Văn A')
      expect(text).toContain('Đơn khiếu nại')
      expect(text).not.toContain('{')
    }
    expect(await templates.own('receipt')).toMatchObject({ name: 'Biên nhận của sở' })
    await keeps(await word('MỚI HƠN', ...required()))
    expect(await kept()).toBe(1)
    await templates.remove('receipt')
    expect(await kept()).toBe(0)
    expect(await templates.print('receipt', example)).toBeNull()
  })

  it('prints a paper that needs a secrecy mark only if it has the field for it, and otherwise names the missing field', async () => {
    const content = {
      values: () => ({ ...exampleValues('minutes'), dau_do_mat: 'TỐI MẬT' }),
      qr: null,
      needed: ['dau_do_mat'],
    }
    const plain = fieldsOf.minutes
      .filter(({ isRequired }) => isRequired)
      .map(({ name, each }) => (each ? `{#${name}}{${each[0]?.name}}{/${name}}` : `{${name}}`))
    const keepsMinutes = async (...paragraphs: string[]) =>
      templates.replace('minutes', uploads(['Mẫu.docx', await word(...paragraphs)]))
    await keepsMinutes(...plain)
    await expect(templates.print('minutes', { ...content, needed: [] })).resolves.not.toBeNull()
    // One after the other: a refusal that nobody waits for yet ends the run.
    for (const printed of [templates.print, templates.docx])
      await expect(printed('minutes', content)).rejects.toMatchObject({
        fault: 'missing-fields',
        names: ['dau_do_mat'],
      })
    await keepsMinutes('{dau_do_mat}', ...plain)
    const printed = await templates.print('minutes', content)
    expect(Buffer.from(printed?.pdf ?? '').toString()).toContain('TỐI MẬT')
  })

  it('is refused if it has the mark of a state secret itself', async () => {
    await expect(keeps(await word('TỐI MẬT', ...required()))).rejects.toMatchObject({ fault: 'state-secret' })
  })

  it.each(TemplateKind.options)('can start from a supplied file with every field of its kind: %s', async (kind) => {
    await expect(templates.replace(kind, uploads(['Mẫu.docx', await starter(kind, {})]))).resolves.toBeUndefined()
    const filled = await templates.docx(kind, { values: () => exampleValues(kind), qr: null })
    const { value } = await mammoth.extractRawText({ buffer: filled ?? Buffer.alloc(0) })
    for (const { name, example, each } of fieldsOf[kind].filter(({ name }) => !dates.includes(name)))
      for (const text of each ? each.map((part) => part.example) : [example]) expect(value, name).toContain(text)
    expect(value).not.toMatch(/[{}]|người soạn mẫu|undefined/)
  })

  it('starts from the letterhead of the agency', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await starter('conclusions', { letterhead: 'party' }) })
    expect(value).toMatch(/Số {so}-TB\/{ten_viet_tat}[\s\S]+ĐẢNG CỘNG SẢN VIỆT NAM[\s\S]+- Lưu hồ sơ\./)
    expect(value).not.toContain('CỘNG HÒA')
  })

  it.each<[string, () => Promise<Buffer>, object]>([
    ['lacks a field', () => word(...required().slice(1)), { fault: 'missing-fields', names: ['so'] }],
    [
      'has a field nobody knows',
      () => word(...required(), '{ten_thu_truong}'),
      { fault: 'unknown-fields', names: ['ten_thu_truong'] },
    ],
    [
      'has one in a list',
      () => word(...required(), '{#tai_lieu}{mau_sac}{/tai_lieu}'),
      { fault: 'unknown-fields', names: ['mau_sac'] },
    ],
    ['writes a text as a list', () => word(...required(), '{#so}x{/so}'), { fault: 'unknown-fields', names: ['so'] }],
    [
      'would set a field as bare markup',
      () => word(...required(), '{@cong_dan}'),
      { fault: 'unknown-fields', names: ['cong_dan'] },
    ],
    ['has a brace left open', () => word(...required(), '{dia_chi'), { fault: 'broken', names: ['dia_chi'] }],
  ])('that %s is refused with the name of the field, and the earlier one stays', async (_what, make, refusal) => {
    await keeps(await word('TRƯỚC', ...required()))
    const before = [await templates.own('receipt'), await kept()]
    await expect(keeps(await make())).rejects.toMatchObject(refusal)
    expect([await templates.own('receipt'), await kept()]).toEqual(before)
  })

  it('is refused if a part of its file is damaged', async () => {
    for (const [part, end] of [
      ['word/document.xml', '</w:body>'],
      ['word/_rels/document.xml.rels', '</Relationships>'],
    ] as const) {
      const zip = new PizZip(await starter('receipt', {}))
      zip.file(part, (zip.file(part)?.asText() ?? '').replace(end, ''))
      await expect(keeps(zip.generate({ type: 'nodebuffer' })), part).rejects.toMatchObject({ fault: 'damaged' })
    }
    expect(await kept()).toBe(0)
  })

  it('must be exactly one Word file by its content, and no ZIP bomb', async () => {
    await expect(keeps(aPdf(1), 'Mẫu.docx')).rejects.toMatchObject({ fault: 'wrong-type' })
    await expect(keeps(aPdf(1), 'Mẫu.pdf')).rejects.toMatchObject({ fault: 'not-docx' })
    const bomb = await aZipBomb(300 * 1024 * 1024)
    await expect(keeps(bomb, 'Mẫu.docx')).rejects.toMatchObject({ fault: 'unpacks-too-large' })
    const good = await word(...required())
    await expect(templates.replace('receipt', uploads(['a.docx', good], ['b.docx', good]))).rejects.toMatchObject({
      fault: 'one-file',
    })
    expect(await kept()).toBe(0)
  })

  it('is refused if its text would fill the memory of the server', async () => {
    const zip = new PizZip(await word(...required()))
    const text = zip.file('word/document.xml')?.asText() ?? ''
    // Within what a Word file may unpack to; taken apart it is a hundred times as much.
    zip.file('word/document.xml', text.replace('</w:body>', `${'<w:p/>'.repeat(3000000)}</w:body>`))
    const bomb = zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
    await expect(keeps(bomb)).rejects.toMatchObject({ fault: 'too-demanding' })
    expect(await kept()).toBe(0)
  }, 60_000)

  it('is never replaced silently: without LibreOffice none is accepted, and one that fails stops the paper', async () => {
    const without = await open({ canConvert: false })
    const good = await word(...required())
    await expect(without.replace('receipt', uploads(['a.docx', good]))).rejects.toMatchObject({ fault: 'no-converter' })
    await keeps(good)
    const failing = await open({ converter: { convert: async () => null } })
    await expect(failing.print('receipt', example)).rejects.toMatchObject({ fault: 'not-printed' })
  })

  it('prints typed text literally, never as a field or markup', async () => {
    await keeps(await word(...required()))
    const cong_dan = '{so} <w:p>& "ngoặc"'
    const printed = await templates.print('receipt', { ...example, values: () => ({ ...example.values(), cong_dan }) })
    expect((await mammoth.extractRawText({ buffer: Buffer.from(printed?.docx ?? '') })).value).toContain(cong_dan)
  })
})
