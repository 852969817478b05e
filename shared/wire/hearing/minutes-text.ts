// The minutes as a page shows them to those who keep them: the words of the papers, section by section, with where each line
// comes from.
import { z } from 'zod'
import { Ms } from '../../kernel/ids.ts'
import { PaperKind } from '../../modules/approval/contract.ts'
import { JournalLine } from '../../modules/minutes/contract.ts'

const Line = z.object({
  source: z.discriminatedUnion('from', [
    JournalLine.extend({ from: z.literal('journal') }),
    z.object({ from: z.literal('entry'), entryId: z.string() }),
    z.object({ from: z.literal('count') }),
  ]),
  at: Ms,
  moment: z.string().describe('how the sentence begins: with its time'),
  clause: z.string().describe('what it says, before the secretary amended it'),
  amendment: z
    .object({ text: z.string().nullable().describe('null: it is left out') })
    .nullable()
    .describe('what the secretary made of it; null: nothing else'),
})
export type MinutesTextLine = z.infer<typeof Line>

export const MinutesText = z.object({
  commits: z.int().describe('how much of the journal it was made from'),
  sha256: z.string().describe('of the text as it would be printed now; what is signed'),
  sections: z.array(
    z.object({
      heading: z.string().nullable(),
      reporter: z.string().nullable(),
      lines: z.array(Line),
    }),
  ),
})
export type MinutesText = z.infer<typeof MinutesText>

export const IssuedPaper = z.object({
  paper: PaperKind,
  number: z.int().positive(),
  year: z.int(),
})
export type IssuedPaper = z.infer<typeof IssuedPaper>
