// Both files are read back by other libraries (mammoth, pdf.js) and must have the same text.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js'
import { describe, expect, it } from 'vitest'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import { wordText } from '../../../tests/harness/papers.ts'
import { paperDocx } from '../model/docx.ts'
import { page } from '../model/paper.ts'
import { FontMissingError, type PdfOptions, paperPdf } from '../model/pdf.ts'
import { conclusionsPaper } from './conclusions-paper.ts'
import { minutesDocument } from './minutes-document.fixture.ts'
import { minutesPaper } from './minutes-paper.ts'

const minutesPdf = async (document: MinutesDocument, options?: PdfOptions) => paperPdf(minutesPaper(document), options)

const oneSpace = (text: string) => text.replace(/\s+/gu, ' ').trim()

async function wordParagraphs(document: MinutesDocument): Promise<string[]> {
  return (await wordText(await paperDocx(minutesPaper(document)))).split('\n\n').map(oneSpace).filter(Boolean)
}

interface ReadPdf {
  /** Without headers and rules, which are no part of the text. */
  readonly text: string
  readonly headers: string[]
  /** Of the text that reaches furthest. */
  readonly rightEdgePt: number
  readonly title: unknown
}

async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const file = await task.promise
  const pages = await Promise.all(Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1)))
  const read = await Promise.all(
    pages.map(async (page) => sortOut((await page.getTextContent({ includeMarkedContent: true })).items)),
  )
  const { info } = await file.getMetadata()
  await task.destroy()
  return {
    text: oneSpace(read.map(({ text }) => text).join(' ')),
    headers: read.map(({ header }) => header),
    rightEdgePt: Math.max(...read.map(({ rightEdgePt }) => rightEdgePt)),
    title: 'Title' in info ? info.Title : undefined,
  }
}

function sortOut(items: readonly (TextItem | TextMarkedContent)[]) {
  let isArtifact = false
  const parts = { text: '', header: '', rightEdgePt: 0 }
  for (const item of items) {
    if ('tag' in item) isArtifact = item.tag === 'Artifact'
    if (!('str' in item)) continue
    parts[isArtifact ? 'header' : 'text'] += item.hasEOL ? `${item.str} ` : item.str
    parts.rightEdgePt = Math.max(parts.rightEdgePt, Number(item.transform[4]) + item.width)
  }
  return parts
}

const textOfPdf = async (document: MinutesDocument) => (await readPdf(await minutesPdf(document))).text

const draft: MinutesDocument = { ...minutesDocument, endedAt: null }

