// Full-text search of cases: each case has a number in the index of terms, is found with or without diacritics by those
// who may read it, and is ranked. The index is a view of the journals: when its format changes it is rebuilt while the
// server works. Called by cases.ts and HTTP.
import { createHmac, hkdfSync } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { CaseState } from '../../../shared/cases/index.ts'
import { isProtected } from '../../../shared/cases/readers.ts'
import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import type { Weight } from '../../../shared/search/similarity.ts'
import { type Asked, wordsOf } from '../../../shared/search/words.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { AskedName } from '../../identity/citizens/person-marks.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { createMailbox, type Mailbox } from '../../platform/mailbox.ts'
import { createBest } from '../../platform/search/best.ts'
import { anyOf, everyOf, isIn, placesIn, weigh } from '../../platform/search/bits.ts'
import { blockSize, createTermIndex, type TermIndex } from '../../platform/search/term-index.ts'
import type { CaseQuery } from './case-lists.ts'
import {
  asWritten,
  changesTerms,
  daysBetween,
  facet,
  facetsOf,
  inSubject,
  type Petition,
  petitionsIn,
  termsOf,
  visibleTo,
} from './case-terms.ts'

/** The version of the index format: when it changes, the index in Redis is rebuilt. */
const version = 5
const markKey = '{cases}:search'
const prefixOf = (name: string) => `${markKey}:${name}`

const Mark = z.object({ version: z.int(), name: z.string(), isWhole: z.boolean() })
type Mark = z.infer<typeof Mark>
const Kept = z.object({ document: z.int(), seq: z.int(), facets: z.array(z.string()) })
type Kept = z.infer<typeof Kept>

type Receipt = NonNullable<CaseState['intake']['receipt']>
export interface Chosen extends Pick<CaseQuery, 'status' | 'kind' | 'unit' | 'officerId' | 'from' | 'to'> {
  /** Whoever brought it has all the words of this name; nothing protected is found by it. */
  readonly name?: AskedName | null
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface CaseSearch {
  /**
   * As it is after its last commit; the journal is read when more is needed than that. An older state never replaces a newer; the
   * same again takes over how its people are called now.
   */
  put(state: CaseState, last: Pick<Commit, 'seq' | 'events'>, journal: () => Promise<readonly Commit[]>): Promise<void>
  /** Those with all the words, the best first: as typed before without diacritics, in the subject before in the text, then the newest. */
  find(
    asked: Asked,
    chosen: Chosen,
    by: StaffReader,
    page: { skip: number; limit: number },
  ): Promise<{ caseIds: string[]; total: number }>
  /** Those with which it has its rarest words in common, the most alike first; and how much a word tells. */
  alike(petition: Petition, by: StaffReader, limit: number): Promise<{ caseIds: string[]; weight: Weight }>
  /** false: it is being filled, and does not find all yet. */
  isWhole(): Promise<boolean>
  /** Every case has been put. */
  filled(): Promise<void>
}

const longestBeginning = 128
const likeWords = 24
/** As typed it counts so much more than anywhere in the subject. */
const writtenWeighs = 8

/** As asked it counts so much more than the same words in another order, or of several people. */
const wholeNameWeighs = 8

const chosenBy = ({ status, kind, unit, officerId, from, to }: Omit<Chosen, 'name'>): string[][] => [
  ...(status === undefined ? [] : [[facet.status(status)]]),
  ...(kind === undefined ? [] : [[facet.kind(kind)]]),
  ...(unit === undefined ? [] : [[facet.unit(unit)]]),
  ...(officerId === undefined ? [] : [[facet.officer(officerId)]]),
  ...(from === undefined && to === undefined ? [] : [daysBetween(from, to)]),
]

/** By which one name is a better answer than another that has its words, too. */
const preferredNames = (name: AskedName | null): Map<string, number> =>
  new Map([
    ...(name ? [[facet.name(name.whole), wholeNameWeighs] as const] : []),
    ...(name?.words ?? []).flatMap(({ written }) => (written === null ? [] : [[facet.name(written), 1] as const])),
  ])

/** What stands in the index for a term of a denunciation: whoever has no key cannot tell the word (ADR 0047). */
function createVeil(masterKey: Uint8Array): (term: string) => string {
  const key = Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'diemcau search of cases', 32))
  return (term) => `#${createHmac('sha256', key).update(term).digest('base64url').slice(0, 22)}`
}

