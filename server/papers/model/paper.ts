// The model of a paper before it becomes a file: its blocks and its page. How its lines look: line-styles.ts.
// docx.ts and paper.typ print it without adding any text, so that both files read the same.
import type { Ms } from '../../../shared/kernel/ids.ts'
import type { LineStyleName } from './line-styles.ts'

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
