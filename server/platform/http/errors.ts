// Every error response: { error: { code, message, field?, incident? } }, in words that say what to do.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Rejection, RejectionReplies } from '../../../shared/kernel/rejection.ts'
import { rejectionReplies } from '../../../shared/wire/engine/rejections.ts'
import type { ErrorReply } from '../../../shared/wire/error-reply.ts'
import { Busy } from '../bounded.ts'
import { BrokenJournal } from '../broken-journal.ts'
import { reportFault, Unavailable } from '../errors.ts'
import { PlaceFault } from '../store/place.ts'
import { NoNetworkWall } from '../walls.ts'

/** An answer that a route gives by throwing. Its message is shown. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly statusCode: number
  readonly code: string
  readonly field: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(
    statusCode: number,
    code: string,
    message: string,
    more: ErrorOptions & { field?: string; retryAfterMs?: number } = {},
  ) {
    super(message, more)
    this.statusCode = statusCode
    this.code = code
    this.field = more.field
    this.retryAfterMs = more.retryAfterMs
  }
}

export const notFound = (what: string) => new HttpError(404, 'not-found', `There is no such ${what}.`)

const unavailableText = 'The server cannot reach its database now. Nothing was changed; try again in a moment.'
const brokenJournalText =
  'What is kept of this was changed past the server: it is closed, so that nothing false is shown or written. Tell the administrator of the server, who finds on /health which journal it is and restores it from a backup.'
const filesNotReadText =
  'This server reads no files that are handed in, since it cannot shut the programs in that read them. Nothing was changed; tell whoever runs the server, who finds on /health what is missing.'
const storeAwayText =
  'Stored files cannot be reached now. Nothing was changed and nothing is lost; try again in a few minutes, and tell whoever runs the server.'
const unavailableForMs = 2000

/** Of commands of every kind. */
const ofAnyCommand: RejectionReplies = {
  invalid: [400, 'A value of the command is not valid.'],
  forbidden: [403, 'Staff may not do this through this interface.'],
  conflict: [409, 'The session was changed by others at the same time. Load it again and repeat what is still wanted.'],
  unavailable: [503, unavailableText],
  'journal-broken': [409, brokenJournalText],
}

export function rejected(rejection: Rejection, field?: string): HttpError {
  const { code, params } = rejection
  const [statusCode, text] = ofAnyCommand[code] ?? rejectionReplies[code] ?? [409, `The session refuses this: ${code}.`]
  const more = { ...(field !== undefined && { field }), ...(statusCode === 503 && { retryAfterMs: unavailableForMs }) }
  if (code === 'register.incomplete')
    return new HttpError(409, code, `Still to be written: column ${params.columns}.`, more)
  if (code === 'internal') return new CommandFault(String(params.incident ?? ''))
  return new HttpError(statusCode, code, field === undefined ? text : `${field}: ${text}`, more)
}

/** The session's actor has logged it under this number already. */
class CommandFault extends HttpError {
  readonly incident: string

  constructor(incident: string) {
    super(500, 'internal', '')
    this.incident = incident
  }
}

/** Fastify’s error handler. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof CommandFault) return sendInternal(reply, error.incident)
  if (error instanceof HttpError) {
    if (error.retryAfterMs !== undefined) retryAfter(reply, error.retryAfterMs)
    const { code, message, field } = error
    return sendError(reply, error.statusCode, { code, message, ...(field !== undefined && { field }) })
  }
  if (error instanceof PlaceFault) {
    request.log.warn({ err: error }, 'the place of stored files cannot be used')
    return sendError(retryAfter(reply, unavailableForMs), 503, { code: 'store-away', message: storeAwayText })
  }
  if (error instanceof NoNetworkWall) {
    request.log.error({ err: error }, 'a file of a stranger is not read')
    return sendError(reply, 503, { code: 'files-not-read', message: filesNotReadText })
  }
  // The log has it already.
  if (error instanceof BrokenJournal)
    return sendError(reply, 409, { code: 'journal-broken', message: brokenJournalText })
  if (error instanceof Unavailable) {
    request.log.warn({ err: error, cause: error.cause }, 'unavailable')
    return sendError(retryAfter(reply, unavailableForMs), 503, { code: 'unavailable', message: unavailableText })
  }
  if (error instanceof Busy) {
    const message = 'Too many ask for the same at this moment. Nothing was changed; try again in a while.'
    return sendError(retryAfter(reply, error.retryAfterMs), 503, { code: 'busy', message })
  }
  if (hasZodFastifySchemaValidationErrors(error)) return sendError(reply, 400, invalid(error))
  const known = error instanceof Error && clientErrors[(error as FastifyError).statusCode ?? 500]
  if (known) return sendError(reply, known.statusCode, { code: known.code, message: known.message })
  return sendInternal(reply, reportFault(request.log, error, { route: request.routeOptions.url }))
}

/** What Fastify itself refuses. Its own texts speak of its inside. */
const clientErrors: Readonly<Record<number, HttpError>> = {
  400: new HttpError(400, 'invalid', 'The request cannot be read: its body must be JSON, and not empty.'),
  413: new HttpError(413, 'too-large', 'The request is too large.'),
  414: new HttpError(414, 'too-large', 'The address of the request is too long.'),
  415: new HttpError(415, 'unsupported', 'Send the body as application/json.'),
  416: new HttpError(416, 'no-such-range', 'The file has no such part.'),
}

function invalid({ validation }: { validation: { instancePath: string; message?: string }[] }): ErrorReply['error'] {
  const [first] = validation
  const field = first?.instancePath.split('/').filter(Boolean).join('.') || 'the body'
  return { code: 'invalid', message: `${field}: ${first?.message ?? 'not valid'}`, field }
}

function sendInternal(reply: FastifyReply, incident: string): FastifyReply {
  const message = `Something went wrong in the server. Tell its operator this number: ${incident}.`
  return sendError(reply, 500, { code: 'internal', message, incident })
}

const retryAfter = (reply: FastifyReply, milliseconds: number): FastifyReply =>
  reply.header('retry-after', Math.max(1, Math.ceil(milliseconds / 1000)))

function sendError(reply: FastifyReply, statusCode: number, error: ErrorReply['error']): FastifyReply {
  const body: ErrorReply = { error }
  // Not through the route's own schema: a route that answers 4xx otherwise must not swallow an error.
  return reply.code(statusCode).type('application/json; charset=utf-8').send(JSON.stringify(body))
}
