// /api/sessions/ID/phrases: the agency's phrases, reached from a session by those who keep its minutes.

import { z } from 'zod'
import { AtSession } from '../at-session.ts'
import { noContent, route } from '../route.ts'
import { NewPhrase, Phrase, PhraseList } from './phrases.ts'

const tags = ['minutes']

export const phraseApi = {
  list: route({
    method: 'GET',
    path: '/sessions/:sessionId/phrases',
    access: 'staffOrRecordKeeper',
    words: null,
    tags,
    summary: 'The phrases kept for reuse',
    params: AtSession,
    response: { 200: PhraseList },
  }),
  keep: route({
    method: 'POST',
    path: '/sessions/:sessionId/phrases',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Keep a phrase',
    params: AtSession,
    body: NewPhrase,
    response: { 201: Phrase },
  }),
  remove: route({
    method: 'DELETE',
    path: '/sessions/:sessionId/phrases/:phraseId',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Remove a phrase, for everybody',
    params: AtSession.extend({ phraseId: z.uuid() }),
    response: noContent,
  }),
}
