// Decides who may call a route. Every route under /api declares it in its configuration; a route without the
// declaration cannot be registered.

import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { SessionId } from '../../shared/kernel/ids.ts'
import { hasPart, isListed } from '../../shared/modules/access-list/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import { isNamedReader, isReader } from '../../shared/modules/protection/contract.ts'
import { isRunning } from '../../shared/modules/session/contract.ts'
import { isStateSecret } from '../../shared/secrecy/levels.ts'
import { ErrorReply } from '../../shared/wire/error-reply.ts'
import { accessSuspended, noPart } from '../identity/accounts/access-errors.ts'
import type { Accounts } from '../identity/accounts/accounts.ts'
import { mayUseLink, readerOf } from '../identity/accounts/reader.ts'
import { accessLogActorOf, noteLookAtWords } from '../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../identity/citizens/citizens.ts'
import type { WordReads } from '../identity/citizens/word-reads.ts'
import { notNamed } from '../identity/secrecy/secrecy-errors.ts'
import { demandHandled } from '../identity/secrecy/secrecy-rule.ts'
import { HttpError } from '../platform/http/errors.ts'
import type { Appointments } from '../reception/appointments/appointments.ts'
import { type IdentifyDependencies, identify } from './identify.ts'

interface Dependencies extends IdentifyDependencies {
  readonly accounts: Accounts
  readonly citizens: Citizens
  readonly wordReads: WordReads
  readonly appointments: Appointments
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
  await noteLookAtWords(dependencies, state, await accessLogActorOf(dependencies, request, state, words))
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
