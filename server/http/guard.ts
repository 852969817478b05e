// Decides who may call a route. Every route under /api declares it in its configuration; a route without the
// declaration cannot be registered.

import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { SessionId } from '../../shared/kernel/ids.ts'
import { hasPart, isListed } from '../../shared/modules/access-list/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import { isNamedReader, isReader } from '../../shared/modules/protection/contract.ts'
import { isRunning } from '../../shared/modules/session/contract.ts'
import { doorAnswer } from '../../shared/projections/entrance.ts'
import { isStateSecret } from '../../shared/secrecy/levels.ts'
import { farewellFor } from '../../shared/wire/engine/farewells.ts'
import { ErrorReply } from '../../shared/wire/error-reply.ts'
import type { Account } from '../../shared/wire/identity/account.ts'
import type { Kiosk } from '../../shared/wire/reception/reception.ts'
import type { Access } from '../../shared/wire/route.ts'
import type { Sessions } from '../engine/session/sessions.ts'
import { accessSuspended, noPart } from '../identity/accounts/access-errors.ts'
import type { Accounts } from '../identity/accounts/accounts.ts'
import type { Logins } from '../identity/accounts/login.ts'
import { loginToken } from '../identity/accounts/login-cookie.ts'
import { mayUseLink, readerOf } from '../identity/accounts/reader.ts'
import { accessLogActorOf, noteLook } from '../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../identity/citizens/citizens.ts'
import type { WordReads } from '../identity/citizens/word-reads.ts'
import type { Links } from '../identity/links/links.ts'
import type { SecrecyGate } from '../identity/secrecy/gate.ts'
import { noPublicPages, notNamed } from '../identity/secrecy/secrecy-errors.ts'
import { demandHandled } from '../identity/secrecy/secrecy-rule.ts'
import type { Caller } from '../platform/caller.ts'
import { HttpError } from '../platform/http/errors.ts'
import type { TicketReference } from '../platform/http/route-access.ts'
import { linkFault } from '../platform/http/route-access.ts'
import type { Appointments } from '../reception/appointments/appointments.ts'
import type { Reception } from '../reception/day/reception.ts'
import type { HttpSettings } from './settings.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly logins: Logins
  readonly links: Links
  readonly citizens: Citizens
  readonly wordReads: WordReads
  readonly reception: Reception
  readonly appointments: Appointments
  readonly secrecyGate: SecrecyGate
  readonly settings: Pick<HttpSettings, 'cookieSecure'>
}

/** Hooks for the routes of `api`, before any body is read. */
export function guardRoutes(api: FastifyInstance, dependencies: Dependencies): void {
  api.decorateRequest('account', null)
  api.decorateRequest('caller', null)
  api.decorateRequest('ticket', null)
  api.decorateRequest('kiosk', null)
  api.decorateRequest('demandSessions', function demandSessions(this: FastifyRequest, sent: unknown) {
    return demandNamedSessions(this, sent, dependencies)
  })
  api.addHook('onRoute', describeAccess)
  api.addHook('onRequest', async (request) => {
    const { access, limit } = request.routeOptions.config
    await limit?.(request)
    if (access === undefined) throw new Error(`nothing says who may call ${request.routeOptions.url}`)
    await identify(request, access, dependencies)
    const state = await sessionOf(request, dependencies)
    if (!state) return
    await demandSession(request, state, dependencies)
    await keepLinks(request, state, dependencies)
    await noteWords(request, state, dependencies)
  })
  // A session that is named in the query or in the body is shut to the same accounts as one in the address.
  api.addHook('preHandler', (request) => request.demandSessions([request.query, request.body]))
}

/**
 * Whichever session is named anywhere in `sent`. The hook above asks it of every query and of every body in JSON; a route that reads a form
 * asks it of what the form says. @throws HttpError
 */
async function demandNamedSessions(
  request: FastifyRequest,
  sent: unknown,
  dependencies: Pick<Dependencies, 'sessions' | 'secrecyGate' | 'accounts'>,
): Promise<void> {
  if (!request.account && !request.caller) return
  for (const sessionId of new Set(sessionIdsIn(sent))) {
    const state = await dependencies.sessions.state(sessionId)
    if (state) await demandSession(request, state, dependencies)
  }
}

/** Deeper than any body names one. */
const deepest = 5

function sessionIdsIn(sent: unknown, depth = 0): SessionId[] {
  if (typeof sent !== 'object' || sent === null || Buffer.isBuffer(sent) || depth > deepest) return []
  return Object.entries(sent).flatMap(([name, value]) => {
    const named = name === 'sessionId' ? SessionId.safeParse(value) : null
    return named?.success ? named.data : sessionIdsIn(value, depth + 1)
  })
}

/**
 * Of a visit of somebody who denounces staff see the line in the list; whatever is in it is for the accounts named (ADR 0045).
 * @throws HttpError: it is not handled here now, or the account has no part in it.
 */
