// Read back by the reader of another library, and checked part by part where that reader returns too little.
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { type StreamedTable, streamedWorkbook } from './streamed-workbook.ts'

const aTable = (rows: StreamedTable['rows'], columns = ['STT', 'Nội dung']): StreamedTable => ({
  name: 'Sổ tiếp công dân',
  heading: ['ỦY BAN NHÂN DÂN XÃ TÂN LẬP', 'SỔ TIẾP CÔNG DÂN năm 2026'],
  columns: columns.map((title) => ({ title, width: 20 })),
  rows,
})
async function* theseRows(...rows: (string | number | null)[][]) {
  yield* rows
}
async function partsOf(workbook: Readable): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(await buffer(workbook), { lazyEntries: true })
  const parts: Record<string, string> = {}
  for await (const entry of zip.eachEntry())
    parts[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString()
  return parts
}

describe('a workbook written while its rows are read', () => {
  it('has the heading, numbered titles and every row unchanged, also text that looks like a formula or an escape code', async () => {
    const rows = theseRows([1, '=1+1'], [2, 'Đơn <A&B>\n"hai" dòng, _x0041_'], [3, null])
    const [{ data } = { data: [] }] = await readXlsx(await buffer(streamedWorkbook(aTable(rows))))
    expect(data).toEqual([
      ['ỦY BAN NHÂN DÂN XÃ TÂN LẬP', null],
      ['SỔ TIẾP CÔNG DÂN năm 2026', null],
      ['STT', 'Nội dung'],
      [1, 2],
      [1, '=1+1'],
      [2, expect.stringContaining('Đơn <A&B>\n"hai" dòng')],
      [3, null],
    ])
    const { 'xl/worksheets/sheet1.xml': sheet } = await partsOf(streamedWorkbook(aTable(theseRows([1, '_x0041_']))))
    expect(sheet).toContain('>_x005F_x0041_<')
  })

  it('is printed in landscape, as wide as the paper, with the titles on each page', async () => {
    const parts = await partsOf(streamedWorkbook(aTable(theseRows([1, 'Đơn']))))
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pageSetup [^>]*orientation="landscape"/)
    expect(parts['xl/worksheets/sheet1.xml']).toContain('fitToPage="1"')
    expect(parts['xl/workbook.xml']).toContain("'Sổ tiếp công dân'!$3:$4")
  })

  it('has rows as high as their printed text, up to the maximum of Excel', async () => {
    const rows = theseRows([1, 'Đơn'], [2, 'Đề nghị xem xét lại diện tích bị thu hồi'], [3, 'Dòng\n'.repeat(60)])
    const parts = await partsOf(streamedWorkbook(aTable(rows)))
    const heights = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<row r="\d+" ht="(\d+)"/g)]
    expect(heights.map(([, height]) => Number(height))).toEqual([16, 48, 409])
  })

  it('names columns beyond Z', async () => {
    const columns = Array.from({ length: 28 }, (_, index) => `Cột ${index}`)
    const parts = await partsOf(streamedWorkbook(aTable(theseRows(columns.map((_, index) => index)), columns)))
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/r="Z5".*r="AA5".*r="AB5"/)
  })

  it('is valid without any row', async () => {
    const [{ data } = { data: [] }] = await readXlsx(await buffer(streamedWorkbook(aTable(theseRows()))))
    expect(data).toHaveLength(4)
  })

  it('fails with the error of its rows, and stops reading them when the download is aborted', async () => {
    async function* broken() {
      yield [1, 'Đơn']
      throw new Error('the store is away')
    }
    await expect(buffer(streamedWorkbook(aTable(broken())))).rejects.toThrow('the store is away')

    const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    async function* endless() {
      begun.resolve()
      try {
        for (let number = 1; ; number++) yield [number, 'Đề nghị xem xét lại diện tích bị thu hồi '.repeat(20)]
      } finally {
        ended.resolve()
      }
    }
    const workbook = streamedWorkbook(aTable(endless()))
    workbook.resume()
    await begun.promise
    workbook.destroy()
    await ended.promise
  })
})
