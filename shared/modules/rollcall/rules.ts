import type { SiteId } from '../../kernel/ids.ts'
import { type DecideContext, hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isOver, session } from '../session/contract.ts'
import { siteOf, siteOfDelegate, sites } from '../sites/contract.ts'
import { rollcall } from './contract.ts'

type State = StateOf<typeof rollcall>

function refusal({ read }: DecideContext, siteId: SiteId | undefined) {
  if (isOver(read(session).status)) return reject('session.over')
  return siteId ? null : reject('rollcall.unknown')
}

function refusalToCall(context: DecideContext, siteId: SiteId | undefined) {
  const { actor } = context
  const operatesAnother = actor.kind === 'participant' && actor.role === 'siteOperator' && actor.siteId !== siteId
  return refusal(context, siteId) ?? (operatesAnother ? reject('rollcall.other-site') : null)
}

/** A roll call that has changed is no longer the one that was confirmed. */
function unconfirmed(state: State, siteId: SiteId): State['confirmations'] {
  const { [siteId]: _gone, ...rest } = state.confirmations
  return rest
}

export const rollcallRules = rules(rollcall, {
  decide: {
    mark(state, data, context) {
      const siteId = siteOfDelegate(context.read(sites).sites, data.delegateId)?.siteId
      const refused = refusalToCall(context, siteId)
      if (refused) return refused
      if ((data.mark === 'substitute') !== (data.substituteId !== null)) return reject('rollcall.substitute-missing')
      const before = state.marks[data.delegateId]
      const isSame =
        before?.mark === data.mark &&
        before.substituteId === data.substituteId &&
        (before.substitutePaper ?? null) === (data.substitutePaper ?? null)
      return isSame || !siteId ? [] : [{ type: 'marked', data: { ...data, siteId } }]
    },
    countHeads(state, data, context) {
      const refused = refusalToCall(context, siteOf(context.read(sites).sites, data.siteId)?.siteId)
      if (refused) return refused
      return state.headcounts[data.siteId]?.count === data.count ? [] : [{ type: 'headsCounted', data }]
    },
    confirm(state, data, context) {
      const refused = refusal(context, siteOf(context.read(sites).sites, data.siteId)?.siteId)
      if (refused) return refused
      return state.confirmations[data.siteId] ? [] : [{ type: 'confirmed', data }]
    },
  },
  evolve: {
    marked: (state, { siteId, ...marked }, { at }) => ({
      ...state,
      marks: { ...state.marks, [marked.delegateId]: { ...marked, at } },
      confirmations: unconfirmed(state, siteId),
    }),
    headsCounted: (state, { siteId, count }, { at }) => ({
      ...state,
      headcounts: { ...state.headcounts, [siteId]: { count, at } },
      confirmations: unconfirmed(state, siteId),
    }),
    confirmed: (state, { siteId }, { at, actor }) =>
      actor.kind === 'participant'
        ? {
            ...state,
            confirmations: { ...state.confirmations, [siteId]: { byParticipantId: actor.participantId, at } },
          }
        : state,
  },
  also: [
    hear(sites, 'delegateRemoved', (state: State, { siteId, delegateId }) => {
      const { [delegateId]: _gone, ...marks } = state.marks
      return { ...state, marks, confirmations: unconfirmed(state, siteId) }
    }),
    hear(sites, 'delegateAdded', (state: State, { siteId }) => ({
      ...state,
      confirmations: unconfirmed(state, siteId),
    })),
  ],
})
