// Cases as staff see them: account names instead of ids, the steps that are possible now, and no data about whose case
// it is.

import { handling } from '../../../shared/cases/handling/contract.ts'
import type { CaseState } from '../../../shared/cases/index.ts'
import { registerLabel } from '../../../shared/cases/intake/contract.ts'
import * as access from '../../../shared/cases/readers.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { actsOf, isOfficer } from '../../../shared/projections/case-acts.ts'
import * as projection from '../../../shared/projections/cases.ts'
import type { CaseDetail, CaseRow } from '../../../shared/wire/casework/cases.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { accessSuspended } from '../../identity/accounts/access-errors.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { NameOf } from '../../identity/accounts/staff-names.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { WordReads } from '../../identity/citizens/word-reads.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { demandHandled } from '../../identity/secrecy/secrecy-rule.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import type { IntakeGroup } from '../intake-group/intake-group.ts'
import type { Cases } from './cases.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly citizens: Citizens
  readonly wordReads: WordReads
  readonly intakeGroup: IntakeGroup
  readonly secrecyGate: SecrecyGate
  readonly cases: Cases
  readonly now: () => number
}

/** The newest of what is for those named alone. */
const mostReads = 50

export const shownRow = ({ officerId, petition: _petition, ...row }: projection.CaseRow, nameOf: NameOf): CaseRow => ({
  ...row,
  officer: nameOf(officerId),
})

/** @throws HttpError */
export async function caseAt(
  { cases, secrecyGate }: Pick<Dependencies, 'cases' | 'secrecyGate'>,
  caseId: string,
): Promise<CaseState> {
  const state = await cases.state(caseId)
  if (!state) throw notFound('case')
  demandHandled({ secrecyGate }, access.levelOf(state))
  return state
}

/** To be read or worked on: before anything is taken in, kept or read for it. @throws HttpError */
export async function readCase(
  dependencies: Pick<Dependencies, 'cases' | 'secrecyGate' | 'intakeGroup'>,
  caseId: string,
  { accountId }: Pick<Account, 'accountId'>,
): Promise<CaseState> {
  const state = await caseAt(dependencies, caseId)
  const by = await dependencies.intakeGroup.readerOf(accountId)
  if (access.mayRead(state, by)) return state
  // Somebody who is named for it hears that their access is suspended, nobody else.
  const isNamed = access.readersOf(state)?.includes(accountId)
  throw isNamed && by.reader === null ? accessSuspended() : rejected({ code: 'case.for-readers', params: {} })
}

/** That there are such cases, that they are handled on this installation, and may be read by whoever points to them. @throws HttpError */
export async function demandCases(
  { cases, secrecyGate, intakeGroup }: Pick<Dependencies, 'cases' | 'secrecyGate' | 'intakeGroup'>,
  ids: readonly string[],
  { accountId }: Pick<Account, 'accountId'>,
): Promise<void> {
  const rows = await cases.lists.rows(ids)
  if (rows.length < new Set(ids).size) throw notFound('earlier case')
  const by = await intakeGroup.readerOf(accountId)
  for (const row of rows) {
    demandHandled({ secrecyGate }, row.secrecy)
    if (!projection.isReadBy(row, by)) throw rejected({ code: 'case.for-readers', params: {} })
  }
}

/** Who has it, and no more. */
const withoutWords = ({ handling: { assignment } }: CaseState): CaseDetail['handling'] => ({
  ...handling.initial,
  assignment: assignment && { ...assignment, note: null },
})

export async function detailOf(
  dependencies: Dependencies,
  caseId: string,
  { accountId, role }: Account,
): Promise<CaseDetail> {
  const { cases, wordReads, citizens, intakeGroup, now } = dependencies
  const state = await caseAt(dependencies, caseId)
  const staffReader = await intakeGroup.readerOf(accountId)
  const [commits, nameOf] = await Promise.all([cases.journal(caseId), namesOfStaff(dependencies)])
  const { receipt, registers, check, competence, circumstances, sender, earlierIds, parts, readers } = state.intake
  const { closing } = state.outcome
  const last = commits.at(-1)
  const row = last && projection.rowOf(state, last)
  if (!receipt || !row) throw notFound('case')
  // What lists never tell: for those alone who may read it, and each look is written down.
  const mayRead = access.mayRead(state, staffReader)
  const isForNamed = access.readersOf(state) !== null
  const reader = { accountId, purpose: 'Nội dung hồ sơ' }
  if (isForNamed && mayRead) await wordReads.note({ caseId: receipt.caseId }, reader)
  if (!access.isProtected(state) && mayRead) await citizens.note(receipt.petitionerIds, reader)
  const reads = isForNamed && mayRead ? await wordReads.list({ caseId: receipt.caseId }, mostReads) : null
  const rowsOf = async (ids: readonly string[]) => (await cases.lists.rows(ids)).map((one) => shownRow(one, nameOf))
  return {
    row: { ...shownRow(row, nameOf), subject: mayRead ? receipt.subject : row.subject },
    content: mayRead ? receipt.content : null,
    reads: reads?.map(({ at, by, purpose }) => ({ at, by: nameOf(by), purpose })) ?? null,
    way: receipt.way,
    reception: receipt.reception,
    writtenOn: receipt.writtenOn,
    formerNumbers: registers.slice(0, -1).map(registerLabel),
    attachments: mayRead ? receipt.attachments : [],
    petitionerCount: receipt.petitionerIds.length,
    mayRead,
    readers: mayRead || role === 'administrator' ? readers.map((one) => ({ accountId: one, name: nameOf(one) })) : [],
    isMine: isOfficer(state, accountId),
    check: mayRead ? check : null,
    competence: competence && (mayRead ? competence : { ...competence, reason: null }),
    circumstances: circumstances.map(({ circumstance }) => circumstance),
    sender: mayRead ? sender : null,
    days: { decisionKnown: state.intake.decisionKnownOn, firstDecision: state.intake.firstDecisionOn },
    handling: mayRead ? state.handling : withoutWords(state),
    closing: closing && (mayRead ? closing : { ...closing, note: null }),
    acts: [...actsOf(state, staffReader, calendarDayOf(now()))],
    whole: receipt.splitFrom === null ? null : ((await rowsOf([receipt.splitFrom]))[0] ?? null),
    parts: await rowsOf(parts.map((part) => part.caseId)),
    earlier: mayRead ? await rowsOf(earlierIds) : [],
    timeline: projection.timelineOf(commits).map(({ byAccountId, named, texts, ...entry }) => ({
      ...entry,
      texts: mayRead ? [...(named === null ? [] : [nameOf(named) ?? '…']), ...texts] : [],
      by: nameOf(byAccountId),
    })),
    register: projection.registerColumns(state),
  }
}