describe('the minutes as Word and as PDF', () => {
  it.each([
    ['of a closed session', minutesDocument],
    ['of one that still runs', draft],
    [
      'of one without chair, sites and course',
      { ...draft, startedAt: null, chair: null, secretary: null, sites: [], others: [], sections: [], spoken: [] },
    ],
    ['of a reception', { ...minutesDocument, kind: 'reception' as const }],
  ])('have the same paragraphs in the same order: %s', async (_case, document) => {
    const paragraphs = await wordParagraphs(document)
    expect(await textOfPdf(document)).toBe(paragraphs.join(' '))
  })

  it('follow the order of form 1.9', async () => {
    const paragraphs = await wordParagraphs({
      ...minutesDocument,
      agency: {
        ...minutesDocument.agency,
        organisation: 'Văn phòng tỉnh',
        parentOrganisation: 'Ủy ban nhân dân tỉnh',
        abbreviation: 'VP',
      },
    })
    const landmarks = [
      'ỦY BAN NHÂN DÂN TỈNH',
      'VĂN PHÒNG TỈNH',
      'Số: ……/BB-VP',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'BIÊN BẢN',
      'Hội nghị trực tuyến đánh giá thiệt hại do mưa lũ và triển khai nhiệm vụ khắc phục hậu quả',
      'Thời gian bắt đầu: 08 giờ 00, ngày 24 tháng 11 năm 2026.',
      'Địa điểm: Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh, kết nối trực tuyến với 02 điểm cầu thành phần.',
      'Thành phần tham dự:',
      '1. Điểm cầu trung tâm: Ủy ban nhân dân tỉnh',
      '2. Điểm cầu thành phần: Xã Tân Lập',
      '4. Công dân',
      '5. Người phiên dịch',
      '- Ông/bà Y Blơ Niê, giáo viên: phiên dịch sang tiếng Ê Đê, tiếng Việt.',
      'Chủ trì (chủ tọa): Ông/bà Trần Văn Nam, Phó Chủ tịch Ủy ban nhân dân tỉnh.',
      'Thư ký (người ghi biên bản): Ông/bà Nguyễn Thị Hằng, Chánh Văn phòng.',
      'Nội dung (theo diễn biến cuộc họp):',
      'Mở đầu',
      'Đúng 08 giờ 00, Chủ tọa tuyên bố khai mạc cuộc họp.',
      'Nội dung 1: Báo cáo tình hình thiệt hại',
      'Người báo cáo: Ông/bà Hoàng Quốc Dũng, Giám đốc Sở Nông nghiệp và Môi trường.',
      'Lúc 08 giờ 45, ông/bà Y Thông Niê (điểm cầu xã Tân Lập) bị mất kết nối.',
      'Nội dung 2: Thảo luận, kết luận',
      'Kết thúc cuộc họp',
      'Kết luận, quyết định:',
      '1. Thống nhất chủ trương hỗ trợ khẩn cấp 02 xã bị ảnh hưởng bởi mưa lũ.',
      'Phân công nhiệm vụ:',
      'Thẩm định danh sách hộ bị thiệt hại, báo cáo Ủy ban nhân dân tỉnh',
      'Căn cứ: Công điện số 12 của Chủ tịch tỉnh',
      'Sở Tài chính',
      '05/12/2026',
      'Thời gian phát biểu:',
      'Điểm cầu xã Tân Lập',
      '20 phút',
      'Cuộc họp kết thúc vào 11 giờ 30, ngày 24 tháng 11 năm 2026./.',
      'THƯ KÝ',
      'CHỦ TỌA',
      'Nguyễn Thị Hằng',
      'Trần Văn Nam',
      'Nơi nhận:',
      '- Lưu: VT, hồ sơ.',
      `Biên bản được lập từ nhật ký điện tử gồm 57 bản ghi; mã băm SHA-256 của bản ghi cuối cùng: ${minutesDocument.journal.headHash}.`,
    ]
    expect(paragraphs.filter((paragraph) => landmarks.includes(paragraph))).toEqual(landmarks)
    expect(paragraphs).not.toContain('DỰ THẢO')
  })

  it('are marked as a draft while the agency has not been set', async () => {
    expect((await wordParagraphs(minutesDocument))[0]).toBe('DỰ THẢO')
  })

  it('are marked as a draft, with the end left blank, until the session is closed', async () => {
    const paragraphs = await wordParagraphs(draft)
    expect(paragraphs[0]).toBe('DỰ THẢO')
    expect(paragraphs).toContain('Cuộc họp kết thúc vào … giờ …, ngày … tháng … năm ……./.')
  })

  it('print typed text literally, never as markup', async () => {
    const typed = [
      '#set text(red); $x^2$; *đậm*; <script>alert(1)</script> & "ngoặc"; =1+1',
      '[[mở ngoặc @nhan <b>đậm</b> \\ `mã`.',
      '= Tiêu đề giả',
    ]
    const [paragraphs, text] = [await wordParagraphs(minutesDocument), await textOfPdf(minutesDocument)]
    for (const one of typed) {
      expect(paragraphs).toContain(one)
      expect(text).toContain(one)
    }
  })

  it('accept characters that XML does not allow, and compose decomposed Vietnamese', async () => {
    const document = { ...minutesDocument, title: `${'Hội nghị'.normalize('NFD')} \ud800\uffff\u0007lần 2` }
    expect(await wordParagraphs(document)).toContain('Hội nghị \ufffdlần 2')
    expect(await textOfPdf({ ...document, title: document.title.replace('\ud800', '') })).toContain('Hội nghị lần 2')
  })
})

