import { type EvolveContext, rules, type StateOf } from '../kernel/module.ts'
import { reject } from '../kernel/rejection.ts'
import { keepingOn } from './classes.ts'
import { type ErasureList, erasableKey, holdOn, type Item, mayApprove, retention, subjectKey } from './contract.ts'

type State = StateOf<typeof retention>

const listOf = ({ lists }: State, listId: string, ...states: ErasureList['state'][]): ErasureList | null =>
  lists.find((list) => list.listId === listId && states.includes(list.state)) ?? null

const itemOf = (list: ErasureList | null, key: string): Item | null =>
  list?.items.find((item) => erasableKey(item) === key) ?? null

const isOver = ({ state }: Item) => state === 'erased' || state === 'stopped' || state === 'held'

/** Decided by staff alone: the contract lets nobody else. */
function authorOf({ actor }: EvolveContext) {
  if (actor.kind !== 'account') throw new Error('only accounts decide on what is kept')
  return actor.accountId
}

const withList = (state: State, listId: string, change: (list: ErasureList) => ErasureList): State => ({
  ...state,
  lists: state.lists.map((list) => (list.listId === listId ? change(list) : list)),
})
const withItem = (list: ErasureList, key: string, change: Partial<Item>): ErasureList => ({
  ...list,
  items: list.items.map((item) => (erasableKey(item) === key ? { ...item, ...change } : item)),
})

export const retentionRules = rules(retention, {
  decide: {
    addRow({ rows }, row) {
      const isEarlier = rows.some((one) => one.class === row.class && one.validFrom > row.validFrom)
      return isEarlier ? reject('retention.row-history') : [{ type: 'rowAdded', data: row }]
    },
    hold({ holds }, data) {
      const isHeld = holds.some((one) => one.lifted === null && subjectKey(one.subject) === subjectKey(data.subject))
      return isHeld ? reject('retention.held') : [{ type: 'held', data }]
    },
    lift: ({ holds }, data) =>
      holds.some(({ holdId, lifted }) => holdId === data.holdId && lifted === null)
        ? [{ type: 'lifted', data }]
        : reject('retention.no-hold'),
    propose(state, { today, ...data }) {
      const keys = data.items.map(erasableKey)
      if (new Set(keys).size < keys.length) return reject('retention.twice')
      for (const [index, item] of data.items.entries()) {
        const earlier = state.lists.flatMap((list) => {
          const found = itemOf(list, keys[index] ?? '')
          return found ? [{ list, found }] : []
        })
        if (earlier.some(({ list }) => list.state === 'proposed' || list.state === 'approved'))
          return reject('retention.listed')
        if (holdOn(state, item)) return reject('retention.on-hold')
        if (!keepingOn(state.rows, item.class, today).isConfirmed) return reject('retention.unconfirmed')
      }
      return [{ type: 'proposed', data }]
    },
    approve(state, { listId, isSecondNeeded }, { actor }) {
      const list = listOf(state, listId, 'proposed')
      if (!list) return reject('retention.no-list')
      if (actor.kind === 'account' && !mayApprove(list, actor.accountId, isSecondNeeded))
        return reject('retention.second-needed')
      return [{ type: 'approved', data: { listId } }]
    },
    decline: (state, data) =>
      listOf(state, data.listId, 'proposed') ? [{ type: 'declined', data }] : reject('retention.no-list'),
    begin(state, data) {
      const item = itemOf(listOf(state, data.listId, 'approved'), data.item)
      if (!item) return reject('retention.no-list')
      if (holdOn(state, item)) return reject('retention.on-hold')
      // What there was is counted once: after a crash some of it is gone already.
      return item.state === 'waiting' ? [{ type: 'begun', data }] : []
    },
    end(state, data) {
      const item = itemOf(listOf(state, data.listId, 'approved'), data.item)
      if (!item) return reject('retention.no-list')
      return isOver(item) ? [] : [{ type: 'ended', data }]
    },
    recall: ({ lists }, data) =>
      lists.some(({ listId }) => listId === data.listId) ? reject('retention.listed') : [{ type: 'recalled', data }],
    certify(state, data) {
      const list = listOf(state, data.listId, 'approved', 'done')
      if (!list) return reject('retention.no-list')
      if (list.certificate) return []
      const isTaken = state.lists.some(
        ({ certificate }) => certificate?.year === data.year && certificate.number === data.number,
      )
      if (isTaken) return reject('retention.number-taken')
      return list.items.every(isOver) ? [{ type: 'certified', data }] : reject('retention.not-finished')
    },
  },
  evolve: {
    rowAdded: (state, row, context) => ({
      ...state,
      rows: [...state.rows, { ...row, addedAt: context.at, by: authorOf(context) }],
    }),
    held: (state, hold, context) => ({
      ...state,
      holds: [...state.holds, { ...hold, at: context.at, by: authorOf(context), lifted: null }],
    }),
    lifted: (state, { holdId, reason }, context) => ({
      ...state,
      holds: state.holds.map((hold) =>
        hold.holdId === holdId ? { ...hold, lifted: { at: context.at, by: authorOf(context), reason } } : hold,
      ),
    }),
    proposed: (state, { items, seconds = null, ...list }, context): State => ({
      ...state,
      lists: [
        ...state.lists,
        {
          ...list,
          items: items.map((item) => ({ ...item, state: 'waiting', what: [], endedAt: null })),
          proposedAt: context.at,
          proposedBy: authorOf(context),
          seconds,
          state: 'proposed',
          decidedAt: null,
          decidedBy: null,
          certificate: null,
        },
      ],
    }),
    approved: (state, { listId }, context) =>
      withList(state, listId, (list) => ({
        ...list,
        state: 'approved',
        decidedAt: context.at,
        decidedBy: authorOf(context),
      })),
    declined: (state, { listId }, context) =>
      withList(state, listId, (list) => ({
        ...list,
        state: 'declined',
        decidedAt: context.at,
        decidedBy: authorOf(context),
      })),
    begun: (state, { listId, item, what }) =>
      withList(state, listId, (list) => withItem(list, item, { state: 'begun', what })),
    ended: (state, { listId, item, outcome }, { at }) =>
      withList(state, listId, (list) => {
        const ended = withItem(list, item, { state: outcome, endedAt: at })
        // One that was recalled has its certificate.
        return ended.certificate && ended.items.every(isOver) ? { ...ended, state: 'done' } : ended
      }),
    recalled: (state, { items, ...list }): State => ({
      ...state,
      lists: [
        ...state.lists,
        {
          ...list,
          seconds: null,
          state: 'approved',
          items: items.map((item) => ({ ...item, state: 'waiting', what: [], endedAt: null })),
        },
      ],
    }),
    certified: (state, { listId, ...certificate }, { at }) =>
      withList(state, listId, (list) => ({ ...list, state: 'done', certificate: { ...certificate, at } })),
  },
})
