// A session whose recording would not fit on the disk: staff are warned when they book it, and the recording does not
// begin.

import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RESERVE_BYTES } from '../../server/media/recording/disk-forecast.ts'
import { ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { HttpServer, unprepared } from '../harness/http.ts'
import { ownEquipment } from '../harness/own-equipment.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())
beforeEach(() => {
  server.freeOnDisk = 1e15
})

const room = async (sessionId: string) => (await server.call('GET', `/api/sessions/${sessionId}/room`, { cookie })).body
const opened = (sessionId: string) =>
  server.call('POST', `/api/sessions/${sessionId}/open`, { cookie, body: unprepared })
/** Its chair, inside, wishes for something. */
async function chairWishes(
  { sessionId, participants }: Awaited<ReturnType<HttpServer['schedule']>>,
  type: string,
  data: unknown = {},
) {
  const { participantId } = participants.find(({ role }) => role === 'chair') ?? { participantId: '' }
  const id = ParticipantId.parse(participantId)
  const enter = { type: 'admission.connect', data: { participantId: id, connectionId: newId() } }
  expect(await server.sessions.dispatch(sessionId, { kind: 'system' }, { id: newId(), ...enter })).toMatchObject({
    ok: true,
  })
  return server.sessions.dispatch(sessionId, { kind: 'participant', participantId: id }, { id: newId(), type, data })
}
const full = (bytes: number) => {
  server.freeOnDisk = RESERVE_BYTES + bytes
}

describe('a disk without space for a recording', () => {
  it('is reported when booking, with the needed and the free space, which depend on length and participants', async () => {
    const short = await server.schedule(cookie, { plannedMinutes: 30 })
    const long = await server.schedule(cookie, { plannedMinutes: 300 })
    const { neededBytes } = await room(short.sessionId)
    expect((await room(long.sessionId)).neededBytes).toBe(neededBytes * 10)
    full(neededBytes)
    expect(await room(short.sessionId)).toEqual({ isRecorded: true, neededBytes, freeBytes: neededBytes, fits: true })
    expect(await room(long.sessionId)).toMatchObject({ fits: false })
    expect((await server.call('GET', `/api/sessions/${short.sessionId}/room`)).status).toBe(401)
    expect((await server.call('GET', '/api/sessions/none/room', { cookie })).status).toBe(404)
  })

  it('blocks the opening of a reception, which must be recorded; with enough space only the recorder is still missing', async () => {
    const { sessionId } = await server.schedule(cookie, { kind: 'reception' })
    full(1_000_000)
    const { status, body } = await opened(sessionId)
    expect([status, body.error.code]).toEqual([409, 'recording.no-room'])
    server.freeOnDisk = 1e15
    expect((await opened(sessionId)).body.error.code).toBe('recording.not-written')
  })

  it('blocks recording by the server, but not by the agency’s own equipment', async () => {
    const reception = await server.schedule(cookie, { kind: 'reception' })
    full(1_000_000)
    const refused = await chairWishes(reception, 'recording.request')
    expect(refused).toMatchObject({ ok: false, rejection: { code: 'recording.no-room', params: { free: 1 } } })
    expect((await server.sessions.state(SessionId.parse(reception.sessionId)))?.recording.status).toBe('off')
    expect(await chairWishes(reception, 'recording.start', ownEquipment)).toMatchObject({ ok: true })
    expect((await opened(reception.sessionId)).body.error?.code).not.toMatch(/^recording/)
  })

  it('does not block a conference that is not recorded', async () => {
    full(0)
    const conference = await server.schedule(cookie)
    expect((await opened(conference.sessionId)).status).toBe(200)
    expect(await chairWishes(conference, 'recording.request')).toMatchObject({
      rejection: { code: 'recording.no-room' },
    })
  })

  it('is shown to staff with the days left', async () => {
    full(5_000_000_000)
    const { status, body } = await server.call('GET', '/api/operations/disk', { cookie })
    expect(status).toBe(200)
    expect(body).toMatchObject({ freeBytes: 5_000_000_000, reserveBytes: RESERVE_BYTES, daysLeft: null })
    expect((await server.call('GET', '/api/operations/disk')).status).toBe(401)
  })
})
