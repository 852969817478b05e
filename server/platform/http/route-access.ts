// What a route declares about who may call it, and who calls. The guard (server/http/guard.ts) enforces it; routes read
// it here.
import type { FastifyRequest } from 'fastify'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { TicketId } from '../../../shared/kernel/ids.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { Kiosk } from '../../../shared/wire/reception/reception.ts'
import type { RouteAccess } from '../../../shared/wire/route.ts'
import type { Caller } from '../caller.ts'
import { HttpError } from './errors.ts'

/** Which ticket the link of a waiting page names. */
export interface TicketReference {
  readonly day: string
  readonly ticketId: TicketId
}

declare module 'fastify' {
  interface FastifyContextConfig extends Partial<RouteAccess> {
    /** How often one network may call the route, see rate-limits.ts. Counts those that are then turned away, too. */
    limit?: (request: FastifyRequest) => Promise<void>
    /** Its body may be long, and come slowly. */
    isUpload?: boolean
  }
  interface FastifyRequest {
    account: Account | null
    caller: Caller | null
    ticket: TicketReference | null
    kiosk: Kiosk | null
    /**
     * That whatever session is named anywhere in `sent` is open to who calls. It is asked of every query and of every body in JSON; a
     * route that reads a form asks it of what the form says. @throws HttpError
     */
    demandSessions(sent: unknown): Promise<void>
  }
}

export function accountOf(request: FastifyRequest): Account {
  if (!request.account) throw new Error(`${request.routeOptions.url} is not for staff alone`)
  return request.account
}

/** As commands are sent: in the name of the account or of the participant. */
export function actorOf({ account, caller, routeOptions }: FastifyRequest): ActorReference {
  if (account) return { kind: 'account', accountId: account.accountId }
  if (caller) return { kind: 'participant', participantId: caller.participantId }
  throw new Error(`${routeOptions.url} is called by nobody`)
}

export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error(`${request.routeOptions.url} is not for links`)
  return request.caller
}

export function ticketOf(request: FastifyRequest): TicketReference {
  if (!request.ticket) throw new Error(`${request.routeOptions.url} is not for tickets`)
  return request.ticket
}

const linkFaults = {
  'link-invalid': 'This link is not valid. Ask the agency for a new one.',
  'link-expired': 'This link has expired. Ask the agency for a new one.',
  'link-revoked': 'This link was replaced or revoked. Ask the agency for a new one.',
}

/** Why a link opens nothing: three codes, and nothing of the session. */
export const linkFault = (code: keyof typeof linkFaults): HttpError => new HttpError(401, code, linkFaults[code])

export const byAccount = ({ accountId }: Account) => ({ kind: 'account', accountId }) as const satisfies ActorReference
