// A closed session is sealed automatically once its minutes are issued or waived, never before; staff see which
// sessions wait (ADR 0082).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSealingSweep } from '../../server/custody/archive/sealing-sweep.ts'
import { HttpServer } from '../harness/http.ts'

const dayMs = 24 * 60 * 60_000
const reason = 'Buổi làm việc nội bộ, không lập biên bản'
let server: HttpServer
let cookie: string

beforeAll(async () => {
  server = await HttpServer.start()
  cookie = (await server.signIn()).cookie
})
afterAll(() => server.close())

async function aClosedSession() {
  const { sessionId } = await server.schedule(cookie)
  const url = `/api/sessions/${sessionId}`
  for (const step of ['open', 'close']) await server.call('POST', `${url}/${step}`, { cookie, body: {} })
  const status = async () => (await server.call('GET', url, { cookie })).body.status
  return { sessionId, url, status }
}

async function listed(sessionId: string) {
  const { body } = await server.call('GET', '/api/unsealed-sessions', { cookie })
  return body.sessions.find(({ session }: { session: { sessionId: string } }) => session.sessionId === sessionId)
}

/** As the timer does, so many days later. */
async function sweepsAfter(days: number): Promise<void> {
  const { sessions, sessionLists, law } = server
  const sweep = createSealingSweep({
    sessions,
    sessionLists,
    law,
    now: () => server.now() + days * dayMs,
    newId: () => crypto.randomUUID(),
    log: { warn: () => undefined },
  })
  await sweep.sweep()
  await sweep.close()
}

describe('a closed session', () => {
  it('is not sealed while its minutes are owed, and is on the list of waiting sessions', async () => {
    const { sessionId, url, status } = await aClosedSession()
    await sweepsAfter(400)
    expect(await status()).toBe('closed')
    expect(await listed(sessionId)).toMatchObject({ minutesDueAt: expect.any(Number), sealsAt: null })
    const refused = await server.call('POST', `${url}/seal`, { cookie, body: {} })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'approval.minutes-owed'])
  })

  it('is sealed automatically some working days after its minutes were waived, with author and reason', async () => {
    const { sessionId, url, status } = await aClosedSession()
    const waived = await server.call('POST', `${url}/minutes-waiver`, { cookie, body: { reason } })
    expect(waived.status).toBe(200)
    expect(waived.body.waiver).toMatchObject({ reason, by: expect.any(String), at: expect.any(Number) })
    expect((await listed(sessionId)).sealsAt).toBe(waived.body.unsealed.sealsAt)
    await sweepsAfter(1)
    expect(await status()).toBe('closed')
    await sweepsAfter(30)
    expect(await status()).toBe('sealed')
    expect(await listed(sessionId)).toBeUndefined()
  })

  it('has its minutes waived only by whoever booked it or is named for it, and only with a reason', async () => {
    const { url } = await aClosedSession()
    const other = (await server.signIn('administrator')).cookie
    const refused = await server.call('POST', `${url}/minutes-waiver`, { cookie: other, body: { reason } })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'accessList.no-part'])
    expect((await server.call('POST', `${url}/minutes-waiver`, { cookie, body: { reason: ' ' } })).status).toBe(400)
    expect((await server.call('GET', `${url}/sealing`, { cookie })).body).toMatchObject({ waiver: null })
  })
})
