// /api/sessions/ID/…/picture: the first page of a receipt or of a notice of refusal as it would be issued now, so that a slip is seen before a number
// is taken. That of minutes and notices of conclusions: paper-routes.ts (ADR 0088).

import { ParticipantId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, notedByRoute, route } from '../route.ts'
import { NoticeWish } from './refusal-notices.ts'

const tags = ['reception']

export const draftPictureApi = {
  receipt: route({
    method: 'POST',
    path: '/sessions/:sessionId/receipts/:participantId/picture',
    access: 'recordKeeper',
    words: notedByRoute,
    tags,
    summary: 'The receipt for what a citizen has handed in since the last one, as a picture; nothing is issued',
    params: AtSession.extend({ participantId: ParticipantId }),
    response: fileOf(mediaTypes.png, 'the picture'),
  }),
  refusalNotice: route({
    method: 'POST',
    path: '/sessions/:sessionId/refusal-notices/picture',
    access: 'staffOrRecordKeeper',
    words: notedByRoute,
    tags,
    summary: 'The notice of a refusal as it is being written, as a picture; nothing is issued',
    params: AtSession,
    body: NoticeWish,
    response: fileOf(mediaTypes.png, 'the picture'),
  }),
}
