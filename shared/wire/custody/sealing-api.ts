// Closed sessions that are not sealed yet: whose minutes are owed, and the word of a person that there will be none (ADR 0082).

import { AtSession } from '../at-session.ts'
import { route } from '../route.ts'
import { MinutesWaiver, SessionSealing, UnsealedSessions } from './sealing.ts'

const tags = ['sessions']

export const sealingApi = {
  unsealed: route({
    method: 'GET',
    path: '/unsealed-sessions',
    access: 'staff',
    tags,
    summary: 'Closed sessions that are not sealed yet: those whose minutes are owed, and when the others are sealed',
    response: { 200: UnsealedSessions },
  }),
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId/sealing',
    access: 'staff',
    words: null,
    tags,
    summary: 'Whether the minutes of a closed session are owed, who waived them, and when it is sealed by itself',
    params: AtSession,
    response: { 200: SessionSealing },
  }),
  waiveMinutes: route({
    method: 'POST',
    path: '/sessions/:sessionId/minutes-waiver',
    access: 'staff',
    isForPart: true,
    tags,
    summary: 'Say, with the reason, that no minutes will be issued: the session may be sealed without them',
    description: 'For whoever booked the session and the accounts named for it. Signing takes the minutes up again.',
    params: AtSession,
    body: MinutesWaiver,
    response: { 200: SessionSealing },
  }),
}
