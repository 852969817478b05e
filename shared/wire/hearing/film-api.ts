// /api/sessions/ID/film: those who may look ask for the film of a closed session, see how far it has come, look at it and take a copy;
// each look is written down.

import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, notedByRoute, route } from '../route.ts'
import { Film, FilmPeaks } from './film.ts'

const tags = ['recording']
/** Whole, or in ranges (RFC 9110, 14). */
const ranged = (mediaType: string) => ({ ...fileOf(mediaType), 206: fileOf(mediaType)[200] })

const ofFile = {
  method: 'GET',
  access: 'staff',
  words: notedByRoute,
  tags,
  params: AtSession,
} as const

export const filmApi = {
  film: route({
    ...ofFile,
    path: '/sessions/:sessionId/film.mp4',
    summary: 'The film, whole or in ranges',
    response: ranged(mediaTypes.mp4),
  }),
  sound: route({
    ...ofFile,
    path: '/sessions/:sessionId/sound.m4a',
    summary: 'Its sound alone, whole or in ranges',
    response: ranged(mediaTypes.m4a),
  }),
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId/film',
    access: 'staff',
    words: null,
    tags,
    summary: 'Whether there is a film, how far it has come, what is in it',
    description: 'For those who may look at it: see film/access.',
    params: AtSession,
    response: { 200: Film },
  }),
  make: route({
    method: 'POST',
    path: '/sessions/:sessionId/film',
    access: 'staff',
    tags,
    summary: 'Make the film of a closed session, go on with it, or make it anew',
    description: 'In the background, one at a time.',
    params: AtSession,
    response: { 202: Film },
  }),
  breakOff: route({
    method: 'DELETE',
    path: '/sessions/:sessionId/film',
    access: 'staff',
    tags,
    summary: 'Break off the making of a film',
    description: 'What was made of it by then stays, and is gone on with when it is asked for again.',
    params: AtSession,
    response: noContent,
  }),
  peaks: route({
    method: 'GET',
    path: '/sessions/:sessionId/film/peaks',
    access: 'staff',
    words: null,
    tags,
    summary: 'How loud the film is, in so many parts of equal length',
    params: AtSession,
    response: { 200: FilmPeaks },
  }),
  copy: route({
    method: 'GET',
    path: '/sessions/:sessionId/film/copy',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'A copy of the film that says who took it, and when',
    description:
      'In its description and as subtitles. That names whoever took it; it does not keep anybody from cutting it out.',
    params: AtSession,
    response: fileOf(mediaTypes.mp4),
  }),
}
