// What staff do with an assignment after its session, the same at each address where assignments are followed up: of all sessions, and of
// one whose words stay inside.

import { z } from 'zod'
import { followUp } from '../../conclusions/follow-up/contract.ts'
import { AtSession } from '../at-session.ts'
import { fileOf, noContent, route } from '../route.ts'

const tags = ['conclusions']
const { commands } = followUp
const AtEntry = z.object({ entryId: z.uuid() })
const AtFile = AtEntry.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const form = {
  description:
    'As multipart/form-data: the words first, each as a field of its own, then the files. They are taken in as ' +
    'documents are; when one is refused, nothing is kept and nothing written, and the answer names it.',
  consumes: ['multipart/form-data'],
}

/** `words`: as looks at its files are named; null: no words of citizens are in them. */
function followUpAt<Entry extends z.ZodObject, File extends z.ZodObject>(
  path: string,
  { entry, file, words }: { entry: Entry; file: File; words: string | null },
) {
  const act = { method: 'POST', access: 'staff', tags, params: entry, response: noContent } as const
  return {
    noteProgress: route({
      ...act,
      ...form,
      path: `${path}/:entryId/progress`,
      summary: 'Say how far an assignment has come',
    }),
    addEvidence: route({
      ...act,
      ...form,
      path: `${path}/:entryId/evidence`,
      summary: 'Name or hand in what shows it',
    }),
    report: route({ ...act, ...form, path: `${path}/:entryId/report`, summary: 'Report that it is done' }),
    accept: route({
      ...act,
      path: `${path}/:entryId/acceptance`,
      summary: 'Accept the report',
      body: commands.accept.data,
    }),
    return: route({
      ...act,
      path: `${path}/:entryId/return`,
      summary: 'Return the report, with the reason',
      body: commands.return.data,
    }),
    file: route({
      method: 'GET',
      path: `${path}/:entryId/files/:sha256`,
      access: 'staff',
      words,
      tags,
      summary: 'A file of evidence, to be saved',
      params: file,
      response: fileOf('*/*'),
    }),
  }
}

export const followUpApi = followUpAt('/conclusions', { entry: AtEntry, file: AtFile, words: null })
export const followUpOfVisitApi = followUpAt('/sessions/:sessionId/conclusions', {
  entry: AtSession.extend(AtEntry.shape),
  file: AtSession.extend(AtFile.shape),
  words: 'Minh chứng thực hiện kết luận của buổi tiếp',
})
export type FollowUpApi = typeof followUpApi | typeof followUpOfVisitApi
