// Searches an office file for the secrecy marking of a state secret: in its text, headers and footers, on slides, in cells. The
// parts are read paragraph by paragraph while they are unpacked.
import { pipeline } from 'node:stream/promises'
import { WritableStream as XmlReader } from 'htmlparser2/WritableStream'
import { type Entry, openPromise } from 'yauzl'
import { isAbove, type SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import { secrecyMarkingIn } from '../../../../shared/secrecy/secrecy-markings.ts'

/** ECMA-376: WordprocessingML, PresentationML, SpreadsheetML. */
const withText =
  /^(?:word\/(?:document|header|footer|footnotes|endnotes)|ppt\/(?:slides|notesSlides|slideMasters|slideLayouts)\/|xl\/(?:sharedStrings|worksheets\/|drawings\/)).*\.xml$/u
const endsLine = new Set(['w:p', 'w:br', 'w:tab', 'w:cr', 'a:p', 'a:br', 'si', 'is', 'v'])
const headersOfSheets = /^(?:odd|even|first)(?:Header|Footer)$/u
const hasText = new Set(['w:t', 'a:t', 't'])
/** In a header of a sheet: &L, &C and &R begin its parts, &"font", &14 and &B are how it looks. */
const sheetCodes = /&(?:"[^"]*"|[LCR]|\d+|[A-Z])/gu
/** No line of a paper is longer. */
const longestLine = 2000

/** Called with a file that check-zip.ts has let through. */
export async function officeMarking(path: string): Promise<SecrecyLevel | null> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  try {
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) if (withText.test(entry.fileName)) entries.push(entry)
    let highest: SecrecyLevel | null = null
    for (const entry of entries) {
      const found = lines((line) => {
        const level = secrecyMarkingIn(line)
        if (level && (highest === null || isAbove(level, highest))) highest = level
      })
      await pipeline(await zip.openReadStreamPromise(entry), found)
    }
    return highest
  } finally {
    zip.close()
  }
}

function lines(each: (line: string) => void): XmlReader {
  let line = ''
  let element = ''
  const end = () => {
    if (line.trim() !== '') each(line)
    line = ''
  }
  return new XmlReader(
    {
      onopentag(name) {
        element = name
      },
      ontext(text) {
        if (headersOfSheets.test(element)) line += text.replaceAll(sheetCodes, '\n')
        else if (hasText.has(element)) line += text
        if (line.length > longestLine) end()
      },
      onclosetag(name) {
        element = ''
        if (endsLine.has(name) || headersOfSheets.test(name)) end()
      },
      onend: end,
    },
    { xmlMode: true },
  )
}
