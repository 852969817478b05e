// Issued papers: whether one is genuine, for anybody who holds it; and those of a session, with what became of them, for staff.

import { z } from 'zod'
import { AtSession } from '../at-session.ts'
import { noContent, route } from '../route.ts'
import { ListedPapers, VerificationQuestion, VerifiedPaper, Withdrawal } from './issued-papers.ts'

const tags = ['issued papers']

export const issuedPaperApi = {
  verify: route({
    method: 'POST',
    path: '/verified-papers',
    access: 'public',
    tags,
    summary: 'Whether an issued paper is genuine, by the code on it',
    description: 'Number, day, hash and whether it still stands; nothing of what it is about.',
    body: VerificationQuestion,
    response: { 200: VerifiedPaper },
  }),
  list: route({
    method: 'GET',
    path: '/sessions/:sessionId/issued-papers',
    access: 'staffOrRecordKeeper',
    words: null,
    tags,
    summary: 'The papers a session has issued',
    params: AtSession,
    response: { 200: ListedPapers },
  }),
  withdraw: route({
    method: 'POST',
    path: '/sessions/:sessionId/issued-papers/:code/withdrawal',
    access: 'staff',
    tags,
    summary: 'Say that an issued paper stands no more, or which one takes its place',
    params: AtSession.extend({ code: z.string().max(60) }),
    body: Withdrawal,
    response: noContent,
  }),
}
