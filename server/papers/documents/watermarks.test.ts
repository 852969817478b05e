// Files are watermarked with the real qpdf and Typst, and read back with pdf.js, which the viewer of the pages uses, too.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { aPdf, aPng, aWholePng } from '../../../tests/harness/files.ts'
import { openStore } from '../../platform/store/open-store.ts'
import { printWatermark } from '../model/watermark.ts'
import { type DocumentStore, openDocumentStore } from './store.ts'
import { createWatermarks, type Watermarks } from './watermarks.ts'

const sessionId = SessionId.parse('hearing')
const lines = ['Phạm Thị Thu Hà · Điểm cầu phường An Bình', '08:05:12 25/11/2026']
const logged: unknown[] = []
const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (context: object) => void logged.push(context),
}

let directory: string
let store: DocumentStore
let watermarks: Watermarks
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-watermarks-'))
  store = await openDocumentStore(directory, newId, (await openStore({ dataDir: directory })).store)
  watermarks = createWatermarks({ store, print: printWatermark, log })
})
afterAll(() => rm(directory, { recursive: true }))

let kept = 0
async function watermarked(content: Uint8Array, format: 'pdf' | 'png' | 'jpeg' | 'webp' = 'pdf', words = lines) {
  const sha256 = String(++kept).padStart(64, '0')
  const path = join(directory, 'in')
  await writeFile(path, content)
  await store.keep(sessionId, sha256, path)
  const result = await watermarks.watermarked(sessionId, { format, sha256 }, words)
  if (!result) throw new Error('not there')
  const bytes = await buffer(result.content)
  expect(bytes.length).toBe(result.bytes)
  return bytes
}

/** Pages of these sizes in points, the words of the document in the middle of each. */
function pagesOf(...sizes: (readonly [number, number])[]): Buffer {
  const content = sizes.map(([width, height]) => `#page(width: ${width}pt, height: ${height}pt)[Nội dung]`)
  return NodeCompiler.create().pdf({ mainFileContent: content.join('\n') })
}

async function through(pdf: Uint8Array, ...args: string[]): Promise<Buffer> {
  const [from, to] = [join(directory, 'from.pdf'), join(directory, 'to.pdf')]
  await writeFile(from, pdf)
  execFileSync('qpdf', [from, ...args, to])
  return readFile(to)
}

interface Seen {
  readonly name: string
  readonly width: number
  readonly height: number
  /** Where the names stand, as shares of the page as it is looked at. */
  readonly at: readonly { readonly x: number; readonly y: number; readonly angle: number }[]
  readonly text: string
}

async function seen(pdf: Uint8Array): Promise<Seen[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const { width, height, transform } = page.getViewport({ scale: 1 })
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
      const items = (await page.getTextContent()).items.filter((item) => 'str' in item)
      const at = items
        .filter(({ str }) => str.startsWith('Phạm'))
        .map(({ transform: [ta = 0, tb = 0, , , x = 0, y = 0] }) => ({
          x: (a * x + c * y + e) / width,
          y: (b * x + d * y + f) / height,
          angle: Math.round((Math.atan2(b * ta + d * tb, a * ta + c * tb) * 180) / Math.PI),
        }))
      return { name: `page ${index + 1}`, width, height, at, text: items.map(({ str }) => str).join(' ') }
    }),
  )
}

function coversAll(pages: readonly Seen[]) {
  for (const { name, width, height, at } of pages) {
    expect(at.length, name).toBe(width > height ? 9 : 10)
    const [xs, ys] = [at.map(({ x }) => x), at.map(({ y }) => y)]
    expect(Math.min(...xs), name).toBeLessThan(0.2)
    expect(Math.max(...xs), name).toBeGreaterThan(0.5)
    expect(Math.min(...ys), name).toBeLessThan(0.3)
    expect(Math.max(...ys), name).toBeGreaterThan(0.75)
    for (const one of [...xs, ...ys]) expect(one > 0 && one < 1, name).toBe(true)
    // Rising from left to right, as the page is looked at.
    for (const { angle } of at) expect(angle, name).toBe(-24)
  }
}

