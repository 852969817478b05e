// How words become lines of captions. Pure.
import { longestCaption } from './captions.ts'

/** One line, without what a line may not hold: what is pasted, or recognised, may be several. */
export const asOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')

/** What is too long for a line is cut between two words: the first part is finished, the rest goes on. */
export function cutWhereFull(text: string): { finished: string | null; rest: string } {
  if (text.length <= longestCaption) return { finished: null, rest: text }
  const space = text.lastIndexOf(' ', longestCaption)
  const at = space > 0 ? space : longestCaption
  return { finished: text.slice(0, at), rest: text.slice(at).trimStart() }
}

/** What an engine heard, as lines: models that know no small letters are read like shouting. None for nothing. */
export function linesOf(heard: string): string[] {
  const words = asOneLine(heard).trim()
  let rest = words === words.toLocaleUpperCase('vi') ? asSentence(words) : words
  const lines: string[] = []
  for (;;) {
    const { finished, rest: left } = cutWhereFull(rest)
    if (finished === null) return rest === '' ? lines : [...lines, rest]
    lines.push(finished)
    rest = left
  }
}

const asSentence = (words: string) => words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1).toLocaleLowerCase('vi')
