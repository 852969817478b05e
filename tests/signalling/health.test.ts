// Health over real sockets: pages report it, only staff see it, alarms become tasks, and staff can ask a page to
// restart its media.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import { AccountId } from '../../shared/kernel/ids.ts'
import type { MediaRequest } from '../../shared/wire/engine/media-requests.ts'
import type { AssistReply, AssistRequest, SessionHealth } from '../../shared/wire/hearing/health.ts'
import { wellReport as report } from '../../shared/wire/hearing/health-report.fixture.ts'
import type { TestPage } from '../harness/page.ts'
import { idOf, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

const clerk: ActorReference = { kind: 'account', accountId: AccountId.parse('clerk') }

let server: SignallingServer
beforeAll(async () => {
  server = await SignallingServer.start()
})
afterAll(() => server.close())

function shown(page: TestPage): SessionHealth | null {
  const notice = page.live.findLast(({ type }) => type === 'health')
  return notice?.type === 'health' ? notice.health : null
}
const sees = (page: TestPage, what: string, predicate: (health: SessionHealth) => boolean) =>
  until(() => {
    const health = shown(page)
    return health && predicate(health) ? null : `it is not shown that ${what}: ${JSON.stringify(health)}`
  })
const assist = (page: TestPage, request: AssistRequest): Promise<AssistReply> =>
  page.socket.timeout(5000).emitWithAck('assist', request)
const codeOf = (reply: AssistReply) => (reply.ok ? 'done' : reply.rejection.code)

describe('health', () => {
  it('is shown to chair and secretary only', async () => {
    const booking = await server.book()
    const chair = await server.enter(booking, 'chair')
    const secretary = await server.enter(booking, 'secretary')
    const siteA = await server.enter(booking, 'siteA')
    const citizen = await server.enter(booking, 'citizen')
    siteA.socket.emit('health', report)
    const told = ({ participants }: SessionHealth) =>
      participants[idOf(booking.participants, 'siteA')]?.report?.sentKbps === 1200
    await sees(chair, 'site A has told', told)
    await sees(secretary, 'site A has told', told)
    expect([...siteA.live, ...citizen.live].filter(({ type }) => type === 'health')).toEqual([])
    expect(Object.keys(shown(chair)?.participants ?? {})).not.toContain(booking.participants.citizen)
  })

  it('is not accepted from the waiting room, and never journaled', async () => {
    const booking = await server.book()
    const chair = await server.enter(booking, 'chair')
    const citizen = await server.enter(booking, 'citizen')
    const before = (await server.sessions.journal(booking.sessionId)).length
    citizen.socket.emit('health', report)
    chair.socket.emit('health', report)
    await sees(chair, 'the chair has told', ({ participants }) => {
      return participants[idOf(booking.participants, 'chair')]?.report !== null
    })
    expect(shown(chair)?.participants).not.toHaveProperty(String(booking.participants.citizen))
    expect(await server.sessions.journal(booking.sessionId)).toHaveLength(before)
  })

  it('in a malformed report ends the connection', async () => {
    const siteA = await server.enter(await server.book(), 'siteA')
    siteA.socket.emit('health', { ...report, upLossPercent: -3 })
    await siteA.hears('protocol')
  })

  it('of all sessions in use is available to the office', async () => {
    const booking = await server.book()
    await server.book()
    const siteB = await server.enter(booking, 'siteB')
    siteB.socket.emit('health', report)
    await until(() => {
      const running = server.sessions.health().find(({ state }) => state.session.sessionId === booking.sessionId)
      const told = running?.health.participants[idOf(booking.participants, 'siteB')]?.report
      return told ? null : 'the office is not shown site B'
    })
    siteB.close()
    await until(() => {
      const ids = server.sessions.health().map(({ state }) => state.session.sessionId)
      return ids.includes(booking.sessionId) ? 'the session is still shown' : null
    })
  })
})

describe('an alarm about a lost site', () => {
  it('is a task for staff until one of them ticks it off', async () => {
    const booking = await server.book()
    const chair = await server.enter(booking, 'chair')
    const secretary = await server.enter(booking, 'secretary')
    const siteA = await server.enter(booking, 'siteA')
    siteA.cut()
    const alarmed = ({ alarms }: SessionHealth) =>
      alarms.some(({ kind, participantId }) => kind === 'lost' && participantId === booking.participants.siteA)
    await sees(chair, 'site A is lost', alarmed)
    const alarmId = shown(chair)?.alarms.find(({ kind }) => kind === 'lost')?.alarmId ?? ''
    expect(codeOf(await assist(chair, { type: 'handleAlarm', alarmId }))).toBe('done')
    await sees(secretary, 'somebody has dealt with it', ({ alarms }) =>
      alarms.some((alarm) => alarm.alarmId === alarmId && alarm.handledAt !== null),
    )
    expect(codeOf(await assist(chair, { type: 'handleAlarm', alarmId: 'none' }))).toBe('assist.unknown-alarm')
  })
})

describe('a page', () => {
  it('is asked to restart its media by staff only, and only while it is in the room', async () => {
    const booking = await server.book()
    const secretary = await server.enter(booking, 'secretary')
    const siteA = await server.enter(booking, 'siteA')
    const siteB = await server.enter(booking, 'siteB')
    const citizen = await server.enter(booking, 'citizen')
    const restart = (name: string) =>
      ({ type: 'restartMedia', participantId: idOf(booking.participants, name) }) as const
    expect(codeOf(await assist(siteB, restart('siteA')))).toBe('forbidden')
    expect(codeOf(await assist(citizen, restart('siteA')))).toBe('forbidden')
    expect(siteA.media).toEqual([])
    expect(codeOf(await assist(secretary, restart('siteA')))).toBe('done')
    await until(() => (siteA.media.some(({ type }) => type === 'restartAsked') ? null : 'site A was not asked'))
    expect(siteB.media).toEqual([])
    expect(codeOf(await assist(secretary, restart('citizen')))).toBe('assist.not-present')
    expect(codeOf(await assist(secretary, restart('observer')))).toBe('assist.not-present')
  })
})

describe('a camera that must stay on', () => {
  it('is reported as missing when the site sends no picture, also to the page of the site', async () => {
    const booking = await server.book()
    const chair = await server.enter(booking, 'chair')
    const siteA = await server.enter(booking, 'siteA')
    await chair.must('session.open')
    await chair.must('camera.setRule', { isRequired: true })
    const isMissed = () =>
      siteA.state.camera.gaps.some(
        ({ participantId, to }) => participantId === booking.participants.siteA && to === null,
      )
    // Ten seconds are not missed yet.
    await until(() => (isMissed() ? null : 'the page does not read that its picture is missed'), 20_000)
  })
})

describe('evidence that a site and the centre see and hear each other', () => {
  it('is written once by the server from the reports of their pages before the opening', async () => {
    const booking = await server.book()
    const { sessionId, participants } = booking
    const plan = { notice: server.now(), connectionTest: server.now(), allConnected: server.now() + 60_000 }
    await server.sessions.dispatch(sessionId, clerk, { id: 'plan', type: 'readiness.plan', data: plan })
    const chair = await server.enter(booking, 'chair')
    const siteA = await server.enter(booking, 'siteA')
    for (const { socket } of [chair, siteA]) {
      const ask = (request: MediaRequest) => socket.timeout(5000).emitWithAck('media', request)
      await ask({ type: 'join', rtpCapabilities: {}, visible: [], listensTo: null })
      await ask({ type: 'produce', source: 'camera', rtpParameters: {}, isMuted: false })
    }
    const telling = (from: string) => {
      const who = [idOf(participants, from)]
      return { ...report, arrived: { seen: who, heard: who } }
    }
    const tell = () => {
      chair.socket.emit('health', telling('siteA'))
      siteA.socket.emit('health', telling('chair'))
    }
    const looks = () => chair.live.filter(({ type }) => type === 'health').length
    const nextLook = async () => {
      tell()
      const before = looks()
      await until(() => (looks() > before ? null : 'not looked again'))
      // As if the looks were five seconds apart.
      server.skewMs += 3000
    }
    const sites = () => chair.state.readiness.connections.map(({ siteId, by }) => `${siteId}, ${by.kind}`)
    await nextLook()
    expect(sites()).toEqual([])
    await nextLook()
    await nextLook()
    await until(() => (sites().length === 2 ? null : `written of ${sites().length} sites`))
    await nextLook()
    expect(sites()).toEqual(['centre, system', 'siteA, system'])
    expect(JSON.stringify(chair.live)).not.toContain('arrived')
  })
})
