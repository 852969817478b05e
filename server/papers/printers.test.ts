import { describe, expect, it } from 'vitest'
import type { Agency } from '../../shared/projections/minutes-document.ts'
import type { TemplateKind } from '../../shared/wire/papers/paper-templates.ts'
import { agencyCalled } from '../../tests/harness/agency.ts'
import { all, by, closes, given, inFullSession, later, minutes } from '../../tests/harness/given.ts'
import { pdfText } from '../../tests/harness/papers.ts'
import { aggregate, scheduled } from '../../tests/harness/session-model.ts'
import { supplementSource } from './kinds/supplement-source.fixture.ts'
import { createPrinter } from './printers.ts'
import type { FieldValues } from './templates/fields.ts'
import type { Content } from './templates/templates.ts'

const agency = { organisation: 'Sở Tài chính', parentOrganisation: null, placeName: null, abbreviation: 'STC' }
const where = { code: 'K7M3-P9XQ-4RTA-CDEF', url: 'https://dc.gov.vn/verify#K7M3', page: 'https://dc.gov.vn/verify' }

/** An agency that has its own layout for these papers. */
function printerWith(...own: TemplateKind[]) {
  const asked: (Omit<Content, 'values'> & { values: FieldValues })[] = []
  const docx = async (kind: TemplateKind, content: Content) => {
    if (!own.includes(kind)) return null
    asked.push({ ...content, values: content.values() })
    return Buffer.from(`docx of ${kind}`)
  }
  const print = async (kind: TemplateKind, content: Content) => {
    const filled = await docx(kind, content)
    return filled && { docx: filled, pdf: Buffer.from(`pdf of ${kind}`) }
  }
  return { asked, ...createPrinter(aggregate, agencyCalled(agency), () => '', { docx, print }) }
}
const session = scheduled()
const source = {
  state: session.state,
  journal: session.journal,
  storedJournal: async () => session.journal,
  people: {},
  printedAt: session.at,
  partyPapers: {},
}

describe('the minutes and the notice of conclusions of an agency with its own layout', () => {
  it('use it as drafts and as issued papers; code and QR code are on issued ones only', async () => {
    const { papers, printIssued, asked } = printerWith('minutes', 'conclusions')
    for (const paper of ['minutes', 'conclusions'] as const) {
      for (const extension of ['pdf', 'docx'] as const)
        expect(String(await papers[`${paper}.${extension}`](source))).toBe(`${extension} of ${paper}`)
      const issued = await printIssued[paper](source, where)
      expect([issued.pdf, issued.docx].map(String)).toEqual([`pdf of ${paper}`, `docx of ${paper}`])
    }
    const [pdf, docx, issued] = asked
    for (const draft of [pdf, docx]) expect(draft).toMatchObject({ qr: null, values: { ma_kiem_tra: '……' } })
    expect(issued).toMatchObject({ qr: where.url, values: { ma_kiem_tra: where.code } })
  })

  it('use it for a supplement, too: as a draft, and with its number', async () => {
    const { supplementDraft, printIssued, asked } = printerWith('supplement')
    expect(String(await supplementDraft({ ...supplementSource, issue: null }))).toBe('pdf of supplement')
    expect(String((await printIssued.supplement(supplementSource, where)).docx)).toBe('docx of supplement')
    const mark = { needed: [] }
    expect(asked).toMatchObject([
      { ...mark, qr: null, values: { so: '……', ngay_ban_hanh: 'ngày …… tháng …… năm ……' } },
      { ...mark, qr: where.url, values: { so: '08', ly_do: 'Ghi nhầm diện tích.' } },
    ])
    await printIssued.supplement({ ...supplementSource, secrecy: 'secret' }, where)
    expect(asked.at(-1)?.needed).toEqual(['dau_do_mat'])
  })

  it('use the built-in layout for papers without a template', async () => {
    const { papers, printIssued } = printerWith('conclusions')
    expect(await pdfText(Buffer.from(await papers['minutes.pdf'](source)))).not.toContain(where.code)
    expect(await pdfText((await printIssued.minutes(source, where)).pdf)).toContain(where.code)
  })
})

describe('the minutes of an agency that was renamed', () => {
  const at = { parentOrganisation: null, placeName: 'Tân Lập' }
  const commune: Agency = { organisation: 'Ủy ban nhân dân xã Tân Lập', abbreviation: 'UBND', ...at }
  const department: Agency = { organisation: 'Sở Xây dựng', abbreviation: 'SXD', ...at }
  const committee: Agency = { organisation: 'Đảng ủy xã Tân Lập', abbreviation: 'ĐU', letterhead: 'party', ...at }
  const signs = (participantId: string) => by('system', 'approval.sign', { participantId, sha256: 'a'.repeat(64) })
  const issues = (number: number) =>
    all(
      signs('secretary'),
      signs('chair'),
      by('system', 'approval.issue', { paper: 'minutes', number, year: 2026, byParticipantId: null }),
    )
  const corrects = by('secretary', 'approval.beginCorrection', { reason: 'Thiếu một kết luận.' })
  const printedFrom = ({ session: { state, journal, at } }: ReturnType<typeof given>) => ({
    ...source,
    ...{ state, journal, printedAt: at },
  })
  const first = printedFrom(given(all(inFullSession, closes, issues(4))))
  const draft = all(inFullSession, closes, issues(4), later(minutes(60)), corrects)
  /** Between the first document and its correction. */
  const renamed = (before: Agency, now: Agency) => ({
    inForce: async () => ({
      isSet: true,
      now,
      at: (then: number) => (then < first.printedAt + minutes(30) ? before : now),
    }),
  })
  const none = { print: async () => null, docx: async () => null }
  const printerOf = (before: Agency, now: Agency) => createPrinter(aggregate, renamed(before, now), () => '', none)
  const printer = printerOf(commune, department)
  const printed = async (from: typeof first, by = printer) => pdfText((await by.printIssued.minutes(from, where)).pdf)

  it('have the name and symbol of the agency at the time they were issued', async () => {
    expect(await printed(first)).toMatch(/ỦY BAN NHÂN DÂN[\s\S]+Số: 04\/BB-UBND/)
    const second = await printed(printedFrom(given(all(draft, issues(5)))))
    expect(second).toMatch(/SỞ XÂY DỰNG[\s\S]+Số: 05\/BB-SXD[\s\S]+Biên bản số 04\/BB-UBND/)
  })

  it('have the letterhead of the time they were issued, and cite earlier minutes with the number of their time', async () => {
    const second = printedFrom(given(all(draft, issues(5))))
    const now = await printed(second, printerOf(commune, committee))
    expect(now).toMatch(/ĐẢNG CỘNG SẢN VIỆT NAM[\s\S]+Biên bản số 04\/BB-UBND/)
    expect(now).toContain('Số 05-BB/ĐU')
    expect(now).not.toContain('CỘNG HÒA')
    const before = printerOf(committee, commune)
    expect(await printed(first, before)).toContain('Số 04-BB/ĐU')
    expect(await printed(second, before)).toMatch(/Số: 05\/BB-UBND[\s\S]+Biên bản số 04-BB\/ĐU/)
  })

  it('have the same text to sign whatever the name of the agency is', async () => {
    const corrected = printedFrom(given(draft))
    const before = createPrinter(aggregate, agencyCalled(commune), () => '', none)
    expect(await printer.minutesText(corrected)).toEqual(await before.minutesText(corrected))
  })
})
