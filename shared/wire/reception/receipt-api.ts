// /api/sessions/ID/receipts: the receipt for what a citizen handed in, issued under the next number of its year, and as a file.

import { z } from 'zod'
import { ParticipantId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, notedByRoute, route } from '../route.ts'
import { IssuedReceipt } from './receipt.ts'

const tags = ['reception']

const file = (extension: 'pdf' | 'docx') =>
  route({
    method: 'GET',
    path: `/sessions/:sessionId/receipts/:receiptId/${extension}`,
    access: 'staffOrInvited',
    words: notedByRoute,
    tags,
    summary: `A receipt as ${extension.toUpperCase()}`,
    description: 'For staff, for chair and secretary, and for whose papers it names, by their own link.',
    params: AtSession.extend({ receiptId: z.uuid() }),
    response: fileOf(mediaTypes[extension]),
  })

export const receiptApi = {
  pdf: file('pdf'),
  docx: file('docx'),
  issue: route({
    method: 'POST',
    path: '/sessions/:sessionId/receipts/:participantId',
    access: 'recordKeeper',
    tags,
    summary: 'Issue the receipt for what a citizen has handed in since the last one',
    params: AtSession.extend({ participantId: ParticipantId }),
    body: z.object({
      receiptId: z.uuid().describe('made by the sender; the same again gets the same receipt'),
      unlessFirst: z
        .boolean()
        .default(false)
        .describe('true: the first one in the agency’s present look is refused as `receipt.first`, to be looked at'),
    }),
    response: { 200: IssuedReceipt },
  }),
}