async function demandSession(
  request: FastifyRequest,
  state: SessionState,
  dependencies: Pick<Dependencies, 'secrecyGate' | 'accounts'>,
): Promise<void> {
  keepSecrets(request, state, dependencies)
  const { account, caller } = request
  if (caller && !(await mayUseLink(dependencies, state, caller.participantId))) throw accessSuspended()
  if (state.session.isProtected && account && !isReader(state.protection, readerOf(account))) {
    if (isNamedReader(state.protection, account.accountId)) throw accessSuspended()
    throw new HttpError(
      403,
      'protection.not-reader',
      'This visit is protected: it is for the officers named for it alone.',
    )
  }
}

async function identify(request: FastifyRequest, access: Access, dependencies: Dependencies): Promise<void> {
  switch (access) {
    case 'anyone':
      return
    case 'public':
      if (!dependencies.secrecyGate.hasPublicPages()) request.account = await officerInstead(request, dependencies)
      return
    case 'staff':
      request.account = await signedIn(request, dependencies)
      return
    case 'administrator':
      request.account = await signedIn(request, dependencies)
      if (request.account.role !== 'administrator')
        throw new HttpError(403, 'forbidden', 'Only an administrator may do this.')
      return
    case 'link':
      request.caller = await linkHolder(request, dependencies)
      return
    case 'recordKeeper':
      request.caller = await recordKeeper(request, dependencies)
      return
    case 'staffOrRecordKeeper':
      if (bearerToken(request) === null) request.account = await signedIn(request, dependencies)
      else request.caller = await recordKeeper(request, dependencies)
      return
    case 'invited':
      request.caller = await invitedCaller(request, dependencies)
      return
    case 'staffOrInvited':
      if (bearerToken(request) === null) request.account = await signedIn(request, dependencies)
      else request.caller = await invitedCaller(request, dependencies)
      return
    case 'ticket':
      refuseOnClosedNetwork(dependencies)
      request.ticket = await ticketHolder(request, dependencies)
      return
    case 'kiosk':
      refuseOnClosedNetwork(dependencies)
      request.kiosk = await kioskOf(request, dependencies)
      return
    case 'staffOrKiosk':
      if (bearerToken(request) === null) request.account = await signedIn(request, dependencies)
      else {
        refuseOnClosedNetwork(dependencies)
        request.kiosk = await kioskOf(request, dependencies)
      }
      return
  }
}

/** Read once, for what both hooks keep of it. null: the route is of no session, or of none that there is. */
async function sessionOf(request: FastifyRequest, { sessions }: Dependencies): Promise<SessionState | null> {
  const { account, caller, params } = request
  const { sessionId } = (params ?? {}) as { sessionId?: string }
  const parsed = SessionId.safeParse(sessionId)
  return (account || caller) && parsed.success ? sessions.state(parsed.data) : null
}

/**
 * Nothing of a session is shown, handed out or exported whose level is not handled here now; nor one of Mật and above to an account
 * that has no part in it. Whoever is named in the session itself has a link.
 */
function keepSecrets(
  request: FastifyRequest,
  state: SessionState,
  dependencies: Pick<Dependencies, 'secrecyGate'>,
): void {
  const { account, routeOptions } = request
  demandHandled(dependencies, state.session.secrecy)
  if (!account || !isStateSecret(state.session.secrecy) || hasPart(state.accessList, readerOf(account))) return
  const mayName = routeOptions.config.isForNaming === true && account.role === 'administrator'
  if (isListed(state.accessList, account.accountId) && !mayName) throw accessSuspended()
  if (!mayName) throw notNamed(dependencies.secrecyGate.report().source)
}

/** Who holds a link could act in another's name, and vote for them. */
async function keepLinks(request: FastifyRequest, state: SessionState, { accounts }: Dependencies): Promise<void> {
  const { account, routeOptions } = request
  const { bookedBy } = state.accessList
  if (!routeOptions.config.isForPart || !account || hasPart(state.accessList, readerOf(account))) return
  // Perhaps somebody else has the password of whoever booked it (ADR 0074).
  if (isListed(state.accessList, account.accountId)) throw accessSuspended()
  throw noPart((bookedBy && (await accounts.find(bookedBy))?.displayName) ?? null)
}

/** Before anything of the words of a citizen is given out, it is written down who looks: at the visit, or at the citizens of the session. */
async function noteWords(request: FastifyRequest, state: SessionState, dependencies: Dependencies): Promise<void> {
  const { words } = request.routeOptions.config
  if (typeof words !== 'string' || !isLookFromOutside(request, state)) return
  await noteLook(dependencies, state, await accessLogActorOf(dependencies, request, state, words))
}

