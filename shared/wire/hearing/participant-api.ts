// /api/sessions/ID/participants and /links: who is invited, and the personal links that open the door.

import { ParticipantId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { noContent, route } from '../route.ts'
import { NewParticipant } from './booking.ts'
import { LinkList, ParticipantLink, Withdrawal } from './sessions.ts'

const AtParticipant = AtSession.extend({ participantId: ParticipantId })
const tags = ['participants']

export const participantApi = {
  invite: route({
    method: 'POST',
    path: '/sessions/:sessionId/participants',
    access: 'staff',
    isForPart: true,
    tags,
    summary: 'Invite one more participant',
    params: AtSession,
    body: NewParticipant,
    response: { 201: ParticipantLink },
  }),
  links: route({
    method: 'GET',
    path: '/sessions/:sessionId/links',
    access: 'staff',
    isForPart: true,
    words: null,
    tags,
    summary: 'The links that are not revoked',
    description: 'For accounts that have a part in the session. That they are shown is noted first.',
    params: AtSession,
    response: { 200: LinkList },
  }),
  replaceLink: route({
    method: 'POST',
    path: '/sessions/:sessionId/participants/:participantId/link',
    access: 'staff',
    isForPart: true,
    tags,
    summary: 'Replace a link; the old one is dead at once',
    params: AtParticipant,
    response: { 201: ParticipantLink },
  }),
  revokeLink: route({
    method: 'DELETE',
    path: '/sessions/:sessionId/participants/:participantId/link',
    access: 'staff',
    isForPart: true,
    tags,
    summary: 'Revoke a link; whoever is in by it must leave',
    params: AtParticipant,
    response: noContent,
  }),
  withdraw: route({
    method: 'POST',
    path: '/sessions/:sessionId/participants/:participantId/withdrawal',
    access: 'staff',
    tags,
    summary: 'Note that somebody will not attend, or not come back',
    description: 'Their link is dead. A chair who is withdrawn makes room for another one. A new link invites again.',
    params: AtParticipant,
    body: Withdrawal,
    response: noContent,
  }),
}
