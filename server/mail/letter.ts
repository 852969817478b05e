// A letter is data, rendered twice: as plain text and as simple HTML with the same words (like papers, ADR 0012).

export type LetterPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly address: string; readonly hint: string }
  | { readonly kind: 'picture'; readonly contentId: string; readonly description: string; readonly hint: string }
  | { readonly kind: 'signature'; readonly text: string }

export function asText(parts: readonly LetterPart[]): string {
  return `${parts.flatMap((part) => textOf(part) ?? []).join('\n\n')}\n`
}

function textOf(part: LetterPart): string | null {
  switch (part.kind) {
    case 'paragraph':
    case 'signature':
      return part.text
    case 'facts':
      return part.facts.map(([label, value]) => `${label}: ${value}`).join('\n')
    case 'list':
      return [`${part.title}:`, ...part.items.map((item, index) => `${index + 1}. ${item}`)].join('\n')
    case 'link':
      return [`${part.label}:`, part.address, part.hint].join('\n')
    case 'picture':
      return null
  }
}

export function asHtml(parts: readonly LetterPart[]): string {
  const body = parts.map(htmlOf).join('\n')
  return (
    '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"></head>' +
    '<body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #1a1a1a; max-width: 40em">\n' +
    `${body}\n</body></html>\n`
  )
}

function htmlOf(part: LetterPart): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${escaped(part.text)}</p>`
    case 'signature':
      return `<p><strong>${escaped(part.text)}</strong></p>`
    case 'facts':
      return `<p>${part.facts.map(([label, value]) => `${escaped(label)}: <strong>${escaped(value)}</strong>`).join('<br>')}</p>`
    case 'list': {
      const items = part.items.map((item) => `<li>${escaped(item)}</li>`).join('')
      return `<p>${escaped(part.title)}:</p><ol>${items}</ol>`
    }
    case 'link': {
      const address = escaped(part.address)
      const button =
        'display: inline-block; padding: 12px 20px; background: #123a7a; color: #ffffff; border-radius: 6px'
      return (
        `<p><a href="${address}" style="${button}">${escaped(part.label)}</a></p>` +
        `<p style="font-size: 13px; word-break: break-all">${address}</p><p>${escaped(part.hint)}</p>`
      )
    }
    case 'picture':
      return (
        `<p><img src="cid:${escaped(part.contentId)}" alt="${escaped(part.description)}" width="260" height="260"><br>` +
        `${escaped(part.hint)}</p>`
      )
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
