// /api/sessions/ID/film/access and /viewers: who may look at the film of a session, who has, and who said so.

import { AccountId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { noContent, route } from '../route.ts'
import { FilmAccess, FilmViewerNaming, FilmViewerTakingBack } from './film.ts'

const tags = ['recording']
const AtViewer = AtSession.extend({ accountId: AccountId })

export const filmViewerApi = {
  access: route({
    method: 'GET',
    path: '/sessions/:sessionId/film/access',
    access: 'staff',
    words: null,
    tags,
    summary: 'What the account may do with the film; for those who may look, who else may and who has',
    params: AtSession,
    response: { 200: FilmAccess },
  }),
  addViewer: route({
    method: 'POST',
    path: '/sessions/:sessionId/film/viewers',
    access: 'administrator',
    tags,
    summary: 'Let an account look at the film, with the reason',
    params: AtSession,
    body: FilmViewerNaming,
    response: noContent,
  }),
  takeBackViewer: route({
    method: 'POST',
    path: '/sessions/:sessionId/film/viewers/:accountId/taking-back',
    access: 'administrator',
    tags,
    summary: 'Take back that an account may look at the film, with the reason',
    params: AtViewer,
    body: FilmViewerTakingBack,
    response: noContent,
  }),
}
