import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { wordParagraphs } from '../../../tests/harness/papers.ts'
import { placedWords } from '../../../tests/harness/pdf-programs.ts'
import { paperDocx } from './docx.ts'
import { type Block, line, type Paper } from './paper.ts'
import { paperPdf } from './pdf.ts'

const paper = (blocks: readonly Block[]): Paper => ({ title: 'Biên bản', author: 'Sở', date: 0, blocks })
const numbers = ['07/BB-UBND', '12/GUQ-SNN-VP', '154/2026/NĐ-CP', '……/BB-UBND']
/** Each number begins at every place of a line. */
const anywhere = paper(
  Array.from({ length: 40 }, (_, place) => `${'ơ'.repeat(place)} căn cứ Công văn số`).flatMap((before) =>
    numbers.map((number) => line('text', `${before} gửi kèm theo Tờ trình số ${number} ngày hôm qua.`)),
  ),
)

describe('the number of a paper', () => {
  it('is never broken across lines, and is copied from the PDF as it is written', async () => {
    const words = (await placedWords(await paperPdf(anywhere))).map(({ text }) => text)
    for (const number of numbers) expect(words.filter((word) => word === number)).toHaveLength(40)
  })

  it('has the same height as the words beside it', async () => {
    const words = await placedWords(await paperPdf(paper([line('text', 'Biên bản số 07/BB-UBND ngày')])))
    expect(new Set(words.map(({ topMm }) => topMm)).size).toBe(1)
  })

  it('has non-breaking hyphens in Word', async () => {
    const docx = await paperDocx(paper([line('text', 'tại Tờ trình số 12/GUQ-SNN-VP, 3-4 hộ.', 'Căn cứ 07/BB-UBND: ')]))
    expect(wordParagraphs(docx)).toEqual(['Căn cứ 07/BB-UBND: tại Tờ trình số 12/GUQ-SNN-VP, 3-4 hộ.'])
    expect(
      new PizZip(docx)
        .file('word/document.xml')
        ?.asText()
        .match(/<w:noBreakHyphen\/>/g),
    ).toHaveLength(3)
  })

  it('is broken if it is longer than its column, so that nothing runs off the paper', async () => {
    const long = `1/${'W'.repeat(14)}-${'W'.repeat(14)}`
    const columns = { kind: 'columns', widthsMm: [65, 100], rows: [[[line('number', `Số: ${long}`)], []]] } as const
    const words = await placedWords(await paperPdf(paper([columns])))
    expect(words.map(({ text }) => text).join('')).toContain(long)
    for (const { rightMm } of words) expect(rightMm).toBeLessThan(96)
  })
})
