// /api/sessions: what staff do with sessions before and after the meeting itself.

import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, route } from '../route.ts'
import { Cancellation, NewSession, SessionChange } from './booking.ts'
import { SessionOpening } from './readiness.ts'
import { ScheduledSession, SessionDetail, SessionList, SessionQuery, SessionSummary } from './sessions.ts'

const tags = ['sessions']

const step = { method: 'POST', access: 'staff', tags, params: AtSession, response: { 200: SessionSummary } } as const

export const sessionApi = {
  close: route({
    ...step,
    path: '/sessions/:sessionId/close',
    summary: 'Close a session: nobody may speak afterwards',
  }),
  seal: route({
    ...step,
    path: '/sessions/:sessionId/seal',
    summary: 'End the journal of a closed session for good',
  }),
  list: route({
    method: 'GET',
    path: '/sessions',
    access: 'staff',
    tags,
    summary: 'Sessions: those to come and going on, then those that are over, page by page',
    query: SessionQuery,
    response: { 200: SessionList },
  }),
  bookingSheet: route({
    method: 'GET',
    path: '/booking-sheet.xlsx',
    access: 'staff',
    tags,
    summary: 'The list of sites and people to fill in',
    description: 'The form of a new session reads it back, and names every row that is wrong.',
    response: fileOf(mediaTypes.xlsx),
  }),
  schedule: route({
    method: 'POST',
    path: '/sessions',
    access: 'staff',
    tags,
    summary: 'Schedule a session',
    description:
      'One wish: with its sites, their delegates and the participants, each of whom gets a personal link. ' +
      'When something is refused, nothing is scheduled.',
    body: NewSession,
    response: { 201: ScheduledSession },
  }),
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId',
    access: 'staff',
    words: null,
    tags,
    summary: 'One session with its sites and participants',
    params: AtSession,
    response: { 200: SessionDetail },
  }),
  reschedule: route({
    method: 'PUT',
    path: '/sessions/:sessionId/schedule',
    access: 'staff',
    tags,
    summary: 'Change time, place or title before the session opens',
    description: 'Whoever was invited by mail is told, with a new entry for the calendar.',
    params: AtSession,
    body: SessionChange,
    response: { 200: SessionSummary },
  }),
  cancel: route({
    method: 'POST',
    path: '/sessions/:sessionId/cancellation',
    access: 'staff',
    tags,
    summary: 'Cancel a session that has not been opened',
    description: 'Whoever was invited by mail is told; who opens a link reads the reason.',
    params: AtSession,
    body: Cancellation,
    response: { 200: SessionSummary },
  }),
  open: route({
    method: 'POST',
    path: '/sessions/:sessionId/open',
    access: 'staff',
    tags,
    summary: 'Open a session',
    description:
      'A reception of which gates are missing is opened with a reason only; one that nothing records, with what is ' +
      'said of the agency’s own equipment: when that is refused, nothing is written.',
    params: AtSession,
    body: SessionOpening.nullish(),
    response: { 200: SessionSummary },
  }),
}
