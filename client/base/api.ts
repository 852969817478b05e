// REST as the pages call it: a route as shared/wire declares it (ADR 0091), its answer parsed; errors as ApiError with the server’s stable code.
import { z } from 'zod'
import type { ErrorReply } from '../../shared/wire/error-reply.ts'
import type { FileAnswer, Route } from '../../shared/wire/route.ts'

export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: string
  /** 0: no answer came. */
  readonly status: number
  /** The part of the request that is wrong, as in participants.0.name. */
  readonly field: string | undefined
  /** The number under which the operator of the server finds the fault. */
  readonly incident: string | undefined

  constructor(code: string, message: string, status: number, details: Partial<ErrorReply['error']> = {}) {
    super(message)
    this.code = code
    this.status = status
    this.field = details.field
    this.incident = details.incident
  }
}

interface RequestOptions {
  /** The token of a personal link; staff are known by their cookie. */
  token?: string
  signal?: AbortSignal
}

type Named<Name extends string, Schema> = Schema extends z.ZodType ? { [Key in Name]: z.input<Schema> } : unknown
/** A URLSearchParams is sent as it stands in the address of the page: the server says what of it is wrong. */
type Query<Schema> = Schema extends z.ZodType
  ? Partial<Record<never, never>> extends z.input<Schema>
    ? { query?: z.input<Schema> | URLSearchParams }
    : { query: z.input<Schema> | URLSearchParams }
  : unknown
type Address<Called extends Route> = Named<'params', Called['params']> & Query<Called['query']>
type Sent<Called extends Route> = Address<Called> & Named<'body', Called['body']>
type Answer<Called extends Route> = {
  [Status in keyof Called['response']]: Called['response'][Status] extends z.ZodType
    ? z.output<Called['response'][Status]>
    : never
}[keyof Called['response']]
/** What need not be sent may be left out. */
type Rest<Needed> =
  Partial<Record<never, never>> extends Needed
    ? [sent?: Needed, options?: RequestOptions]
    : [sent: Needed, options?: RequestOptions]
interface AnySent {
  params?: Readonly<Record<string, unknown>>
  query?: Readonly<Record<string, unknown>> | URLSearchParams
  body?: unknown
}

/** Calls a route and parses its answer. Throws ApiError; `answer-unreadable`: the page is older than the server, what was sent has arrived. */
export async function call<Called extends Route>(
  called: Called,
  ...[sent, options]: Rest<Sent<Called>>
): Promise<Answer<Called>> {
  const response = await fetched(called, sent as AnySent | undefined, options)
  return parsedAnswer(called, response.status, response.status === 204 ? undefined : await response.json())
}

/** Calls a route whose answer is a file. Throws ApiError. */
export async function callForFile<Called extends Route>(
  called: Called,
  ...[sent, options]: Rest<Sent<Called>>
): Promise<Blob> {
  return (await fetched(called, sent as AnySent | undefined, options)).blob()
}

/** Calls a route whose answer is a file, and hands that to the browser’s downloads. Throws ApiError. */
export async function download<Called extends Route>(
  called: Called,
  sent: Sent<Called>,
  { fallbackName, ...options }: RequestOptions & { fallbackName: string },
): Promise<void> {
  await hand(await fetched(called, sent as AnySent, options), fallbackName)
}

/** Where a route is, for links and pictures. */
export function addressOf<Called extends Route>(
  called: Called,
  ...[address]: Partial<Record<never, never>> extends Address<Called>
    ? [address?: Address<Called>]
    : [address: Address<Called>]
): string {
  const { params = {}, query = {} } = (address ?? {}) as AnySent
  const path = called.path.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])))
  const search = query instanceof URLSearchParams ? query : new URLSearchParams(given(query))
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

/** What is undefined, is not asked. */
const given = (query: Readonly<Record<string, unknown>>): string[][] =>
  Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))

