// What becomes of assignments, through REST, each in a journal of its own in a real Redis.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFollowUps } from '../../server/follow-up/follow-ups.ts'
import { createFollowUpJournal } from '../../server/journal/redis.ts'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
let cookie: string
let entryId: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
  const { sessionId, participants } = await server.schedule(cookie)
  const dispatch = (by: ActorReference, type: string, data: object) =>
    server.sessions.dispatch(sessionId, by, { id: newId(), type, data })
  const participantId = participants.find(({ role }) => role === 'secretary')?.participantId
  if (!participantId) throw new Error('nobody is secretary')
  const secretary: ActorReference = { kind: 'participant', participantId }
  await dispatch({ kind: 'system' }, 'admission.connect', { participantId, connectionId: 'desk' })
  const content = {
    kind: 'assignment',
    text: 'Rà soát các vụ việc tồn đọng.',
    unit: 'Thanh tra thành phố',
    supportingUnits: ['Sở Xây dựng'],
    ground: null,
    dueOn: '2020-01-31',
  }
  expect(await dispatch(secretary, 'minutes.add', { content })).toMatchObject({ ok: true })
  entryId = (await server.sessions.state(sessionId))?.minutes.entries[0]?.entryId ?? ''
  for (const step of ['open', 'close'])
    await server.call('POST', `/api/sessions/${sessionId}/${step}`, { cookie, body: {} })
})
afterAll(() => server.close())

const act = async (name: string, body: object = {}) => {
  const { status, body: answer } = await server.call('POST', `/api/conclusions/${entryId}/${name}`, { cookie, body })
  return status === 204 ? status : answer.error.code
}
const list = async () => (await server.call('GET', '/api/conclusions', { cookie })).body.conclusions

describe('the conclusions', () => {
  it('are the assignments of every session that is over, with what is overdue', async () => {
    expect(await list()).toEqual([
      expect.objectContaining({
        entryId,
        unit: 'Thanh tra thành phố',
        supportingUnits: ['Sở Xây dựng'],
        status: 'open',
        isOverdue: true,
        steps: [],
      }),
    ])
  })

  it('are followed up by name: progress, evidence, a report, its return, and its acceptance', async () => {
    expect(await act('progress', { text: 'Đã rà soát 12/30 vụ.' })).toBe(204)
    expect(await act('evidence', { title: 'Báo cáo số 45', reference: 'Văn thư' })).toBe(204)
    expect(await act('acceptance')).toBe('followUp.not-reported')
    expect(await act('report', { text: 'Đã xong.' })).toBe(204)
    expect(await act('return', { text: 'Thiếu 3 vụ.' })).toBe(204)
    expect(await act('report', { text: 'Đã xong cả 30 vụ.' })).toBe(204)
    expect(await act('acceptance')).toBe(204)
    expect(await act('progress', { text: 'Muộn.' })).toBe('followUp.accepted')
    const [conclusion] = await list()
    expect(conclusion).toMatchObject({ status: 'accepted', isOverdue: false })
    expect(conclusion.steps.map(({ kind, by }: { kind: string; by: string }) => [kind, by])).toEqual([
      ['progress', 'Trần Thị Lan'],
      ['evidence', 'Trần Thị Lan'],
      ['report', 'Trần Thị Lan'],
      ['return', 'Trần Thị Lan'],
      ['report', 'Trần Thị Lan'],
      ['acceptance', 'Trần Thị Lan'],
    ])
  })

  it('outlive the server: another one reads the same from the journal', async () => {
    const journal = createFollowUpJournal(server.redis.redis())
    const again = createFollowUps({ journal, now: Date.now, newId: () => newId() })
    expect(await again.state(entryId)).toMatchObject({ status: 'accepted', steps: { length: 6 } })
  })

  it('come as a workbook', async () => {
    const { status, headers } = await server.call('GET', '/api/conclusions.xlsx', { cookie })
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/spreadsheetml/)
    expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(
      /Theo dõi kết luận - \d{4}-\d{2}-\d{2}\.xlsx/,
    )
  })

  it('are for staff, and of assignments that exist', async () => {
    expect((await server.call('GET', '/api/conclusions')).status).toBe(401)
    const unknown = await server.call('POST', `/api/conclusions/${newId()}/report`, { cookie, body: { text: 'x' } })
    expect(unknown.status).toBe(404)
  })
})
