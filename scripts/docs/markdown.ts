// Renders values as Markdown: cells, tables, code.

export const code = (text: string): string => `\`${text}\``
export const codes = (texts: readonly string[]): string => texts.map(code).join(', ')

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Parts of a page, each a paragraph, a table or a heading, apart by an empty line. */
export const page = (...parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n\n')}\n`
