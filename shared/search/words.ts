// Splits Vietnamese text into syllables with and without diacritics. Used for the index, the query and the
// highlighting, so that they agree. Pure.

/** “Nguyễn Đức” becomes “nguyen duc”. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}

export interface Word {
  /** As written, in small letters, composed (NFC). */
  readonly exact: string
  /** Without diacritics: by this it is found. */
  readonly folded: string
  /** Where it stands in the text, in UTF-16 units. */
  readonly from: number
  readonly to: number
}

/** What is longer is no word, but something that leans on the keyboard: found by its beginning. */
const longest = 40

/** Letters and digits that stand together, marks that were typed apart included: “45/QĐ-UBND” is three words. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{Letter}\p{Number}][\p{Letter}\p{Number}\p{Mark}]*/gu)].map((match) => {
    const [written] = match
    return {
      exact: written.normalize('NFC').toLowerCase().slice(0, longest),
      folded: fold(written).slice(0, longest),
      from: match.index,
      to: match.index + written.length,
    }
  })
}

export interface Asked {
  /** All of them are to be there, each once. */
  readonly words: readonly Pick<Word, 'exact' | 'folded'>[]
  /** The last word, folded, while it is still being typed: what begins like it is meant, too. */
  readonly beginning: string | null
}

/** More words than these find nothing that fewer do not. */
const mostWords = 16

export function askedOf(typed: string): Asked {
  const all = wordsOf(typed)
  const words = all.filter(({ exact }, index) => all.findIndex((one) => one.exact === exact) === index)
  const last = all.at(-1)
  // One letter begins half of all words.
  const isBegun = last !== undefined && last.to === typed.length && last.folded.length > 1
  return { words: words.slice(0, mostWords), beginning: isBegun ? last.folded : null }
}

/** Whether all that was asked for stands in the text. */
export function holds(text: string, { words, beginning }: Asked): boolean {
  const there = wordsOf(text).map(({ folded }) => folded)
  return words.every(
    ({ folded }) => there.includes(folded) || (folded === beginning && there.some((one) => one.startsWith(folded))),
  )
}

export interface Passage {
  readonly text: string
  readonly isFound: boolean
}

/** The text in pieces, those apart that were asked for. */
export function marked(text: string, { words, beginning }: Asked): Passage[] {
  const isFound = ({ folded }: Word) =>
    words.some((one) => one.folded === folded) || (beginning !== null && folded.startsWith(beginning))
  const passages: Passage[] = []
  let end = 0
  for (const word of wordsOf(text).filter(isFound)) {
    if (word.from > end) passages.push({ text: text.slice(end, word.from), isFound: false })
    passages.push({ text: text.slice(word.from, word.to), isFound: true })
    end = word.to
  }
  if (end < text.length) passages.push({ text: text.slice(end), isFound: false })
  return passages
}

const excerptLength = 180

/** The part of a long text in which most of what was asked for stands together; null: none of it is there. */
export function excerptOf(text: string, asked: Asked): string | null {
  const hits: { from: number; folded: string }[] = []
  let position = 0
  for (const passage of marked(text, asked)) {
    if (passage.isFound) hits.push({ from: position, folded: fold(passage.text) })
    position += passage.text.length
  }
  let best: { from: number; different: number } | null = null
  for (const [index, { from }] of hits.entries()) {
    const different = new Set<string>()
    for (let near = index; (hits[near]?.from ?? Number.POSITIVE_INFINITY) < from + excerptLength; near++)
      different.add(hits[near]?.folded ?? '')
    if (best === null || different.size > best.different) best = { from, different: different.size }
  }
  if (best === null) return null
  const from = wordStart(text, Math.max(0, best.from - 40))
  const to = wordEnd(text, from + excerptLength)
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`
}

function wordStart(text: string, from: number): number {
  if (from === 0) return 0
  const space = text.slice(from).search(/\s/)
  return space < 0 ? from : from + space + 1
}

function wordEnd(text: string, to: number): number {
  if (to >= text.length) return text.length
  const space = text.lastIndexOf(' ', to)
  return space > to - 40 ? space : to
}
