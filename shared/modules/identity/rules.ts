import type { Ms, ParticipantId } from '../../kernel/ids.ts'
import { type DecideContext, hear, type NewEvent, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { checklistOn } from '../../law/identity-papers.ts'
import { calendarDayOf } from '../../law/working-days.ts'
import { admission } from '../admission/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { checkOf, identity, isConfirmed } from './contract.ts'

type State = StateOf<typeof identity>
interface One {
  participantId: ParticipantId
}

const participantOf = ({ participantId }: One, { read }: DecideContext) => read(admission).participants[participantId]
const overIn = ({ read }: DecideContext) => isOver(read(session).status)

/** The check ends with what was found. */
function ending(state: State, found: NewEvent<typeof identity>, { participantId }: One): NewEvent<typeof identity>[] {
  const check = checkOf(state, participantId)
  return check ? [found, { type: 'ended', data: { checkId: check.checkId, participantId } }] : [found]
}

const without = (state: State, participantId: ParticipantId): State =>
  checkOf(state, participantId)
    ? { ...state, checks: state.checks.filter((check) => check.participantId !== participantId) }
    : state

/** Whoever of the two goes away ends it, and nothing was found. */
const gone = (state: State, { participantId }: One): State =>
  state.checks.some((check) => check.officerId === participantId || check.participantId === participantId)
    ? {
        ...state,
        checks: state.checks.filter(
          (check) => check.officerId !== participantId && check.participantId !== participantId,
        ),
      }
    : state

const withResult = (state: State, participantId: ParticipantId, result: State['results'][ParticipantId]): State => ({
  ...state,
  results: { ...state.results, [participantId]: result },
})

const unsettled =
  (outcome: 'refused' | 'deferred') =>
  (state: State, { participantId, reason }: One & { reason: string }, { at, actor }: Happening): State =>
    withResult(state, participantId, {
      outcome,
      at,
      officerId: actor.kind === 'participant' ? actor.participantId : null,
      reason,
    })

interface Happening {
  at: Ms
  actor: { kind: 'participant'; participantId: ParticipantId } | { kind: 'account' | 'system' }
}

export const identityRules = rules(identity, {
  decide: {
    introduce(state, data, context) {
      if (overIn(context)) return reject('session.over')
      if (participantOf(data, context)?.role !== 'citizen') return reject('identity.not-citizen')
      if (state.citizenIds[data.participantId] === data.citizenId) return []
      return isConfirmed(state, data.participantId) ? reject('identity.confirmed') : [{ type: 'introduced', data }]
    },
    begin(state, { participantId }, context) {
      const { actor, newId, read } = context
      if (actor.kind !== 'participant') return []
      if (overIn(context)) return reject('session.over')
      if (read(session).kind !== 'reception') return reject('identity.not-reception')
      const citizen = participantOf({ participantId }, context)
      if (citizen?.role !== 'citizen') return reject('identity.not-citizen')
      if (citizen.status !== 'present') return reject('identity.not-present')
      if (isConfirmed(state, participantId)) return reject('identity.confirmed')
      if (checkOf(state, participantId)) return reject('identity.going-on')
      return [{ type: 'begun', data: { checkId: newId(), participantId, officerId: actor.participantId } }]
    },
    confirm(state, { citizenId, ...findings }, context) {
      const { participantId, officerId, personKind, papers } = findings
      if (!checkOf(state, participantId)) return reject('identity.not-going-on')
      const officer = participantOf({ participantId: officerId }, context)
      const isOfficer = officer?.role === 'chair' || officer?.role === 'secretary'
      if (!isOfficer || officer.status !== 'present') return reject('identity.not-officer')
      const asked = checklistOn(personKind, calendarDayOf(context.at)).papers
      if (asked.some((paper) => !papers.includes(paper))) return reject('identity.papers-missing')
      const isKnown = state.citizenIds[participantId] === citizenId
      return [
        ...(isKnown ? [] : [{ type: 'introduced' as const, data: { participantId, citizenId } }]),
        ...ending(state, { type: 'confirmed', data: findings }, findings),
      ]
    },
    refuse: (state, data) =>
      checkOf(state, data.participantId)
        ? ending(state, { type: 'refused', data }, data)
        : reject('identity.not-going-on'),
    defer: (state, data) =>
      checkOf(state, data.participantId)
        ? ending(state, { type: 'deferred', data }, data)
        : reject('identity.not-going-on'),
    withdraw(state, data, context) {
      if (overIn(context)) return reject('session.over')
      return isConfirmed(state, data.participantId) ? [{ type: 'withdrawn', data }] : reject('identity.not-confirmed')
    },
  },
  evolve: {
    introduced: (state, { participantId, citizenId }) => ({
      ...state,
      citizenIds: { ...state.citizenIds, [participantId]: citizenId },
    }),
    begun: (state, check) => ({ ...state, checks: [...state.checks, check] }),
    ended: (state, { participantId }) => without(state, participantId),
    confirmed: (state, { participantId, ...findings }, { at }) =>
      withResult(state, participantId, { ...findings, outcome: 'confirmed', at }),
    refused: unsettled('refused'),
    deferred: unsettled('deferred'),
    withdrawn(state, { participantId }) {
      const { [participantId]: _withdrawn, ...results } = state.results
      return { ...state, results }
    },
  },
  also: [
    hear(admission, 'left', gone),
    hear(admission, 'removed', gone),
    hear(admission, 'invitationWithdrawn', gone),
    hear(admission, 'returnedToWaiting', gone),
    hear(session, 'closed', (state: State) => (state.checks.length === 0 ? state : { ...state, checks: [] })),
  ],
  // Whoever looks at papers may be no officer afterwards, and could not end the check.
  objections: [
    objectTo(admission, 'handOverChair', ({ checks }: State, _data, { actor }) =>
      actor.kind === 'participant' && checks.some(({ officerId }) => officerId === actor.participantId)
        ? reject('identity.officer-checks')
        : null,
    ),
  ],
})
