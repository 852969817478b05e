// The film of a recording, as those who may look at it see it: whether there is one, how far it has come, what is in it and what is
// not; who may look, and who has.
import { z } from 'zod'
import { AccountId, DocumentId, Ms, text } from '../../kernel/ids.ts'

const FilmChapter = z.object({
  startMs: z.number(),
  endMs: z.number(),
  item: z.string().nullable(),
  speaker: z.string().nullable().describe('the name; null: nobody had the floor'),
})
export type FilmChapter = z.infer<typeof FilmChapter>

const OmissionReason = z
  .enum(['suspended', 'paused', 'notRecorded', 'gap', 'consultation'])
  .describe('tạm dừng phiên, tạm dừng ghi, không ghi, ghi bị gián đoạn, mọi người đang hội ý riêng')
export type OmissionReason = z.infer<typeof OmissionReason>

const FilmOmission = z.object({ from: Ms, until: Ms, why: OmissionReason })
export type FilmOmission = z.infer<typeof FilmOmission>

const FilmSpan = z.object({ from: Ms, until: Ms, startMs: z.number().describe('where in the film it begins') })
export type FilmSpan = z.infer<typeof FilmSpan>

const FilmAside = z.object({ from: Ms, until: Ms })
export type FilmAside = z.infer<typeof FilmAside>

const FilmRemark = z.object({
  documentId: DocumentId,
  title: z.string(),
  page: z.int().positive(),
  why: z
    .enum(['marked', 'withdrawn', 'gone', 'tooLarge', 'notDrawn'])
    .describe(
      'why its title stands in place of the page: not for saving, taken back, no file, too large, cannot be drawn',
    ),
})
export type FilmRemark = z.infer<typeof FilmRemark>

const Timeline = z.object({
  durationMs: z.number(),
  spans: z.array(FilmSpan).describe('stretches of the session that follow each other in the film'),
  omissions: z.array(FilmOmission),
  asides: z.array(FilmAside).describe('while some were in a consultation: the film shows the others'),
})
export type FilmTimeline = z.infer<typeof Timeline>

export const MadeFilm = Timeline.extend({
  state: z.literal('done'),
  madeAt: Ms,
  chapters: z.array(FilmChapter),
  remarks: z.array(FilmRemark),
})
export type MadeFilm = z.infer<typeof MadeFilm>

export const FilmNotMade = z.object({
  state: z
    .enum(['none', 'waiting', 'cancelled', 'failed', 'erased'])
    .describe('chưa dựng, chờ dựng, đã dừng, lỗi, đã xóa vì dữ liệu của một người đã được xóa'),
})

export const Film = z.discriminatedUnion('state', [
  FilmNotMade,
  z.object({ state: z.literal('rendering'), progress: z.number().min(0).max(1) }),
  MadeFilm.extend({ isOutdated: z.boolean().describe('made now it would look otherwise') }),
])
export type Film = z.infer<typeof Film>

export const mostPeaks = 1200
export const FilmPeaks = z
  .array(z.number().min(0).max(1))
  .max(mostPeaks)
  .describe('the loudest of each of so many parts of equal length')

export const FilmViewerNaming = z.object({ accountId: AccountId, mayDownload: z.boolean(), reason: text(300) })
export const FilmViewerTakingBack = z.object({ reason: text(300) })

export const FilmUse = z.enum(['film', 'sound', 'download'])

export const FilmAccess = z.object({
  mayLook: z.boolean(),
  isProtected: z.boolean().describe('for those named for the visit alone'),
  mayDownload: z.boolean(),
  ask: z.array(z.string()).describe('who may name viewers'),
  record: z
    .object({
      viewers: z.array(
        z.object({ accountId: AccountId, name: z.string(), mayDownload: z.boolean(), reason: z.string(), at: Ms }),
      ),
      changes: z.array(
        z.object({
          at: Ms,
          by: z.string().nullable(),
          act: z.enum(['named', 'takenBack']),
          name: z.string(),
          mayDownload: z.boolean(),
          reason: z.string(),
        }),
      ),
      viewings: z.array(z.object({ at: Ms, by: z.string().nullable(), what: FilmUse })),
    })
    .nullable()
    .describe('for those who may look'),
})
export type FilmAccess = z.infer<typeof FilmAccess>
