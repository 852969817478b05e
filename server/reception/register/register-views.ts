// The registers as staff see them: names instead of ids, an alias for a denouncer, column 12 with the current state of
// the case. Each access to the data of a citizen is recorded.

import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import type { AccountId, CitizenId } from '../../../shared/kernel/ids.ts'
import { type CaseRow, isReadBy } from '../../../shared/projections/cases.ts'
import type { RegisterRow as Kept } from '../../../shared/projections/register.ts'
import { type ColumnChange, missingOf } from '../../../shared/reception/register/contract.ts'
import { highestOf, isStateSecret, type SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import type { CorrectedColumns, PetitionRow, RegisterRow } from '../../../shared/wire/reception/register.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly citizens: Citizens
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
}

type Known = ReadonlyMap<CitizenId, Citizen>

const shownCitizen = (citizen: Citizen | undefined): RegisterRow['citizen'] =>
  citizen
    ? {
        name: citizen.name,
        address: citizen.address,
        paper: citizen.identity && { kind: citizen.identity.kind, number: citizen.identity.number },
      }
    : null

const isSecret = (made: CaseRow | undefined) => made !== undefined && isStateSecret(made.secrecy)

/** A visit or a petition that holds a denunciation, or may, or a secret of the state, hides who brought it in all its parts; so does the register. */
const isHidden = ({ isProtected, isUnsorted }: Kept, made: CaseRow | undefined) =>
  isProtected || isUnsorted || made?.isProtected === true || isSecret(made)

/** What the row of somebody who is not named is called by. */
function aliasOf({ isProtected, isUnsorted, ticket, number }: Kept, made: CaseRow | undefined): string | null {
  if (isProtected) return `Người tố cáo số ${ticket ?? number}`
  return isUnsorted || made?.isProtected || isSecret(made) ? `Công dân số ${ticket ?? number} (giữ bí mật)` : null
}

const idsIn = ({ citizenId, corrections }: Kept): CitizenId[] =>
  [citizenId, ...corrections.flatMap(({ before, after }) => [before.citizenId, after.citizenId])].filter(
    (id) => id !== null && id !== undefined,
  )

function corrected({ citizenId, ...columns }: ColumnChange, known: Known): CorrectedColumns {
  if (citizenId === undefined) return columns
  return { ...columns, citizen: shownCitizen(citizenId === null ? undefined : known.get(citizenId)) }
}

export async function shownRows(
  dependencies: Dependencies,
  rows: readonly Kept[],
  reader: { accountId: AccountId; purpose: string },
): Promise<RegisterRow[]> {
  const cases = await dependencies.cases.lists.rows(rows.flatMap(({ caseId }) => caseId ?? []))
  const byId = new Map(cases.map((one) => [one.caseId, one]))
  const madeOf = ({ caseId }: Kept) => (caseId === null ? undefined : byId.get(caseId))
  const by = await dependencies.intakeGroup.readerOf(reader.accountId)
  const ids = rows.flatMap((row) => (isHidden(row, madeOf(row)) ? [] : idsIn(row)))
  const [nameOf, known] = await Promise.all([namesOfStaff(dependencies), dependencies.citizens.read(ids, reader)])
  return rows.map((row): RegisterRow => {
    const {
      citizenId,
      caseId: _caseId,
      accountId,
      closed,
      corrections,
      written: _written,
      openedAt: _at,
      ...rest
    } = row
    const made = madeOf(row)
    const isUnnamed = isHidden(row, made)
    const isOpen = isOpenTo(row, made, by)
    return {
      ...rest,
      ...(!isOpen && { content: isSecret(made) || row.content === null ? null : withheldContent, note: null }),
      citizen: shownCitizen(citizenId === null || isUnnamed ? undefined : known.get(citizenId)),
      alias: aliasOf(row, made),
      officer: nameOf(accountId),
      missing: row.closed ? [] : missingOf(row),
      case: made ? { caseId: made.caseId, number: made.number } : null,
      secrecy: made?.secrecy ?? 'open',
      result: made?.petition.columns.result ?? null,
      closed: closed && { at: closed.at, by: nameOf(closed.accountId) },
      // What stood there before, and why it was wrong, are words as well.
      corrections: (isOpen ? corrections : []).map(({ before, after, reason, at, accountId: by }) => ({
        before: isUnnamed ? withoutCitizen(before) : corrected(before, known),
        after: isUnnamed ? withoutCitizen(after) : corrected(after, known),
        reason,
        at,
        by: nameOf(by),
      })),
    }
  })
}

