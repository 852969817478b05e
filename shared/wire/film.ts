// The film of a recording, as staff see it: whether there is one, how far it has come, what is in it.
import { z } from 'zod'
import { Ms } from '../kernel/ids.ts'

const FilmChapter = z.object({
  startMs: z.number(),
  endMs: z.number(),
  item: z.string().nullable(),
  speaker: z.string().nullable().describe('the name; null: nobody had the floor'),
})
const FilmOmission = z.object({
  from: Ms,
  until: Ms,
  why: z.enum(['suspended', 'notRecorded']).describe('tạm dừng phiên, không ghi'),
})

export const Film = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['none', 'waiting', 'cancelled', 'failed']).describe('chưa dựng, chờ dựng, đã dừng, lỗi') }),
  z.object({ state: z.literal('rendering'), progress: z.number().min(0).max(1) }),
  z.object({
    state: z.literal('done'),
    madeAt: Ms,
    durationMs: z.number(),
    chapters: z.array(FilmChapter),
    omissions: z.array(FilmOmission),
  }),
])
export type Film = z.infer<typeof Film>
