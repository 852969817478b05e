// Refusals of a session and the notices owed for them, as staff see and issue them.
import { z } from 'zod'
import { line, Ms, ParticipantId, text } from '../../kernel/ids.ts'
import { clockUnits } from '../../law/legal-clocks.ts'
import { NamedSignatory } from '../papers/issuing.ts'

export const Refusals = z
  .object({
    signatory: NamedSignatory.nullable().describe('who signed the last paper of the agency; null: nobody yet'),
    matter: z
      .string()
      .describe(
        'about what they came, as the register, the appointment or the title of a booked session says it; empty: not known',
      ),
    refusals: z.array(
      z.object({
        participantId: ParticipantId,
        name: z.string(),
        explainedAt: Ms,
        words: z.string().describe('how it was explained'),
        ground: z.object({ words: z.string(), source: z.string(), needsNotice: z.boolean() }),
        due: z
          .object({ on: z.iso.date(), amount: z.int(), unit: z.enum(clockUnits), source: z.string() })
          .nullable()
          .describe('the last day for the notice; null: none is owed, or no term is known'),
        notice: z
          .object({ noticeId: z.uuid(), number: z.int(), year: z.int() })
          .nullable()
          .describe('null: it was not issued'),
      }),
    ),
  })
  .meta({ id: 'Refusals' })
export type Refusals = z.infer<typeof Refusals>

export const NoticeWish = z
  .object({
    noticeId: z.uuid().describe('made by the sender; the same again gets the same notice'),
    participantId: ParticipantId,
    explainedAt: Ms,
    matter: text(1000),
    reason: text(2000),
    citation: line(300),
    signatory: NamedSignatory,
  })
  .meta({ id: 'NoticeWish' })
export type NoticeWish = z.infer<typeof NoticeWish>

export const IssuedNotice = z
  .object({ noticeId: z.uuid(), number: z.int().positive(), year: z.int() })
  .meta({ id: 'IssuedNotice' })
