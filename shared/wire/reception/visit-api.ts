// /api/sessions/ID/…: what officer and citizen do at a reception beyond commands: papers confirmed, whose number no event holds,
// and statements signed by hand, whose drawing none holds either.

import { z } from 'zod'
import { ParticipantId, SessionId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { CasesOfCalled } from '../casework/cases.ts'
import { noContent, notedByRoute, route } from '../route.ts'
import { IdentityFindings } from './identity-findings.ts'
import { Drawing, SignatureRequest } from './signature.ts'

const tags = ['reception']
const AtStatement = z.object({ sessionId: SessionId, statementId: z.uuid() })

export const visitApi = {
  identify: route({
    method: 'POST',
    path: '/sessions/:sessionId/identity/:participantId',
    access: 'recordKeeper',
    tags,
    summary: 'Confirm who a citizen is, by the papers they showed',
    description:
      'Keeps name and number in the encrypted record of citizens and fixes the name on every page. Who denounces keeps ' +
      'the number they are called by.',
    params: AtSession.extend({ participantId: ParticipantId }),
    body: IdentityFindings,
    response: noContent,
  }),
  earlierCases: route({
    method: 'GET',
    path: '/sessions/:sessionId/earlier-cases',
    access: 'recordKeeper',
    words: notedByRoute,
    tags,
    summary: 'How often whoever was identified in this room has come before, and what they have brought',
    description: 'Each time it is written down that it was asked. Of who denounces nothing.',
    params: AtSession,
    response: { 200: CasesOfCalled },
  }),
  sign: route({
    method: 'POST',
    path: '/sessions/:sessionId/statements/:statementId/signature',
    access: 'invited',
    tags,
    summary: 'Sign a statement that was read back, by hand',
    params: AtStatement,
    body: SignatureRequest,
    response: noContent,
  }),
  signature: route({
    method: 'GET',
    path: '/sessions/:sessionId/statements/:statementId/signature/:sha256',
    access: 'staffOrRecordKeeper',
    words: 'Chữ ký dưới lời trình bày',
    tags,
    summary: 'A signature as it was drawn',
    params: AtStatement.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: { 200: Drawing },
  }),
}
