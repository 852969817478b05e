// Holds for every paper: the same text in Word and PDF, the layout of NĐ 30/2020, an archivable file, and the recorded
// look.
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { paperDocx } from '../../../server/papers/model/docx.ts'
import { page } from '../../../server/papers/model/paper.ts'
import { paperPdf } from '../../../server/papers/model/pdf.ts'
import { wordParagraphs } from '../../harness/papers.ts'
import {
  checkedByQpdf,
  fontsOf,
  informationOn,
  type PlacedWord,
  placedWords,
  textBelow,
} from '../../harness/pdf-programs.ts'
import { difference, kept, printed } from './golden.ts'
import { asIssued, samples } from './samples.ts'

const together = (text: string) => text.replaceAll(/\s/gu, '')

/** The first paragraph of Word that the PDF does not have at its place, and what it has there; null: they read the same. */
function firstDifference(paragraphs: readonly string[], pdfText: string) {
  let rest = together(pdfText)
  for (const word of paragraphs) {
    if (!rest.startsWith(together(word))) return { word, pdf: rest.slice(0, 80) }
    rest = rest.slice(together(word).length)
  }
  return rest === '' ? null : { word: '(the end)', pdf: rest.slice(0, 80) }
}

describe.each(samples)('the paper %s', (name, paper) => {
  let pdf: Buffer
  let docx: Buffer
  let words: PlacedWord[]
  beforeAll(async () => {
    const issued = await asIssued(paper)
    ;[pdf, docx] = await Promise.all([paperPdf(issued), paperDocx(issued)])
    words = await placedWords(pdf)
  })
  const place = (text: string) => words.find((one) => one.text === text)

  it('has the same paragraphs as PDF and as Word', async () => {
    expect(firstDifference(wordParagraphs(docx), await textBelow(pdf, page.topMm))).toBeNull()
  })

  it('is A4 with the margins of NĐ 30/2020 in both files', () => {
    // Annex I: above and below 20 to 25 mm, left 30 to 35, right 15 to 20.
    const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
    const margin = (side: string) => Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(xml)?.[1]) / 56.7
    for (const [side, least, most] of [
      ['top', 20, 25],
      ['bottom', 20, 25],
      ['left', 30, 35],
      ['right', 15, 20],
    ] as const) {
      expect(Math.round(margin(side)), side).toBeGreaterThanOrEqual(least)
      expect(Math.round(margin(side)), side).toBeLessThanOrEqual(most)
    }
    expect(xml).toMatch(/<w:pgSz[^>]* w:w="1190\d" w:h="1683\d"/)
    const body = words.filter(({ topMm }) => topMm > 19)
    expect(Math.min(...body.map(({ leftMm }) => leftMm))).toBeGreaterThanOrEqual(29.9)
    expect(Math.max(...body.map(({ rightMm }) => rightMm))).toBeLessThanOrEqual(195.1)
    expect(Math.max(...body.map(({ bottomMm }) => bottomMm))).toBeLessThanOrEqual(277.1)
  })

  it('is set in 13 or 14 points as in NĐ 30/2020; recipients, notes and the code are smaller', () => {
    const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
    const styles = new PizZip(docx).file('word/styles.xml')?.asText() ?? ''
    const used = new Set([...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id = '']) => id))
    const pointsOf = (id: string) =>
      Number(new RegExp(`w:styleId="${id}".*?<w:sz w:val="(\\d+)"`, 's').exec(styles)?.[1]) / 2
    const small = new Set(['recipientsTitle', 'recipient', 'partyRecipient', 'signatureNote', 'colophon'])
    // The Party’s heading alone is larger.
    expect(pointsOf('party')).toBe(15)
    used.delete('party')
    for (const id of used.difference(small)) expect([13, 14], id).toContain(pointsOf(id))
    for (const id of used.intersection(small)) expect([10, 11, 12], id).toContain(pointsOf(id))
  })

  it('has the name of the nation or the Party at the top right, its number at the top left', () => {
    const [nation, number] = [place('CỘNG'), place('Số:') ?? place('Số')]
    expect(nation?.leftMm).toBeGreaterThan(90)
    expect(nation?.topMm).toBeLessThan(25)
    expect(number?.rightMm).toBeLessThan(95)
    expect(words.filter(({ page: on, topMm }) => on === 1 && topMm < 19)).toEqual([])
  })

  it('has page numbers in the middle of the upper margin, from the second page on', () => {
    const numbers = words.filter(({ topMm }) => topMm < 19)
    const pages = Math.max(...words.map((one) => one.page))
    expect(numbers.map(({ text }) => text)).toEqual(Array.from({ length: pages - 1 }, (_, index) => String(index + 2)))
    for (const { leftMm, rightMm } of numbers) expect((leftMm + rightMm) / 2).toBeCloseTo(112.5, 0)
  })

  it('has all fonts embedded, with the metrics of Times New Roman', async () => {
    const fonts = await fontsOf(pdf)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) {
      expect(font.name).toMatch(/^[A-Z]{6}\+LiberationSerif(-(Bold|Italic|BoldItalic))?$/)
      expect(font).toMatchObject({ isEmbedded: true, hasUnicode: true })
    }
    expect(new PizZip(docx).file('word/styles.xml')?.asText()).toContain('w:ascii="Times New Roman"')
  })

  it('is an archivable PDF/A-2b: without errors, password, scripts or external content', async () => {
    expect(await checkedByQpdf(pdf)).toContain('No syntax or stream encoding errors found')
    const information = await informationOn(pdf)
    expect(information).toMatch(/^PDF version: +1\.7$/m)
    for (const [what, held] of [
      ['Encrypted', 'no'],
      ['JavaScript', 'no'],
      ['Form', 'none'],
    ])
      expect(information).toMatch(new RegExp(`^${what}: +${held}$`, 'm'))
    const raw = pdf.toString('latin1')
    expect(raw).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>B</s)
    expect(raw).toMatch(/\/S ?\/GTS_PDFA1/)
    expect(raw).toContain('/DestOutputProfile')
    expect(raw).not.toMatch(/\/(EmbeddedFile|Launch|URI)\b/)
  })

  it('has the recorded text and look (update: node tests/golden/papers/record.ts)', async () => {
    const [now, before] = [await printed(name), kept(name)]
    expect(now.text).toBe(before.text)
    expect(now.pages).toHaveLength(before.pages.length)
    for (const [index, picture] of now.pages.entries())
      expect(difference(picture, before.pages[index] ?? Buffer.alloc(0)), `page ${index + 1}`).toBeLessThan(0.005)
  })
})