/** Whoever is in the room of a visit that goes on hears it all; what a denouncer has said is theirs to read. */
function isLookFromOutside({ account, caller }: FastifyRequest, { session, admission }: SessionState): boolean {
  if (account) return true
  const role = caller && admission.participants[caller.participantId]?.role
  return role !== 'citizen' && !isRunning(session.status)
}

const givesOutPeople = /\/:sessionId\/|\/:sessionId$|\/:caseId\/|\/:caseId$|\/register|\/figures\//

/** Says in the OpenAPI document what the hook above does. */
function describeAccess(route: RouteOptions): void {
  const access = route.config?.access
  if (!access) throw new Error(`${route.method} ${route.url} does not say who may call it`)
  if (route.method === 'GET' && givesOutPeople.test(route.url) && route.config?.words === undefined)
    throw new Error(`${route.url} does not say what it gives out of the words of citizens`)
  const login = { login: [] }
  const link = { link: [] }
  const security = {
    anyone: [],
    public: [],
    staff: [login],
    administrator: [login],
    link: [link],
    recordKeeper: [link],
    staffOrRecordKeeper: [login, link],
    invited: [link],
    staffOrInvited: [login, link],
    ticket: [link],
    kiosk: [link],
    staffOrKiosk: [login, link],
  }
  const response = (route.schema?.response ?? {}) as Record<string, unknown>
  route.schema = {
    ...route.schema,
    security: security[access],
    ...(route.config?.words && { 'x-look': route.config.words }),
    response: { ...response, '4xx': refusal, '5xx': refusal },
  }
}

const refusal = {
  description: 'Refused, or failed: the code says why, the message what to do',
  content: { 'application/json': { schema: ErrorReply } },
}

/** What anybody may call elsewhere is for staff on a closed network, who may have to check a paper there. */
async function officerInstead(request: FastifyRequest, dependencies: Dependencies): Promise<Account> {
  const token = loginToken(request, dependencies.settings.cookieSecure)
  const account = token === null ? null : await dependencies.logins.find(token)
  if (!account) throw noPublicPages(dependencies.secrecyGate.report().source)
  return account
}

function refuseOnClosedNetwork({ secrecyGate }: Dependencies): void {
  if (!secrecyGate.hasPublicPages()) throw noPublicPages(secrecyGate.report().source)
}

async function signedIn(request: FastifyRequest, { logins, settings }: Dependencies): Promise<Account> {
  const token = loginToken(request, settings.cookieSecure)
  const account = token === null ? null : await logins.find(token)
  if (!account) throw new HttpError(401, 'sign-in-required', 'Sign in first.')
  return account
}

async function linkHolder(request: FastifyRequest, { links }: Dependencies): Promise<Caller> {
  const verdict = await links.verify(bearerToken(request) ?? '')
  switch (verdict.kind) {
    case 'valid':
      return verdict.caller
    case 'expired':
      throw linkFault('link-expired')
    case 'invalid':
      throw linkFault('link-invalid')
  }
}

async function recordKeeper(request: FastifyRequest, dependencies: Dependencies): Promise<Caller> {
  const caller = await linkHolder(request, dependencies)
  const { sessionId } = request.params as { sessionId?: string }
  const state = sessionId === caller.sessionId ? await dependencies.sessions.state(SessionId.parse(sessionId)) : null
  const answer = state ? doorAnswer(state, caller.participantId, caller.linkId) : farewellFor('link-invalid')
  // A sealed session lets nobody in, but its papers are theirs.
  if (!state || (answer !== 'welcome' && answer.reason !== 'over')) throw linkFault('link-invalid')
  const role = state.admission.participants[caller.participantId]?.role
  if (role !== 'chair' && role !== 'secretary')
    throw new HttpError(403, 'forbidden', 'Only the chair and the secretary of the session may do this.')
  return caller
}

async function invitedCaller(request: FastifyRequest, dependencies: Dependencies): Promise<Caller> {
  const caller = await linkHolder(request, dependencies)
  const { sessionId = caller.sessionId } = request.params as { sessionId?: string }
  const state = sessionId === caller.sessionId ? await dependencies.sessions.state(caller.sessionId) : null
  const answer = state ? doorAnswer(state, caller.participantId, caller.linkId) : farewellFor('link-invalid')
  if (answer !== 'welcome') throw linkFault(answer.reason === 'link-revoked' ? answer.reason : 'link-invalid')
  return caller
}

async function ticketHolder(request: FastifyRequest, { reception }: Dependencies): Promise<TicketReference> {
  const ticket = await reception.ticketOf(bearerToken(request) ?? '')
  if (!ticket) throw linkFault('link-invalid')
  return ticket
}

async function kioskOf(request: FastifyRequest, { reception }: Dependencies): Promise<Kiosk> {
  const kiosk = await reception.kioskOf(bearerToken(request) ?? '')
  if (!kiosk) throw linkFault('link-revoked')
  return kiosk
}

function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}
