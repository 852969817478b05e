// /api/selftest: a page tells how its devices and line did. By REST, so that it is told also where no WebSocket gets through.

import { route } from '../route.ts'
import { SelftestReceipt, SelftestReport } from './entrance.ts'

export const selftestApi = {
  record: route({
    method: 'POST',
    path: '/selftest',
    access: 'link',
    tags: ['participants'],
    summary: 'Tell the outcome of one’s own self-test',
    description: 'Kept with its date in the journal of the session; staff see it.',
    body: SelftestReport,
    response: { 201: SelftestReceipt },
  }),
}
