// The participants of the session and who of them is in the room: invitations and links, waiting room, connections and
// losses.
import { z } from 'zod'
import { anyoneConnected, orAccount, presentRoles, staffPresent, systemOnly, type Viewer } from '../../kernel/actor.ts'
import {
  ConnectionId,
  LinkId,
  Ms,
  ParticipantId,
  PersonId,
  Role,
  SiteId,
  type Standing,
  text,
} from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const ParticipantStatus = z.enum([
  'invited',
  'waiting',
  'present',
  'lost',
  'left',
  'refused',
  'removed',
  'withdrawn',
])
export type ParticipantStatus = z.infer<typeof ParticipantStatus>

/** Whether they may still come: invited, here, or gone for a while. undefined: the session does not know them. */
export const isExpected = (status: ParticipantStatus | undefined): boolean =>
  status !== undefined && !['refused', 'removed', 'withdrawn'].includes(status)

export const IdentificationMethod = z
  .enum(['link', 'document', 'known'])
  .describe('by the personal link; by a document shown to staff; known in person to staff')

const Invitation = z.object({
  participantId: ParticipantId,
  personId: PersonId,
  role: Role,
  siteId: SiteId.nullable(),
  waits: z.boolean().describe('meets the waiting room before the room'),
})

export const Participant = Invitation.extend({
  linkId: LinkId.nullable().describe('the link that opens the door; null: none does. Never in a view'),
  status: ParticipantStatus,
  isAdmitted: z.boolean().describe('may enter without meeting the waiting room'),
  connectionId: ConnectionId.nullable(),
  since: Ms.describe('when the status began'),
  identifiedBy: IdentificationMethod,
  reason: z
    .string()
    .nullable()
    .describe('why staff last sent this participant back or away; null: they did not, or let them in since'),
})
export type Participant = z.infer<typeof Participant>

const LossCause = z.enum(['closed', 'timeout', 'serverRestarted'])

const One = z.object({ participantId: ParticipantId })
const OneForReason = One.extend({ reason: text(300) })
const Connected = One.extend({ connectionId: ConnectionId })
const Lost = Connected.extend({ lostAt: Ms.describe('when the connection was last known to live'), cause: LossCause })
const Link = One.extend({ linkId: LinkId })
const HandOver = One.extend({
  participantId: ParticipantId.describe('who chairs from now on'),
  fromId: ParticipantId.describe('who chaired until now'),
  fromRole: Role.exclude(['chair']).describe('the office that who chaired until now has from now on'),
})

const invite = orAccount(presentRoles('secretary'))
/** Those present see it, and the one it is about. */
const presentAndSubject = (data: { participantId: ParticipantId }) => ({
  to: 'present' as const,
  and: [data.participantId],
})

export const maximumParticipants = 3000

/** So long a chair may be away before a secretary may take the chair. */
const chairAwayMs = 2 * 60_000

/** Whose invitation was withdrawn chairs no longer. */
export const isChair = ({ role, status }: Pick<Participant, 'role' | 'status'>): boolean =>
  role === 'chair' && status !== 'withdrawn'

/** May be made the chair: of the agencies and with a page of their own. */
export const mayChair = ({ role }: Pick<Participant, 'role'>): boolean =>
  role === 'secretary' || role === 'siteOperator'

/** Whether a secretary may take the chair of this one. */
export const isChairAway = ({ status, since }: Pick<Participant, 'status' | 'since'>, at: Ms): boolean =>
  status === 'left' || ((status === 'lost' || status === 'invited') && at - since >= chairAwayMs)