interface CaseSearchOptions {
  readonly redis: Redis
  readonly people: Pick<Citizens, 'namesOf'>
  /** Of the installation; the words of denunciations are veiled by it. */
  readonly key: Uint8Array
  readonly newId: () => string
}

export function createCaseSearch({ redis, people, key, newId }: CaseSearchOptions): CaseSearch {
  const veiled = createVeil(key)
  /** In the words of all, and in those of denunciations. */
  const eitherWay = (term: string): string[] => [term, veiled(term)]
  const mailboxes = new Map<string, Mailbox>()
  let opened: Promise<{ mark: Mark; index: TermIndex; prefix: string }> | null = null

  async function open() {
    const kept = await reachingRedis(() => redis.get(markKey))
    const known = kept === null ? null : Mark.parse(JSON.parse(kept))
    const mark = known?.version === version ? known : { version, name: newId(), isWhole: false }
    if (mark !== known) {
      await reachingRedis(() => redis.set(markKey, JSON.stringify(mark)))
      if (known) await forget(prefixOf(known.name))
    }
    const prefix = prefixOf(mark.name)
    return { mark, prefix, index: createTermIndex(redis, prefix) }
  }
  /** One after the other of one case; cases beside each other. */
  function inTurn(caseId: string, job: () => Promise<void>): Promise<void> {
    const mailbox = mailboxes.get(caseId) ?? createMailbox()
    mailboxes.set(caseId, mailbox)
    return mailbox.post(job).finally(() => {
      if (mailbox.isEmpty) mailboxes.delete(caseId)
    })
  }

  const opening = () => {
    opened ??= open()
    opened.catch(() => {
      opened = null
    })
    return opened
  }

  async function forget(prefix: string): Promise<void> {
    await createTermIndex(redis, prefix).forget((await countOf(prefix)) - 1)
    for (const key of ['documents', 'ids', 'count']) await reachingRedis(() => redis.unlink(`${prefix}:${key}`))
  }

  const countOf = async (prefix: string) => Number((await reachingRedis(() => redis.get(`${prefix}:count`))) ?? 0)

  async function keptOf(prefix: string, caseId: string): Promise<Kept | null> {
    const kept = await reachingRedis(() => redis.hget(`${prefix}:documents`, caseId))
    return kept === null ? null : Kept.parse(JSON.parse(kept))
  }
  const keep = (prefix: string, caseId: string, kept: Kept) =>
    reachingRedis(() => redis.hset(`${prefix}:documents`, caseId, JSON.stringify(kept)))

  const numbered = async (prefix: string): Promise<Kept> => {
    const document = (await reachingRedis(() => redis.incr(`${prefix}:count`))) - 1
    return { document, seq: 0, facets: [] }
  }

  const caseIdsOf = async (prefix: string, documents: readonly number[]): Promise<string[]> => {
    if (documents.length === 0) return []
    const ids = await reachingRedis(() => redis.hmget(`${prefix}:ids`, ...documents.map(String)))
    return ids.filter((id) => id !== null)
  }

  const weights = async (index: TermIndex, count: number, words: readonly string[]) => {
    const [plain, secret] = await Promise.all([index.frequencies(words), index.frequencies(words.map(veiled))])
    return new Map(
      words.map((word, at) => {
        const frequency = (plain[at] ?? 0) + (secret[at] ?? 0)
        return [word, { count: frequency, weight: Math.log(1 + count / Math.max(1, frequency)) }]
      }),
    )
  }

  /** Of what is protected none: by its name nobody finds it. */
  async function namesOf(state: CaseState): Promise<string[]> {
    const ids = state.intake.receipt?.petitionerIds ?? []
    if (ids.length === 0 || isProtected(state)) return []
    return [...new Set((await people.namesOf(ids)).flat())].map(facet.name)
  }

  async function put(
    receipt: Receipt,
    isSecret: boolean,
    facets: readonly string[],
    last: Pick<Commit, 'seq' | 'events'>,
    journal: () => Promise<readonly Commit[]>,
  ): Promise<void> {
    const { caseId } = receipt
    const { index, prefix } = await opening()
    const kept = await keptOf(prefix, caseId)
    const { document, seq, facets: known } = kept ?? (await numbered(prefix))
    if (seq > last.seq) return
    const isReworded = seq !== last.seq && (seq !== last.seq - 1 || changesTerms(last))
    const plain = isReworded ? termsOf(receipt) : []
    const terms = isSecret ? plain.map(veiled) : plain
    const wanted = new Set(terms)
    const formerly = isReworded && last.seq > 1 ? petitionsIn(await journal()).flatMap(termsOf) : []
    const former = [...formerly, ...formerly.map(veiled)]
    // Sent in this order. Whatever breaks off, the next time knows all that may be there, and who may no longer find it
    // does not from the beginning.
    await Promise.all([
      reachingRedis(() => redis.hset(`${prefix}:ids`, String(document), caseId)),
      keep(prefix, caseId, { document, seq, facets: [...new Set([...known, ...facets])] }),
      index.remove(
        document,
        known.filter((one) => !facets.includes(one)),
      ),
      index.remove(
        document,
        [...new Set(former)].filter((one) => !wanted.has(one)),
      ),
      index.add(document, terms),
      index.add(document, facets),
    ])
    await keep(prefix, caseId, { document, seq: last.seq, facets: [...facets] })
  }

  return {
    async put(state, last, journal) {
      const { receipt } = state.intake
      if (!receipt) return
      await inTurn(receipt.caseId, async () =>
        put(receipt, isProtected(state), [...facetsOf(state), ...(await namesOf(state))], last, journal),
      )
    },

    async find({ words, beginning }, { name = null, ...chosen }, by, { skip, limit }) {
      const { index, prefix } = await opening()
      const count = await countOf(prefix)
      if (count === 0 || (words.length === 0 && name === null)) return { caseIds: [], total: 0 }
      const begun = beginning === null ? [] : await index.startingWith(beginning, longestBeginning)
      const told = await weights(
        index,
        count,
        words.map(({ folded }) => folded),
      )
      const wanted = words.map(({ exact, folded }) => ({
        folded: [...new Set([folded, veiled(folded), ...(folded === beginning ? begun : [])])],
        written: exact === folded ? [] : eitherWay(asWritten(exact)),
        subject: eitherWay(inSubject(folded)),
        weight: told.get(folded)?.weight ?? 0,
      }))
      const preferred = preferredNames(name)
      const groups = [
        visibleTo(by),
        ...chosenBy(chosen),
        ...(name?.words ?? []).map(({ folded }) => [facet.name(folded)]),
        ...wanted.map(({ folded }) => folded),
      ]
      const terms = new Set([
        ...groups.flat(),
        ...wanted.flatMap(({ written, subject }) => [...subject, ...written]),
        ...preferred.keys(),
      ])
      const best = createBest(skip + limit)
      let total = 0
      for await (const { first, of } of index.blocks(count - 1, [...terms])) {
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
      return { caseIds: await caseIdsOf(prefix, best.documents.slice(skip)), total }
    },

    async alike({ subject, content }, by, limit) {
      const { index, prefix } = await opening()
      const count = await countOf(prefix)
      const words = [...new Set(wordsOf(`${subject}\n${content}`).map(({ folded }) => folded))]
      const told = await weights(index, count, words)
      const weight: Weight = (folded) => told.get(folded)?.weight ?? 0
      const telling = words
        .filter((word) => (told.get(word)?.count ?? 0) > 0)
        .sort((one, other) => weight(other) - weight(one))
        .slice(0, likeWords)
      if (telling.length === 0) return { caseIds: [], weight }
      const best = createBest(limit)
      for await (const { first, of } of index.blocks(count - 1, [...visibleTo(by), ...telling.flatMap(eitherWay)])) {
        const visible = anyOf(visibleTo(by).map(of))
        const scores = new Float64Array(blockSize)
        for (const word of telling) weigh(scores, anyOf(eitherWay(word).map(of)), weight(word))
        // The newest first: of equal ones it stays.
        for (let place = blockSize - 1; place >= 0; place--) {
          const score = scores[place] ?? 0
          if (score > best.least && isIn(visible, place)) best.offer(first + place, score)
        }
      }
      return { caseIds: await caseIdsOf(prefix, best.documents), weight }
    },

    isWhole: async () => (await opening()).mark.isWhole,

    async filled() {
      const { mark } = await opening()
      mark.isWhole = true
      await reachingRedis(() => redis.set(markKey, JSON.stringify(mark)))
    },
  }
}
