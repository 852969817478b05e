import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import {
  aDocx,
  aDocxOf,
  anXlsx,
  anXlsxOf,
  aPdf,
  aPdfBomb,
  aPdfOf,
  aPng,
  aZipBomb,
} from '../../../tests/harness/files.ts'
import { Busy } from '../../platform/bounded.ts'
import { openStore } from '../../platform/store/open-store.ts'
import { type Converter, noConverter } from './converter.ts'
import { createDocuments, type Documents, type TakenIn } from './intake.ts'
import { IntakeError } from './intake-error.ts'
import { noScanner, type Scanner } from './scanner.ts'
import { type DocumentStore, openDocumentStore } from './store.ts'

const sessionId = SessionId.parse('hearing')
let directory: string
let store: DocumentStore
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-documents-'))
  store = await openDocumentStore(directory, newId, (await openStore({ dataDir: directory })).store)
})
beforeEach(async () => {
  for (const owner of [sessionId, { entryId: 'assignment' }]) await store.keepOnly(owner, new Set())
})
afterAll(() => rm(directory, { recursive: true }))

const documentsWith = (
  parts: { scanner?: Scanner; converter?: Converter; freeBytes?: () => Promise<number> } = {},
): Documents =>
  createDocuments({
    store,
    scanner: noScanner,
    converter: noConverter,
    freeBytes: async () => Number.POSITIVE_INFINITY,
    ...parts,
  })

const takeIn = (fileName: string, content: Buffer, documents = documentsWith()): Promise<TakenIn> =>
  documents.takeIn(sessionId, { fileName, content: Readable.from([content]) }, async (taken) => taken)

/** Everything there is on the disk. */
const kept = async () =>
  (await readdir(join(directory, 'store', 'objects'), { recursive: true, withFileTypes: true })).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  )

async function refusal(fileName: string, content: Buffer, documents = documentsWith()): Promise<string> {
  try {
    await takeIn(fileName, content, documents)
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    expect(await kept()).toEqual([])
    return error.fault
  }
  throw new Error(`${fileName} was taken in`)
}

// Files are read in programs that everything else comes before: on a busy machine each takes its time.
vi.setConfig({ testTimeout: 60_000 })

describe('an uploaded file', () => {
  it('is stored under its hash with title, size and number of pages', async () => {
    const pdf = aPdf(3)
    const taken = await takeIn('Báo cáo quý III.PDF', pdf)
    expect(taken).toMatchObject({
      title: 'Báo cáo quý III',
      scan: 'notScanned',
      file: { format: 'pdf', bytes: pdf.length },
    })
    expect(taken.shown).toEqual({ ...taken.file, pages: 3 })
    const stream = await store.read(sessionId, taken.file.sha256)
    expect(stream && (await buffer(stream)).equals(pdf)).toBe(true)
  })

  it('has its name in Unicode NFC, however it was typed', async () => {
    expect((await takeIn('Nghị quyết.pdf'.normalize('NFD'), aPdf(1))).title).toBe('Nghị quyết')
  })

  it('may be a picture, which counts as one page', async () => {
    const taken = await takeIn('Bản đồ.png', aPng(800, 600))
    expect(taken.shown).toEqual({ ...taken.file, pages: 1 })
  })

  it('that cannot be converted is kept for download only', async () => {
    expect(await takeIn('Số liệu.xlsx', await anXlsx())).toMatchObject({ file: { format: 'xlsx' }, shown: null })
    const broken: Converter = { convert: async () => directory }
    expect(await takeIn('Dự thảo.docx', await aDocx(), documentsWith({ converter: broken }))).toMatchObject({
      shown: null,
    })
  })

  it('is searched for a secrecy marking in linear time, even if its lines consist of dots', async () => {
    // Where every dot is tried as the beginning of the end, this takes minutes; the program that reads has twenty seconds.
    const dots = await aDocxOf(
      [],
      Array.from({ length: 15 }, () => `a${'.'.repeat(5000)}`.repeat(200)),
    )
    expect(dots.length).toBeLessThan(100_000)
    expect(await takeIn('Đơn.docx', dots)).toMatchObject({ file: { format: 'docx' } })
  }, 60_000)

  it('is deleted when the session does not accept it', async () => {
    const refused = documentsWith().takeIn(
      sessionId,
      { fileName: 'Báo cáo.pdf', content: Readable.from([aPdf(1)]) },
      async () => Promise.reject(new Error('the session is over')),
    )
    await expect(refused).rejects.toThrow('the session is over')
    expect(await kept()).toEqual([])
  })

  it('stays when the same bytes are uploaded again and then not accepted', async () => {
    const pdf = aPdf(1)
    const { file } = await takeIn('Báo cáo.pdf', pdf)
    const again = documentsWith().takeIn(
      sessionId,
      { fileName: 'Bản sao.pdf', content: Readable.from([pdf]) },
      async () => Promise.reject(new Error('no')),
    )
    await expect(again).rejects.toThrow('no')
    expect(await store.read(sessionId, file.sha256)).not.toBeNull()
  })
})

