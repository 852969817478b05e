// Reads papers back to test their content.
import { DOMParser } from '@xmldom/xmldom'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PizZip from 'pizzip'

/** The text of all pages, in reading order. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  return pages.join('\n')
}

/** As mammoth reads it. The hyphen after which no line is broken is read as a hyphen. */
export const wordText = async (docx: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(docx) })).value.replaceAll('\u2011', '-')

/** The paragraphs of a Word file as its XML has them, tables and columns cell by cell. */
export function wordParagraphs(docx: Uint8Array): string[] {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  const body = new DOMParser().parseFromString(xml, 'application/xml')
  return [...body.getElementsByTagNameNS('*', 'p')]
    .map((paragraph) =>
      [...paragraph.getElementsByTagNameNS('*', '*')]
        .map(({ localName, textContent }) => {
          if (localName === 'noBreakHyphen') return '-'
          return localName === 't' ? textContent : ''
        })
        .join(''),
    )
    .filter((text) => text.trim() !== '')
}
