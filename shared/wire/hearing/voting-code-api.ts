// /api/sessions/ID/voting-codes: the codes of one site on a sheet to be sealed. They are made as they are printed and shown once; whoever
// prints again makes others, which the journal says and everybody in the room sees (ADR 0075).

import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, route } from '../route.ts'
import { NewVotingCodes } from './voting-codes.ts'

export const votingCodeApi = {
  print: route({
    method: 'POST',
    path: '/sessions/:sessionId/voting-codes',
    access: 'staffOrRecordKeeper',
    isForPart: true,
    tags: ['papers'],
    summary: 'Make and print the voting codes of one site, or of one delegate who has lost theirs',
    description:
      'Once: the answer is the only copy, and earlier codes of these delegates are dead. Again, and while a ballot is open, with the ' +
      'reason alone. For accounts that have a part in the session, and for chair and secretary by their own link while they are in the room.',
    params: AtSession,
    body: NewVotingCodes,
    response: fileOf(mediaTypes.pdf, 'the sheet'),
  }),
}