describe('is refused with the reason and not kept: a file', () => {
  it.each([
    ['that is empty', 'Báo cáo.pdf', () => Buffer.alloc(0), 'empty'],
    ['that is too large', 'Báo cáo.pdf', () => Buffer.alloc(maximumFileBytes + 1, 0x20), 'too-large'],
    ['whose name is 300 characters long', `${'a'.repeat(296)}.pdf`, () => aPdf(1), 'name-too-long'],
    ['whose name turns its reading direction', 'hóa đơn \u202efdp.exe.pdf', () => aPdf(1), 'bad-name'],
    ['whose name has control characters', 'hóa\u0000đơn.pdf', () => aPdf(1), 'bad-name'],
    ['whose name is only an ending', '.pdf', () => aPdf(1), 'unknown-type'],
    ['of a kind that is not taken', 'chạy.exe', () => Buffer.from('MZ'), 'unknown-type'],
    ['that holds a script as a picture', 'ảnh.svg', () => Buffer.from('<svg><script/></svg>'), 'unknown-type'],
    ['whose ending is inherited by every object', 'a.constructor', () => aPdf(1), 'unknown-type'],
    ['that is a web page by another name', 'Báo cáo.pdf', () => Buffer.from('<html><script>'), 'wrong-type'],
    ['that is a picture by another name', 'Báo cáo.pdf', () => aPng(10, 10), 'wrong-type'],
    ['that is a PDF by another name', 'Báo cáo.docx', () => aPdf(1), 'wrong-type'],
    ['that was cut off', 'Báo cáo.pdf', () => aPdf(5).subarray(0, 200), 'broken'],
    [
      'whose picture would fill the memory of every browser',
      'ảnh.png',
      () => aPng(50_000, 50_000),
      'picture-too-large',
    ],
  ])('%s', async (_what, name, content, fault) => {
    expect(await refusal(name, content())).toBe(fault)
  })

  it('that unpacks to more than an office file may', async () => {
    const bomb = await aZipBomb(300 * 1024 * 1024)
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusal('Dự thảo.docx', bomb)).toBe('unpacks-too-large')
  })

  it('that unpacks to more than it declares', async () => {
    const bomb = await aZipBomb(8 * 1024 * 1024)
    // In the central directory: bytes 24 to 27 of the entry are the size it is said to unpack to.
    const entry = bomb.lastIndexOf(Buffer.from('PK\u0001\u0002'))
    bomb.writeUInt32LE(1000, entry + 24)
    expect(await refusal('Dự thảo.docx', bomb)).toBe('broken')
  })

  it('whose page unpacks in two steps to more than this machine has; the memory of the server does not grow', async () => {
    const bomb = aPdfBomb(4 * 1024 ** 3)
    expect(bomb.length).toBeLessThan(20_000)
    const before = process.resourceUsage().maxRSS
    expect(await refusal('Đơn.pdf', bomb)).toBe('too-demanding')
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100 * 1024)
    // On a busy machine the program is ended after a minute by the clock, not by its memory.
  }, 120_000)

  it('whose sender disconnects', async () => {
    const half = Readable.from(
      (async function* () {
        yield aPdf(1).subarray(0, 100)
        throw new Error('the connection broke')
      })(),
    )
    const taken = documentsWith().takeIn(sessionId, { fileName: 'Báo cáo.pdf', content: half }, async () => undefined)
    await expect(taken).rejects.toMatchObject({ fault: 'no-file' })
    expect(await kept()).toEqual([])
  })

  it('that the scanner does not report as clean', async () => {
    const scanner: Scanner = { scan: async () => Promise.reject(new IntakeError('infected')) }
    expect(await refusal('Báo cáo.pdf', aPdf(1), documentsWith({ scanner }))).toBe('infected')
  })
})

