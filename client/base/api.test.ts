import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { noContent, route } from '../../shared/wire/route.ts'
import { ApiError, addressOf, call, fileNameOf } from './api.ts'

const common = { access: 'anyone', tags: [], summary: '' } as const
const entrance = route({
  ...common,
  method: 'GET',
  path: '/entrance',
  response: { 200: z.object({ answer: z.enum(['welcome']) }) },
})
const schedule = route({ ...common, method: 'POST', path: '/sessions', response: noContent })
const pages = route({
  ...common,
  method: 'GET',
  path: '/sessions/:sessionId/pages.pdf',
  params: z.object({ sessionId: z.string() }),
  query: z.object({ part: z.number().optional() }),
  response: noContent,
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const answerWith = (status: number, body: unknown) => {
  const fetched = vi.fn(async () => Response.json(body, { status }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

describe('a REST request', () => {
  it('sends the link as a bearer token', async () => {
    const fetched = answerWith(200, { answer: 'welcome' })
    expect(await call(entrance, {}, { token: 'abc' })).toEqual({ answer: 'welcome' })
    expect(fetched).toHaveBeenCalledWith(
      '/api/entrance',
      expect.objectContaining({ method: 'GET', headers: { authorization: 'Bearer abc' } }),
    )
  })

  it('that is rejected throws the stable code of the server', async () => {
    answerWith(403, { error: { code: 'link-revoked', message: 'the link was revoked' } })
    await expect(call(entrance)).rejects.toMatchObject({ code: 'link-revoked', status: 403 })
  })

  it('whose answer is not as declared throws answer-unreadable: the page is older than the server', async () => {
    answerWith(200, { answer: 'come in' })
    await expect(call(entrance)).rejects.toMatchObject({ code: 'answer-unreadable', status: 200 })
  })

  it('that fails on the network throws the code “unreachable”', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const failure = call(schedule)
    await expect(failure).rejects.toBeInstanceOf(ApiError)
    await expect(failure).rejects.toMatchObject({ code: 'unreachable', status: 0 })
  })
})

describe('the address of a route', () => {
  it('has its parameters escaped, and of its query what is given', () => {
    const params = { sessionId: 'a/b c' }
    expect(addressOf(pages, { params })).toBe('/api/sessions/a%2Fb%20c/pages.pdf')
    expect(addressOf(pages, { params, query: { part: 2 } })).toBe('/api/sessions/a%2Fb%20c/pages.pdf?part=2')
    expect(addressOf(pages, { params, query: new URLSearchParams({ part: '2' }) })).toMatch(/\?part=2$/)
  })
})

describe('the name of a downloaded file', () => {
  it.each([
    ['attachment; filename="Bien ban.pdf"; filename*=UTF-8\'\'Bi%C3%AAn%20b%E1%BA%A3n.pdf', 'Biên bản.pdf'],
    ['attachment; filename="attendance.csv"', 'attendance.csv'],
    ['attachment', null],
    [null, null],
  ])('of %s is %s', (header, name) => {
    expect(fileNameOf(header)).toBe(name)
  })
})
