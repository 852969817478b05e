import { isOfIntakeGroup } from '../../intake-group/contract.ts'
import type { AccountId, DeskId, Ms } from '../../kernel/ids.ts'
import { type DecideContext, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { type Desk, desks, maximumDesks } from './contract.ts'

type State = StateOf<typeof desks>

const accountOf = ({ actor }: Pick<DecideContext, 'actor'>): AccountId | null =>
  actor.kind === 'account' ? actor.accountId : null

const changed = (state: State, deskId: DeskId, status: Desk['status'], since: Ms): State => {
  const desk = state.desks[deskId]
  return desk ? { desks: { ...state.desks, [deskId]: { ...desk, status, since } } } : state
}

export const desksRules = rules(desks, {
  decide: {
    open({ desks: all }, data, { actor }) {
      const accountId = accountOf({ actor })
      if (all[data.deskId]) return all[data.deskId]?.accountId === accountId ? [] : reject('desks.already-open')
      if (data.kinds.includes('denunciation') && !isOfIntakeGroup(actor)) return reject('desks.for-intake-group')
      if (data.noteTakerId === accountId) return reject('desks.own-note-taker')
      const others = Object.values(all).filter(({ status }) => status !== 'closed')
      if (others.some((desk) => desk.accountId === accountId)) return reject('desks.already-open')
      if (others.some(({ label }) => label === data.label)) return reject('desks.label-taken')
      if (Object.keys(all).length >= maximumDesks) return reject('desks.too-many', { maximum: maximumDesks })
      return [{ type: 'opened', data: { ...data, kinds: [...new Set(data.kinds)] } }]
    },
    close({ desks: all }, { deskId }, { actor }) {
      const desk = all[deskId]
      if (!desk) return reject('desks.unknown')
      if (desk.accountId !== accountOf({ actor })) return reject('desks.of-another')
      return desk.status === 'closed' ? [] : [{ type: 'closed', data: { deskId } }]
    },
    lose({ desks: all }, { deskId }) {
      if (!all[deskId]) return reject('desks.unknown')
      return all[deskId].status === 'open' ? [{ type: 'lost', data: { deskId } }] : []
    },
    resume({ desks: all }, { deskId }) {
      if (!all[deskId]) return reject('desks.unknown')
      return all[deskId].status === 'lost' ? [{ type: 'resumed', data: { deskId } }] : []
    },
  },
  evolve: {
    opened(state, opening, { at, actor }) {
      if (actor.kind !== 'account') return state
      const desk: Desk = { ...opening, accountId: actor.accountId, status: 'open', since: at }
      return { desks: { ...state.desks, [desk.deskId]: desk } }
    },
    closed: (state, { deskId }, { at }) => changed(state, deskId, 'closed', at),
    lost: (state, { deskId }, { at }) => changed(state, deskId, 'lost', at),
    resumed: (state, { deskId }, { at }) => changed(state, deskId, 'open', at),
  },
})
