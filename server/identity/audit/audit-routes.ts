// /api/audit: the audit log, to be read by administrators. Nobody writes or takes away here.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AuditPage } from '../../../shared/wire/accounts.ts'
import type { AuditLog } from './audit-log.ts'

interface Dependencies {
  readonly audit: AuditLog
}

const pageLength = 100

export const auditLogRoutes =
  ({ audit }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    api.get(
      '/audit',
      {
        config: { access: 'administrator' },
        schema: {
          tags: ['accounts'],
          summary: 'What was done with accounts, and what has left this server',
          description: 'The newest first. The chain of the entries shown is checked.',
          querystring: z.object({ before: z.coerce.number().int().positive().optional() }),
          response: { 200: AuditPage },
        },
      },
      (request) => audit.page(request.query.before ?? null, pageLength),
    )
  }
