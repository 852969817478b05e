// Search as Vietnamese people type it in a hurry: without diacritics, in any case, any words of the name.
import { fold } from '../../../shared/search/words.ts'

/** Every word that was typed begins some word of the text. */
export function matchesSearch(text: string, query: string): boolean {
  if (query.trim() === '') return true
  const words = fold(text).split(/\s+/)
  return fold(query)
    .split(/\s+/)
    .every((typed) => words.some((word) => word.startsWith(typed)))
}

const collator = new Intl.Collator('vi')

/** Vietnamese lists go by the given name, which stands last; then by the whole name. */
export function compareNames(one: string, other: string): number {
  return collator.compare(givenName(one), givenName(other)) || collator.compare(one, other)
}

const givenName = (name: string) => name.trim().split(/\s+/).at(-1) ?? ''