const fetched = (called: Route, sent: AnySent = {}, options?: RequestOptions): Promise<Response> =>
  request(
    called.method,
    addressOf(called, sent as never),
    // Fastify takes no empty body for JSON.
    called.method === 'POST' ? (sent.body ?? {}) : sent.body,
    options,
  )

function parsedAnswer<Called extends Route>(called: Called, status: number, content: unknown): Answer<Called> {
  if (status === 204) return undefined as Answer<Called>
  const answer = called.response[status]
  const parsed = isSchema(answer) ? answer.safeParse(content) : null
  if (!parsed?.success) throw unreadable(called, status, parsed?.error)
  return parsed.data as Answer<Called>
}

const isSchema = (answer: z.ZodType | FileAnswer | undefined): answer is z.ZodType => answer instanceof z.ZodType

function unreadable({ method, path }: Route, status: number, fault?: z.ZodError): ApiError {
  const error = new ApiError('answer-unreadable', `${method} ${path} answered otherwise than declared`, status)
  error.cause = fault
  return error
}

type Sending = RequestOptions & { onProgress: (share: number) => void }

/** Sends one file to a route that reads a form. Throws ApiError. */
export function uploadFile<Called extends Route>(
  called: Called,
  address: Address<Called>,
  file: File,
  options: Sending,
): Promise<Answer<Called>> {
  const form = new FormData()
  form.set('file', file, file.name)
  return sendForm(called, address, form, options)
}

/** Sends words and files and tells how much of them has gone; fetch cannot say that. Throws ApiError. */
export function sendForm<Called extends Route>(
  called: Called,
  address: Address<Called>,
  form: FormData,
  { token, signal, onProgress }: Sending,
): Promise<Answer<Called>> {
  return new Promise((resolve, fail) => {
    const sending = new XMLHttpRequest()
    sending.open(called.method, addressOf(called, address as never))
    sending.responseType = 'json'
    if (token !== undefined) sending.setRequestHeader('authorization', `Bearer ${token}`)
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    sending.onload = () => {
      const { status, response } = sending
      if (status >= 200 && status < 300) {
        try {
          resolve(parsedAnswer(called, status, response))
        } catch (error) {
          fail(error)
        }
        return
      }
      const { error } = (response ?? { error: { code: 'internal', message: sending.statusText } }) as ErrorReply
      fail(new ApiError(error.code, error.message, status, error))
    }
    sending.onerror = () => fail(new ApiError('unreachable', 'the connection broke', 0))
    sending.onabort = () => fail(signal?.reason ?? new ApiError('unreachable', 'given up', 0))
    signal?.addEventListener('abort', () => sending.abort(), { once: true })
    sending.send(form)
  })
}

/** The same of an address (`addressOf`) that needs the link’s token. */
export async function downloadWithToken(url: string, token: string, fallbackName: string): Promise<void> {
  await hand(await request('GET', url, undefined, { token }), fallbackName)
}

async function hand(response: Response, fallbackName: string): Promise<void> {
  const objectUrl = URL.createObjectURL(await response.blob())
  const anchor = document.createElement('a')
  anchor.href = objectUrl
  anchor.download = fileNameOf(response.headers.get('content-disposition')) ?? fallbackName
  anchor.click()
  // Safari reads the object only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(objectUrl), 60_000)
}

/** RFC 6266: the extended form carries Vietnamese names. */
export function fileNameOf(disposition: string | null): string | null {
  const extended = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  if (extended) return decodeURIComponent(extended)
  return disposition?.match(/filename="([^"]+)"/i)?.[1] ?? null
}

async function request(method: string, path: string, body: unknown, options: RequestOptions = {}): Promise<Response> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(options.signal && { signal: options.signal }),
  }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw new ApiError('unreachable', String(error), 0)
  })
  if (!response.ok) throw await errorOf(response)
  return response
}

async function errorOf(response: Response): Promise<ApiError> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  if (!isJson) return new ApiError('internal', response.statusText, response.status)
  const { error } = (await response.json()) as ErrorReply
  return new ApiError(error.code, error.message, response.status, error)
}
