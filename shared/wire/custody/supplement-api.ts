// /api/sessions/ID/supplements: what is written to issued minutes after the session was sealed, each under the next number of minutes.

import { z } from 'zod'
import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, route } from '../route.ts'
import { IssuedSupplement, SupplementWish, WrittenSupplements } from './supplements.ts'

const tags = ['minutes']
const words = 'Biên bản bổ sung, đính chính'

const file = (extension: 'pdf' | 'docx') =>
  route({
    method: 'GET',
    path: `/sessions/:sessionId/supplements/:supplementId/${extension}`,
    access: 'staff',
    words,
    tags,
    summary: `A supplement to the minutes as ${extension.toUpperCase()}`,
    params: AtSession.extend({ supplementId: z.uuid() }),
    response: fileOf(mediaTypes[extension]),
  })

export const supplementApi = {
  pdf: file('pdf'),
  docx: file('docx'),
  list: route({
    method: 'GET',
    path: '/sessions/:sessionId/supplements',
    access: 'staff',
    words,
    tags,
    summary: 'What was written to the issued minutes after the session was sealed',
    params: AtSession,
    response: { 200: WrittenSupplements },
  }),
  write: route({
    method: 'POST',
    path: '/sessions/:sessionId/supplements',
    access: 'staff',
    isForPart: true,
    tags,
    summary: 'Add to the issued minutes of a sealed session, or correct them, by a numbered paper',
    description:
      'For whoever booked the session and the accounts named for it. The paper is printed, kept and put under a seal that ' +
      'names the one before it. Before the sealing the minutes are corrected by a new document, in the room.',
    params: AtSession,
    body: SupplementWish,
    response: { 200: IssuedSupplement },
  }),
}
