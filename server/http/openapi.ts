// The OpenAPI document, generated from the schemas of the routes, and its page at /api/docs. It loads nothing from
// elsewhere.
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { loginCookieName } from '../identity/accounts/login-cookie.ts'

const routePrefix = '/api/docs'

/** Registered before the routes that it describes. */
export const openApi = fastifyPlugin(async (app: FastifyInstance, { cookieSecure }: { cookieSecure: boolean }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Điểm Cầu',
        version: '1',
        description: 'Sessions, their participants and papers. Times are epoch milliseconds, UTC.',
      },
      components: {
        securitySchemes: {
          login: { type: 'apiKey', in: 'cookie', name: loginCookieName(cookieSecure), description: 'POST /api/login' },
          link: { type: 'http', scheme: 'bearer', description: 'the part of a personal link after #' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => named(jsonSchemaTransformObject(document)),
  })
  await app.register(swaggerUi, {
    routePrefix,
    staticCSP: {
      'default-src': ["'self'"],
      'base-uri': ["'self'"],
      'frame-ancestors': ["'none'"],
      'img-src': ["'self'", 'data:'],
      'object-src': ["'none'"],
      // Swagger UI sets style attributes in its markup.
      'style-src': ["'self'", "'unsafe-inline'"],
    },
  })
})

/**
 * The transform names every schema twice, as what is sent (NameInput) and as what is answered (Name), used or not. Here
 * each is used one way alone: what nothing refers to goes, and the suffix with it.
 */
function named<Document extends object>(document: Document): Document {
  const { components } = document as { components?: { schemas?: Record<string, object> } }
  const schemas = components?.schemas ?? {}
  const { components: _components, ...rest } = document as Document & { components?: unknown }
  const used = new Set<string>()
  const referTo = (part: unknown): void => {
    for (const [, id = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(id)) continue
      used.add(id)
      referTo(schemas[id])
    }
  }
  referTo(rest)
  const kept = Object.fromEntries(Object.entries(schemas).filter(([id]) => used.has(id)))
  const text = JSON.stringify({ ...document, components: { ...components, schemas: kept } })
  const plain = text.replaceAll(/("(?:#\/components\/schemas\/)?)(\w+)Input"/g, (whole, start: string, id: string) =>
    used.has(`${id}Input`) && !used.has(id) ? `${start}${id}"` : whole,
  )
  return JSON.parse(plain) as Document
}
