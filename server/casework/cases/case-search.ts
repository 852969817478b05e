// Full-text search of cases: each case has a number in the index of terms (case-index.ts), is found with or without
// diacritics by those who may read it, and is ranked (case-ranking.ts). The index is a view of the journals: when its
// format changes it is rebuilt while the server works. Called by cases.ts and HTTP.

import type { Redis } from 'ioredis'
import type { CaseState } from '../../../shared/cases/index.ts'
import { isProtected } from '../../../shared/cases/readers.ts'
import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import type { Weight } from '../../../shared/search/similarity.ts'
import type { Asked } from '../../../shared/search/words.ts'
import type { AskedName } from '../../identity/citizens/blind-indexes.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { createMailbox, type Mailbox } from '../../platform/mailbox.ts'
import { createCaseIndex, type OpenedIndex } from './case-index.ts'
import type { CaseQuery } from './case-lists.ts'
import { bestFound, mostAlike } from './case-ranking.ts'
import { changesTerms, daysBetween, facet, facetsOf, type Petition, petitionsIn, termsOf } from './case-terms.ts'
import { createTermVeil, type TermVeil } from './term-veil.ts'

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

const chosenBy = ({ status, kind, unit, officerId, from, to }: Omit<Chosen, 'name'>): string[][] => [
  ...(status === undefined ? [] : [[facet.status(status)]]),
  ...(kind === undefined ? [] : [[facet.kind(kind)]]),
  ...(unit === undefined ? [] : [[facet.unit(unit)]]),
  ...(officerId === undefined ? [] : [[facet.officer(officerId)]]),
  ...(from === undefined && to === undefined ? [] : [daysBetween(from, to)]),
]

interface CaseSearchOptions {
  readonly redis: Redis
  readonly people: Pick<Citizens, 'namesOf'>
  /** Of the installation; the words of denunciations are veiled by it. */
  readonly key: Uint8Array
  readonly newId: () => string
}

export function createCaseSearch({ redis, people, key, newId }: CaseSearchOptions): CaseSearch {
  const veil = createTermVeil(key)
  const index = createCaseIndex(redis, newId)
  const mailboxes = new Map<string, Mailbox>()

  /** One after the other of one case; cases beside each other. */
  function inTurn(caseId: string, job: () => Promise<void>): Promise<void> {
    const mailbox = mailboxes.get(caseId) ?? createMailbox()
    mailboxes.set(caseId, mailbox)
    return mailbox.post(job).finally(() => {
      if (mailbox.isEmpty) mailboxes.delete(caseId)
    })
  }

  /** Of what is protected none: by its name nobody finds it. */
  async function namesOf(state: CaseState): Promise<string[]> {
    const ids = state.intake.receipt?.petitionerIds ?? []
    if (ids.length === 0 || isProtected(state)) return []
    return [...new Set((await people.namesOf(ids)).flat())].map(facet.name)
  }

  return {
    async put(state, last, journal) {
      const { receipt } = state.intake
      if (!receipt) return
      await inTurn(receipt.caseId, async () => {
        const facets = [...facetsOf(state), ...(await namesOf(state))]
        await put(await index.open(), { receipt, isSecret: isProtected(state), facets }, last, journal, veil)
      })
    },

    async find(asked, { name = null, ...chosen }, by, { skip, limit }) {
      const { terms, documents } = await index.open()
      const count = await documents.count()
      if (count === 0 || (asked.words.length === 0 && name === null)) return { caseIds: [], total: 0 }
      const searched = { terms, count, veil }
      const found = await bestFound(searched, { asked, name, chosen: chosenBy(chosen) }, by, skip + limit)
      return { caseIds: await documents.caseIds(found.documents.slice(skip)), total: found.total }
    },

    async alike(petition, by, limit) {
      const { terms, documents } = await index.open()
      const count = await documents.count()
      const found = await mostAlike({ terms, count, veil }, petition, by, limit)
      return { caseIds: await documents.caseIds(found.documents), weight: found.weight }
    },

    isWhole: async () => (await index.open()).current.isWhole,
    filled: () => index.filled(),
  }
}

async function put(
  { terms: index, documents }: OpenedIndex,
  { receipt, isSecret, facets }: { receipt: Receipt; isSecret: boolean; facets: readonly string[] },
  last: Pick<Commit, 'seq' | 'events'>,
  journal: () => Promise<readonly Commit[]>,
  { veiled }: TermVeil,
): Promise<void> {
  const { caseId } = receipt
  const kept = await documents.kept(caseId)
  const { document, seq, facets: known } = kept ?? (await documents.numbered())
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
    documents.name(document, caseId),
    documents.keep(caseId, { document, seq, facets: [...new Set([...known, ...facets])] }),
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
  await documents.keep(caseId, { document, seq: last.seq, facets: [...facets] })
}
