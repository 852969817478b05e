// /api/sessions/ID/readiness: what staff note before a session opens.

import { AtSession } from '../at-session.ts'
import { route } from '../route.ts'
import { NewConnectionTest, NewSiteConnection, SessionReadiness } from './readiness.ts'

const tags = ['readiness']

export const readinessApi = {
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId/readiness',
    access: 'staff',
    words: null,
    tags,
    summary: 'The three gates with their evidence',
    params: AtSession,
    response: { 200: SessionReadiness },
  }),
  recordNotice: route({
    method: 'POST',
    path: '/sessions/:sessionId/readiness/notice',
    access: 'staff',
    tags,
    summary: 'Note that everybody was notified',
    params: AtSession,
    response: { 200: SessionReadiness },
  }),
  recordTest: route({
    method: 'POST',
    path: '/sessions/:sessionId/readiness/tests',
    access: 'staff',
    tags,
    summary: 'Note how the connection test with a site went',
    params: AtSession,
    body: NewConnectionTest,
    response: { 200: SessionReadiness },
  }),
  recordConnected: route({
    method: 'POST',
    path: '/sessions/:sessionId/readiness/connections',
    access: 'staff',
    tags,
    summary: 'Note by hand that a site sees and hears the centre, and is seen and heard by it',
    description: 'For a site of which it cannot be measured: without a camera, or by telephone.',
    params: AtSession,
    body: NewSiteConnection,
    response: { 200: SessionReadiness },
  }),
}
