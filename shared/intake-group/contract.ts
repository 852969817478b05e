// The intake group: accounts named by an administrator with a reason. They receive and sort what may be a denunciation,
// and receive denouncers (ADR 0071). One journal for the agency records who named whom, when and why.
import { z } from 'zod'
import { type Actor, accountOnly } from '../kernel/actor.ts'
import { AccountId, line, Ms, ReaderId } from '../kernel/ids.ts'
import { command, defineModule, event } from '../kernel/module.ts'

export const maximumMembers = 100

const Naming = z.object({ accountId: AccountId, reason: line(300) })

export const intakeGroup = defineModule('intakeGroup', {
  commands: {
    name: command('Names an account for the intake group, with the reason.', accountOnly, Naming, [
      'intakeGroup.too-many',
    ]),
    takeBack: command('Takes an account out of the intake group, with the reason.', accountOnly, Naming, [
      'intakeGroup.not-named',
    ]),
  },
  events: { named: event('nobody', Naming), takenBack: event('nobody', Naming) },
  state: z.object({
    members: z.array(AccountId),
    record: z.array(Naming.extend({ isNamed: z.boolean().describe('false: taken out'), at: Ms, by: AccountId })),
  }),
  initial: { members: [], record: [] },
})

/** By which the rules of cases and reception days know an account of the group. */
export const intakeGroupName = 'intake'

/** An account that looks at, or works on, what may be protected. */
export interface StaffReader {
  readonly accountId: AccountId
  /** null: its access to what is protected is suspended (ADR 0074). */
  readonly reader: ReaderId | null
  /** Never of one whose access is suspended. */
  readonly isOfIntakeGroup: boolean
}

export const isOfIntakeGroup = (actor: Actor): boolean =>
  actor.kind === 'account' && !actor.isSuspended && (actor.groups ?? []).includes(intakeGroupName)

export const staffReader = (actor: Extract<Actor, { kind: 'account' }>): StaffReader => ({
  accountId: actor.accountId,
  reader: actor.isSuspended ? null : ReaderId.parse(actor.accountId),
  isOfIntakeGroup: isOfIntakeGroup(actor),
})
