// What a route declares for the audit log (ADR 0074). server/http/auditing.ts writes it.
import type { FastifyRequest } from 'fastify'
import type { AuditedAct } from '../../../shared/wire/identity/accounts.ts'

/** identity/accounts/login.ts writes it down, between the proof and the login, or before the login ends. */
export const notedByLogin = { notedBy: 'login' } as const
/** Of accounts alone: who fetches it by their own link has it as somebody of the session, and is in no log of networks. */
export const exportByStaff = { act: 'export', by: 'staff' } as const

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What is written down before it is done; null: the route only looks as if. See `demandsAudit` for those that must say it. */
    audit?: AuditedAct | typeof exportByStaff | typeof notedByLogin | null
    /** Whom it is about, where the address does not say so. */
    auditSubjects?: (request: FastifyRequest) => Record<string, string>
  }
  interface FastifyRequest {
    /** It stands in the log that this has begun. */
    isAudited: boolean
    /** Set by a route that has made something: what it is. */
    made: Readonly<Record<string, string>> | null
  }
}
