// Goes through the index of cases and ranks what it finds: by the words that are looked for, or by those a petition has in
// common with others. Called by case-search.ts.

import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import type { Weight } from '../../../shared/search/similarity.ts'
import { type Asked, wordsOf } from '../../../shared/search/words.ts'
import type { AskedName } from '../../identity/citizens/blind-indexes.ts'
import { createBest } from '../../platform/search/best.ts'
import { anyOf, everyOf, isIn, placesIn, weigh } from '../../platform/search/bits.ts'
import { blockSize, type TermIndex } from '../../platform/search/term-index.ts'
import { asWritten, facet, inSubject, type Petition, visibleTo } from './case-terms.ts'
import type { TermVeil } from './term-veil.ts'

interface Searched {
  readonly terms: TermIndex
  /** How many cases have a number in it. */
  readonly count: number
  readonly veil: TermVeil
}

interface WantedWord {
  /** It has one of these. */
  readonly folded: readonly string[]
  /** What it is ranked by: as it was typed, and in the subject. */
  readonly written: readonly string[]
  readonly subject: readonly string[]
  readonly weight: number
}

const longestBeginning = 128
const likeWords = 24
/** As typed it counts so much more than anywhere in the subject. */
const writtenWeighs = 8

/** As asked it counts so much more than the same words in another order, or of several people. */
const wholeNameWeighs = 8

async function weights({ terms, count, veil }: Searched, words: readonly string[]) {
  const [plain, secret] = await Promise.all([terms.frequencies(words), terms.frequencies(words.map(veil.veiled))])
  return new Map(
    words.map((word, at) => {
      const frequency = (plain[at] ?? 0) + (secret[at] ?? 0)
      return [word, { count: frequency, weight: Math.log(1 + count / Math.max(1, frequency)) }]
    }),
  )
}

async function wantedWords(searched: Searched, { words, beginning }: Asked): Promise<WantedWord[]> {
  const { terms, veil } = searched
  const begun = beginning === null ? [] : await terms.startingWith(beginning, longestBeginning)
  const told = await weights(
    searched,
    words.map(({ folded }) => folded),
  )
  return words.map(({ exact, folded }) => ({
    folded: [...new Set([folded, veil.veiled(folded), ...(folded === beginning ? begun : [])])],
    written: exact === folded ? [] : veil.eitherWay(asWritten(exact)),
    subject: veil.eitherWay(inSubject(folded)),
    weight: told.get(folded)?.weight ?? 0,
  }))
}

/** By which one name is a better answer than another that has its words, too. */
const preferredNames = (name: AskedName | null): Map<string, number> =>
  new Map([
    ...(name ? [[facet.name(name.whole), wholeNameWeighs] as const] : []),
    ...(name?.words ?? []).flatMap(({ written }) => (written === null ? [] : [[facet.name(written), 1] as const])),
  ])

/** Those that have one term of each group, and all words, the best `mostKept` of them first. Throws Unavailable. */
export async function bestFound(
  searched: Searched,
  { asked, name, chosen }: { asked: Asked; name: AskedName | null; chosen: readonly (readonly string[])[] },
  by: StaffReader,
  mostKept: number,
): Promise<{ documents: readonly number[]; total: number }> {
  const wanted = await wantedWords(searched, asked)
  const preferred = preferredNames(name)
  const groups = [
    visibleTo(by),
    ...chosen,
    ...(name?.words ?? []).map(({ folded }) => [facet.name(folded)]),
    ...wanted.map(({ folded }) => folded),
  ]
  const terms = new Set([
    ...groups.flat(),
    ...wanted.flatMap(({ written, subject }) => [...subject, ...written]),
    ...preferred.keys(),
  ])
  const best = createBest(mostKept)
  let total = 0
  for await (const { first, of } of searched.terms.blocks(searched.count - 1, [...terms])) {
    const [visible = anyOf([]), ...others] = groups.map((group) =>
      group.length === 1 ? of(group[0] ?? '') : anyOf(group.map(of)),
    )
    const places = placesIn(everyOf(visible, others))
    if (places.length === 0) continue
    total += places.length
    const scored = wanted.map(({ written, subject, weight }) => ({
      written: anyOf(written.map(of)),
      subject: anyOf(subject.map(of)),
      weight,
    }))
    const named = [...preferred].map(([term, weight]) => [of(term), weight] as const)
    for (const place of places) {
      let score = 0
      for (const { written, subject, weight } of scored) {
        if (isIn(written, place)) score += weight * writtenWeighs
        if (isIn(subject, place)) score += weight
      }
      for (const [bits, weight] of named) if (isIn(bits, place)) score += weight
      best.offer(first + place, score)
    }
  }
  return { documents: best.documents, total }
}

/** Those with which it has its rarest words in common; and how much a word tells. Throws Unavailable. */
export async function mostAlike(
  searched: Searched,
  { subject, content }: Petition,
  by: StaffReader,
  limit: number,
): Promise<{ documents: readonly number[]; weight: Weight }> {
  const { eitherWay } = searched.veil
  const words = [...new Set(wordsOf(`${subject}\n${content}`).map(({ folded }) => folded))]
  const told = await weights(searched, words)
  const weight: Weight = (folded) => told.get(folded)?.weight ?? 0
  const telling = words
    .filter((word) => (told.get(word)?.count ?? 0) > 0)
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, likeWords)
  if (telling.length === 0) return { documents: [], weight }
  const best = createBest(limit)
  const terms = [...visibleTo(by), ...telling.flatMap(eitherWay)]
  for await (const { first, of } of searched.terms.blocks(searched.count - 1, terms)) {
    const visible = anyOf(visibleTo(by).map(of))
    const scores = new Float64Array(blockSize)
    for (const word of telling) weigh(scores, anyOf(eitherWay(word).map(of)), weight(word))
    // The newest first: of equal ones it stays.
    for (let place = blockSize - 1; place >= 0; place--) {
      const score = scores[place] ?? 0
      if (score > best.least && isIn(visible, place)) best.offer(first + place, score)
    }
  }
  return { documents: best.documents, weight }
}