describe('the signature blocks', () => {
  const placesIn = async (name: string) => {
    const paper = samples.find(([one]) => one === name)?.[1]
    return paper ? placedWords(await paperPdf(paper)) : []
  }

  it.each([
    // NĐ 30/2020, form 1.9: the secretary on the left, the chair on the right.
    ['conference-minutes', 'THƯ', 'CHỦ'],
    ['receipt', 'NỘP', 'NHẬN'],
    ['dialogue-minutes', 'GHI', 'CHỦ'],
    ['refusal-notice', 'nhận:', 'TRƯỞNG'],
    // NĐ 30/2020, Phụ lục I: “Nơi nhận” at the height of the office of who signs.
    ['conclusions', 'nhận:', 'TM.'],
    ['party-conclusions', 'nhận:', 'T/M'],
    ['correction-of-minutes', 'nhận:', 'KT.'],
  ])('stand side by side: %s', async (name, left, right) => {
    const words = await placesIn(name)
    const [one, other] = [left, right].map((text) => words.findLast((word) => word.text === text))
    expect(one?.page).toBe(other?.page)
    expect(Math.abs((one?.topMm ?? 0) - (other?.topMm ?? 99))).toBeLessThan(2)
    expect(one?.rightMm).toBeLessThan(other?.leftMm ?? 0)
  })
})
