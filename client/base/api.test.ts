import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, api, fileNameOf } from './api.ts'

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
    expect(await api.get('/api/entrance', { token: 'abc' })).toEqual({ answer: 'welcome' })
    expect(fetched).toHaveBeenCalledWith(
      '/api/entrance',
      expect.objectContaining({ method: 'GET', headers: { authorization: 'Bearer abc' } }),
    )
  })

  it('that is rejected throws the stable code of the server', async () => {
    answerWith(403, { error: { code: 'link-revoked', message: 'the link was revoked' } })
    await expect(api.get('/api/entrance')).rejects.toMatchObject({ code: 'link-revoked', status: 403 })
  })

  it('that fails on the network throws the code “unreachable”', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const failure = api.post('/api/sessions', {})
    await expect(failure).rejects.toBeInstanceOf(ApiError)
    await expect(failure).rejects.toMatchObject({ code: 'unreachable', status: 0 })
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
