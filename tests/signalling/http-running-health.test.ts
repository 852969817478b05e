// The board of all running sessions for the technician, as the office fetches it.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ConnectionId, type PersonId } from '../../shared/kernel/ids.ts'
import { protocolVersion } from '../../shared/wire/engine/socket-events.ts'
import type { SessionReadiness } from '../../shared/wire/hearing/readiness.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { actingIn, HttpServer, tokenOf, unprepared } from '../harness/http.ts'
import { until } from '../harness/wait.ts'

let server: HttpServer
let cookie: string
beforeAll(async () => {
  server = await HttpServer.start()
  ;({ cookie } = await server.signIn())
})
afterAll(() => server.close())

const nothing = () => undefined
const board = (call: { cookie?: string; token?: string }) => server.call('GET', '/api/operations/health', call)

/** Somebody’s page is connected. */
async function entering(scheduled: ScheduledSession) {
  const verdict = await server.links.verify(tokenOf(scheduled, 'siteOperator'))
  if (verdict.kind !== 'valid') throw new Error('the link is not valid')
  const subscriber = {
    commit: nothing,
    view: nothing,
    people: nothing,
    live: nothing,
    media: nothing,
    farewell: nothing,
  }
  const entered = await server.sessions.attach(
    verdict.caller,
    { ...subscriber, connectionId: ConnectionId.parse(newId()) },
    { protocol: protocolVersion, last: null, rtpCapabilities: null, visible: [], listensTo: null },
  )
  if ('farewell' in entered) throw new Error(entered.farewell.reason)
  return entered
}

it('the board is accessible to the office only, not with a link', async () => {
  const scheduled = await server.schedule(cookie)
  expect((await board({})).status).toBe(401)
  expect((await board({ token: tokenOf(scheduled, 'chair') })).status).toBe(401)
})

it('the board lists the sessions with connected participants, with names and a row per site', async () => {
  await server.schedule(cookie)
  const scheduled = await server.schedule(cookie)
  expect((await board({ cookie })).body.sessions).toEqual([])
  const entered = await entering(scheduled)
  const { body, status } = await board({ cookie })
  expect(status).toBe(200)
  expect(body.sessions).toMatchObject([
    {
      sessionId: scheduled.sessionId,
      title: 'Hội nghị giao ban tháng 11',
      openAlarms: 0,
      rows: [
        { siteName: 'Điểm cầu trung tâm', participantId: null, person: null, condition: 'absent' },
        { siteName: 'Điểm cầu thôn 1', person: { name: 'Thôn 1' }, role: 'siteOperator', condition: 'unknown' },
      ],
    },
  ])
  await entered.attachment.detach('closed', Date.now())
  expect((await board({ cookie })).body.sessions).toEqual([])
})

it('the board shows an alarm while a reception is recorded by the agency’s own equipment: device, reason and operator', async () => {
  const scheduled = await server.schedule(cookie, { kind: 'reception' })
  const { sessionId, idOf, does } = actingIn(server, scheduled)
  for (const role of ['chair', 'secretary'])
    await does('system', 'admission.connect', { participantId: idOf(role), connectionId: role })
  const entered = await entering(scheduled)
  const shown = async () => {
    const { openAlarms, equipment } = (await board({ cookie })).body.sessions[0]
    return { openAlarms, equipment }
  }
  const recorder = (await server.sessions.state(sessionId))?.admission.participants[idOf('secretary')]?.personId
  const device = { device: 'Máy ghi âm Sony', reason: 'Máy chủ chưa ghi được' }
  await does('chair', 'recording.start', { ...device, recorderId: recorder })
  expect(await shown()).toEqual({ openAlarms: 0, equipment: null })
  await does('chair', 'readiness.override', { reason: unprepared.reason })
  await does('chair', 'session.open', {})
  const name = (await server.sessions.people(sessionId))[String(recorder) as PersonId]?.name
  expect(await shown()).toEqual({
    openAlarms: 1,
    equipment: { ...device, recorder: name, since: expect.any(Number) },
  })
  await entered.attachment.detach('closed', Date.now())
})

it('the readiness of a session lists what each site lacks, while somebody is connected', async () => {
  const scheduled = await server.schedule(cookie)
  const lacking = async () => {
    const { body } = await server.call('GET', `/api/sessions/${scheduled.sessionId}/readiness`, { cookie })
    return body.lacking.map(({ lacks }: SessionReadiness['lacking'][number]) => lacks)
  }
  expect(await lacking()).toEqual([])
  const entered = await entering(scheduled)
  entered.attachment.ready()
  await until(async () => {
    const told = JSON.stringify(await lacking())
    return told === '[["nobodyThere"],["nobodyAtCentre"]]' ? null : `it tells ${told}`
  })
  await entered.attachment.detach('closed', Date.now())
})
