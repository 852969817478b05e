// Keyed marks (HMAC) by which a person is recognised and found by name without anybody being readable: of contact,
// papers, name with address, and of the words of the name with and without diacritics. What equal marks reveal: ADR
// 0049. Pure except for the key.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { fold, wordsOf } from '../../../shared/search/words.ts'
import { type Citizen, IdentityPaper, Phone, type SameBy } from '../../../shared/wire/identity/citizens.ts'

export type MarkKind = 'phone' | 'email' | 'paper' | 'nameAndAddress' | 'wholeName' | 'nameWord' | 'writtenWord'
export type MarkOf = (kind: MarkKind, value: string) => string

export const marksWith =
  (key: Uint8Array): MarkOf =>
  (kind, value) =>
    createHmac('sha256', key).update(`${kind} ${value}`).digest('base64url')

/** A mark by which two entries are of the same person, perhaps. */
export interface SameMark {
  readonly by: Exclude<SameBy, 'record'>
  readonly mark: string
}

const plain = (text: string) =>
  wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ')

export function sameMarks(markOf: MarkOf, { name, address, phone, email, identity }: Partial<Citizen>): SameMark[] {
  const [called, livesAt] = [plain(name ?? ''), plain(address ?? '')]
  const values: Record<SameMark['by'], string | null> = {
    paper: identity?.number ?? null,
    phone: phone ?? null,
    email: email?.toLowerCase() ?? null,
    nameAndAddress: called === '' || livesAt === '' ? null : `${called}, ${livesAt}`,
  }
  return (Object.keys(values) as SameMark['by'][]).flatMap((by) => {
    const value = values[by]
    return value === null ? [] : [{ by, mark: markOf(by, value) }]
  })
}

/** What somebody typed: an e-mail address, a telephone number or the number of a paper; none: it is nothing of the kind. */
export function typedMarks(markOf: MarkOf, typed: string): SameMark[] {
  const email = z.email().safeParse(typed.trim().toLowerCase())
  if (email.success) return [{ by: 'email', mark: markOf('email', email.data) }]
  const phone = Phone.safeParse(typed.trim())
  const numbers = (['citizenCard', 'oldIdentityCard', 'passport'] as const).flatMap((kind) => {
    const paper = IdentityPaper.safeParse({ kind, number: typed.trim(), issuedOn: null, issuedBy: null })
    return paper.success ? [paper.data.number] : []
  })
  return [
    ...(phone.success ? [{ by: 'phone', mark: markOf('phone', phone.data) } as const] : []),
    ...[...new Set(numbers)].map((number) => ({ by: 'paper', mark: markOf('paper', number) }) as const),
  ]
}

/** 72 bits tell the words of all names apart; an index holds many of them. */
const nameMarkLength = 12

/** What is asked of a name: each word, as written where that differs; and the whole of it. */
export interface AskedName {
  readonly whole: string
  readonly words: readonly { readonly folded: string; readonly written: string | null }[]
}

/** null: no word in it. */
export function askedName(markOf: MarkOf, name: string): AskedName | null {
  const short = (kind: MarkKind, value: string) => markOf(kind, value).slice(0, nameMarkLength)
  const words = wordsOf(name)
  if (words.length === 0) return null
  return {
    whole: short('wholeName', plain(name)),
    words: words.map(({ exact, folded }) => ({
      folded: short('nameWord', folded),
      written: exact === fold(exact) ? null : short('writtenWord', exact),
    })),
  }
}

/** Each mark of a name by which it may be found. */
export function nameMarks(markOf: MarkOf, name: string): string[] {
  const asked = askedName(markOf, name)
  if (!asked) return []
  const words = asked.words.flatMap(({ folded, written }) => (written === null ? [folded] : [folded, written]))
  return [...new Set([asked.whole, ...words])]
}

/** Whether a name with these marks has every word that is asked for. */
export const isCalled = (marks: readonly string[], { words }: AskedName): boolean =>
  words.every(({ folded }) => marks.includes(folded))
