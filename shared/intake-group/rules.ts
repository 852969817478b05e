import { type EvolveContext, rules, type StateOf } from '../kernel/module.ts'
import { reject } from '../kernel/rejection.ts'
import { intakeGroup, maximumMembers } from './contract.ts'

type State = StateOf<typeof intakeGroup>

/** Staff alone: the contract lets nobody else. */
function stamp({ actor, at }: EvolveContext) {
  if (actor.kind !== 'account') throw new Error('only accounts name the intake group')
  return { at, by: actor.accountId }
}

export const intakeGroupRules = rules(intakeGroup, {
  decide: {
    name({ members }, data) {
      if (members.includes(data.accountId)) return []
      if (members.length >= maximumMembers) return reject('intakeGroup.too-many', { maximum: maximumMembers })
      return [{ type: 'named', data }]
    },
    takeBack: ({ members }, data) =>
      members.includes(data.accountId) ? [{ type: 'takenBack', data }] : reject('intakeGroup.not-named'),
  },
  evolve: {
    named: ({ members, record }, data, context): State => ({
      members: [...members, data.accountId],
      record: [...record, { ...data, isNamed: true, ...stamp(context) }],
    }),
    takenBack: ({ members, record }, data, context): State => ({
      members: members.filter((one) => one !== data.accountId),
      record: [...record, { ...data, isNamed: false, ...stamp(context) }],
    }),
  },
})
