// /api/sessions/ID/submissions: papers that a citizen sends at a reception, and hands out to staff and to that citizen alone.

import { DocumentId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { fileOf, noContent, notedByRoute, route } from '../route.ts'
import { SubmittedPaperReply } from './submission.ts'

const tags = ['reception']
export const AtPaper = AtSession.extend({ documentId: DocumentId })

const part = (name: 'file' | 'pages', summary: string) =>
  route({
    method: 'GET',
    path: `/sessions/:sessionId/submissions/:documentId/${name}`,
    access: 'staffOrInvited',
    words: notedByRoute,
    tags,
    summary,
    description: 'For staff, for chair and secretary, and for whose paper it is.',
    params: AtPaper,
    response: fileOf('*/*'),
  })

export const submissionApi = {
  file: part('file', 'A paper as it was sent, to be saved'),
  pages: part('pages', 'What is shown of a paper'),
  add: route({
    method: 'POST',
    path: '/sessions/:sessionId/submissions',
    access: 'invited',
    tags,
    summary: 'Send a paper of one’s own, as a citizen in the room of a reception',
    description: 'One file as multipart/form-data, checked as documents are. Staff and the citizen alone see it.',
    consumes: ['multipart/form-data'],
    params: AtSession,
    response: { 201: SubmittedPaperReply },
  }),
  remove: route({
    method: 'DELETE',
    path: '/sessions/:sessionId/submissions/:documentId',
    access: 'invited',
    tags,
    summary: 'Take a paper back; its bytes are gone, the journal still says that it was there',
    params: AtPaper,
    response: noContent,
  }),
}
