// /api/sessions/ID/minutes: the text of the minutes for those who keep them, its signing and its issue under a number.

import { z } from 'zod'
import { PaperKind, Sha256 } from '../../modules/approval/contract.ts'
import { AtSession } from '../at-session.ts'
import { IssueProposal, IssueWish } from '../papers/issuing.ts'
import { noContent, route } from '../route.ts'
import { IssuedPaper, MinutesText } from './minutes-text.ts'

const tags = ['minutes']

export const minutesApi = {
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId/minutes',
    access: 'staffOrRecordKeeper',
    words: 'Biên bản',
    tags,
    summary: 'The minutes as they stand, line by line',
    description: 'For staff, and for the chair and the secretary by their own link.',
    params: AtSession,
    response: { 200: MinutesText },
  }),
  sign: route({
    method: 'POST',
    path: '/sessions/:sessionId/minutes/signature',
    access: 'recordKeeper',
    tags,
    summary: 'Sign the minutes, as the secretary or the chair',
    description: 'With the SHA-256 of the text that was read; refused when the text is another one by now.',
    params: AtSession,
    body: z.object({ sha256: Sha256 }),
    response: noContent,
  }),
  issueProposal: route({
    method: 'GET',
    path: '/sessions/:sessionId/minutes/issue-proposal',
    access: 'staffOrRecordKeeper',
    words: 'Nơi nhận',
    tags,
    summary: 'Who signed last, and to whom a paper would go',
    params: AtSession,
    query: z.object({ paper: PaperKind }),
    response: { 200: IssueProposal },
  }),
  issue: route({
    method: 'POST',
    path: '/sessions/:sessionId/minutes/issue',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Issue the signed minutes, or the notice of conclusions, under the next number',
    params: AtSession,
    body: IssueWish,
    response: { 200: IssuedPaper },
  }),
}
