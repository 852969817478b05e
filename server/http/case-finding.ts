// What somebody types to find a case by: its number, something of whoever brought it, or words of it. The lists and the index
// propose; what is shown of a protected case is decided by the case itself.
import { z } from 'zod'
import type { AccountId } from '../../shared/kernel/ids.ts'
import { type CaseRow, mayReadIdentity } from '../../shared/projections/cases.ts'
import { askedOf, excerptOf } from '../../shared/search/words.ts'
import type { CaseList } from '../../shared/wire/cases.ts'
import { IdentityPaper, Phone } from '../../shared/wire/citizens.ts'
import type { CaseQuery } from '../cases/case-lists.ts'
import type { Citizens } from '../citizens/citizens.ts'
import type { HttpDependencies } from './dependencies.ts'

interface Found {
  readonly rows: CaseRow[]
  readonly next: string | null
  readonly found: CaseList['found']
}

type Query = Omit<CaseQuery, 'number' | 'marks'> & { readonly search?: string | undefined }

/** Of an e-mail address, a telephone number or the number of a paper; none: it is nothing of the kind. */
export function marksIn({ markOf }: Pick<Citizens, 'markOf'>, search: string): string[] {
  const typed = search.trim()
  const email = z.email().safeParse(typed.toLowerCase())
  if (email.success) return [markOf('email', email.data)]
  const phone = Phone.safeParse(typed)
  const papers = (['citizenCard', 'oldIdentityCard', 'passport'] as const).flatMap((kind) => {
    const paper = IdentityPaper.safeParse({ kind, number: typed, issuedOn: null, issuedBy: null })
    return paper.success ? [markOf('paper', paper.data.number)] : []
  })
  return [...(phone.success ? [markOf('phone', phone.data)] : []), ...papers]
}

/** Throws Unavailable. */
export async function findCases(
  { cases, citizens }: Pick<HttpDependencies, 'cases' | 'citizens'>,
  { search = '', ...query }: Query,
  by: AccountId,
): Promise<Found> {
  const typed = search.trim()
  if (typed === '') return { ...(await cases.lists.list(query)), found: null }
  if (/^\p{L}+-\d+\/\d{4}$/u.test(typed))
    return { ...(await cases.lists.list({ ...query, number: typed.toUpperCase() })), found: null }
  const marks = marksIn(citizens, typed)
  if (marks.length > 0) {
    // That somebody has denounced is a word about who they are: it is told to those alone who may know it.
    const { rows, next } = await cases.lists.list({ ...query, marks })
    const seen = await Promise.all(rows.map(async (row) => !row.isProtected || (await mayRead(row.caseId))))
    const mine = rows.filter((_, index) => seen[index])
    if (mine.length > 0) return { rows: mine, next, found: null }
  }
  return byWords()

  async function mayRead(caseId: string): Promise<boolean> {
    const state = await cases.state(caseId)
    return state !== null && mayReadIdentity(state, by)
  }

  async function byWords(): Promise<Found> {
    const { limit, after, ...chosen } = query
    const skip = /^\d{1,5}$/.test(after ?? '') ? Number(after) : 0
    const asked = askedOf(search)
    const [{ caseIds, total }, isWhole] = await Promise.all([
      cases.search.find(asked, chosen, by, { skip, limit }),
      cases.search.isWhole(),
    ])
    const states = await Promise.all(caseIds.map((caseId) => cases.state(caseId)))
    const receipts = states.flatMap((state) => {
      const receipt = state?.intake.receipt
      return receipt && mayReadIdentity(state, by) ? [receipt] : []
    })
    const rows = await cases.lists.rows(receipts.map(({ caseId }) => caseId))
    const excerpts = Object.fromEntries(
      receipts.flatMap(({ caseId, content, isProtected }) => {
        // Each look at the words of a denunciation is written down: on its own page.
        if (isProtected) return []
        const excerpt = excerptOf(content, asked)
        return excerpt === null ? [] : [[caseId, excerpt]]
      }),
    )
    const next = skip + limit < total ? String(skip + limit) : null
    return { rows, next, found: { total, isWhole, excerpts } }
  }
}
