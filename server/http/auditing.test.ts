import { Readable } from 'node:stream'
import fastify, { type FastifyReply, type FastifyRequest, type RouteOptions } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exportByStaff } from '../platform/http/route-audit.ts'
import { auditRoutes } from './auditing.ts'

type App = ReturnType<typeof fastify>
type Route = Pick<RouteOptions, 'schema' | 'config'> & { readonly gives?: unknown; readonly type?: string }

let app: App
let isAway: boolean
let written: string[]
beforeEach(() => {
  app = fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('account', null)
  app.addHook('onRequest', async (request: FastifyRequest) => {
    request.account = { accountId: 'lan' } as never
  })
  isAway = false
  written = []
  const note = async ({ outcome }: { outcome: string }) => {
    if (isAway) throw new Error('the audit log is away')
    written.push(outcome)
  }
  auditRoutes(app, { audit: { note } as never })
})
afterEach(() => app.close())

const json = { 200: z.object({ isHere: z.boolean() }) }
const film = { 200: { description: 'the file', content: { 'video/mp4': { schema: z.custom<Readable>() } } } }
const route = (url: string, { gives = { isHere: true }, type, ...options }: Route) =>
  app.get(url, options, async (_request: FastifyRequest, reply: FastifyReply) =>
    (type ? reply.type(type) : reply).send(gives),
  )
const statusOf = async (url: string) => (await app.inject(url)).statusCode

describe('a route', () => {
  it.each<[string, Route['schema']]>([
    ['nothing of its answer', {}],
    ['only what it refuses', { response: { '4xx': z.object({ code: z.string() }) } }],
  ])('cannot be registered if its schema declares %s', (_what, schema) => {
    expect(() => route('/sessions/1/film/copy', { schema: schema ?? {} })).toThrow('does not say what it answers')
  })

  it('that returns a file cannot be registered without declaring its audit entry', () => {
    expect(() => route('/sessions/1/film/copy', { schema: { response: film } })).toThrow('the audit log')
    expect(() => route('/sessions/1/film/copy', { schema: { response: film }, config: { audit: null } })).not.toThrow()
    const list = { 200: { description: 'the file', content: { 'application/json': { schema: z.custom<Readable>() } } } }
    expect(() => route('/list/copy', { schema: { response: list } })).toThrow('the audit log')
    const given = { schema: { response: film }, config: { audit: exportByStaff } }
    expect(() => route('/sessions/2/film/copy', given)).not.toThrow()
  })

  it('that declares JSON sends no file, be it a stream, bytes or text of another type', async () => {
    const schema = { response: json }
    route('/json', { schema })
    route('/nothing', { schema: { response: { 204: z.undefined() } }, gives: undefined })
    const stream = Readable.from(['the film'])
    route('/stream', { schema, gives: stream, type: 'video/mp4' })
    route('/bytes', { schema, gives: Buffer.from('the film') })
    route('/text', { schema, gives: 'name;phone', type: 'text/csv' })
    const answers = await Promise.all(['/json', '/nothing', '/stream', '/bytes', '/text'].map(statusOf))
    expect(answers).toEqual([200, 200, 500, 500, 500])
    expect(stream.destroyed).toBe(true)
  })
})

describe('a file sent to staff', () => {
  const answers = async (count: number) => {
    const all: number[] = []
    for (let times = 0; times < count; times++) all.push(await statusOf('/film/copy'))
    return all
  }

  it('is noted in the audit log once a minute however often it is fetched, and not sent while it cannot be noted', async () => {
    route('/film/copy', {
      schema: { response: film },
      config: { audit: exportByStaff },
      gives: Buffer.from('the film'),
    })
    isAway = true
    expect(await answers(3)).toEqual([500, 500, 500])
    isAway = false
    expect(await answers(3)).toEqual([200, 200, 200])
    expect(written).toEqual(['begun'])
  })

  it('is noted when it is sent, although it was refused shortly before', async () => {
    let mayHave = false
    const options = { schema: { response: film }, config: { audit: exportByStaff } }
    app.get('/film/copy', options, async (_request: FastifyRequest, reply: FastifyReply) => {
      if (!mayHave) throw Object.assign(new Error('not yet'), { statusCode: 403, code: 'film.no-download' })
      return reply.type('video/mp4').send(Buffer.from('the film'))
    })
    expect(await answers(2)).toEqual([403, 403])
    mayHave = true
    expect(await answers(2)).toEqual([200, 200])
    expect(written).toEqual(['begun', 'failed', 'refused', 'begun'])
  })
})
