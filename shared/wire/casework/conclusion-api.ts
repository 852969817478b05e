// /api/conclusions: the assignments of all sessions that are over, what becomes of them, and the files that show it; and under
// /api/sessions/ID/conclusions those of a visit of somebody who denounces, which stand nowhere else (ADR 0075).

import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, route } from '../route.ts'
import { ConclusionList } from './conclusions.ts'

const tags = ['conclusions']

export const conclusionApi = {
  list: route({
    method: 'GET',
    path: '/conclusions',
    access: 'staff',
    tags,
    summary: 'The assignments of all sessions that are over',
    response: { 200: ConclusionList },
  }),
  workbook: route({
    method: 'GET',
    path: '/conclusions.xlsx',
    access: 'staff',
    tags,
    summary: 'The same as a workbook',
    response: fileOf(mediaTypes.xlsx),
  }),
  ofVisit: route({
    method: 'GET',
    path: '/sessions/:sessionId/conclusions',
    access: 'staff',
    words: 'Kết luận của buổi tiếp',
    tags,
    summary: 'The assignments of a visit of somebody who denounces',
    description: 'For those named for the visit: they are in no list, and no unit is written to.',
    params: AtSession,
    response: { 200: ConclusionList },
  }),
}
