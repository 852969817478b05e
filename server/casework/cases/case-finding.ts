// Finds cases by what somebody types: the number, contact, paper or name of whoever brought the case, or words of it.
// The lists and the index propose cases; for a protected case, the case itself decides what is shown.

import type { CaseState } from '../../../shared/cases/index.ts'
import { isProtected, levelOf, mayRead } from '../../../shared/cases/readers.ts'
import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import type { CaseRow } from '../../../shared/projections/cases.ts'
import { askedOf, excerptOf } from '../../../shared/search/words.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { CaseList } from '../../../shared/wire/casework/cases.ts'
import { type AskedName, typedIndexes } from '../../identity/citizens/blind-indexes.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { searchedByName } from '../../identity/citizens/name-search-routes.ts'
import type { NameSearches } from '../../identity/citizens/name-searches.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import type { CaseQuery } from './case-lists.ts'
import type { Cases } from './cases.ts'

interface Found {
  readonly rows: CaseRow[]
  readonly next: string | null
  readonly found: CaseList['found']
}

type Query = Omit<CaseQuery, 'number' | 'citizenIds'> & {
  readonly search?: string | undefined
  readonly name?: string | undefined
}

/** Throws Unavailable. */
export async function findCases(
  dependencies: {
    readonly cases: Cases
    readonly citizens: Citizens
    readonly nameSearches: NameSearches
    readonly secrecyGate: SecrecyGate
  },
  { search = '', name, ...query }: Query,
  by: StaffReader,
  place: 'cases' | 'petitions' = 'cases',
): Promise<Found> {
  const { cases, citizens, secrecyGate } = dependencies
  if (name !== undefined)
    return searchedByName(dependencies, { name, place, by: by.accountId }, byWords, ({ found }) => found?.total ?? 0)
  const typed = search.trim()
  if (typed === '') return { ...(await cases.lists.list(query)), found: null }
  if (/^\p{L}+-\d+\/\d{4}$/u.test(typed))
    return { ...(await cases.lists.list({ ...query, number: typed.toUpperCase() })), found: null }
  const indexes = typedIndexes(citizens.blindIndexOf, typed)
  if (indexes.length > 0) {
    const citizenIds = [...(await citizens.withBlindIndexes(indexes)).keys()]
    // That somebody has denounced is a word about who they are: it is told to those alone who may know it.
    const { rows, next } = await cases.lists.list({ ...query, citizenIds })
    const seen = await Promise.all(
      rows.map(async ({ caseId, petition }) => petition.readers === null || isRead(await cases.state(caseId))),
    )
    const mine = rows.filter((_, index) => seen[index])
    if (mine.length > 0) return { rows: mine, next, found: null }
  }
  return byWords(null)

  function isRead(state: CaseState | null): boolean {
    return state !== null && mayRead(state, by)
  }

  async function byWords(called: AskedName | null): Promise<Found> {
    const { limit, after, ...chosen } = query
    const skip = /^\d{1,5}$/.test(after ?? '') ? Number(after) : 0
    const asked = askedOf(search)
    const [{ caseIds, total }, isWhole] = await Promise.all([
      cases.search.find(asked, { ...chosen, name: called }, by, { skip, limit }),
      cases.search.isWhole(),
    ])
    const states = await Promise.all(caseIds.map((caseId) => cases.state(caseId)))
    const receipts = states.flatMap((state) => {
      const receipt = state?.intake.receipt
      // Where its page is refused, its words find it as little: each that did would be told.
      const isHandled = state && secrecyGate.refusal(levelOf(state)) === null
      const isShown = isHandled && isRead(state) && !(called && isProtected(state))
      return receipt && isShown ? [receipt] : []
    })
    const rows = await cases.lists.rows(receipts.map(({ caseId }) => caseId))
    const excerpts = Object.fromEntries(
      receipts.flatMap(({ caseId, content, isProtected, secrecy }) => {
        // Each look at the words of a denunciation is written down: on its own page. Of a secret of the state no list has words.
        if (isProtected || isStateSecret(secrecy)) return []
        const excerpt = excerptOf(content, asked)
        return excerpt === null ? [] : [[caseId, excerpt]]
      }),
    )
    const next = skip + limit < total ? String(skip + limit) : null
    const withheld = caseIds.length - receipts.length
    return { rows, next, found: { total: total - withheld, isWhole, excerpts } }
  }
}
