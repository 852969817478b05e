// /api/deadlines: what is near or over, of all open cases; and the clocks of one case.

import { z } from 'zod'
import { CaseId } from '../../kernel/ids.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, route } from '../route.ts'
import { CaseClockList, DeadlineList, DeadlineQuery } from './law.ts'

const tags = ['deadlines']

export const deadlineApi = {
  list: route({
    method: 'GET',
    path: '/deadlines',
    access: 'staff',
    tags,
    summary: 'What is near or over, the most urgent first',
    query: DeadlineQuery,
    response: { 200: DeadlineList },
  }),
  workbook: route({
    method: 'GET',
    path: '/deadlines.xlsx',
    access: 'staff',
    tags,
    summary: 'The same as a workbook, all of it',
    query: DeadlineQuery,
    response: fileOf(mediaTypes.xlsx),
  }),
  clocksOfCase: route({
    method: 'GET',
    path: '/cases/:caseId/clocks',
    access: 'staff',
    words: null,
    tags,
    summary: 'The legal clocks of a case, each with its reasons',
    params: z.object({ caseId: CaseId }),
    response: { 200: CaseClockList },
  }),
}
