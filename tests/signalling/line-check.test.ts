// Who may check their line, how often and how long; a line check does not touch a session.
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type LineCheckReply, type LineCheckRequest, lineCheckNamespace } from '../../shared/wire/hearing/line-check.ts'
import { type Booking, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

let server: SignallingServer
const sockets: Socket[] = []
beforeAll(async () => {
  server = await SignallingServer.start()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})
afterAll(() => server.close())

async function checkWith(token: string): Promise<Socket> {
  const socket = io(`${server.url}${lineCheckNamespace}`, {
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
  })
  sockets.push(socket)
  await new Promise<void>((resolve, fail) => {
    socket.on('connect', resolve)
    socket.on('connect_error', fail)
  })
  return socket
}

const checkOf = async (booking: Booking, name: string) => checkWith(await server.token(booking, name))
const ask = (socket: Socket, request: LineCheckRequest): Promise<LineCheckReply> =>
  socket.timeout(5000).emitWithAck('request', request)
const codeOf = (reply: LineCheckReply) => (reply.ok ? 'granted' : reply.rejection.code)
const isGone = (socket: Socket) => until(() => (socket.connected ? 'the socket is still open' : null))

describe('a line check', () => {
  it('is available with every valid link, days before the session', async () => {
    const booking = await server.book()
    for (const name of ['chair', 'siteA', 'citizen', 'observer']) {
      const reply = await ask(await checkOf(booking, name), { type: 'begin' })
      expect(reply).toMatchObject({ ok: true, welcome: { send: {}, receive: {} } })
    }
  })

  it('does not enter the session, and gives no transport in the waiting room', async () => {
    const booking = await server.book()
    const citizen = await server.enter(booking, 'citizen')
    const before = citizen.seq
    const check = await checkOf(booking, 'citizen')
    expect(codeOf(await ask(check, { type: 'begin' }))).toBe('granted')
    expect(await citizen.request({ type: 'join', rtpCapabilities: {}, visible: [], listensTo: null })).toMatchObject({
      ok: false,
      rejection: { code: 'media.not-allowed' },
    })
    expect(citizen.farewell).toBeNull()
    expect((await server.sessions.journal(booking.sessionId)).length).toBe(before)
    expect(server.media.statistics().transports).toBe(0)
  })

  it('is refused for a forged link, a revoked one, and one of somebody who was refused', async () => {
    const booking = await server.book()
    expect(codeOf(await ask(await checkWith('forged'), { type: 'begin' }))).toBe('forbidden')
    const revoked = await server.token(booking, 'siteA')
    const secretary = await server.enter(booking, 'secretary')
    await secretary.must('admission.revokeLink', { participantId: booking.participants.siteA })
    expect(codeOf(await ask(await checkWith(revoked), { type: 'begin' }))).toBe('forbidden')
    await server.enter(booking, 'citizen')
    const about = { participantId: booking.participants.citizen, reason: 'Không đúng giấy mời' }
    await secretary.must('admission.refuse', about)
    expect(codeOf(await ask(await checkOf(booking, 'citizen'), { type: 'begin' }))).toBe('forbidden')
  })

  it('runs once per link: a newer one ends the older', async () => {
    const booking = await server.book()
    const older = await checkOf(booking, 'siteA')
    expect(codeOf(await ask(older, { type: 'begin' }))).toBe('granted')
    const newer = await checkOf(booking, 'siteA')
    expect(codeOf(await ask(newer, { type: 'begin' }))).toBe('granted')
    await isGone(older)
    expect(newer.connected).toBe(true)
  })

  it('begins once per socket, before any other request', async () => {
    const check = await checkOf(await server.book(), 'siteA')
    expect(codeOf(await ask(check, { type: 'resume' }))).toBe('media.not-allowed')
    expect(codeOf(await ask(check, { type: 'begin' }))).toBe('granted')
    expect(codeOf(await ask(check, { type: 'begin' }))).toBe('media.not-allowed')
  })

  it('is allowed twenty times an hour per link', async () => {
    const booking = await server.book()
    const codes: string[] = []
    for (let attempt = 0; attempt < 21; attempt++)
      codes.push(codeOf(await ask(await checkOf(booking, 'siteB'), { type: 'begin' })))
    expect(codes.slice(0, 20).every((code) => code === 'granted')).toBe(true)
    expect(codes[20]).toBe('rate-limited')
  })

  it('is limited to ten at once; the eleventh is refused until one has ended', async () => {
    const bookings = await Promise.all([server.book(), server.book()])
    const names = ['chair', 'secretary', 'siteA', 'siteB', 'citizen']
    const running: Socket[] = []
    for (const booking of bookings)
      for (const name of names) {
        const check = await checkOf(booking, name)
        expect(codeOf(await ask(check, { type: 'begin' }))).toBe('granted')
        running.push(check)
      }
    const [booking] = bookings
    expect(codeOf(await ask(await checkOf(booking, 'observer'), { type: 'begin' }))).toBe('rate-limited')
    running[0]?.disconnect()
    await until(async () => {
      const reply = await ask(await checkOf(booking, 'observer'), { type: 'begin' })
      return reply.ok ? null : 'there is no room'
    })
  })

  it('ends with a malformed message, and with a flood of messages', async () => {
    const booking = await server.book()
    const malformed = await checkOf(booking, 'siteA')
    malformed.emit('request', { type: 'produce' }, () => undefined)
    await isGone(malformed)
    const flooding = await checkOf(booking, 'siteB')
    for (let message = 0; message < 60; message++) flooding.emit('request', { type: 'resume' }, () => undefined)
    await isGone(flooding)
  })
})
