// Reading papers back, as a test of what is in them.
import { DOMParser } from '@xmldom/xmldom'
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

/** The paragraphs of a Word file as its XML has them, tables and columns cell by cell. */
export function wordParagraphs(docx: Uint8Array): string[] {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  const body = new DOMParser().parseFromString(xml, 'application/xml')
  return [...body.getElementsByTagNameNS('*', 'p')]
    .map((paragraph) => [...paragraph.getElementsByTagNameNS('*', 't')].map(({ textContent }) => textContent).join(''))
    .filter((text) => text.trim() !== '')
}
