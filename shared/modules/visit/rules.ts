import type { ParticipantId } from '../../kernel/ids.ts'
import { type DecideContext, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { groupRuleFor, smallestGroup } from '../../law/group-representatives.ts'
import { groundsOn } from '../../law/refusal-grounds.ts'
import { calendarDayOf } from '../../law/working-days.ts'
import { admission } from '../admission/contract.ts'
import { isOver, isRunning, session } from '../session/contract.ts'
import { maximumRefusals, visit } from './contract.ts'

type State = StateOf<typeof visit>

const isReception = ({ read }: DecideContext) => read(session).kind === 'reception'
const isCitizen = (participantId: ParticipantId, { read }: DecideContext) =>
  read(admission).participants[participantId]?.role === 'citizen'

/** null: it can still be settled. */
function blockingReason(context: DecideContext) {
  if (isOver(context.read(session).status)) return reject('session.over')
  return isReception(context) ? null : reject('visit.not-reception')
}

export const visitRules = rules(visit, {
  decide: {
    setOwnRecording({ ownRecording }, data, context) {
      const rejected = blockingReason(context)
      if (rejected) return rejected
      return ownRecording === wordFor(data) ? [] : [{ type: 'ownRecordingSet', data }]
    },
    settleCompetence({ competence }, data, context) {
      const rejected = blockingReason(context)
      if (rejected) return rejected
      const isSame = competence?.isOwn === data.isOwn && competence.competentUnit === data.competentUnit
      return isSame ? [] : [{ type: 'competenceSettled', data }]
    },
    explainRefusal({ refusals }, data, context) {
      if (!isRunning(context.read(session).status)) return reject('session.not-open')
      if (!isReception(context)) return reject('visit.not-reception')
      if (!isCitizen(data.participantId, context)) return reject('visit.not-citizen')
      const inForce = groundsOn(calendarDayOf(context.at))
      if (!inForce.some(({ groundId }) => groundId === data.groundId)) return reject('visit.unknown-ground')
      if (refusals.length >= maximumRefusals) return reject('visit.too-many', { maximum: maximumRefusals })
      return [{ type: 'refusalExplained', data }]
    },
    setGroup({ group }, data, context) {
      const rejected = blockingReason(context)
      if (rejected) return rejected
      const rule = groupRuleFor(data.people)
      if (!rule) return reject('visit.no-group', { minimum: smallestGroup })
      const representativeIds = [...new Set(data.representativeIds)]
      if (representativeIds.length === 0) return reject('visit.no-representative')
      if (representativeIds.length > rule.mostRepresentatives)
        return reject('visit.too-many-representatives', { maximum: rule.mostRepresentatives })
      if (!representativeIds.every((id) => isCitizen(id, context))) return reject('visit.not-citizen')
      const wanted = { ...data, representativeIds }
      return JSON.stringify(group) === JSON.stringify(wanted) ? [] : [{ type: 'groupSet', data: wanted }]
    },
    endGroup({ group }, _data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      return group === null ? [] : [{ type: 'groupEnded', data: {} }]
    },
  },
  evolve: {
    ownRecordingSet: (state, data): State => ({ ...state, ownRecording: wordFor(data) }),
    competenceSettled: (state, competence) => ({ ...state, competence }),
    refusalExplained: (state, refusal, { at }) => ({
      ...state,
      refusals: [...state.refusals, { ...refusal, explainedAt: at }],
    }),
    groupSet: (state, { people, representativeIds, hasPaper }) => ({
      ...state,
      group: { people, representativeIds, hasPaper },
    }),
    groupEnded: (state) => ({ ...state, group: null }),
  },
  objections: [
    // Nghị định 154/2026/NĐ-CP, Điều 26.1b: somebody named takes the notes.
    objectTo(session, 'open', (_state: State, _data, context) => {
      const isThere = Object.values(context.read(admission).participants).some(
        ({ role, status }) => role === 'secretary' && status === 'present',
      )
      return isReception(context) && !isThere ? reject('visit.no-note-taker') : null
    }),
    objectTo(admission, 'admit', ({ group }: State, { participantId }, context) =>
      group && isCitizen(participantId, context) && !group.representativeIds.includes(participantId)
        ? reject('visit.not-representative')
        : null,
    ),
  ],
})

const wordFor = ({ isAllowed }: { isAllowed: boolean }) => (isAllowed ? 'allowed' : 'forbidden')
