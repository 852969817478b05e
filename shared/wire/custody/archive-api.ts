// The archive of a sealed session as one ZIP, and the key by which anybody checks such archives.

import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, notedByRoute, route } from '../route.ts'
import { SessionSeal, VerificationKey } from './verification-key.ts'

const tags = ['archive']

export const archiveApi = {
  verificationKey: route({
    method: 'GET',
    path: '/verification-key',
    access: 'public',
    tags,
    summary: 'The public key of this installation, by which its archives are checked',
    response: { 200: VerificationKey },
  }),
  seal: route({
    method: 'GET',
    path: '/sessions/:sessionId/seal',
    access: 'staff',
    words: null,
    tags,
    summary: 'What was sealed when the journal of a session was',
    params: AtSession,
    response: { 200: SessionSeal },
  }),
  archive: route({
    method: 'GET',
    path: '/sessions/:sessionId/archive',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'A sealed session as one signed ZIP, to be checked offline with npm run verify',
    description:
      'Journal, issued papers, attendance and documents. Recordings, papers of one citizen and documents that are shown ' +
      'with a mark alone are in it for administrators; of a protected visit it has the journal as it is written, and hashes. Who ' +
      'takes one is written into the log.',
    params: AtSession,
    response: fileOf(mediaTypes.zip, 'the archive'),
  }),
}