describe('signed and issued minutes', () => {
  const { chair, secretary } = minutesDocument
  if (!chair || !secretary) throw new Error('the fixture has no signatories')
  const at = (time: string) => Date.parse(`2026-11-25T${time}+07:00`)
  const sha256 = 'ab'.repeat(32)
  const issued: MinutesDocument = {
    ...minutesDocument,
    agency: { ...minutesDocument.agency, abbreviation: 'UBND' },
    record: {
      version: 2,
      corrects: { number: 4, at: at('08:00:00'), reason: 'thiếu một đại biểu' },
      signatures: {
        secretary: { who: secretary, at: at('09:00:00'), sha256 },
        chair: { who: chair, at: at('09:30:00'), sha256 },
      },
      issues: {
        minutes: { number: 5, year: 2026, at: at('10:00:00') },
        conclusions: { number: 12, year: 2026, at: at('10:05:00') },
      },
      waiver: null,
    },
  }

  it('that will not be issued state who decided so, when and why, from the room or from outside', async () => {
    const waived = (who: MinutesDocument['chair']): MinutesDocument => ({
      ...minutesDocument,
      record: { ...minutesDocument.record, waiver: { at: at('09:00:00'), who, reason: 'buổi làm việc nội bộ' } },
    })
    expect(await wordParagraphs(waived(chair))).toContain(
      `Không ban hành biên bản: ${chair.name} quyết định lúc 09 giờ 00, ngày 25 tháng 11 năm 2026. Lý do: buổi làm việc nội bộ.`,
    )
    expect(await wordParagraphs(waived(null))).toContain(
      'Không ban hành biên bản: cán bộ của cơ quan quyết định (nhật ký ghi tài khoản) lúc 09 giờ 00, ngày 25 tháng 11 năm 2026. Lý do: buổi làm việc nội bộ.',
    )
  })

  it('have their number, signatures with times, the minutes they replace, and the digest of the signed text', async () => {
    const paragraphs = await wordParagraphs(issued)
    for (const one of [
      'Số: 05/BB-UBND',
      'Thay thế: Biên bản số 04/BB-UBND ngày 25 tháng 11 năm 2026. Lý do: thiếu một đại biểu.',
      'lúc 09 giờ 00, ngày 25 tháng 11 năm 2026',
      'lúc 09 giờ 30, ngày 25 tháng 11 năm 2026',
    ])
      expect(paragraphs).toContain(one)
    expect(paragraphs.at(-1)).toContain(`Mã băm SHA-256 của nội dung đã ký: ${sha256}.`)
    expect(await textOfPdf(issued)).toBe(paragraphs.join(' '))
  })

  it('are followed by a notice of conclusions with its own number', async () => {
    const paper = conclusionsPaper(issued)
    const value = await wordText(await paperDocx(paper))
    const paragraphs = value.split('\n\n').map(oneSpace).filter(Boolean)
    const landmarks = [
      'Số: 12/TB-UBND',
      'Đắk Lắk, ngày 25 tháng 11 năm 2026',
      'THÔNG BÁO',
      'I. KẾT LUẬN',
      '1. Thống nhất chủ trương hỗ trợ khẩn cấp 02 xã bị ảnh hưởng bởi mưa lũ.',
      'II. PHÂN CÔNG THỰC HIỆN',
      '1. Thẩm định danh sách hộ bị thiệt hại, báo cáo Ủy ban nhân dân tỉnh',
      '- Đơn vị chủ trì: Sở Nông nghiệp và Môi trường;',
      '- Căn cứ: Công điện số 12 của Chủ tịch tỉnh;',
      '- Thời hạn: 05/12/2026.',
      'Nơi nhận:',
      '- Sở Tài chính;',
    ]
    expect(paragraphs.filter((paragraph) => landmarks.includes(paragraph))).toEqual(landmarks)
    expect((await readPdf(await paperPdf(paper))).text).toBe(paragraphs.join(' '))
  })

  it('give a notice of conclusions that is a draft until it has its number', async () => {
    const draft = { ...issued, record: { ...issued.record, issues: { ...issued.record.issues, conclusions: null } } }
    const { text } = await readPdf(await paperPdf(conclusionsPaper(draft)))
    expect(text).toContain('DỰ THẢO')
    expect(text).toContain('Số: ……/TB-UBND')
    expect(text).toContain('Đắk Lắk, ngày …… tháng …… năm ……')
  })
})