it('files that the session no longer names are deleted', async () => {
  const documents = documentsWith()
  const first = await takeIn('một.pdf', aPdf(1), documents)
  const second = await takeIn('hai.pdf', aPdf(2), documents)
  await documents.forget(sessionId, async () => new Set([second.file.sha256]))
  expect(await store.read(sessionId, first.file.sha256)).toBeNull()
  expect(await store.read(sessionId, second.file.sha256)).not.toBeNull()
})

describe('files that are uploaded together', () => {
  const owner = { entryId: 'assignment' }
  async function* uploads(files: readonly (readonly [name: string, content: Buffer])[], read: string[] = []) {
    for (const [fileName, content] of files) {
      read.push(fileName)
      yield { fileName, content: Readable.from([content]) }
    }
  }
  let good: readonly [name: string, content: Buffer]
  beforeAll(async () => {
    good = ['Báo cáo.xlsx', await anXlsx()]
  })
  const picture = ['Hiện trường.png', aPng(20, 10)] as const

  it('are each stored with their names, and none is converted', async () => {
    const converter: Converter = {
      convert: () => {
        throw new Error('nobody looks at it page by page')
      },
    }
    const taken = await documentsWith({ converter }).takeInAll(owner, uploads([good, picture]), async (files) => files)
    expect(taken).toMatchObject([
      { title: 'Báo cáo', format: 'xlsx', bytes: good[1].length, scan: 'notScanned' },
      { title: 'Hiện trường', format: 'png' },
    ])
    for (const { sha256 } of taken) expect(await store.read(owner, sha256)).not.toBeNull()
    expect(await store.read(sessionId, taken[0]?.sha256 ?? '')).toBeNull()
  })

  it.each([
    ['is damaged', ['Biên bản.pdf', Buffer.from('%PDF-1.7 and no more')], 'broken'],
    ['is empty', ['Biên bản.pdf', Buffer.alloc(0)], 'empty'],
    ['is of a kind that is not taken', ['chạy.exe', Buffer.from('MZ')], 'unknown-type'],
  ] as const)(
    'are all refused when one %s; the refusal names it, and the other files are still read to their end',
    async (...one) => {
      const [_what, bad, fault] = one
      const read: string[] = []
      const taking = documentsWith().takeInAll(owner, uploads([good, bad, picture], read), async (files) => files)
      await expect(taking).rejects.toMatchObject({ fault, file: { position: 1, name: bad[0] } })
      expect(read).toEqual([good[0], bad[0], picture[0]])
      expect(await kept()).toEqual([])
    },
  )

  it('are all refused when the disk has only the reserve of the journals left, and still read to their end', async () => {
    const read: string[] = []
    let free = 2
    const documents = documentsWith({ freeBytes: async () => --free })
    const large = ['Lớn.pdf', Buffer.alloc(5 * 1024 ** 2)] as const
    const taking = documents.takeInAll(owner, uploads([good, large], read), async (files) => files)
    await expect(taking).rejects.toMatchObject({ fault: 'no-room', file: { position: 1, name: large[0] } })
    expect(read).toEqual([good[0], large[0]])
    expect(await kept()).toEqual([])
  })

  it('wait in a bounded queue; further ones are rejected as Busy', async () => {
    let go = () => {}
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    const scanner: Scanner = {
      async scan() {
        await gate
        throw new IntakeError('infected')
      },
    }
    const documents = documentsWith({ scanner })
    const taking = Array.from({ length: 52 }, () =>
      takeIn('Tờ trình.pdf', aPdf(1), documents).catch((error: unknown) => error),
    )
    expect(await Promise.race(taking)).toBeInstanceOf(Busy)
    go()
    const ends = await Promise.all(taking)
    expect(ends.filter((one) => one instanceof Busy)).toHaveLength(1)
  })

  it('are all refused when the scanner fails on one', async () => {
    let scans = 0
    const scanner: Scanner = {
      async scan() {
        if (++scans === 2) throw new IntakeError('scan-failed')
        return 'clean'
      },
    }
    const taking = documentsWith({ scanner }).takeInAll(owner, uploads([good, picture]), async (files) => files)
    await expect(taking).rejects.toMatchObject({ fault: 'scan-failed', file: { position: 1 } })
    expect(await kept()).toEqual([])
  })

  it('are deleted when their owner is not written, except a file stored before', async () => {
    const documents = documentsWith()
    await documents.takeInAll(owner, uploads([good]), async (files) => files)
    const refused = documents.takeInAll(owner, uploads([good, picture]), () => Promise.reject(new Error('accepted')))
    await expect(refused).rejects.toThrow('accepted')
    expect(await kept()).toHaveLength(1)
  })

  it('may be an empty list', async () => {
    expect(await documentsWith().takeInAll(owner, uploads([]), async (files) => files)).toEqual([])
  })
})

