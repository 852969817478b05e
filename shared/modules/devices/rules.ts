import { type DecideContext, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { calendarDayOf } from '../../law/working-days.ts'
import { checklistOn } from '../../secrecy/device-checklist.ts'
import { isStateSecret } from '../../secrecy/levels.ts'
import { isOver, session } from '../session/contract.ts'
import { siteOf, sites } from '../sites/contract.ts'
import { devices, unconfirmedRooms } from './contract.ts'

export const devicesRules = rules(devices, {
  decide: {
    confirm(_state, { siteId, items }, { actor, at, read }) {
      if (actor.kind !== 'participant') return []
      const { status, secrecy } = read(session)
      if (isOver(status)) return reject('session.over')
      if (!isStateSecret(secrecy)) return reject('devices.not-secret')
      const all = read(sites).sites
      if (siteId === null ? all.length > 0 : !siteOf(all, siteId)) return reject('devices.unknown-site')
      if (actor.role === 'siteOperator' && siteId !== actor.siteId) return reject('devices.other-site')
      const list = checklistOn(secrecy, calendarDayOf(at))
      if (!list.every(({ item }) => items.includes(item))) return reject('devices.incomplete')
      const confirmed = list.map(({ item, wording, source }) => ({ item, wording, source }))
      return [{ type: 'confirmed', data: { siteId, items: confirmed, participantId: actor.participantId } }]
    },
  },
  evolve: {
    confirmed: ({ rooms }, room, { at }) => ({
      rooms: [...rooms.filter(({ siteId }) => siteId !== room.siteId), { ...room, at }],
    }),
  },
  objections: [
    objectTo(session, 'open', (state: StateOf<typeof devices>, _data, context) => unconfirmed(state, context)),
    // A site that was added meanwhile.
    objectTo(session, 'resume', (state: StateOf<typeof devices>, _data, context) => unconfirmed(state, context)),
    objectTo(sites, 'add', (_state: StateOf<typeof devices>, _data, { read }) => {
      const { status, secrecy } = read(session)
      return isStateSecret(secrecy) && status === 'open' ? reject('devices.going-on') : null
    }),
  ],
})

/** null: there is no room of which it is not known. */
function unconfirmed(state: StateOf<typeof devices>, { read }: DecideContext) {
  if (!isStateSecret(read(session).secrecy)) return null
  const all = read(sites).sites
  const missing = unconfirmedRooms(
    state,
    all.map(({ siteId }) => siteId),
  )
  if (missing.length === 0) return null
  return reject('devices.unconfirmed', {
    sites: missing.map((siteId) => siteOf(all, siteId)?.name ?? read(session).place).join(', '),
  })
}
