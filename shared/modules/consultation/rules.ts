import type { Ms, ParticipantId } from '../../kernel/ids.ts'
import { type DecideContext, hear, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { identity } from '../identity/contract.ts'
import { isRunning, session } from '../session/contract.ts'
import { type Consultation, consultation, consultationOf, maximumInConsultation } from './contract.ts'

type State = StateOf<typeof consultation>

const isGoingOn = ({ endedAt }: Consultation) => endedAt === null

const running = ({ consultations }: State, consultationId: string): Consultation | undefined =>
  consultations.find((one) => one.consultationId === consultationId && isGoingOn(one))

/** null: nothing keeps this participant out. */
function blockingReason(state: State, participantId: ParticipantId, { read }: DecideContext) {
  const participant = read(admission).participants[participantId]
  if (participant?.status !== 'present') return reject('consultation.not-present')
  if (participant.role === 'observer') return reject('consultation.observer')
  return consultationOf(state, participantId) ? reject('consultation.in-another') : null
}

const change = (
  { consultations }: State,
  consultationId: string,
  next: (one: Consultation) => Consultation,
): State => ({
  consultations: consultations.map((one) => (one.consultationId === consultationId ? next(one) : one)),
})

/** Who took part is forgotten with the end: what stays are the times. */
const over = (one: Consultation, at: Ms): Consultation => ({ ...one, participantIds: [], endedAt: at })

/** One alone consults nobody. */
function without(state: State, participantId: ParticipantId, at: Ms): State {
  const place = consultationOf(state, participantId)
  if (!place) return state
  return change(state, place.consultationId, (one) => {
    const participantIds = one.participantIds.filter((id) => id !== participantId)
    return participantIds.length < 2 ? over(one, at) : { ...one, participantIds }
  })
}

const gone = (state: State, { participantId }: { participantId: ParticipantId }, { at }: { at: Ms }) =>
  without(state, participantId, at)

export const consultationRules = rules(consultation, {
  decide: {
    start(state, data, context) {
      if (!isRunning(context.read(session).status)) return reject('session.not-open')
      const participantIds = [...new Set(data.participantIds)]
      if (participantIds.length < 2) return reject('consultation.too-few')
      for (const participantId of participantIds) {
        const rejected = blockingReason(state, participantId, context)
        if (rejected) return rejected
      }
      return [{ type: 'started', data: { consultationId: context.newId(), participantIds } }]
    },
    add(state, data, context) {
      const place = running(state, data.consultationId)
      if (!place) return reject('consultation.over')
      if (place.isIdentityCheck) return reject('consultation.identity-check')
      if (place.participantIds.includes(data.participantId)) return []
      if (place.participantIds.length >= maximumInConsultation)
        return reject('consultation.too-many', { maximum: maximumInConsultation })
      return blockingReason(state, data.participantId, context) ?? [{ type: 'joined', data }]
    },
    leave(state, _data, { actor }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      const place = consultationOf(state, participantId)
      if (!place) return reject('consultation.not-in')
      if (place.isIdentityCheck) return reject('consultation.identity-check')
      return [{ type: 'left', data: { consultationId: place.consultationId, participantId } }]
    },
    end(state, data) {
      const place = running(state, data.consultationId)
      if (!place) return reject('consultation.over')
      return place.isIdentityCheck ? reject('consultation.identity-check') : [{ type: 'ended', data }]
    },
  },
  evolve: {
    started: ({ consultations }, started, { at }) => ({
      consultations: [...consultations, { ...started, startedAt: at, endedAt: null, isIdentityCheck: false }],
    }),
    joined: (state, { consultationId, participantId }) =>
      change(state, consultationId, (one) => ({ ...one, participantIds: [...one.participantIds, participantId] })),
    left: gone,
    ended: (state, { consultationId }, { at }) => change(state, consultationId, (one) => over(one, at)),
  },
  also: [
    hear(admission, 'left', gone),
    hear(admission, 'removed', gone),
    hear(admission, 'invitationWithdrawn', gone),
    hear(admission, 'returnedToWaiting', gone),
    hear(identity, 'begun', ({ consultations }: State, { checkId, officerId, participantId }, { at }) => ({
      consultations: [
        ...consultations,
        {
          consultationId: checkId,
          participantIds: [officerId, participantId],
          startedAt: at,
          endedAt: null,
          isIdentityCheck: true,
        },
      ],
    })),
    hear(identity, 'ended', (state: State, { checkId }, { at }) => change(state, checkId, (one) => over(one, at))),
    hear(session, 'closed', ({ consultations }: State, _data, { at }) => ({
      consultations: consultations.map((one) => (isGoingOn(one) ? over(one, at) : one)),
    })),
  ],
  objections: [
    objectTo(identity, 'begin', (state: State, { participantId }, { actor }) => {
      const isAside = [participantId, actor.kind === 'participant' && actor.participantId].some(
        (id) => id !== false && consultationOf(state, id),
      )
      return isAside ? reject('consultation.in-another') : null
    }),
  ],
})
