// The words of a page for those who hear instead of see: what the document says, without what is laid over it. Pure.

/** As pdf.js gives them. */
type Item = { readonly str: string; readonly hasEOL: boolean } | { readonly type: string; readonly tag?: string }

/** Marked content lies in marked content; an artifact (a mark, a page number) says nothing, nor does what lies in it. */
export function wordsOf(items: readonly Item[]): string {
  const within: boolean[] = []
  const words: string[] = []
  for (const item of items) {
    if ('str' in item) {
      if (!within.includes(true)) words.push(`${item.str}${item.hasEOL ? ' ' : ''}`)
    } else if (item.type === 'endMarkedContent') within.pop()
    else within.push(item.tag === 'Artifact')
  }
  return words.join('')
}
