// Valid and hostile files for uploads, generated while the test runs.
import { Buffer } from 'node:buffer'
import { truncate, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Document, Header, Packer, Paragraph } from 'docx'
import { writeXlsx } from 'hucre/xlsx'
import { ZipFile } from 'yazl'

/** A PDF in which each page contains its number. */
export function aPdf(pages: number): Buffer {
  const content = Array.from({ length: pages }, (_, index) => `#text(size: 60pt)[Trang ${index + 1}]`)
  return NodeCompiler.create().pdf({ mainFileContent: content.join('\n#pagebreak()\n') })
}

export const aDocx = (): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Dự thảo nghị quyết về giá đất')] }] }))

/** A page as a typist lays it out: lines, and what stands at the left and at the right of its head. */
export const aPdfOf = (typst: string): Buffer => NodeCompiler.create().pdf({ mainFileContent: typst })

/** A letter with these words in its header and these in its text. */
export const aDocxOf = (header: readonly string[], text: readonly string[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: header.map((words) => new Paragraph(words)) }) },
          children: text.map((words) => new Paragraph(words)),
        },
      ],
    }),
  )

export const anXlsxOf = async (cell: string): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'Bảng', rows: [[cell, 12]] }] }))

export const anXlsx = (): Promise<Buffer> => anXlsxOf('Đơn vị')

/** The beginning of a picture of this size: enough for those who look at its header alone. */
export const aPng = (width: number, height: number): Buffer =>
  pngOf(width, height, Buffer.alloc(Math.min(height, 64) * (Math.min(width, 64) + 1), 0xff))

/** A black picture of this size, whole. */
export const aWholePng = (width: number, height: number): Buffer =>
  pngOf(width, height, Buffer.alloc(height * (width + 1)))

function pngOf(width: number, height: number, lines: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length, 0)
  head.write(type, 4, 'latin1')
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(data, crc32(type)), 0)
  return Buffer.concat([head, data, checksum])
}

/** A Word file that unpacks to this many bytes of nothing. */
export async function aZipBomb(unpackedBytes: number): Promise<Buffer> {
  const zip = new ZipFile()
  const types =
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  zip.addBuffer(Buffer.from(types), '[Content_Types].xml')
  const part = 64 * 1024 * 1024
  for (let rest = unpackedBytes, index = 0; rest > 0; rest -= part, index++)
    zip.addBuffer(Buffer.alloc(Math.min(part, rest)), `word/part${index}.xml`)
  zip.end()
  return buffer(zip.outputStream)
}

/** Of nothing, deflated: whole blocks, which can be set one after another. */
const nothingDeflated = (bytes: number) => deflateRawSync(Buffer.alloc(bytes), { finishFlush: constants.Z_FULL_FLUSH })

/** A PDF of some kilobytes whose one page unpacks, in two steps, to this many bytes of spaces. */
export function aPdfBomb(unpackedBytes: number): Buffer {
  const block = nothingDeflated(16 * 1024 * 1024)
  const blocks = Array.from({ length: Math.ceil(unpackedBytes / (16 * 1024 * 1024)) }, () => block)
  const zlibHeader = Buffer.from([0x78, 0x9c])
  const lastBlock = Buffer.from([0x03, 0x00])
  const content = deflateSync(Buffer.concat([zlibHeader, ...blocks, lastBlock]), { level: 9 })
  return aPdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    [`<< /Length ${content.length} /Filter [/FlateDecode /FlateDecode] >>`, content],
  ])
}

type PdfObject = string | readonly [dictionary: string, stream: Buffer]

/** ISO 32000-1, 7.5: a body, a table of where each object begins, a trailer. The first object is the catalogue. */
function aPdfOfObjects(objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  for (const [index, object] of objects.entries()) {
    offsets.push(length)
    add(Buffer.from(`${index + 1} 0 obj\n`))
    if (typeof object === 'string') add(Buffer.from(object))
    else add(Buffer.concat([Buffer.from(`${object[0]}\nstream\n`), object[1], Buffer.from('\nendstream')]))
    add(Buffer.from('\nendobj\n'))
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const start = length
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table.join('')}`))
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** On the disk, where it takes next to no room: more than a browser is handed as a buffer. Returns its path. */
export async function aFileOf60Megabytes(path: string): Promise<string> {
  await writeFile(path, '%PDF-1.7')
  await truncate(path, 60 * 1024 * 1024)
  return path
}
