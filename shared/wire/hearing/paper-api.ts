// /api/sessions/ID/NAME: the papers of a session as files.

import { z } from 'zod'
import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, route } from '../route.ts'

const WhichVersion = z.object({
  version: z.coerce.number().int().positive().optional().describe('which document; left out: the newest'),
})
const OneVersion = z.object({ version: z.never().optional() })

const common = {
  method: 'GET',
  access: 'staffOrRecordKeeper',
  tags: ['papers'],
  description: 'For staff, and for the chair and the secretary by their own link.',
  params: AtSession,
} as const

/** `words`: as a look at it is named; null: the words of citizens are not in it. */
const paper = (name: string, summary: string, words: string | null, mediaType: string) =>
  route({
    ...common,
    path: `/sessions/:sessionId/${name}`,
    words,
    summary,
    query: OneVersion,
    response: fileOf(mediaType),
  })

/** Of the minutes there is one for each document of the session. */
const versionedPaper = (name: string, summary: string, words: string, extension: 'docx' | 'pdf') =>
  route({
    ...common,
    path: `/sessions/:sessionId/${name}.${extension}`,
    words,
    summary,
    query: WhichVersion,
    response: fileOf(mediaTypes[extension]),
  })

const picture = (kind: string, words: string) =>
  route({
    ...common,
    path: `/sessions/:sessionId/${kind}.png`,
    words,
    summary: 'The first page as it would be printed now, to be looked at before it is issued',
    response: fileOf(mediaTypes.png, 'the picture'),
  })

export const paperTitles = {
  attendance: 'Điểm danh',
  reading: 'Quán triệt tài liệu',
  minutes: 'Biên bản',
  conclusions: 'Thông báo kết luận',
  journal: 'Nhật ký',
} as const
const { minutes, conclusions, journal } = paperTitles

export const paperApi = {
  'attendance.xlsx': paper('attendance.xlsx', 'Attendance as a workbook', null, mediaTypes.xlsx),
  'attendance.csv': paper('attendance.csv', 'Attendance as CSV', null, mediaTypes.csv),
  'reading.xlsx': paper(
    'reading.xlsx',
    'Who has opened and who has studied which document, by site and person, as a workbook',
    null,
    mediaTypes.xlsx,
  ),
  'minutes.docx': versionedPaper('minutes', 'Minutes to be edited', minutes, 'docx'),
  'minutes.pdf': versionedPaper('minutes', 'Minutes to be read and archived', minutes, 'pdf'),
  'conclusions.docx': versionedPaper('conclusions', 'Notice of conclusions to be edited', conclusions, 'docx'),
  'conclusions.pdf': versionedPaper('conclusions', 'Notice of conclusions to be read and archived', conclusions, 'pdf'),
  'journal.jsonl': paper(
    'journal.jsonl',
    'The journal as JSON lines, to be checked offline with npm run verify',
    journal,
    mediaTypes.jsonl,
  ),
}
export type PaperName = keyof typeof paperApi

export const paperPictureApi = {
  minutes: picture('minutes', minutes),
  conclusions: picture('conclusions', conclusions),
}