describe('the PDF', () => {
  it('shows a box for a character missing in the typeface, and is still printed', async () => {
    // U+0378 is not assigned to any character.
    const document = { ...minutesDocument, title: 'Hội nghị \u0378 lần 2' }
    expect(await textOfPdf(document)).toContain('Hội nghị □ lần 2')
  })

  it('breaks a word that is longer than its line, so that nothing runs off the paper', async () => {
    const at = minutesDocument.scheduledAt
    const word = `https://example.gov.vn/${'M'.repeat(120)}`
    const { rightEdgePt } = await readPdf(
      await minutesPdf({
        ...minutesDocument,
        sections: [
          {
            part: 'whole',
            item: null,
            lines: [
              {
                source: { from: 'journal', seq: 1, index: 0 },
                line: { at, kind: 'note', text: word },
                amendment: null,
              },
            ],
          },
        ],
        assignments: [
          { at, kind: 'assignment', text: word, unit: word, supportingUnits: [word], ground: word, dueOn: null },
        ],
      }),
    )
    const millimetre = 72 / 25.4
    expect(rightEdgePt).toBeLessThanOrEqual((page.widthMm - page.rightMm) * millimetre + 0.1)
  })

  it('embeds every face of its one typeface', async () => {
    const bytes = (await minutesPdf(minutesDocument)).toString('latin1')
    const faces = new Set([...bytes.matchAll(/\/BaseFont \/\w{6}\+([\w-]+)/g)].map(([, face]) => face))
    expect([...faces].sort()).toEqual([
      'LiberationSerif',
      'LiberationSerif-Bold',
      'LiberationSerif-BoldItalic',
      'LiberationSerif-Italic',
    ])
    expect(bytes.match(/\/FontFile2 /g)).toHaveLength(faces.size)
  })

  it('declares PDF/A-2b, and has a title', async () => {
    const pdf = await minutesPdf(minutesDocument)
    expect(pdf.toString('latin1')).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>B</s)
    expect((await readPdf(pdf)).title).toBe(`Biên bản: ${minutesDocument.title}`)
  })

  it('numbers its pages from the second on', async () => {
    const { headers } = await readPdf(await minutesPdf(minutesDocument))
    expect(headers).toEqual(headers.map((_, index) => (index === 0 ? '' : String(index + 1))))
    expect(headers.length).toBeGreaterThan(1)
  })

  it('is byte for byte the same for the same minutes', async () => {
    const [one, other] = await Promise.all([minutesPdf(minutesDocument), minutesPdf(minutesDocument)])
    expect(one.equals(other)).toBe(true)
  })

  it('is refused with the package to install when the typeface is missing', async () => {
    const printing = minutesPdf(minutesDocument, { fontDirectory: '/nowhere' })
    await expect(printing).rejects.toThrow(FontMissingError)
    await expect(printing).rejects.toThrow(/is not in \/nowhere\. On Debian: apt-get install fonts-liberation/)
  })
})
