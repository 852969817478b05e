// Prints a paper as a Word file with named styles, so that a clerk can continue to edit it.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  ImageRun,
  type IParagraphStyleOptions,
  LineRuleType,
  NoBreakHyphen,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  convertMillimetersToTwip as twips,
  WidthType,
} from 'docx'
import { type LineStyle, lineStyles } from './line-styles.ts'
import {
  type Block,
  type ColumnBlock,
  type Columns,
  type Gap,
  type Line,
  lineHeight,
  type Paper,
  type Table as PaperTable,
  type Picture,
  page,
  pageNumberSizePt,
  paperNumber,
  type Rule,
} from './paper.ts'

const font = 'Times New Roman'
/** In which the library counts pictures. */
const pixelsPerInch = 96
const cellPaddingMm = { horizontal: 1.9, vertical: 1 }
const alignments = {
  left: AlignmentType.START,
  center: AlignmentType.CENTER,
  right: AlignmentType.END,
  justify: AlignmentType.BOTH,
}

export function paperDocx(paper: Paper): Promise<Buffer> {
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(pageNumberSizePt) })],
  })
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
            language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
          },
        },
      },
      paragraphStyles: Object.entries<LineStyle>(lineStyles).map(([id, style]) => wordStyle(id, style)),
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(page.widthMm), height: twips(page.heightMm) },
            margin: {
              top: twips(page.topMm),
              bottom: twips(page.bottomMm),
              left: twips(page.leftMm),
              right: twips(page.rightMm),
              header: twips(page.headerMm),
            },
          },
        },
        headers: { default: new Header({ children: [pageNumber] }), first: new Header({ children: [] }) },
        children: paper.blocks.map(printBlock),
      },
    ],
  })
  return Packer.toBuffer(document)
}

function wordStyle(id: string, style: LineStyle): IParagraphStyleOptions {
  return {
    id,
    name: style.name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      size: halfPoints(style.sizePt),
      bold: style.isBold ?? false,
      italics: style.isItalic ?? false,
      ...(style.isUnderlined ? { underline: {} } : {}),
      allCaps: style.isCapitals ?? false,
      ...(style.isGrey ? { color: '808080' } : {}),
    },
    paragraph: {
      alignment: alignments[style.align],
      spacing: {
        before: points(style.spaceBeforePt ?? 0),
        after: 0,
        line: lineHeight * 240,
        lineRule: LineRuleType.AUTO,
      },
      indent: { firstLine: twips(style.firstIndentMm ?? 0) },
      keepNext: style.keepsNext ?? false,
      ...(style.level ? { outlineLevel: style.level - 1 } : {}),
    },
  }
}

function printBlock(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'line':
      return printLine(block)
    case 'rule':
      return printRule(block, page.widthMm - page.leftMm - page.rightMm)
    case 'gap':
      return printGap(block)
    case 'picture':
      return printPicture(block)
    case 'columns':
      return printColumns(block)
    case 'table':
      return printTable(block)
  }
}

function printLine({ style, lead, text }: Line): Paragraph {
  return new Paragraph({
    style,
    children: [
      ...(lead ? [new TextRun({ children: words(lead), bold: true })] : []),
      new TextRun({ children: words(text) }),
    ],
  })
}

const numbers = new RegExp(`(${paperNumber})`, 'u')

/** Word breaks a line after a hyphen, and at no slash. */
const words = (text: string) =>
  text.split(numbers).flatMap((part, index) => {
    if (index % 2 === 0) return part === '' ? [] : [part]
    return part.split('-').flatMap((one, position) => (position === 0 ? [one] : [new NoBreakHyphen(), one]))
  })

/** The top border of an empty paragraph, drawn in from both sides. */
function printRule({ widthMm }: Rule, availableMm: number): Paragraph {
  const inset = twips((availableMm - widthMm) / 2)
  return new Paragraph({
    indent: { left: inset, right: inset },
    spacing: { before: points(3), after: 0, line: points(4), lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
  })
}

function printGap({ heightMm }: Gap): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 0, after: 0, line: twips(heightMm), lineRule: LineRuleType.EXACT },
  })
}

function printPicture({ sideMm, alt, pngBase64 }: Picture): Paragraph {
  const side = (sideMm / 25.4) * pixelsPerInch
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: Buffer.from(pngBase64, 'base64'),
        transformation: { width: side, height: side },
        altText: { name: alt, title: alt, description: alt },
      }),
    ],
  })
}

function printColumns({ widthsMm, rows }: Columns): Table {
  const print = (block: ColumnBlock, widthMm: number) => {
    if (block.kind === 'line') return printLine(block)
    if (block.kind === 'picture') return printPicture(block)
    return block.kind === 'rule' ? printRule(block, widthMm) : printGap(block)
  }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widthsMm.map(twips),
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0 },
    rows: rows.map(
      (cells, position) =>
        new TableRow({
          cantSplit: true,
          keepNext: position < rows.length - 1,
          children: cells.map((blocks, index) => {
            const widthMm = widthsMm[index] ?? 0
            return new TableCell({ width: width(widthMm), children: blocks.map((block) => print(block, widthMm)) })
          }),
        }),
    ),
  })
}

function printTable({ widthsMm, titles, rows }: PaperTable): Table {
  const row = (cells: readonly (readonly Line[])[], isTitle: boolean) =>
    new TableRow({
      tableHeader: isTitle,
      cantSplit: true,
      children: cells.map(
        (cell, index) => new TableCell({ width: width(widthsMm[index] ?? 0), children: cell.map(printLine) }),
      ),
    })
  const horizontal = twips(cellPaddingMm.horizontal)
  const vertical = twips(cellPaddingMm.vertical)
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widthsMm.map(twips),
    margins: { marginUnitType: WidthType.DXA, left: horizontal, right: horizontal, top: vertical, bottom: vertical },
    rows: [
      row(
        titles.map((title) => [title]),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}

const width = (mm: number) => ({ size: twips(mm), type: WidthType.DXA })
const halfPoints = (pt: number) => pt * 2
const points = (pt: number) => pt * 20