export const admission = defineModule('admission', {
  commands: {
    invite: command(
      'Adds a participant, who holds the link named.',
      orAccount(staffPresent),
      Invitation.extend({ linkId: LinkId }),
      [
        'session.over',
        'admission.exists',
        'admission.unknown-site',
        'admission.second-chair',
        'admission.too-many',
        'secrecy.named-only',
        'protection.no-waiver',
      ],
    ),
    reissueLink: command(
      'Replaces a participant’s link; the old one is dead. One refused, removed or withdrawn may knock again with the new one.',
      invite,
      Link,
      ['admission.unknown', 'admission.second-chair', 'session.over'],
    ),
    revokeLink: command('Revokes a participant’s link.', invite, One, ['admission.unknown', 'session.over']),
    withdrawInvitation: command(
      'Somebody will not come, or not come back; their link is dead. A chair makes room for another one.',
      invite,
      OneForReason,
      ['admission.unknown', 'admission.connected', 'session.over'],
    ),
    connect: command('A connection of a participant was accepted. The newest device wins.', systemOnly, Connected, [
      'admission.unknown',
      'admission.refused',
      'admission.removed',
      'session.over',
    ]),
    disconnect: command('A connection was lost.', systemOnly, Lost),
    leave: command('The participant leaves.', anyoneConnected, z.object({})),
    admit: command('Lets a waiting participant in.', staffPresent, One, [
      'admission.not-waiting',
      'visit.not-representative',
      'protection.no-waiver',
    ]),
    refuse: command('Refuses a waiting participant, with the reason.', staffPresent, OneForReason, [
      'admission.not-waiting',
    ]),
    returnToWaiting: command('Sends a participant back to the waiting room.', staffPresent, OneForReason, [
      'admission.not-present',
      'admission.staff',
    ]),
    remove: command('Removes a participant for good, with the reason.', staffPresent, OneForReason, [
      'admission.unknown',
      'admission.staff',
    ]),
    identify: command(
      'Notes how staff made sure of a participant’s identity.',
      staffPresent,
      One.extend({ method: IdentificationMethod }),
      ['admission.unknown'],
    ),
    handOverChair: command(
      'The chair makes a secretary or a site operator who is in the room the chair, and takes another office (ADR 0084).',
      staffPresent,
      One,
      [
        'session.over',
        'admission.not-chair',
        'admission.unknown',
        'admission.may-not-chair',
        'admission.not-present',
        'identity.officer-checks',
        'protection.chair-stays-with-staff',
      ],
    ),
    takeChair: command(
      'A secretary takes the chair of a running session whose chair has left, or has been away for two minutes.',
      presentRoles('secretary'),
      z.object({}),
      ['session.not-open', 'admission.no-chair', 'admission.chair-not-away'],
    ),
  },
  events: {
    invited: event(presentAndSubject, Invitation),
    linkIssued: event('nobody', Link),
    linkRevoked: event('nobody', One),
    reinvited: event(presentAndSubject, One),
    invitationWithdrawn: event(presentAndSubject, OneForReason),
    startedWaiting: event(presentAndSubject, Connected),
    entered: event(presentAndSubject, Connected),
    movedDevice: event(presentAndSubject, Connected),
    lost: event(presentAndSubject, Lost),
    returned: event(presentAndSubject, Connected),
    left: event(presentAndSubject, One),
    admitted: event(presentAndSubject, One),
    refused: event(presentAndSubject, OneForReason),
    returnedToWaiting: event(presentAndSubject, OneForReason),
    removed: event(presentAndSubject, OneForReason),
    identified: event(presentAndSubject, One.extend({ method: IdentificationMethod })),
    chairHandedOver: event('present', HandOver),
  },
  state: z.object({ participants: z.record(ParticipantId, Participant) }),
  initial: { participants: {} },
  view: ({ participants }, viewer) => ({
    participants: Object.fromEntries(
      Object.entries(participants)
        .filter(([id]) => viewer.standing === 'present' || id === viewer.participantId)
        .map(([id, participant]) => [id, withoutLink(participant)]),
    ),
  }),
})

function withoutLink(participant: Participant): Participant {
  return { ...participant, linkId: null }
}

export function standingOf(participant: Participant): Standing {
  if (participant.connectionId === null) return 'outside'
  if (participant.status === 'present') return 'present'
  return participant.status === 'waiting' ? 'waiting' : 'outside'
}

export function viewerOf(participant: Participant): Viewer | null {
  const standing = standingOf(participant)
  const { participantId, role, siteId } = participant
  return standing === 'outside' ? null : { participantId, role, siteId, standing }
}
