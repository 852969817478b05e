import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isOver, session } from '../session/contract.ts'
import { announcement } from './contract.ts'

type State = StateOf<typeof announcement>

export const announcementRules = rules(announcement, {
  decide: {
    post({ standing }, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      return standing?.text === data.text ? [] : [{ type: 'posted', data }]
    },
    takeDown: ({ standing }) => (standing ? [{ type: 'takenDown', data: {} }] : reject('announcement.none')),
  },
  evolve: {
    posted: (_state, { text }, { at }): State => ({ standing: { text, at } }),
    takenDown: (): State => announcement.initial,
  },
  also: [hear(session, 'closed', (): State => announcement.initial)],
})
