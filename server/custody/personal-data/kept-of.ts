// Finds the data kept about a person, anew at each request: by their marks, and by the cases and visits that name them
// openly. Anything connected with a denunciation is left out as if it did not exist (ADR 0045).
import type { CaseState } from '../../../shared/cases/index.ts'
import { isProtected } from '../../../shared/cases/readers.ts'
import { CaseId, type CitizenId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { labelOf } from '../../../shared/projections/cases.ts'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import { dueDay, keepingOn } from '../../../shared/retention/classes.ts'
import { type Erasable, holdOn, type Subject } from '../../../shared/retention/contract.ts'
import type { RetentionState } from '../../../shared/retention/index.ts'
import type { PersonalRequestDetail } from '../../../shared/wire/custody/personal-data.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Register } from '../../reception/register/register.ts'

export interface KeptOfPerson {
  /** Those of the entries that may be spoken of. */
  readonly ids: readonly CitizenId[]
  readonly visits: readonly RegisterRow[]
  readonly cases: readonly CaseState[]
}

interface Dependencies {
  readonly cases: Pick<Cases, 'lists' | 'state'>
  readonly register: Pick<Register, 'lists' | 'visitsOf'>
}

/** Throws Unavailable. */
export async function keptOf({ cases, register }: Dependencies, asked: readonly CitizenId[]): Promise<KeptOfPerson> {
  const ids: CitizenId[] = []
  const found = new Map<string | null, CaseState>()
  for (const id of asked) {
    // By the cases as they are now: lists follow them, and what is printed leaves the house.
    const own = await statesOf(cases, id)
    const [all, open] = [await register.lists.ofCitizens([id]), await register.visitsOf([id])]
    const isSecret = own.some(isProtected) || open.length < all.length
    // Whoever has neither a case nor a visit is not sorted yet: it may become a denunciation.
    if (isSecret || own.length + all.length === 0) continue
    ids.push(id)
    for (const state of own) found.set(state.intake.receipt?.caseId ?? null, state)
  }
  return { ids, visits: await register.visitsOf(ids), cases: [...found.values()] }
}

async function statesOf(cases: Dependencies['cases'], citizenId: CitizenId): Promise<CaseState[]> {
  const states = await Promise.all((await cases.lists.ofCitizens([citizenId])).map((caseId) => cases.state(caseId)))
  return states.flatMap((state) => (state ? [state] : []))
}

const subjectsOf = ({ visits, cases }: KeptOfPerson, id: CitizenId): Subject[] => [
  ...cases
    .filter(({ intake }) => intake.receipt?.petitionerIds.includes(id))
    .map(({ intake }): Subject => ({ kind: 'case', id: CaseId.parse(intake.receipt?.caseId) })),
  ...visits.flatMap(({ citizenId, sessionId }): Subject[] =>
    citizenId === id && sessionId ? [{ kind: 'session', id: sessionId }] : [],
  ),
]

/** What would be erased: each entry, with all that belongs to it. */
export const erasablesOf = (kept: KeptOfPerson): Erasable[] =>
  kept.ids.map((id) => ({ class: 'citizens', subject: { kind: 'citizen', id }, related: subjectsOf(kept, id) }))

const latest = (days: readonly string[]): string | null => days.toSorted().at(-1) ?? null

const daysOf = ({ visits, cases }: KeptOfPerson): string[] => [
  ...visits.map(({ day }) => day),
  ...cases.flatMap(({ intake, outcome }) => {
    const at = outcome.closing?.at
    return at === undefined ? [intake.receipt?.receivedOn ?? ''] : [calendarDayOf(at)]
  }),
]

type Obstacle = PersonalRequestDetail['obstacles'][number]

/** Why nothing of it may be erased today. */
export function obstaclesOf(kept: KeptOfPerson, retention: RetentionState, today: string): Obstacle[] {
  const holds = new Map(
    erasablesOf(kept).flatMap((item) => {
      const hold = holdOn(retention, item)
      return hold ? [[hold.holdId, hold.reason] as const] : []
    }),
  )
  const open = [
    ...kept.cases.filter(({ outcome }) => outcome.closing === null).map((state) => labelOf(state)),
    ...kept.visits.filter(({ isVisitOver }) => !isVisitOver).map(({ day }) => day),
  ]
  const until = keptUntil(kept, retention, today)
  const { isConfirmed } = keepingOn(retention.rows, 'citizens', today)
  return [
    ...[...holds.values()].map((reason): Obstacle => ({ why: 'hold', title: reason, until: null, isConfirmed: true })),
    ...open.map((title): Obstacle => ({ why: 'open', title, until: null, isConfirmed: true })),
    // By a period that nobody has entered nothing is erased, and nobody is told that law keeps it.
    ...(!isConfirmed || until === null || until > today
      ? [{ why: 'kept', title: '', until, isConfirmed } as const]
      : []),
  ]
}

/** null: for good, or nobody knows yet. */
export function keptUntil(kept: KeptOfPerson, { rows }: RetentionState, today: string): string | null {
  const last = latest(daysOf(kept))
  const { row, isConfirmed } = keepingOn(rows, 'citizens', today)
  return last === null || !isConfirmed ? null : dueDay(last, row)
}
