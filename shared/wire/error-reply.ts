// How REST refuses, or fails.
import { z } from 'zod'

export const ErrorReply = z
  .object({
    error: z.object({
      code: z.string().describe('stable; the words for people come from the i18n catalogues'),
      message: z.string().describe('plain English: what is wrong and what to do'),
      field: z.string().optional().describe('the part of the request that is wrong, as in participants.0.name'),
      incident: z.string().optional().describe('the number under which an operator finds the fault in the log'),
    }),
  })
  .meta({ id: 'Error' })
export type ErrorReply = z.infer<typeof ErrorReply>
