// The members of the intake group: one journal of the agency, read each time, so that a removed member has no access on
// any node. Called by HTTP, by the views of a reception day, and wherever a case or a reception day decides about an
// account.

import { intakeGroup, intakeGroupName, type StaffReader } from '../../../shared/intake-group/contract.ts'
import type { IntakeGroupState } from '../../../shared/intake-group/index.ts'
import type { Actor } from '../../../shared/kernel/actor.ts'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { readerById } from '../../identity/accounts/reader.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface IntakeGroup {
  state(): Promise<IntakeGroupState>
  readerOf(accountId: AccountId): Promise<StaffReader>
  /** As rules see who acts: an account with the groups it is in. */
  actorOf(by: OutsideActor): Promise<Actor>
  name(by: AccountId, naming: Naming): Promise<CommandReply>
  takeBack(by: AccountId, naming: Naming): Promise<CommandReply>
}

interface Naming {
  readonly accountId: AccountId
  readonly reason: string
}

/** There is one. */
const theGroup = 'agency'

export function createIntakeGroup(
  groups: Aggregates<{ readonly intakeGroup: IntakeGroupState }>,
  accounts: Pick<Accounts, 'find'>,
): IntakeGroup {
  const state = async () => (await groups.state(theGroup)).intakeGroup
  const isMember = async (accountId: AccountId) => (await state()).members.includes(accountId)
  async function readerOf(accountId: AccountId): Promise<StaffReader> {
    const reader = await readerById({ accounts }, accountId)
    return { accountId, reader, isOfIntakeGroup: reader !== null && (await isMember(accountId)) }
  }
  const act = (accountId: AccountId, type: keyof typeof intakeGroup.commands, data: Naming) => {
    return groups.dispatch(theGroup, { kind: 'account', accountId }, wish(intakeGroup, type, data))
  }
  return {
    state,
    readerOf,
    async actorOf(by) {
      if (by.kind !== 'account') return by
      const { reader, isOfIntakeGroup } = await readerOf(by.accountId)
      return {
        ...by,
        ...(reader === null && { isSuspended: true }),
        ...(isOfIntakeGroup && { groups: [intakeGroupName] }),
      }
    },
    name: (by, naming) => act(by, 'name', naming),
    takeBack: (by, naming) => act(by, 'takeBack', naming),
  }
}
