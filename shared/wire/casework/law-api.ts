// /api/law: the calendar of working days and the table of deadlines. What was in force is never changed: a change is a dated row.

import { z } from 'zod'
import { noContent, route } from '../route.ts'
import { CalendarYearBody, Counting, LawPage, NewClockRow, Year } from './law.ts'

const tags = ['law']

export const lawApi = {
  read: route({
    method: 'GET',
    path: '/law',
    access: 'staff',
    tags,
    summary: 'Working days and the table of deadlines',
    response: { 200: LawPage },
  }),
  changeYear: route({
    method: 'PUT',
    path: '/law/years/:year',
    access: 'staff',
    tags,
    summary: 'The days off and the swapped days of a year',
    description: 'All that is counted in working days is counted by it from now on.',
    params: z.object({ year: z.coerce.number().pipe(Year) }),
    body: CalendarYearBody,
    response: noContent,
  }),
  addRow: route({
    method: 'POST',
    path: '/law/rows',
    access: 'administrator',
    tags,
    summary: 'A deadline that is another from a day on',
    description: 'A clock that has started before that day is counted as before.',
    body: NewClockRow,
    response: noContent,
  }),
  changeCounting: route({
    method: 'PUT',
    path: '/law/counting',
    access: 'administrator',
    tags,
    summary: 'How last days are read, and from when on a deadline is near',
    body: Counting,
    response: noContent,
  }),
}
