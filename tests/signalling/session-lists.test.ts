// The lists of sessions: pages, search, visits apart; and rows that are behind their journals after a crash.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SessionSummary } from '../../shared/wire/hearing/sessions.ts'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())

const day = 24 * 60 * 60 * 1000
const titles = (sessions: readonly SessionSummary[]) => sessions.map(({ title }) => title)

async function list(query = ''): Promise<{ sessions: SessionSummary[]; next: string | null }> {
  const { status, body, text } = await server.call('GET', `/api/sessions${query}`, { cookie })
  if (status !== 200) throw new Error(text)
  return body
}

async function held(title: string, daysAgo: number): Promise<string> {
  const { sessionId } = await server.schedule(cookie, { title, scheduledAt: server.now() - daysAgo * day })
  const asked = { body: { reason: 'Hoãn.' }, cookie }
  await server.call('POST', `/api/sessions/${sessionId}/cancellation`, asked)
  return sessionId
}

it('future sessions are all on the first page; past ones follow page by page, the latest first', async () => {
  await server.schedule(cookie, { title: 'Giao ban tháng 12', scheduledAt: server.now() + day })
  for (const daysAgo of [3, 1, 2]) await held(`Giao ban ${daysAgo} ngày trước`, daysAgo)
  const first = await list('?limit=2')
  expect(titles(first.sessions)).toEqual(['Giao ban tháng 12', 'Giao ban 1 ngày trước', 'Giao ban 2 ngày trước'])
  const second = await list(`?limit=2&after=${encodeURIComponent(first.next ?? '')}`)
  expect(titles(second.sessions)).toEqual(['Giao ban 3 ngày trước'])
  expect(second.next).toBeNull()
})

it('sessions are found by words of their titles in any case', async () => {
  await held('Đối thoại về giải phóng mặt bằng', 9)
  expect(titles((await list(`?text=${encodeURIComponent('GIẢI PHÓNG')}`)).sessions)).toEqual([
    'Đối thoại về giải phóng mặt bằng',
  ])
  expect((await list('?text=kh%C3%B4ng%20c%C3%B3')).sessions).toEqual([])
})

it('all sessions of a series are listed, also those that are over', async () => {
  const first = server.now() + day
  const alsoAt = [first + 7 * day, first + 14 * day]
  const { sessionId } = await server.schedule(cookie, { title: 'Giao ban tuần', scheduledAt: first, alsoAt })
  const { seriesId } = (await list(`?text=${encodeURIComponent('Giao ban tuần')}`)).sessions[0] ?? {}
  expect(seriesId).toBeTruthy()
  await server.call('POST', `/api/sessions/${sessionId}/cancellation`, { cookie, body: { reason: 'Hoãn.' } })
  expect((await list(`?seriesId=${seriesId}`)).sessions).toHaveLength(3)
})

it('changes on this node are listed at once', async () => {
  const { sessionId } = await server.schedule(cookie, { title: 'Họp đột xuất', scheduledAt: server.now() + day })
  await server.call('POST', `/api/sessions/${sessionId}/open`, { cookie })
  expect((await list('?text=%C4%91%E1%BB%99t%20xu%E1%BA%A5t')).sessions).toMatchObject([{ status: 'open' }])
})

it('rows left behind by a crash are updated at the next start, and no other journal is read', async () => {
  const before = await list('?limit=200')
  const redis = server.redis.redis()
  const missing = before.sessions[0]
  const stale = before.sessions.find(({ status }) => status === 'cancelled')
  if (!missing || !stale) throw new Error('the list is empty')
  await redis.hdel('{sessions}:rows', missing.sessionId)
  await redis.zrem('{sessions}:current', `${String(missing.scheduledAt).padStart(15, '0')} ${missing.sessionId}`)
  const kept = JSON.parse((await redis.hget('{sessions}:rows', stale.sessionId)) ?? '')
  const older = { ...kept, row: { ...kept.row, seq: 1, summary: { ...kept.row.summary, title: 'Tên cũ' } } }
  await redis.hset('{sessions}:rows', stale.sessionId, JSON.stringify(older))

  const { sessions, lists } = server.anotherNode()
  const read: string[] = []
  await lists.catchUp((sessionId) => {
    read.push(sessionId)
    return sessions.state(sessionId)
  })
  expect(read.sort()).toEqual([missing.sessionId, stale.sessionId].sort())
  expect(await lists.list({ areVisits: false, limit: 200 })).toEqual(before)
  await sessions.close()
})
