// /api/audit: the audit log, to be read by administrators. Nobody writes or takes away here.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { auditApi } from '../../../shared/wire/identity/audit-api.ts'
import { serve } from '../../platform/http/serve.ts'
import type { AuditLog } from './audit-log.ts'

interface Dependencies {
  readonly audit: AuditLog
}

const pageLength = 100

export const auditLogRoutes =
  ({ audit }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, auditApi.list, (request) => audit.page(request.query.before ?? null, pageLength))
  }
