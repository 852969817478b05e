// /api/audit: the audit log, to be read by administrators. Nobody writes or takes away here.

import { z } from 'zod'
import { route } from '../route.ts'
import { AuditPage } from './accounts.ts'

export const auditApi = {
  list: route({
    method: 'GET',
    path: '/audit',
    access: 'administrator',
    tags: ['accounts'],
    summary: 'What was done with accounts, and what has left this server',
    description: 'The newest first. The chain of the entries shown is checked.',
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    response: { 200: AuditPage },
  }),
}
