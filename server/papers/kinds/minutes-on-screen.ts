// The minutes for the screen of the secretary, and the digest of their text, which is what is signed.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import type { MinutesText } from '../../../shared/wire/hearing/minutes-text.ts'
import type { Block, ColumnBlock } from '../model/paper.ts'
import { minutesBody } from './minutes-paper.ts'
import { clauseText, momentOf, personAndTitle, sectionHeading } from './wording.ts'

export function minutesOnScreen(document: MinutesDocument): MinutesText {
  return {
    commits: document.journal.commits,
    sha256: textDigest(minutesBody(document)),
    sections: document.sections.map((section) => ({
      heading: sectionHeading(section, document),
      reporter: section.item?.reporter ? personAndTitle(section.item.reporter) : null,
      lines: section.lines.map(({ source, line, amendment }) => ({
        source,
        at: line.at,
        moment: momentOf(line, document),
        clause: clauseText(line, document),
        amendment: amendment && { text: amendment.text },
      })),
    })),
  }
}

/** SHA-256 over the RFC 8785 form of the printed paragraphs, hex: the words, however a release sets them. */
function textDigest(blocks: readonly Block[]): string {
  return createHash('sha256')
    .update(canonicalize(blocks.flatMap(wordsOf)) ?? '')
    .digest('hex')
}

function wordsOf(block: Block | ColumnBlock): string[] {
  switch (block.kind) {
    case 'line':
      return [`${block.lead}${block.text}`]
    case 'columns':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.flatMap(wordsOf)))
    case 'table':
      return [block.titles, ...block.rows.flat()].flatMap((cell) => cell.flatMap(wordsOf))
    case 'rule':
    case 'gap':
    case 'picture':
      return []
  }
}
