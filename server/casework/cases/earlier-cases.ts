// Finds cases that may be about the same matter (same people by their blind indexes, or similar words), with the reason. Called
// by HTTP.
import type { CaseState } from '../../../shared/cases/index.ts'
import { isProtected, mayRead } from '../../../shared/cases/readers.ts'
import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import { isAlike, type Likeness, likenessOf, pairsOf } from '../../../shared/search/similarity.ts'
import type { SameBy } from '../../../shared/wire/identity/citizens.ts'
import type { Petition } from './case-terms.ts'
import type { Cases } from './cases.ts'

export interface EarlierCase {
  readonly caseId: string
  readonly samePerson: readonly SameBy[]
  /** null: it says something else. */
  readonly likeness: Pick<Likeness, 'same' | 'of'> | null
}

/** Looked at closely, of each kind; so many are suggested of them. */
const candidates = 30
const mostSuggested = 8

/** What it says as one text. */
const textOf = ({ subject, content }: Petition) => `${subject}\n${content}`

/** `ofSame`: cases that may be of the same person, and by what. They with the same words first. Nothing of `except`, nor of what the account may not find. Throws Unavailable. */
export async function earlierCases(
  { search, state }: Pick<Cases, 'search' | 'state'>,
  asked: { petition: Petition; ofSame: ReadonlyMap<string, readonly SameBy[]>; except: readonly string[] },
  by: StaffReader,
): Promise<EarlierCase[]> {
  const { caseIds, weight } = await search.alike(asked.petition, by, candidates)
  // Ids tell the time at which they were made: the newest.
  const known = [...asked.ofSame.keys()].sort().slice(-candidates)
  const ids = [...new Set([...known, ...caseIds])].filter((id) => !asked.except.includes(id))
  const pairs = pairsOf(textOf(asked.petition))
  const looked = await Promise.all(ids.map(async (caseId) => judged(caseId, await state(caseId))))
  return looked
    .flatMap((one) => (one ? [one] : []))
    .sort((one, other) => other.weighs - one.weighs || (one.caseId < other.caseId ? 1 : -1))
    .slice(0, mostSuggested)

  function judged(caseId: string, found: CaseState | null): (EarlierCase & { weighs: number }) | null {
    const receipt = found?.intake.receipt
    if (!receipt || !mayRead(found, by)) return null
    // That somebody has denounced before is a word about who they are.
    const samePerson = isProtected(found) ? [] : (asked.ofSame.get(caseId) ?? [])
    const isSamePerson = samePerson.length > 0
    const likeness = likenessOf(pairs, pairsOf(textOf(receipt)), weight)
    const isSameText = isAlike(likeness)
    if (!isSamePerson && !isSameText) return null
    const weighs = (isSamePerson ? 1 : 0) + (isSameText ? likeness.share : 0)
    const { same, of } = likeness
    return { caseId, samePerson, likeness: isSameText ? { same, of } : null, weighs }
  }
}
