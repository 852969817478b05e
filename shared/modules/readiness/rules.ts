import type { Actor } from '../../kernel/actor.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { type DecideContext, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { siteOf, sites } from '../sites/contract.ts'
import { allConnectedAt, blockingGates, isKnownOf, openGates, readiness } from './contract.ts'

const siteIdsOf = ({ read }: DecideContext) => read(sites).sites.map(({ siteId }) => siteId)
/** Somebody answers by name: an account for a person on record, others for themselves alone. */
const isNamed = (actor: Actor, personId: PersonId | null) => (actor.kind === 'account') === (personId !== null)
const over = ({ read }: DecideContext) => isOver(read(session).status)

export const readinessRules = rules(readiness, {
  decide: {
    plan({ deadlines }, data, context) {
      if (over(context)) return reject('session.over')
      const isSame =
        deadlines?.notice === data.notice &&
        deadlines.connectionTest === data.connectionTest &&
        deadlines.allConnected === data.allConnected &&
        (deadlines.scheduledAt ?? data.scheduledAt) === data.scheduledAt
      return isSame ? [] : [{ type: 'planned', data }]
    },
    recordNotice({ noticeAt }, _data, context) {
      if (over(context)) return reject('session.over')
      return noticeAt === null ? [{ type: 'noticeRecorded', data: {} }] : []
    },
    recordConnectionTest(_state, data, context) {
      if (over(context)) return reject('session.over')
      if (!siteOf(context.read(sites).sites, data.siteId)) return reject('readiness.unknown-site')
      return [{ type: 'connectionTested', data }]
    },
    recordSiteConnected(state, data, context) {
      const { actor, read } = context
      if (over(context)) return reject('session.over')
      if (!siteOf(read(sites).sites, data.siteId)) return reject('readiness.unknown-site')
      // The first evidence stands: when a gate was passed does not move.
      if (isKnownOf(state, data.siteId)) return []
      // What was not measured somebody answers for.
      if (actor.kind !== 'system' && data.reason === null) return reject('readiness.reason-missing')
      if (!isNamed(actor, data.personId)) return reject('readiness.nobody-named')
      return [{ type: 'siteConnected', data }]
    },
    recordAllConnected(state, data, context) {
      if (over(context)) return reject('session.over')
      const occupied = new Set(
        Object.values(context.read(admission).participants)
          .filter(({ status }) => status === 'present')
          .map(({ siteId }) => siteId),
      )
      const missing = context.read(sites).sites.find(({ siteId }) => !occupied.has(siteId))
      if (missing) return reject('readiness.site-missing', { site: missing.name })
      return allConnectedAt(state, siteIdsOf(context)) !== null ? [] : [{ type: 'allConnected', data }]
    },
    override(state, { reason, personId }, context) {
      const { actor, read } = context
      if (read(session).status !== 'scheduled') return reject('session.not-scheduled')
      if (!isNamed(actor, personId)) return reject('readiness.nobody-named')
      const gates = openGates(state, read(session), siteIdsOf(context))
      return gates.length === 0
        ? reject('readiness.all-passed')
        : [{ type: 'overridden', data: { reason, personId, gates } }]
    },
  },
  evolve: {
    // What was decided was decided for that hour.
    planned: (state, deadlines) => ({ ...state, deadlines, override: null }),
    noticeRecorded: (state, _data, { at }) => ({ ...state, noticeAt: at }),
    connectionTested: (state, test, { at, actor }) => ({
      ...state,
      tests: [...state.tests.filter(({ siteId }) => siteId !== test.siteId), { ...test, at, by: actor }],
    }),
    siteConnected: (state, { siteId, reason = null, personId = null }, { at, actor }) => ({
      ...state,
      connections: [...state.connections, { siteId, at, by: actor, reason, personId }],
    }),
    allConnected: (state, { reason = null }, { at, actor }) => ({
      ...state,
      connectedAt: at,
      connectedBy: actor,
      connectedReason: reason,
    }),
    overridden: (state, { reason, gates, personId = null }, { at, actor }) => ({
      ...state,
      override: { reason, gates: [...new Set([...(state.override?.gates ?? []), ...gates])], personId, at, by: actor },
    }),
  },
  objections: [
    // Whoever opens, and from wherever: the room, the staff page, a desk.
    objectTo(session, 'open', (state: StateOf<typeof readiness>, _data, { read }) => {
      const siteIds = read(sites).sites.map(({ siteId }) => siteId)
      const missing = blockingGates(state, read(session), siteIds)
      return missing.length === 0
        ? null
        : reject('readiness.gates-missing', { gates: missing.join(', '), count: missing.length })
    }),
  ],
})
