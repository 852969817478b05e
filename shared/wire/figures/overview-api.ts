// /api/overview: the figures a head of agency looks at, and what is behind each. Figures name nobody; looking at rows of the register is a
// look at citizens that is written down.

import { route } from '../route.ts'
import { Overview, OverviewQuery, OverviewRows, OverviewRowsQuery } from './overview.ts'

const tags = ['reports']

export const overviewApi = {
  read: route({
    method: 'GET',
    path: '/overview',
    access: 'staff',
    tags,
    summary: 'The figures of a period at a glance, beside those of the period before',
    query: OverviewQuery,
    response: { 200: Overview },
  }),
  rows: route({
    method: 'GET',
    path: '/overview/rows',
    access: 'staff',
    tags,
    summary: 'What is behind a figure',
    description: 'Of what is overdue: as it is now.',
    query: OverviewRowsQuery,
    response: { 200: OverviewRows },
  }),
}
