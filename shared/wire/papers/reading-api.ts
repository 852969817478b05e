// /api/reading: what the holder of a link is to read before the session, and that they have studied it. For a page that is not
// in the room: there the session's own commands do the same. The pages themselves come from document-routes.ts.

import { z } from 'zod'
import { DocumentId } from '../../kernel/ids.ts'
import { route } from '../route.ts'
import { Study, ToRead } from './documents.ts'

const tags = ['documents']

export const readingApi = {
  read: route({
    method: 'GET',
    path: '/reading',
    access: 'invited',
    tags,
    summary: 'What one is to read before the session, and what of it one has read',
    description: 'Observers are asked to read nothing. Once the session is over, nobody is.',
    response: { 200: ToRead },
  }),
  acknowledge: route({
    method: 'POST',
    path: '/reading/:documentId/acknowledgement',
    access: 'invited',
    tags,
    summary: 'Say that one has studied a document; the operator of a site says it for its delegates too',
    params: z.object({ documentId: DocumentId }),
    body: Study,
    response: { 200: ToRead },
  }),
}
