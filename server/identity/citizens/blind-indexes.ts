// Blind indexes (HMAC under a key) by which a person is recognised and found by name without being readable: of contact,
// papers, name with address, and of the words of the name with and without diacritics. What equal ones tell: ADR
// 0049. Pure except for the key.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { fold, wordsOf } from '../../../shared/search/words.ts'
import { type Citizen, IdentityPaper, Phone, type SameBy } from '../../../shared/wire/identity/citizens.ts'

export type BlindIndexKind = 'phone' | 'email' | 'paper' | 'nameAndAddress' | 'wholeName' | 'nameWord' | 'writtenWord'
export type BlindIndexOf = (kind: BlindIndexKind, value: string) => string

export const blindIndexesWith =
  (key: Uint8Array): BlindIndexOf =>
  (kind, value) =>
    createHmac('sha256', key).update(`${kind} ${value}`).digest('base64url')

/** A blind index by which two entries are of the same person, perhaps. */
export interface SameIndex {
  readonly by: Exclude<SameBy, 'record'>
  readonly mark: string
}

const plain = (text: string) =>
  wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ')

export function sameIndexes(
  blindIndexOf: BlindIndexOf,
  { name, address, phone, email, identity }: Partial<Citizen>,
): SameIndex[] {
  const [called, livesAt] = [plain(name ?? ''), plain(address ?? '')]
  const values: Record<SameIndex['by'], string | null> = {
    paper: identity?.number ?? null,
    phone: phone ?? null,
    email: email?.toLowerCase() ?? null,
    nameAndAddress: called === '' || livesAt === '' ? null : `${called}, ${livesAt}`,
  }
  return (Object.keys(values) as SameIndex['by'][]).flatMap((by) => {
    const value = values[by]
    return value === null ? [] : [{ by, mark: blindIndexOf(by, value) }]
  })
}

/** What somebody typed: an e-mail address, a telephone number or the number of a paper; none: it is nothing of the kind. */
export function typedIndexes(blindIndexOf: BlindIndexOf, typed: string): SameIndex[] {
  const email = z.email().safeParse(typed.trim().toLowerCase())
  if (email.success) return [{ by: 'email', mark: blindIndexOf('email', email.data) }]
  const phone = Phone.safeParse(typed.trim())
  const numbers = (['citizenCard', 'oldIdentityCard', 'passport'] as const).flatMap((kind) => {
    const paper = IdentityPaper.safeParse({ kind, number: typed.trim(), issuedOn: null, issuedBy: null })
    return paper.success ? [paper.data.number] : []
  })
  return [
    ...(phone.success ? [{ by: 'phone', mark: blindIndexOf('phone', phone.data) } as const] : []),
    ...[...new Set(numbers)].map((number) => ({ by: 'paper', mark: blindIndexOf('paper', number) }) as const),
  ]
}

/** 72 bits tell the words of all names apart; an index holds many of them. */
const nameIndexLength = 12

/** What is asked of a name: each word, as written where that differs; and the whole of it. */
export interface AskedName {
  readonly whole: string
  readonly words: readonly { readonly folded: string; readonly written: string | null }[]
}

/** null: no word in it. */
export function askedName(blindIndexOf: BlindIndexOf, name: string): AskedName | null {
  const short = (kind: BlindIndexKind, value: string) => blindIndexOf(kind, value).slice(0, nameIndexLength)
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

/** Each blind index of a name by which it may be found. */
export function nameIndexes(blindIndexOf: BlindIndexOf, name: string): string[] {
  const asked = askedName(blindIndexOf, name)
  if (!asked) return []
  const words = asked.words.flatMap(({ folded, written }) => (written === null ? [folded] : [folded, written]))
  return [...new Set([asked.whole, ...words])]
}

/** Whether a name with these blind indexes has every word that is asked for. */
export const isCalled = (indexes: readonly string[], { words }: AskedName): boolean =>
  words.every(({ folded }) => indexes.includes(folded))
