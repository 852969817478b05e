// Reads the form of a petition: its words as JSON in one field, then its files, which are all taken in or none.

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Attachment } from '../../../shared/cases/intake/contract.ts'
import { EvidenceFile } from '../../../shared/conclusions/follow-up/contract.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { answeringFaults } from '../../papers/documents/document-faults.ts'
import { formLimits, readForm } from '../../papers/documents/evidence-form.ts'
import type { Documents } from '../../papers/documents/intake.ts'

/** The longest text of a petition, each letter of it four bytes at most, and the escapes of JSON. */
export const petitionLimits = formLimits(128 * 1024)

const json = z.string().transform((sent, context): unknown => {
  try {
    return JSON.parse(sent)
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' })
    return z.NEVER
  }
})

/** `enter` writes it with its attachments; when it throws, nothing of the files stays. */
export async function takePetition<Words extends z.ZodType, T>(
  request: FastifyRequest,
  { documents }: { readonly documents: Documents },
  caseId: CaseId,
  words: Words,
  enter: (words: z.output<Words>, attachments: Attachment[]) => Promise<T>,
): Promise<T> {
  const schema = z.object({ petition: json.pipe(words), files: z.array(EvidenceFile) })
  const form = readForm(request, schema)
  return answeringFaults(() =>
    documents.takeInAll({ caseId }, form.files(), (taken) => {
      const { petition, files } = form.data(taken) as { petition: z.output<Words>; files: EvidenceFile[] }
      return enter(
        petition,
        files.map((file) => ({ ...file, heldBy: caseId })),
      )
    }),
  )
}
