// The model of a paper before it becomes a file: blocks, and the styles of NĐ 30/2020 (annex I) used by every printer.
// docx.ts and paper.typ print it without adding any text, so that both files read the same.
import type { Ms } from '../../../shared/kernel/ids.ts'

export interface LineStyle {
  /** As the office’s word processor lists it. */
  readonly name: string
  readonly sizePt: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly isBold?: true
  readonly isItalic?: true
  readonly isUnderlined?: true
  readonly isGrey?: true
  /** Shown in capitals however it is written; papers of this system write them. */
  readonly isCapitals?: true
  readonly firstIndentMm?: number
  readonly spaceBeforePt?: number
  /** Stays on the page of what follows. */
  readonly keepsNext?: true
  /** Its level among the headings that readers and screen readers jump to. */
  readonly level?: 1 | 2
}

const body = { sizePt: 14, align: 'justify', firstIndentMm: 12.7, spaceBeforePt: 6 } as const

export const lineStyles = {
  draft: { name: 'Dự thảo', sizePt: 20, align: 'center', isBold: true, isGrey: true },
  parent: { name: 'Cơ quan chủ quản', sizePt: 13, align: 'center', isCapitals: true },
  organisation: { name: 'Cơ quan ban hành', sizePt: 13, align: 'center', isBold: true, isCapitals: true },
  star: { name: 'Dấu sao', sizePt: 13, align: 'center' },
  number: { name: 'Số, ký hiệu', sizePt: 13, align: 'center', spaceBeforePt: 6 },
  secrecyMark: { name: 'Dấu độ mật', sizePt: 13, align: 'center', isBold: true, spaceBeforePt: 6 },
  nation: { name: 'Quốc hiệu', sizePt: 13, align: 'center', isBold: true },
  motto: { name: 'Tiêu ngữ', sizePt: 14, align: 'center', isBold: true },
  party: { name: 'Tiêu đề Đảng', sizePt: 15, align: 'center', isBold: true },
  placeAndDate: { name: 'Địa danh, thời gian', sizePt: 14, align: 'center', isItalic: true, spaceBeforePt: 6 },
  kind: {
    name: 'Tên loại văn bản',
    sizePt: 14,
    align: 'center',
    isBold: true,
    spaceBeforePt: 14,
    keepsNext: true,
    level: 1,
  },
  subject: { name: 'Trích yếu', sizePt: 14, align: 'center', isBold: true, keepsNext: true },
  addressee: { name: 'Kính gửi', sizePt: 14, align: 'center', spaceBeforePt: 6 },
  heading: { name: 'Đề mục', ...body, isBold: true, keepsNext: true, level: 2 },
  subheading: { name: 'Tiểu mục', ...body, isBold: true, isItalic: true, keepsNext: true },
  field: { name: 'Trường thông tin', ...body },
  text: { name: 'Nội dung', ...body },
  ending: { name: 'Kết thúc', ...body, keepsNext: true },
  cell: { name: 'Ô trong bảng', sizePt: 13, align: 'left' },
  cellCentred: { name: 'Ô trong bảng, canh giữa', sizePt: 13, align: 'center' },
  cellTitle: { name: 'Tiêu đề cột', sizePt: 13, align: 'center', isBold: true },
  registerTitle: { name: 'Tiêu đề cột của sổ', sizePt: 8, align: 'center', isBold: true },
  registerCell: { name: 'Ô trong sổ', sizePt: 9, align: 'left' },
  office: { name: 'Quyền hạn, chức vụ', sizePt: 14, align: 'center', isBold: true, keepsNext: true },
  plainOffice: { name: 'Chức vụ', sizePt: 14, align: 'center', keepsNext: true },
  signatureNote: { name: 'Ghi chú chữ ký', sizePt: 12, align: 'center', isItalic: true, keepsNext: true },
  signatory: { name: 'Họ tên người ký', sizePt: 14, align: 'center', isBold: true },
  recipientsTitle: {
    name: 'Nơi nhận',
    sizePt: 12,
    align: 'left',
    isBold: true,
    isItalic: true,
    spaceBeforePt: 12,
    keepsNext: true,
  },
  partyRecipientsTitle: {
    name: 'Nơi nhận của Đảng',
    sizePt: 14,
    align: 'left',
    isUnderlined: true,
    spaceBeforePt: 12,
    keepsNext: true,
  },
  partyRecipient: { name: 'Danh sách nơi nhận của Đảng', sizePt: 12, align: 'left', keepsNext: true },
  recipient: { name: 'Danh sách nơi nhận', sizePt: 11, align: 'left', keepsNext: true },
  colophon: { name: 'Nguồn của văn bản', sizePt: 10, align: 'left', isItalic: true, spaceBeforePt: 12 },
} as const satisfies Record<string, LineStyle>

