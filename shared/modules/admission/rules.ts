import type { Ms, ParticipantId } from '../../kernel/ids.ts'
import { hear, rules } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isStateSecret } from '../../secrecy/levels.ts'
import { hasEnded, isOver, session } from '../session/contract.ts'
import { siteOf, sites } from '../sites/contract.ts'
import { admission, isChair, isChairAway, maximumParticipants, mayChair, type Participant } from './contract.ts'

interface Participants {
  participants: Record<ParticipantId, Participant>
}

function change(state: Participants, participantId: ParticipantId, changes: Partial<Participant>): Participants {
  const participant = state.participants[participantId]
  if (!participant) return state
  return { participants: { ...state.participants, [participantId]: { ...participant, ...changes } } }
}

const isStaffRole = ({ role }: Participant) => role === 'chair' || role === 'secretary'
/** In the room, or lost from it. */
const isInside = ({ status, isAdmitted }: Participant) => isAdmitted && (status === 'present' || status === 'lost')

export const admissionRules = rules(admission, {
  decide: {
    invite({ participants }, { linkId, ...invitation }, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      if (participants[invitation.participantId]) return reject('admission.exists')
      const all = Object.values(participants)
      if (all.length >= maximumParticipants) return reject('admission.too-many', { maximum: maximumParticipants })
      if (invitation.role === 'chair' && all.some(isChair)) return reject('admission.second-chair')
      const siteMissing =
        invitation.siteId === null ? invitation.role === 'siteOperator' : !siteOf(read(sites).sites, invitation.siteId)
      if (siteMissing) return reject('admission.unknown-site')
      // Whoever is there is named as one who takes part: nobody looks on, nobody comes from outside the agencies.
      if (isStateSecret(read(session).secrecy) && (invitation.role === 'observer' || invitation.role === 'citizen'))
        return reject('secrecy.named-only')
      return [
        { type: 'invited', data: invitation },
        { type: 'linkIssued', data: { participantId: invitation.participantId, linkId } },
      ]
    },
    reissueLink({ participants }, { participantId, linkId }, { read }) {
      // Also after closing: a secretary who has lost the link must be able to complete the minutes.
      if (hasEnded(read(session).status)) return reject('session.over')
      const participant = participants[participantId]
      if (!participant) return reject('admission.unknown')
      const { status, role } = participant
      if (status === 'withdrawn' && role === 'chair' && Object.values(participants).some(isChair))
        return reject('admission.second-chair')
      const mayKnockAgain = status === 'refused' || status === 'removed' || status === 'withdrawn'
      return [
        { type: 'linkIssued', data: { participantId, linkId } },
        ...(mayKnockAgain ? [{ type: 'reinvited' as const, data: { participantId } }] : []),
      ]
    },
    revokeLink({ participants }, { participantId }, { read }) {
      if (hasEnded(read(session).status)) return reject('session.over')
      const participant = participants[participantId]
      if (!participant) return reject('admission.unknown')
      return participant.linkId === null ? [] : [{ type: 'linkRevoked', data: { participantId } }]
    },
    withdrawInvitation({ participants }, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      const participant = participants[data.participantId]
      if (!participant) return reject('admission.unknown')
      if (participant.connectionId !== null) return reject('admission.connected')
      return participant.status === 'withdrawn' ? [] : [{ type: 'invitationWithdrawn', data }]
    },
    connect({ participants }, connected, { read }) {
      if (hasEnded(read(session).status)) return reject('session.over')
      const participant = participants[connected.participantId]
      if (!participant) return reject('admission.unknown')
      switch (participant.status) {
        case 'refused':
          return reject('admission.refused')
        case 'removed':
        case 'withdrawn':
          return reject('admission.removed')
        case 'present':
        case 'waiting':
          return participant.connectionId === connected.connectionId ? [] : [{ type: 'movedDevice', data: connected }]
        case 'lost':
          return [{ type: 'returned', data: connected }]
        case 'invited':
        case 'left':
          return [
            { type: participant.isAdmitted || !participant.waits ? 'entered' : 'startedWaiting', data: connected },
          ]
      }
    },
    disconnect({ participants }, lost) {
      const participant = participants[lost.participantId]
      // A connection that a newer device has replaced is nobody’s any more.
      return participant?.connectionId === lost.connectionId ? [{ type: 'lost', data: lost }] : []
    },
    leave({ participants }, _data, { actor }) {
      if (actor.kind !== 'participant') return []
      const participant = participants[actor.participantId]
      return participant?.connectionId ? [{ type: 'left', data: { participantId: actor.participantId } }] : []
    },
    admit({ participants }, { participantId }) {
      const participant = participants[participantId]
      if (participant?.isAdmitted) return []
      return isKnocking(participant) ? [{ type: 'admitted', data: { participantId } }] : reject('admission.not-waiting')
    },
    refuse({ participants }, data) {
      return isKnocking(participants[data.participantId])
        ? [{ type: 'refused', data }]
        : reject('admission.not-waiting')
    },
    returnToWaiting({ participants }, data) {
      const participant = participants[data.participantId]
      if (!participant || !isInside(participant)) return reject('admission.not-present')
      return isStaffRole(participant) ? reject('admission.staff') : [{ type: 'returnedToWaiting', data }]
    },
    remove({ participants }, data) {
      const participant = participants[data.participantId]
      if (!participant) return reject('admission.unknown')
      if (isStaffRole(participant)) return reject('admission.staff')
      return participant.status === 'removed' ? [] : [{ type: 'removed', data }]
    },
    identify({ participants }, data) {
      const participant = participants[data.participantId]
      if (!participant) return reject('admission.unknown')
      return participant.identifiedBy === data.method ? [] : [{ type: 'identified', data }]
    },
    handOverChair({ participants }, { participantId }, { actor, read }) {
      if (isOver(read(session).status)) return reject('session.over')
      const chair = actor.kind === 'participant' ? participants[actor.participantId] : undefined
      // The second of two hand-overs comes from somebody who chairs no longer.
      if (!chair || !isChair(chair)) return reject('admission.not-chair')
      const next = participants[participantId]
      if (!next) return reject('admission.unknown')
      if (!mayChair(next)) return reject('admission.may-not-chair')
      return next.status === 'present' ? [handedOver(chair, next)] : reject('admission.not-present')
    },
    takeChair({ participants }, _data, { actor, at, read }) {
      const { status } = read(session)
      if (status !== 'open' && status !== 'suspended') return reject('session.not-open')
      const next = actor.kind === 'participant' ? participants[actor.participantId] : undefined
      const chair = Object.values(participants).find(isChair)
      if (!chair || !next) return reject('admission.no-chair')
      return isChairAway(chair, at) ? [handedOver(chair, next)] : reject('admission.chair-not-away')
    },
  },
  evolve: {
    invited: (state, invitation, { at }) => ({
      participants: {
        ...state.participants,
        [invitation.participantId]: {
          ...invitation,
          linkId: null,
          status: 'invited',
          isAdmitted: !invitation.waits,
          connectionId: null,
          since: at,
          identifiedBy: 'link',
          reason: null,
        },
      },
    }),
    linkIssued: (state, { participantId, linkId }) => change(state, participantId, { linkId }),
    linkRevoked: (state, { participantId }) => change(state, participantId, { linkId: null }),
    reinvited(state, { participantId }, { at }) {
      const participant = state.participants[participantId]
      // Whom staff had sent away they see again before the door opens.
      const waits = participant?.status !== 'withdrawn' || participant.waits
      return change(state, participantId, { status: 'invited', isAdmitted: !waits, waits, since: at, reason: null })
    },
    invitationWithdrawn: (state, { participantId, reason }, { at }) =>
      change(state, participantId, {
        status: 'withdrawn',
        linkId: null,
        connectionId: null,
        isAdmitted: false,
        since: at,
        reason,
      }),
    startedWaiting: (state, { participantId, connectionId }, { at }) =>
      change(state, participantId, { status: 'waiting', connectionId, since: at }),
    entered: (state, { participantId, connectionId }, { at }) =>
      change(state, participantId, { status: 'present', connectionId, since: at }),
    movedDevice: (state, { participantId, connectionId }) => change(state, participantId, { connectionId }),
    lost: (state, { participantId, lostAt }) =>
      change(state, participantId, { status: 'lost', connectionId: null, since: lostAt }),
    returned: (state, { participantId, connectionId }, { at }) => {
      const isAdmitted = state.participants[participantId]?.isAdmitted ?? false
      return change(state, participantId, { status: isAdmitted ? 'present' : 'waiting', connectionId, since: at })
    },
    left: (state, { participantId }, { at }) =>
      change(state, participantId, { status: 'left', connectionId: null, since: at }),
    admitted: (state, { participantId }, { at }) => {
      const isHere = state.participants[participantId]?.status === 'waiting'
      return change(state, participantId, {
        isAdmitted: true,
        reason: null,
        ...(isHere ? { status: 'present', since: at } : {}),
      })
    },
    refused: (state, { participantId, reason }, { at }) =>
      change(state, participantId, { status: 'refused', connectionId: null, isAdmitted: false, since: at, reason }),
    returnedToWaiting: (state, { participantId, reason }, { at }) => {
      const isHere = state.participants[participantId]?.status === 'present'
      return change(state, participantId, {
        isAdmitted: false,
        waits: true,
        reason,
        ...(isHere ? { status: 'waiting', since: at } : {}),
      })
    },
    removed: (state, { participantId, reason }, { at }) =>
      change(state, participantId, { status: 'removed', connectionId: null, isAdmitted: false, since: at, reason }),
    identified: (state, { participantId, method }) => change(state, participantId, { identifiedBy: method }),
    chairHandedOver: (state, { participantId, fromId, fromRole }) =>
      change(change(state, fromId, { role: fromRole }), participantId, { role: 'chair' }),
  },
  also: [
    hear(session, 'sealed', (state: Participants, _data, { at }) => emptied(state, at)),
    hear(session, 'cancelled', (state: Participants, _data, { at }) => emptied(state, at)),
  ],
})

/** With a secretary they change offices, so that somebody writes the minutes; else whoever chaired is one of their own site. */
const handedOver = (chair: Participant, next: Participant) => ({
  type: 'chairHandedOver' as const,
  data: {
    participantId: next.participantId,
    fromId: chair.participantId,
    fromRole: next.role === 'secretary' || chair.siteId === null ? ('secretary' as const) : ('siteOperator' as const),
  },
})

/** Nobody is in the room once the journal has ended. */
const emptied = ({ participants }: Participants, at: Ms): Participants => ({
  participants: Object.fromEntries(
    Object.entries(participants).map(([id, participant]) => [
      id,
      participant.connectionId === null
        ? participant
        : { ...participant, status: 'left', connectionId: null, since: at },
    ]),
  ),
})

/** Waiting now, or lost while waiting: a decision of staff holds when they come back. */
const isKnocking = (participant: Participant | undefined): participant is Participant =>
  participant !== undefined &&
  !participant.isAdmitted &&
  (participant.status === 'waiting' || participant.status === 'lost')