describe('a file with the secrecy marking of a state secret', () => {
  const head = (left: string) =>
    `#grid(columns: (1fr, 1fr), align: center, [ỦY BAN NHÂN DÂN XÃ\\ ${left}], [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\ Độc lập])`
  const faultOf = async (name: string, content: Buffer) =>
    takeIn(name, content).then(
      () => null,
      (error: unknown) => (error instanceof IntakeError ? error.fault : error),
    )

  it.each([
    ['a PDF, beside the name of the nation', 'Tờ trình.pdf', () => aPdfOf(head('MẬT'))],
    ['a PDF, on its third page', 'Tờ trình.pdf', () => aPdfOf('Một #pagebreak() Hai #pagebreak() TỐI MẬT')],
    ['a PDF, in spaced letters', 'Tờ trình.pdf', () => aPdfOf('#text(tracking: 6pt)[TUYỆT MẬT]')],
    ['a letter, in its header', 'Công văn.docx', () => aDocxOf(['TỐI MẬT'], ['Kính gửi'])],
    ['a letter, in its text', 'Công văn.docx', () => aDocxOf([], ['Độ mật: Mật', 'Kính gửi'])],
    ['a sheet, in a cell', 'Bảng.xlsx', () => anXlsxOf('TUYỆT MẬT')],
  ])('is refused, and nothing of it is kept: %s', async (_where, name, content) => {
    expect(await faultOf(name, await content())).toBe('state-secret')
    expect(await kept()).toEqual([])
  })

  it.each([
    ['a heading about secrecy', 'Quy chế.pdf', () => aPdfOf('= QUY CHẾ BẢO MẬT\n Mật khẩu, mật độ dân cư')],
    ['a heading in spaced words', 'Quy chế.pdf', () => aPdfOf('#text(spacing: 1em)[QUY CHẾ BẢO MẬT]')],
    ['a letter about passwords', 'Công văn.docx', () => aDocxOf(['Lưu hành nội bộ'], ['BẢO MẬT', 'Mật khẩu'])],
    ['a sheet of a population', 'Bảng.xlsx', () => anXlsxOf('Mật độ dân số')],
  ])('is not assumed where the letters are part of ordinary words: %s', async (_what, name, content) => {
    expect(await faultOf(name, await content())).toBeNull()
  })
})
