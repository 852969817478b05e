// Says who calls a route, by what it declares of them: the login of staff, the link of a participant, a ticket or a
// kiosk. Called by guard.ts.

import type { FastifyRequest } from 'fastify'
import { SessionId } from '../../shared/kernel/ids.ts'
import { doorAnswer } from '../../shared/projections/entrance.ts'
import { farewellFor } from '../../shared/wire/engine/farewells.ts'
import type { Account } from '../../shared/wire/identity/account.ts'
import type { Kiosk } from '../../shared/wire/reception/reception.ts'
import type { Access } from '../../shared/wire/route.ts'
import type { Sessions } from '../engine/session/sessions.ts'
import type { Logins } from '../identity/accounts/login.ts'
import { loginToken } from '../identity/accounts/login-cookie.ts'
import type { Links } from '../identity/links/links.ts'
import type { SecrecyGate } from '../identity/secrecy/gate.ts'
import { noPublicPages } from '../identity/secrecy/secrecy-errors.ts'
import type { Caller } from '../platform/caller.ts'
import { HttpError } from '../platform/http/errors.ts'
import type { TicketReference } from '../platform/http/route-access.ts'
import { linkFault } from '../platform/http/route-access.ts'
import type { Reception } from '../reception/day/reception.ts'
import type { HttpSettings } from './settings.ts'

export interface IdentifyDependencies {
  readonly sessions: Sessions
  readonly logins: Logins
  readonly links: Links
  readonly reception: Reception
  readonly secrecyGate: SecrecyGate
  readonly settings: Pick<HttpSettings, 'cookieSecure'>
}

/** Who calls a route of this access is in the request from then on. @throws HttpError: they may not. */
export async function identify(
  request: FastifyRequest,
  access: Access,
  dependencies: IdentifyDependencies,
): Promise<void> {
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

/** What anybody may call elsewhere is for staff on a closed network, who may have to check a paper there. */
async function officerInstead(request: FastifyRequest, dependencies: IdentifyDependencies): Promise<Account> {
  const token = loginToken(request, dependencies.settings.cookieSecure)
  const account = token === null ? null : await dependencies.logins.find(token)
  if (!account) throw noPublicPages(dependencies.secrecyGate.report().source)
  return account
}

function refuseOnClosedNetwork({ secrecyGate }: IdentifyDependencies): void {
  if (!secrecyGate.hasPublicPages()) throw noPublicPages(secrecyGate.report().source)
}

async function signedIn(request: FastifyRequest, { logins, settings }: IdentifyDependencies): Promise<Account> {
  const token = loginToken(request, settings.cookieSecure)
  const account = token === null ? null : await logins.find(token)
  if (!account) throw new HttpError(401, 'sign-in-required', 'Sign in first.')
  return account
}

async function linkHolder(request: FastifyRequest, { links }: IdentifyDependencies): Promise<Caller> {
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

async function recordKeeper(request: FastifyRequest, dependencies: IdentifyDependencies): Promise<Caller> {
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

async function invitedCaller(request: FastifyRequest, dependencies: IdentifyDependencies): Promise<Caller> {
  const caller = await linkHolder(request, dependencies)
  const { sessionId = caller.sessionId } = request.params as { sessionId?: string }
  const state = sessionId === caller.sessionId ? await dependencies.sessions.state(caller.sessionId) : null
  const answer = state ? doorAnswer(state, caller.participantId, caller.linkId) : farewellFor('link-invalid')
  if (answer !== 'welcome') throw linkFault(answer.reason === 'link-revoked' ? answer.reason : 'link-invalid')
  return caller
}

async function ticketHolder(request: FastifyRequest, { reception }: IdentifyDependencies): Promise<TicketReference> {
  const ticket = await reception.ticketOf(bearerToken(request) ?? '')
  if (!ticket) throw linkFault('link-invalid')
  return ticket
}

async function kioskOf(request: FastifyRequest, { reception }: IdentifyDependencies): Promise<Kiosk> {
  const kiosk = await reception.kioskOf(bearerToken(request) ?? '')
  if (!kiosk) throw linkFault('link-revoked')
  return kiosk
}

function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}
