// /api/sessions/ID/refusal-notices: the notices owed for refusals, until when, and their issue under the next number of the year.

import { z } from 'zod'
import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, notedByRoute, route } from '../route.ts'
import { IssuedNotice, NoticeWish, Refusals } from './refusal-notices.ts'

const tags = ['reception']

const file = (extension: 'pdf' | 'docx') =>
  route({
    method: 'GET',
    path: `/sessions/:sessionId/refusal-notices/:noticeId/${extension}`,
    access: 'staffOrInvited',
    words: notedByRoute,
    tags,
    summary: `A notice of refusal as ${extension.toUpperCase()}`,
    description: 'For staff, for chair and secretary, and for whom it tells, by their own link.',
    params: AtSession.extend({ noticeId: z.uuid() }),
    response: fileOf(mediaTypes[extension]),
  })

export const refusalNoticeApi = {
  pdf: file('pdf'),
  docx: file('docx'),
  list: route({
    method: 'GET',
    path: '/sessions/:sessionId/refusal-notices',
    access: 'staffOrRecordKeeper',
    words: 'Lời giải thích từ chối',
    tags,
    summary: 'The refusals of a session, and the notices owed for them',
    params: AtSession,
    response: { 200: Refusals },
  }),
  issue: route({
    method: 'POST',
    path: '/sessions/:sessionId/refusal-notices',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Issue the notice of a refusal',
    params: AtSession,
    body: NoticeWish,
    response: { 200: IssuedNotice },
  }),
}
