// /api/sessions/ID/transcript: what captioners have written, and the engine has heard, for those who write the minutes: a draft to help them, never the record.

import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, route } from '../route.ts'
import { Transcript } from './captions.ts'

const tags = ['transcript']

const file = (extension: 'txt' | 'vtt', summary: string) =>
  route({
    method: 'GET',
    path: `/sessions/:sessionId/transcript.${extension}`,
    access: 'staffOrRecordKeeper',
    words: 'Bản ghi lời',
    tags,
    summary,
    params: AtSession,
    response: fileOf(mediaTypes[extension]),
  })

export const transcriptApi = {
  txt: file('txt', 'The transcript as plain text'),
  vtt: file('vtt', 'The transcript as WebVTT, to be laid over a film'),
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId/transcript',
    access: 'staffOrRecordKeeper',
    words: 'Bản ghi lời',
    tags,
    summary: 'What captioners have written, and the engine has heard, line by line',
    description:
      'A draft that helps to write the minutes; no record. For staff, and for the chair and the secretary by their own link.',
    params: AtSession,
    response: { 200: Transcript },
  }),
  erase: route({
    method: 'DELETE',
    path: '/sessions/:sessionId/transcript',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Erase the transcript; what is written from then on is kept again',
    params: AtSession,
    response: noContent,
  }),
}