describe('a watermarked PDF', () => {
  it('has the viewer and the time on every page, besides its own text', async () => {
    const pages = await seen(await watermarked(aPdf(3)))
    expect(pages).toHaveLength(3)
    coversAll(pages)
    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain(`Trang ${index + 1}`)
      for (const line of lines) expect(text).toContain(line)
    }
  })

  it('is covered from edge to edge whatever the size of its pages: A4, A2 landscape, a slide, a card, a plan', async () => {
    const pages = await seen(await watermarked(pagesOf([595, 842], [1684, 1191], [960, 540], [150, 90], [9000, 2400])))
    coversAll(pages)
  })

  it('is covered, with the watermark upright, on rotated pages', async () => {
    const turned = await through(
      pagesOf([595, 842], [595, 842], [960, 540], [595, 842]),
      '--rotate=90:1',
      '--rotate=180:2',
      '--rotate=270:3',
      '--',
    )
    const pages = await seen(await watermarked(turned))
    expect(pages.map(({ width, height }) => width > height)).toEqual([true, false, false, false])
    coversAll(pages)
  })

  it('is covered within the crop box of a page, and beyond a trim box smaller than the visible page', async () => {
    const [update, boxes] = [join(directory, 'boxes.json'), join(directory, 'plain.pdf')]
    await writeFile(boxes, pagesOf([595, 842], [595, 842]))
    const pdf = JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=qpdf', boxes]).toString())
    const pages = Object.entries<{ value?: Record<string, unknown> }>(pdf.qpdf[1]).filter(
      ([, { value }]) => value?.['/Type'] === '/Page',
    )
    const changed = pages.map(([id, { value }], index) => [
      id,
      {
        value: {
          ...value,
          ...(index === 0 ? { '/CropBox': [100, 200, 400, 500] } : { '/TrimBox': [200, 200, 210, 210] }),
        },
      },
    ])
    await writeFile(update, JSON.stringify({ version: 2, qpdf: [pdf.qpdf[0], Object.fromEntries(changed)] }))
    const seenPages = await seen(
      await watermarked(await through(await readFile(boxes), `--update-from-json=${update}`)),
    )
    expect(seenPages.map(({ width }) => Math.round(width))).toEqual([300, 595])
    coversAll(seenPages)
  })

  it('is covered when its pages inherit size and rotation', async () => {
    const file = join(directory, 'inherits.pdf')
    await writeFile(file, pdfWithInheritance)
    const pages = await seen(await watermarked(await readFile(file)))
    expect(pages.map(({ width, height }) => [width, height])).toEqual([[300, 200]])
    coversAll(pages)
  })

  it('is covered when its author has forbidden changes, and keeps its content', async () => {
    const locked = await through(aPdf(1), '--encrypt', '--owner-password=chủ', '--bits=256', '--modify=none', '--')
    const pages = await seen(await watermarked(locked))
    expect(pages[0]?.text).toContain('Trang 1')
    coversAll(pages)
  })

  it('has the full name, however long it is and whatever characters it has', async () => {
    const long = `Phạm ${'Nguyễn Thị '.repeat(15)}· Điểm cầu #let x = 1 \\ "trích" <b> 你好`
    const [page] = await seen(await watermarked(aPdf(1), 'pdf', [long, lines[1] ?? '']))
    expect(page?.text.replaceAll(/\s+/g, ' ')).toContain(long.slice(0, long.indexOf('你')).trim())
    expect(page?.at).toHaveLength(10)
  })
})

describe('a watermarked picture', () => {
  it.each([
    ['across', 1600, 900],
    ['upright', 900, 1600],
    ['very small', 2, 1],
  ])('%s becomes a PDF of one page with the watermark over it', async (_what, width, height) => {
    const pages = await seen(await watermarked(aWholePng(width, height), 'png'))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.width ?? 0).toBeCloseTo(width > height ? 842 : (842 * width) / height, 0)
    coversAll(pages)
  })
})

describe('no file is sent without its watermark', () => {
  it.each([
    ['a PDF that cannot be read', Buffer.from('%PDF-1.7 nothing of the kind'), 'pdf'],
    ['a picture that cannot be drawn', aPng(300, 200).subarray(0, 40), 'png'],
  ] as const)('when it is %s: it is refused', async (_what, content, format) => {
    await expect(watermarked(content, format)).rejects.toMatchObject({ fault: 'cannot-be-marked' })
    expect(logged.at(-1)).toMatchObject({ format })
  })

  it('when qpdf is missing: it is refused, which is logged', async () => {
    const { PATH } = process.env
    process.env.PATH = directory
    try {
      await expect(watermarked(aPdf(1))).rejects.toMatchObject({ fault: 'cannot-be-marked' })
    } finally {
      process.env.PATH = PATH
    }
    expect(logged.at(-1)).toMatchObject({ missing: expect.arrayContaining(['qpdf']) })
  })

  it('when its bytes are gone: it is not found', async () => {
    expect(await watermarks.watermarked(sessionId, { format: 'pdf', sha256: 'e'.repeat(64) }, lines)).toBeNull()
  })

  it('without leaving a temporary file behind', async () => {
    expect(await readdir(join(directory, 'documents', 'incoming'))).toEqual([])
  })
})

/** A page without a box or a rotation of its own; qpdf mends the table of contents that is not there. */
const pdfWithInheritance = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox 5 0 R /Rotate 90 >> endobj
3 0 obj << /Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1 >> endobj
4 0 obj << /Type /Page /Parent 3 0 R /Resources << >> >> endobj
5 0 obj [0 0 200 300] endobj
trailer << /Root 1 0 R /Size 6 >>
%%EOF
`
