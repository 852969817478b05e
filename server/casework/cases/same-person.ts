// Proposes who may be the same person, and what they have come with before: by blind indexes, with the reason; only staff
// confirm it. Protected data are neither proposed nor used for a proposal.

import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import type { AccountId, CitizenId } from '../../../shared/kernel/ids.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isReadBy } from '../../../shared/projections/cases.ts'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import type { Ticket } from '../../../shared/reception/queue/contract.ts'
import type { CasesOfCalled, SuggestedCase } from '../../../shared/wire/casework/cases.ts'
import { type EarlierVisits, SameBy } from '../../../shared/wire/identity/citizens.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { CitizenReader, Citizens, Same } from '../../identity/citizens/citizens.ts'
import type { IntakeGroup } from '../intake-group/intake-group.ts'
import { shownRow } from './case-views.ts'
import type { Cases } from './cases.ts'

/** Whoever keeps the register of receptions. */
export interface KnownVisits {
  visitsOf(citizenIds: readonly CitizenId[]): Promise<RegisterRow[]>
}

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly register: KnownVisits
  readonly citizens: Citizens
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
}

const mostShown = 8

const inOrder = (by: Iterable<SameBy>): SameBy[] => {
  const all = new Set(by)
  return SameBy.options.filter((one) => all.has(one))
}

interface Compared {
  readonly same: Same
  readonly comparedBy: readonly SameBy[]
}

/** By what each case that one of them has brought, and `by` may read, may be of the same person. Throws Unavailable. */
export async function casesOf(
  { cases }: Pick<Dependencies, 'cases'>,
  same: Same,
  by: StaffReader | null,
): Promise<Map<string, SameBy[]>> {
  const rows = await cases.lists.rows(await cases.lists.ofCitizens([...same.keys()]))
  return new Map(
    rows
      .filter((row) => !row.isProtected && isReadBy(row, by))
      .map(({ caseId, petition }) => [caseId, inOrder(petition.petitionerIds.flatMap((id) => same.get(id) ?? []))]),
  )
}

/** Visits that stand openly in the register, but for the one that it is about. Throws Unavailable. */
export async function earlierVisits(
  { register, citizens }: Pick<Dependencies, 'register' | 'citizens'>,
  { same, comparedBy }: Compared,
  isThis: (row: RegisterRow) => boolean,
): Promise<EarlierVisits> {
  const [rows, isWhole] = await Promise.all([register.visitsOf([...same.keys()] as CitizenId[]), citizens.isWhole()])
  const earlier = rows.filter((row) => !isThis(row))
  return {
    // Each further matter of a visit has a row of its own.
    count: new Set(earlier.map(({ ticketId, rowId }) => ticketId ?? rowId)).size,
    lastOn:
      earlier
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? null,
    samePerson: inOrder(earlier.flatMap(({ citizenId }) => (citizenId && same.get(citizenId)) ?? [])),
    comparedBy: inOrder(comparedBy),
    isWhole,
  }
}

/** The newest cases first. That it was asked is written down; of who denounces nobody is looked up. Throws Unavailable. */
async function broughtBy(
  dependencies: Dependencies,
  ids: readonly CitizenId[],
  reader: CitizenReader,
  ticketId: string | null,
): Promise<CasesOfCalled> {
  const compared = await dependencies.citizens.sameAs(ids, reader)
  const by = reader.accountId && (await dependencies.intakeGroup.readerOf(reader.accountId))
  const [reasons, visits, nameOf] = await Promise.all([
    casesOf(dependencies, compared.same, by),
    earlierVisits(dependencies, compared, (row) => row.ticketId !== null && row.ticketId === ticketId),
    namesOfStaff(dependencies),
  ])
  // Ids tell the time at which they were made.
  const newest = [...reasons.keys()].sort().reverse().slice(0, mostShown)
  const cases = (await dependencies.cases.lists.rows(newest)).map(
    (row): SuggestedCase => ({
      ...shownRow(row, nameOf),
      samePerson: reasons.get(row.caseId) ?? [],
      likeness: null,
    }),
  )
  return { cases, visits }
}

/** Of the citizen at a desk; null: it is somebody who denounces. */
export async function broughtByCalled(
  dependencies: Dependencies,
  { ticketId, isProtected, number, citizenId, visit }: Ticket,
  accountId: AccountId,
): Promise<CasesOfCalled> {
  if (isProtected) return { cases: [], visits: null }
  const session = visit && (await dependencies.sessions.state(SessionId.parse(visit.sessionId)))
  // Whose papers were looked at in the room is known better than by the name on the ticket.
  const ids = [...Object.values(session?.identity.citizenIds ?? {}), ...(citizenId ? [citizenId] : [])]
  return broughtBy(dependencies, ids, { accountId, purpose: `Lượt tiếp, vụ việc trước, số ${number}` }, ticketId)
}

/** Of everybody whose papers were confirmed in a room. */
export async function broughtByReceived(
  dependencies: Dependencies,
  { session, identity }: SessionState,
  reader: CitizenReader,
): Promise<CasesOfCalled> {
  if (session.isProtected) return { cases: [], visits: null }
  return broughtBy(dependencies, Object.values(identity.citizenIds), reader, session.visitOf?.ticketId ?? null)
}
