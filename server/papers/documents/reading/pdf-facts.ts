// Reads with pdf.js how many pages a PDF has, as the viewer in the browser will see them, and whether it has the marking
// of a state secret.
import { readFile } from 'node:fs/promises'
import { getDocument, PasswordException, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isAbove, type SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import { secrecyMarkingIn } from '../../../../shared/secrecy/secrecy-markings.ts'
import { IntakeError } from '../intake-error.ts'

/** In a file of thousands of pages the later ones are not searched, because the person who uploads it waits. */
const readingMs = 8000
/** What stands further apart on one line, in heights of its letters, is another thing: a stamp beside the name of the agency. */
const widestGap = 1.5

/** Throws IntakeError. */
export async function pdfFacts(path: string): Promise<{ pages: number; marking: SecrecyLevel | null }> {
  try {
    const data = new Uint8Array(await readFile(path))
    const document = await getDocument({ data, verbosity: 0, useWorkerFetch: false }).promise
    // A file that is cut off may still tell how many pages it had.
    const first = await document.getPage(1)
    const endsAt = Date.now() + readingMs
    let marking = secrecyMarkingIn(await textOf(first))
    for (let number = 2; number <= document.numPages && Date.now() < endsAt; number++) {
      const found = secrecyMarkingIn(await textOf(await document.getPage(number)))
      if (found && (marking === null || isAbove(found, marking))) marking = found
    }
    return { pages: document.numPages, marking }
  } catch (cause) {
    throw new IntakeError(cause instanceof PasswordException ? 'encrypted' : 'broken', { cause })
  }
}

/** Line by line, what stands far apart on lines of its own. */
async function textOf(page: PDFPageProxy): Promise<string> {
  const lines: string[] = []
  let line = { text: '', y: Number.NaN, end: Number.NaN }
  for (const item of (await page.getTextContent()).items) {
    if (!('str' in item) || item.str === '') continue
    // A space has no height of its own, and may be wide.
    if (item.str.trim() === '') {
      line.text += ' '
      continue
    }
    const [, , , , x = 0, y = 0] = item.transform as number[]
    const isSameLine = Math.abs(y - line.y) < item.height / 2 && x - line.end < item.height * widestGap
    if (!isSameLine) {
      lines.push(line.text)
      line = { text: '', y, end: x }
    }
    line = { text: line.text + item.str, y, end: x + item.width }
  }
  return [...lines, line.text].join('\n')
}
