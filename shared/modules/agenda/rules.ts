import type { ItemId, Ms } from '../../kernel/ids.ts'
import { type DecideContext, hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isOver, session } from '../session/contract.ts'
import { agenda, type Item, itemOf, maximumItems } from './contract.ts'

type State = StateOf<typeof agenda>

const over = ({ read }: DecideContext) => isOver(read(session).status)

const changeItem = (state: State, itemId: ItemId | null, change: (item: Item) => Item): State => ({
  ...state,
  items: state.items.map((item) => (item.itemId === itemId ? change(item) : item)),
})

const spanEnded = (item: Item, at: Ms): Item => ({
  ...item,
  spans: item.spans.map((span) => (span.to === null ? { ...span, to: at } : span)),
})
const spanBegun = (item: Item, at: Ms): Item => ({ ...item, spans: [...item.spans, { from: at, to: null }] })

function finished(state: State, at: Ms): State {
  const done = changeItem(state, state.runningId, (item) => ({ ...spanEnded(item, at), status: 'finished' }))
  return { ...done, runningId: null }
}

export const agendaRules = rules(agenda, {
  decide: {
    add({ items }, item, context) {
      if (over(context)) return reject('session.over')
      if (itemOf(items, item.itemId)) return reject('agenda.exists')
      if (items.length >= maximumItems) return reject('agenda.too-many', { maximum: maximumItems })
      return [{ type: 'added', data: item }]
    },
    change({ items }, data, context) {
      if (over(context)) return reject('session.over')
      const item = itemOf(items, data.itemId)
      if (!item) return reject('agenda.unknown')
      const isSame =
        item.title === data.title && item.reporterId === data.reporterId && item.plannedMinutes === data.plannedMinutes
      return isSame ? [] : [{ type: 'changed', data }]
    },
    move({ items }, { itemId, position }, context) {
      if (over(context)) return reject('session.over')
      const before = items.findIndex((item) => item.itemId === itemId)
      if (before === -1) return reject('agenda.unknown')
      const place = Math.min(position, items.length - 1)
      return place === before ? [] : [{ type: 'moved', data: { itemId, position: place } }]
    },
    remove({ items }, { itemId }, context) {
      if (over(context)) return reject('session.over')
      const item = itemOf(items, itemId)
      if (!item) return reject('agenda.unknown')
      return item.spans.length > 0 ? reject('agenda.was-taken-up') : [{ type: 'removed', data: { itemId } }]
    },
    start({ items, runningId }, { itemId }, { read }) {
      if (read(session).status !== 'open') return reject('session.not-open')
      if (!itemOf(items, itemId)) return reject('agenda.unknown')
      if (runningId === itemId) return reject('agenda.running')
      return [
        ...(runningId === null ? [] : [{ type: 'finished' as const, data: { itemId: runningId } }]),
        { type: 'started', data: { itemId } },
      ]
    },
    finish({ items, runningId }, { itemId }) {
      if (!itemOf(items, itemId)) return reject('agenda.unknown')
      return runningId === itemId ? [{ type: 'finished', data: { itemId } }] : reject('agenda.not-running')
    },
    skip({ items }, data, context) {
      if (over(context)) return reject('session.over')
      const item = itemOf(items, data.itemId)
      if (!item) return reject('agenda.unknown')
      if (item.spans.length > 0) return reject('agenda.was-taken-up')
      return item.status === 'skipped' ? [] : [{ type: 'skipped', data }]
    },
  },
  evolve: {
    added: (state, content) => {
      const item: Item = { ...content, status: 'planned', skippedReason: null, spans: [] }
      return { ...state, items: [...state.items, item] }
    },
    changed: (state, { itemId, ...content }) => changeItem(state, itemId, (item) => ({ ...item, ...content })),
    moved: (state, { itemId, position }) => ({
      ...state,
      items: state.items
        .filter((item) => item.itemId !== itemId)
        .toSpliced(position, 0, ...state.items.filter((item) => item.itemId === itemId)),
    }),
    removed: (state, { itemId }) => ({ ...state, items: state.items.filter((item) => item.itemId !== itemId) }),
    started: (state, { itemId }, { at }) => ({
      ...changeItem(state, itemId, (item) => ({ ...spanBegun(item, at), status: 'running', skippedReason: null })),
      runningId: itemId,
    }),
    finished: (state, _data, { at }) => finished(state, at),
    skipped: (state, { itemId, reason }) =>
      changeItem(state, itemId, (item) => ({ ...item, status: 'skipped', skippedReason: reason })),
  },
  also: [
    // A break takes no time of the item.
    hear(session, 'suspended', (state: State, _data, { at }) =>
      changeItem(state, state.runningId, (item) => spanEnded(item, at)),
    ),
    hear(session, 'resumed', (state: State, _data, { at }) =>
      changeItem(state, state.runningId, (item) => spanBegun(item, at)),
    ),
    hear(session, 'closed', (state: State, _data, { at }) => finished(state, at)),
  ],
})