export type LineStyleName = keyof typeof lineStyles

/** One paragraph. Its text is never markup. */
export interface Line {
  readonly kind: 'line'
  readonly style: LineStyleName
  /** Set in bold before the text. */
  readonly lead: string
  readonly text: string
}

/** A short centred rule. */
export interface Rule {
  readonly kind: 'rule'
  readonly widthMm: number
}

/** Empty height, the room of a signature for one. */
export interface Gap {
  readonly kind: 'gap'
  readonly heightMm: number
}

/** A square picture, a QR code for one, in the form that each printer takes. */
export interface Picture {
  readonly kind: 'picture'
  readonly sideMm: number
  /** What it is, for those who do not see it. */
  readonly alt: string
  readonly svg: string
  readonly pngBase64: string
}

export type ColumnBlock = Line | Rule | Gap | Picture

/** Two columns beside each other, without borders, on one page. The cells of a row begin at the same height. */
export interface Columns {
  readonly kind: 'columns'
  readonly widthsMm: readonly [number, number]
  readonly rows: readonly (readonly [left: readonly ColumnBlock[], right: readonly ColumnBlock[]])[]
}

export interface Table {
  readonly kind: 'table'
  readonly widthsMm: readonly number[]
  /** Repeated on each page. */
  readonly titles: readonly Line[]
  /** Of each row, each cell’s paragraphs. */
  readonly rows: readonly (readonly (readonly Line[])[])[]
}

export type Block = ColumnBlock | Columns | Table

export interface Paper {
  readonly title: string
  readonly author: string
  /** The day the paper is about, kept in the file’s properties. */
  readonly date: Ms
  /** A4 across, for a register; in PDF alone. */
  readonly isLandscape?: true
  readonly blocks: readonly Block[]
}

/** A4 with the margins of NĐ 30/2020. */
export const page = {
  widthMm: 210,
  heightMm: 297,
  topMm: 20,
  bottomMm: 20,
  leftMm: 30,
  rightMm: 15,
  headerMm: 10,
} as const
/** The same sheet, bound at its left: 262 millimetres to write on. */
export const landscapePage = { ...page, widthMm: page.heightMm, heightMm: page.widthMm, leftMm: 20 } as const
export const pageNumberSizePt = 14
/** Of a word processor’s single line; NĐ 30/2020 allows 1 to 1.5. */
export const lineHeight = 1.1

export const rule = (widthMm: number): Rule => ({ kind: 'rule', widthMm })
export const gap = (heightMm: number): Gap => ({ kind: 'gap', heightMm })
export const line = (style: LineStyleName, text: string, lead = ''): Line => ({
  kind: 'line',
  style,
  lead,
  text: onOneLine(printable(text)),
})

/** Of a paper that has no number yet. */
export const draftMark = (number: number | null): Block[] => (number === null ? [line('draft', 'DỰ THẢO'), gap(4)] : [])

export const onOneLine = (text: string): string =>
  text.replace(/\s+/gu, (space) => (/[\t\n]/.test(space) ? ' ' : space))

/**
 * Number and symbol of a paper, 07/BB-UBND or 154/2026/NĐ-CP: no printer breaks a line in it. Of limited length, as strangers write
 * texts, too. Read by Typst as well: both take this for the same.
 */
export const paperNumber = '(?:[0-9]{1,6}|…{1,2})/[^\\s,;:()“”"]{1,31}'

/** A paragraph per line of the text; empty ones vanish. */
export function lines(style: LineStyleName, text: string): Line[] {
  return text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => line(style, one.trim()))
}

/**
 * What XML and PDF/A can hold. Composed (NFC), because the offices’ fonts and searches expect Vietnamese so.
 * A control character or half a surrogate pair would make the whole file unreadable.
 */
export function printable(text: string): string {
  return text.toWellFormed().normalize('NFC').replaceAll(unprintable, '')
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is sought
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/gu
