import { describe, expect, it } from 'vitest'
import type { TemplateKind } from '../shared/wire/paper-templates.ts'
import { pdfText } from '../tests/harness/papers.ts'
import { aggregate, scheduled } from '../tests/harness/session-model.ts'
import { createPrinter } from './papers.ts'
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
  return { asked, ...createPrinter(aggregate, agency, () => '', { docx, print }) }
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
  it('have it as drafts and when they are issued, with code and QR code only then', async () => {
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

  it('keep the layout of this system for the papers that it has none of', async () => {
    const { papers, printIssued } = printerWith('conclusions')
    expect(await pdfText(Buffer.from(await papers['minutes.pdf'](source)))).not.toContain(where.code)
    expect(await pdfText((await printIssued.minutes(source, where)).pdf)).toContain(where.code)
  })
})
