// A paper that a citizen has sent, as REST tells its sender of it.
import { z } from 'zod'
import { DocumentId } from '../../kernel/ids.ts'

export const SubmittedPaperReply = z
  .object({ documentId: DocumentId, title: z.string(), pages: z.int().nullable().describe('null: cannot be counted') })
  .meta({ id: 'SubmittedPaper' })
