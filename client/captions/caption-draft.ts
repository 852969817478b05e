// What becomes of the words in a captioner’s box. Pure.
import { longestCaption } from '../../shared/wire/captions.ts'

/** What is too long for a line is cut between two words: the first part is finished, the typist goes on with the rest. */
export function cutWhereFull(text: string): { finished: string | null; rest: string } {
  if (text.length <= longestCaption) return { finished: null, rest: text }
  const space = text.lastIndexOf(' ', longestCaption)
  const at = space > 0 ? space : longestCaption
  return { finished: text.slice(0, at), rest: text.slice(at).trimStart() }
}

/** One line, without what a line may not hold: what is pasted may be several. */
export const asOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')

/** The next in the list, around its ends. */
export function neighbour<T>(all: readonly T[], current: T, step: 1 | -1): T {
  const at = all.indexOf(current)
  return all.at((at + step) % all.length) ?? current
}

/** A line that may be sent again later; any other refusal is one the captioner must see. */
export const isPassing = (code: string): boolean =>
  ['unavailable', 'unconfirmed', 'rate-limited', 'internal', 'forbidden'].includes(code)
