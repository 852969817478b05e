// /api/sessions/ID/documents: files handed in and handed out. Nothing but PDF and pictures is ever shown in a browser.

import { DocumentId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { fileOf, noContent, route } from '../route.ts'
import { DocumentList, DocumentSettings, ListedDocument, NewDocument } from './documents.ts'

export const AtDocument = AtSession.extend({ documentId: DocumentId })
const tags = ['documents']

export const documentApi = {
  list: route({
    method: 'GET',
    path: '/sessions/:sessionId/documents',
    access: 'staffOrRecordKeeper',
    words: null,
    tags,
    summary: 'The documents of a session',
    params: AtSession,
    response: { 200: DocumentList },
  }),
  add: route({
    method: 'POST',
    path: '/sessions/:sessionId/documents',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Hand in a document',
    description:
      'One file as multipart/form-data. It is taken in by what it holds, not by its name alone; when it is refused, ' +
      'nothing of it is kept. Office files are converted to PDF where this server can.',
    consumes: ['multipart/form-data'],
    params: AtSession,
    query: NewDocument,
    response: { 201: ListedDocument },
  }),
  change: route({
    method: 'PUT',
    path: '/sessions/:sessionId/documents/:documentId',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Change the title and the settings of a document',
    params: AtDocument,
    body: DocumentSettings,
    response: { 200: ListedDocument },
  }),
  remove: route({
    method: 'DELETE',
    path: '/sessions/:sessionId/documents/:documentId',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Take a document away; its bytes are gone, the journal still says that it was there',
    params: AtDocument,
    response: noContent,
  }),
  file: route({
    method: 'GET',
    path: '/sessions/:sessionId/documents/:documentId/file',
    access: 'staffOrInvited',
    words: 'Tài liệu',
    tags,
    summary: 'A document as it was handed in, to be saved',
    params: AtDocument,
    response: fileOf('*/*'),
  }),
  pages: route({
    method: 'GET',
    path: '/sessions/:sessionId/documents/:documentId/pages',
    access: 'staffOrInvited',
    words: 'Tài liệu',
    tags,
    summary: 'What is shown of a document: a PDF or a picture',
    params: AtDocument,
    response: fileOf('*/*'),
  }),
}
