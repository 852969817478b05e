// /api/sessions/ID/supplements before one is issued: to whom it would go, who signed last, and how its first page would be printed.

import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { IssueProposal } from '../papers/issuing.ts'
import { fileOf, route } from '../route.ts'
import { SupplementWish } from './supplements.ts'

const tags = ['minutes']

export const supplementDraftApi = {
  issueProposal: route({
    method: 'GET',
    path: '/sessions/:sessionId/supplements/issue-proposal',
    access: 'staff',
    isForPart: true,
    words: 'Nơi nhận',
    tags,
    summary: 'Who signed last, and to whom the minutes went: a supplement goes to the same unless it says others',
    params: AtSession,
    response: { 200: IssueProposal },
  }),
  picture: route({
    method: 'POST',
    path: '/sessions/:sessionId/supplements/picture',
    access: 'staff',
    isForPart: true,
    words: 'Biên bản bổ sung, đính chính',
    tags,
    summary: 'The first page of a supplement as it would be printed now, to be looked at before it is issued',
    params: AtSession,
    body: SupplementWish,
    response: fileOf(mediaTypes.png, 'the picture'),
  }),
}