const withheldContent = 'Nội dung được bảo vệ.'

/** Whether its words are for this account: of who denounces for whoever received them, the readers of the case, and the intake group. */
function isOpenTo(row: Kept, made: CaseRow | undefined, by: StaffReader): boolean {
  if (isSecret(made)) return false
  if (!isHidden(row, made) || by.isOfIntakeGroup || row.accountId === by.reader) return true
  return made?.isProtected === true && isReadBy(made, by)
}

/** Those whose words the account may read: no search by words finds another. Throws Unavailable. */
export async function rowsOpenTo(
  { cases, intakeGroup }: Pick<Dependencies, 'cases' | 'intakeGroup'>,
  rows: readonly Kept[],
  accountId: AccountId,
): Promise<Kept[]> {
  const made = await cases.lists.rows(rows.flatMap(({ caseId }) => caseId ?? []))
  const byId = new Map(made.map((one) => [one.caseId, one]))
  const by = await intakeGroup.readerOf(accountId)
  return rows.filter((row) => isOpenTo(row, row.caseId === null ? undefined : byId.get(row.caseId), by))
}

const withoutCitizen = ({ citizenId: _citizenId, ...columns }: ColumnChange): CorrectedColumns => columns

type Chunks<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>

/** The highest level of these receptions: what a file of them bears, which is written while it is sent. */
export async function levelOfReceptions(
  { cases }: Pick<Dependencies, 'cases'>,
  chunks: Chunks<Kept>,
): Promise<SecrecyLevel> {
  let highest: SecrecyLevel = 'open'
  for await (const rows of chunks) {
    const made = await cases.lists.rows(rows.flatMap(({ caseId }) => caseId ?? []))
    highest = highestOf([highest, ...made.map(({ secrecy }) => secrecy)])
  }
  return highest
}

/** Of these petitions, likewise. */
export async function levelOfPetitions(chunks: Chunks<CaseRow>): Promise<SecrecyLevel> {
  let highest: SecrecyLevel = 'open'
  for await (const rows of chunks) highest = highestOf([highest, ...rows.map(({ secrecy }) => secrecy)])
  return highest
}

export async function shownPetitions(
  dependencies: Dependencies,
  rows: readonly CaseRow[],
  reader: { accountId: AccountId; purpose: string },
): Promise<PetitionRow[]> {
  const by = await dependencies.intakeGroup.readerOf(reader.accountId)
  const mayRead = (row: CaseRow) => !isSecret(row) && isReadBy(row, by)
  const ids = rows.flatMap((row) => (mayRead(row) ? row.petition.petitionerIds : []))
  const [nameOf, known] = await Promise.all([namesOfStaff(dependencies), dependencies.citizens.read(ids, reader)])
  return rows.map((row): PetitionRow => {
    const { caseId, number, receivedOn, kind, subject, isProtected, secrecy, signers, officerId, petition } = row
    const { guidedTo, handledBy, result } = petition.columns
    return {
      ...{ caseId, number, receivedOn, kind, subject, isProtected, secrecy, signers, guidedTo, handledBy, result },
      way: petition.way,
      competence: petition.competence,
      petitioners: mayRead(row) ? petition.petitionerIds.flatMap((id) => shownCitizen(known.get(id)) ?? []) : null,
      officer: nameOf(officerId),
    }
  })
}
