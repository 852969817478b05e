// Registers a route as it is declared in shared/wire (ADR 0091): who may call it, what is sent and answered, its words in OpenAPI.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  FastifyBaseLogger,
  FastifyContextConfig,
  FastifyInstance,
  RawServerDefault,
  RouteGenericInterface,
  RouteHandlerMethod,
  RouteShorthandOptions,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Route, RouteAccess } from '../../../shared/wire/route.ts'

type Api = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

interface SchemaOf<Declared extends Route> {
  params: Declared['params']
  querystring: Declared['query']
  body: Declared['body']
  response: Declared['response']
}

type Handler<Declared extends Route> = RouteHandlerMethod<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  RouteGenericInterface,
  unknown,
  SchemaOf<Declared>,
  ZodTypeProvider
>

/** What only the server knows of a route: how often one network may call it, what the audit log is told, how long its body may be. */
type Options = Omit<FastifyContextConfig, keyof RouteAccess | 'url' | 'method'> &
  Pick<RouteShorthandOptions, 'bodyLimit' | 'preValidation'>

export function serve<const Declared extends Route>(api: Api, declared: Declared, handler: Handler<Declared>): void
export function serve<const Declared extends Route>(
  api: Api,
  declared: Declared,
  options: Options,
  handler: Handler<Declared>,
): void
export function serve(api: Api, declared: Route, ...rest: [Handler<Route>] | [Options, Handler<Route>]): void {
  const [given, handler] = rest.length === 1 ? [{}, rest[0]] : rest
  const { bodyLimit, preValidation, ...config } = given
  const { method, path, access, words, isForPart, isForNaming, params, query, ...schema } = declared
  api.route({
    method,
    url: path,
    config: defined({ access, words, isForPart, isForNaming, ...config }),
    schema: defined({ ...schema, params, querystring: query }),
    ...defined({ bodyLimit, preValidation }),
    handler: handler as RouteHandlerMethod,
  })
}

/** A key that is there, without a value, is more than Fastify and its schemas take. */
const defined = <Some extends object>(some: Some): { [Name in keyof Some]: Exclude<Some[Name], undefined> } =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as never
