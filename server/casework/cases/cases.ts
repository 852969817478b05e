// The cases of this agency: entered with a number, split, acted upon, listed. HTTP and the legal clocks use cases
// through this file; the aggregate itself knows no number, list or code. Called by HTTP and casework/open.ts.

import type { Redis } from 'ioredis'
import type { CaseState } from '../../../shared/cases/index.ts'
import type { CaseKind } from '../../../shared/cases/intake/contract.ts'
import { intake } from '../../../shared/cases/intake/contract.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import { CaseId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { CaseFacts } from '../../../shared/law/case-facts.ts'
import { labelOf, matterOf } from '../../../shared/projections/cases.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Aggregates, OutsideActor, OutsideWish } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { createCaseEntry, type NewPart, type Receipt } from './case-entry.ts'
import type { CaseLists } from './case-lists.ts'
import type { CaseSearch } from './case-search.ts'
import { createCaseWrites } from './case-writes.ts'
import type { DueDays } from './due-days.ts'
import type { Contacts, FollowCodes } from './follow-codes.ts'
import { Refused } from './refused.ts'
import { createSearchUpkeep } from './search-upkeep.ts'

/** A petition before it has its number. */
export type Petition = Omit<Receipt, 'register' | 'at' | 'byAccountId' | 'splitFrom' | 'isProtected'>

export interface Cases extends CaseFacts {
  readonly lists: CaseLists
  readonly search: CaseSearch
  readonly due: DueDays
  /** null: there is no such case. */
  state(caseId: string): Promise<CaseState | null>
  journal(caseId: string): Promise<Commit[]>
  /** Called after each commit of this node. Ends with the function returned. */
  listen(listener: (caseId: string, state: CaseState) => void): () => void
  /** Gives it the next number of its year and kind, and the citizen a code; says which earlier cases it is about. Throws Refused. */
  receive(
    by: OutsideActor,
    petition: Petition,
    contacts: Contacts,
    earlierIds?: readonly CaseId[],
  ): Promise<{ number: string; code: string }>
  dispatch(caseId: string, by: OutsideActor, wish: OutsideWish): Promise<CommandReply>
  /** Says what it is; of another kind it has another number, too. Throws Refused. */
  classify(
    caseId: string,
    by: OutsideActor,
    as: { kind: CaseKind; signers: number; expectedSeq: number },
  ): Promise<void>
  /** Into a case each, which point back to it. Throws Refused. */
  split(caseId: string, by: OutsideActor, parts: readonly NewPart[], expectedSeq: number): Promise<void>
  /** After a start: what a server that was killed had begun is brought to its end. The search is filled beside it. */
  recover(): Promise<void>
  close(): Promise<void>
}

interface Dependencies {
  readonly cases: Aggregates<CaseState>
  readonly lists: CaseLists
  readonly search: CaseSearch
  readonly due: DueDays
  readonly codes: FollowCodes
  readonly people: Pick<Citizens, 'listen' | 'renamed' | 'followed' | 'fill'>
  readonly numbers: Numbers
  readonly redis: Redis
  readonly newId: () => string
  readonly log: { error(details: object, message: string): void }
}

export function createCases(dependencies: Dependencies): Cases {
  const { cases, lists, due, search, codes, people, newId } = dependencies
  const listing = createMailbox()
  const writes = createCaseWrites({ ...dependencies, listing })
  const entry = createCaseEntry({ ...dependencies, writes })
  const upkeep = createSearchUpkeep({ ...dependencies, listing })
  const { dispatch } = writes
  const stopListening = [
    cases.listen((caseId, commit, state) => writes.enlist(caseId, commit, state)),
    people.listen((citizenId) => void upkeep.followName(citizenId)),
  ]

  return {
    lists,
    search,
    due,
    state: entry.existing,
    journal: (caseId) => cases.journal(caseId),
    listen: (listener) => cases.listen((caseId, _commit, state) => listener(caseId, state)),
    dispatch,

    async receive(by, petition, contacts, earlierIds = []) {
      await entry.enter(by, { ...petition, splitFrom: null, isProtected: false })
      const state = await cases.state(petition.caseId)
      const isAlone = petition.kind === 'denunciation'
      const code = await codes.issue(petition.caseId, isAlone ? { phone: null, email: null } : contacts)
      if (earlierIds.length > 0)
        await dispatch(petition.caseId, by, wish(intake, 'linkEarlier', { earlierIds: [...earlierIds] }))
      return { number: labelOf(state), code }
    },

    async classify(caseId, by, { kind, signers, expectedSeq }) {
      const { receipt } = (await cases.state(caseId)).intake
      if (!receipt) throw new Error(`there is no case ${caseId}`)
      await entry.numbered({ kind, receivedOn: receipt.receivedOn }, caseId, (register) =>
        dispatch(caseId, by, { ...wish(intake, 'classify', { kind, signers, register }), expectedSeq }),
      )
      if (kind === 'denunciation') await codes.ask(caseId, { phone: null, email: null })
    },

    async split(caseId, by, parts, expectedSeq) {
      const named = parts.map((part) => ({ ...part, caseId: CaseId.parse(newId()) }))
      const reply = await dispatch(caseId, by, { ...wish(intake, 'split', { parts: named }), expectedSeq })
      if (!reply.ok) throw new Refused(reply)
      await writes.marked(caseId, async () => entry.enterParts(await cases.state(caseId), by))
    },

    async *all() {
      for (const caseId of await cases.ids()) {
        const state = await unlessBroken(cases.state(caseId))
        const matter = state && matterOf(state)
        if (matter) yield matter
      }
    },

    async recover() {
      await writes.recover((state) => entry.enterParts(state, { kind: 'system' }))
      await upkeep.recover()
    },

    async close() {
      for (const stop of stopListening) stop()
      await upkeep.close()
      await listing.post(async () => undefined)
    },
  }
}
