// Writes what routes do with accounts, and what they let leave this server, into the audit log before it is done. Each
// route declares it in its configuration; a route without the declaration cannot be registered. Refusals of staff are
// recorded, too (ADR 0074).

import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { z } from 'zod'
import { ParticipantLink } from '../../shared/wire/hearing/sessions.ts'
import type { AuditedAct } from '../../shared/wire/identity/accounts.ts'
import type { AuditLog } from '../identity/audit/audit-log.ts'
import { networkOf } from '../platform/http/network.ts'
import { exportByStaff } from '../platform/http/route-audit.ts'

const ofAccounts = /^\/api\/(accounts|login|logout|setup|me\/password|password-link)(\/|$)/
const linkOrFile = /\/links?$|\/archive$|\.(xlsx|csv|zip|jsonl|pdf|docx)$/

/** Whatever changes an account or a login; links and codes of participants; files of what is kept here, however the address ends. */
const demandsAudit = (route: RouteOptions): boolean => {
  const { method, url, config } = route
  if (ofAccounts.test(url)) return method !== 'GET' && method !== 'HEAD'
  return linkOrFile.test(url) || config?.isForPart === true || givesFile(route) || givesLinks(route)
}

const goodAnswers = ({ schema }: RouteOptions): unknown[] =>
  Object.entries((schema?.response ?? {}) as Record<string, unknown>).flatMap(([status, answer]) =>
    status.startsWith('2') ? [answer] : [],
  )

/** What is a file describes its content, JSON too; whatever else is answered is a schema. */
const givesFile = (route: RouteOptions): boolean =>
  goodAnswers(route).some((answer) => (answer as { content?: unknown }).content !== undefined)

/** Links of participants, anywhere in its answer. */
const givesLinks = (route: RouteOptions): boolean =>
  goodAnswers(route).some(
    (answer) => answer instanceof z.ZodType && JSON.stringify(z.toJSONSchema(answer, anyShape)).includes(linkName),
  )
const anyShape = { unrepresentable: 'any' } as const
const linkName = `"${ParticipantLink.meta()?.id}"`

/** An account that is refused the same again and again, or fetches a file piece by piece, is written down once a minute. */
const repetitionLimit = { points: 1, duration: 60 }
const idLike = /^[A-Za-z0-9_-]{1,64}$/

export function auditRoutes(api: FastifyInstance, { audit }: { readonly audit: AuditLog }): void {
  const told = new RateLimiterMemory(repetitionLimit)
  const given = new RateLimiterMemory(repetitionLimit)
  api.decorateRequest('isAudited', false)
  api.decorateRequest('made', null)

  api.addHook('onRoute', (route) => {
    // Whether it gives a file or links is told by its answer: one that keeps it to itself could give anything.
    if (goodAnswers(route).length === 0) throw new Error(`${route.method} ${route.url} does not say what it answers`)
    if (demandsAudit(route) && route.config?.audit === undefined)
      throw new Error(`${route.method} ${route.url} does not say what the audit log is told of it`)
  })

  const note = (
    request: FastifyRequest,
    outcome: 'begun' | 'done' | 'failed' | 'refused',
    code: string | null = null,
  ) =>
    audit.note({
      act: actOf(request) ?? 'request',
      outcome,
      code,
      accountId: request.account?.accountId ?? null,
      subjects: { ...subjectsOf(request), ...request.made },
      route: `${request.method} ${request.routeOptions.url}`,
      network: networkOf(request.ip),
    })

  // What cannot be written down is not done.
  api.addHook('preHandler', async (request) => {
    if (actOf(request) === null || (await isRepeated(request))) return
    await note(request, 'begun')
    request.isAudited = true
  })

  const isRepeated = async (request: FastifyRequest) =>
    request.routeOptions.config.audit === exportByStaff && !(await isNews(told, addressedBy(request)))

  /** It is refused, or has failed, whether or not that can be written down. */
  async function noteAfter(request: FastifyRequest, outcome: 'done' | 'failed' | 'refused', code: string | null) {
    try {
      await note(request, outcome, code)
    } catch (error) {
      request.log.error({ err: error, outcome }, 'the end of an act is missing in the audit log')
    }
  }

  api.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode >= 300) return
    try {
      await mayLeave(request, isFile(reply, payload))
    } catch (error) {
      if (payload instanceof Readable) payload.destroy()
      throw error
    }
  })

  async function mayLeave(request: FastifyRequest, isFile: boolean): Promise<void> {
    const { method, account, routeOptions } = request
    const { config, url } = routeOptions
    if (isFile && config.audit === undefined)
      throw new Error(`${method} ${url} gives a file, and does not say what the audit log is told of it`)
    if (config.audit !== exportByStaff || !account) return
    const isFirst = await isNews(given, addressedBy(request))
    // Whoever has now what was refused a moment ago, or could not be written down, does not fetch it again.
    if (isFirst && !request.isAudited) await note(request, 'begun').catch((error) => forget(request, error))
  }

  async function forget(request: FastifyRequest, error: unknown): Promise<never> {
    await given.delete(addressedBy(request))
    throw error
  }

  api.addHook('onError', async (request, _reply, error) => {
    const code = typeof error.code === 'string' ? error.code : 'internal'
    if (request.isAudited) return noteAfter(request, 'failed', code)
    if (error.statusCode !== 403 || !request.account) return
    if (await isNews(told, `${request.account.accountId} ${code} ${request.url.slice(0, 500)}`))
      await noteAfter(request, 'refused', code)
  })

  api.addHook('onResponse', async (request) => {
    if (request.isAudited && request.made) await noteAfter(request, 'done', null)
  })
}

const addressedBy = ({ account, url }: FastifyRequest) => `${account?.accountId} ${url.slice(0, 500)}`

/** JSON is text by then, whatever else comes as bytes or names another type. */
function isFile(reply: FastifyReply, payload: unknown): boolean {
  if (payload === null || payload === undefined || payload === '') return false
  return typeof payload !== 'string' || !String(reply.getHeader('content-type')).startsWith('application/json')
}

function actOf({ routeOptions, account }: FastifyRequest): AuditedAct | null {
  const { audit = null } = routeOptions.config
  if (audit !== null && typeof audit === 'object' && 'by' in audit) return account ? audit.act : null
  return typeof audit === 'string' ? audit : null
}

/** Ids in the address alone: what else stands there may be a code or a word. */
function subjectsOf(request: FastifyRequest): Record<string, string> {
  const params = Object.entries((request.params ?? {}) as Record<string, string>)
  const ids = params.filter(([name, value]) => name.endsWith('Id') && idLike.test(value))
  return { ...Object.fromEntries(ids), ...request.routeOptions.config.auditSubjects?.(request) }
}

async function isNews(told: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await told.consume(key)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}
