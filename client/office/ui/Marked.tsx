// A text with the words marked that were looked for.
import { type Asked, marked } from '../../../shared/search/words.ts'

export function Marked({ text, asked }: { text: string; asked: Asked | null }) {
  if (asked === null) return text
  return marked(text, asked).map((passage, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which keep their order
    passage.isFound ? <mark key={index}>{passage.text}</mark> : passage.text,
  )
}
