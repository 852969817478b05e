// A route of the REST interface, declared once, in the `*-api.ts` of its domain: Fastify registers it (server/platform/http/serve.ts),
// the OpenAPI document is made from it, pages call it typed and parse its answer (client/base/api.ts). ADR 0091.
import { z } from 'zod'

/**
 * anyone · public: anybody, on a closed network staff alone (ADR 0056) · staff: a signed-in account · administrator: such an account with that role · link: whoever holds a signed link ·
 * recordKeeper: the chair's or secretary's own link to the session of the address · staffOrRecordKeeper: such a link, or staff ·
 * invited: a link that opens the door now, of the session of the address if that names one · staffOrInvited: such a link, or staff ·
 * ticket: whoever holds the link of a ticket of a reception day · kiosk: a machine on the list of kiosks · staffOrKiosk: it, or staff;
 * on a closed network there are neither tickets’ pages nor kiosks.
 */
export type Access =
  | 'anyone'
  | 'public'
  | 'staff'
  | 'administrator'
  | 'link'
  | 'recordKeeper'
  | 'staffOrRecordKeeper'
  | 'invited'
  | 'staffOrInvited'
  | 'ticket'
  | 'kiosk'
  | 'staffOrKiosk'

/** The route knows itself at whom each call looks, and writes that down. */
export const notedByRoute = { notedBy: 'route' } as const

/** What a route says of who may call it and what it gives out; server/http/guard.ts holds it. */
export interface RouteAccess {
  readonly access: Access
  /**
   * What it gives out of what citizens have said, handed in or been told, as looks are named: each is written down (ADR 0061).
   * null: nothing of it. Every route to be read of a session, a case, a register or behind a figure says so, or does not start.
   */
  readonly words?: string | null | typeof notedByRoute
  /** Gives out or changes the links or voting codes of the session: of the accounts, for those with a part in it alone (ADR 0075). */
  readonly isForPart?: boolean
  /** Says who may open a secret session: an administrator need not be one of them. */
  readonly isForNaming?: boolean
}

/** Bytes, or a text that is no JSON: of one media type, or of one of several. */
export interface FileAnswer {
  readonly description: string
  readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>>
}

export interface Route extends RouteAccess {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Beneath /api; a parameter is written `:name`. */
  readonly path: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly consumes?: readonly string[]
  readonly params?: z.ZodObject
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** By status, those of success alone. */
  readonly response: Readonly<Record<number, z.ZodType | FileAnswer>>
}

export const route = <const Declared extends Route>(declared: Declared): Declared => declared

/** A response without content. */
export const noContent = { 204: z.undefined() }

const schemaOf = (mediaType: string): z.ZodType => (mediaType.startsWith('text/') ? z.string() : z.unknown())

/** A response with a file. */
export const fileOf = (mediaTypes: string | readonly string[], description = 'the file') => ({
  200: {
    description,
    content: Object.fromEntries([mediaTypes].flat().map((type) => [type, { schema: schemaOf(type) }])),
  },
})
