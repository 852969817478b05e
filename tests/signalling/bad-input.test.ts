// Forged links and malformed messages end the connection of their sender with a reason, and affect nobody else.
import { randomBytes } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLinks } from '../../server/identity/links/links.ts'
import { LinkId } from '../../shared/kernel/ids.ts'
import { fc } from '../harness/properties.ts'
import { type Booking, idOf, SignallingServer } from '../harness/signalling.ts'
import { until } from '../harness/wait.ts'

let server: SignallingServer
let booking: Booking
beforeAll(async () => {
  server = await SignallingServer.start()
  booking = await server.book()
})
afterAll(() => server.close())
afterEach(() => {
  expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([])
})

const claims = () => ({ sid: booking.sessionId, sub: idOf(booking.participants, 'chair'), jti: 'whatever' })

describe('a link', () => {
  it('that has expired is refused', async () => {
    const page = server.pageWith(await server.token(booking, 'chair', Date.now() - 1000))
    expect(await page.connect()).toMatchObject({ ok: false, farewell: { reason: 'link-invalid' } })
  })

  it('signed with another key is refused', async () => {
    const forged = createLinks({ key: randomBytes(32), publicUrl: () => server.url, now: Date.now })
    const state = await server.sessions.state(booking.sessionId)
    const participantId = idOf(booking.participants, 'chair')
    const linkId = LinkId.parse(state?.admission.participants[participantId]?.linkId)
    const page = server.pageWith(
      await forged.sign({ sessionId: booking.sessionId, participantId, linkId }, Date.now() + 60_000),
    )
    expect(await page.connect()).toMatchObject({ ok: false, farewell: { reason: 'link-invalid' } })
  })

  it.each([
    [
      'without a signature',
      async () => new UnsecuredJWT(claims()).setAudience('diemcau:link').setExpirationTime('1h').encode(),
    ],
    [
      'for another purpose',
      async () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256' })
          .setAudience('other')
          .setExpirationTime('1h')
          .sign(randomBytes(32)),
    ],
    ['that is no token', async () => 'không phải'],
    ['that is empty', async () => ''],
  ])('%s is refused', async (_what, make) => {
    expect(await server.pageWith(await make()).connect()).toMatchObject({
      ok: false,
      farewell: { reason: 'link-invalid' },
    })
  })

  it('of one session is refused in another', async () => {
    const other = await server.book()
    const state = await server.sessions.state(booking.sessionId)
    const participantId = idOf(booking.participants, 'chair')
    const linkId = LinkId.parse(state?.admission.participants[participantId]?.linkId)
    const token = await server.links.sign({ sessionId: other.sessionId, participantId, linkId }, Date.now() + 60_000)
    expect(await server.pageWith(token).connect()).toMatchObject({ ok: false, farewell: { reason: 'link-invalid' } })
  })

  it('that is revoked ends the connection it opened, and is refused afterwards', async () => {
    const [secretary, siteA] = await Promise.all([server.enter(booking, 'secretary'), server.enter(booking, 'siteA')])
    await secretary.must('admission.revokeLink', { participantId: idOf(booking.participants, 'siteA') })
    await siteA.hears('link-revoked')
    expect(await siteA.connect()).toMatchObject({ ok: false, farewell: { reason: 'link-revoked' } })
  })
})

describe('a page of another protocol version', () => {
  it('is asked to reload', async () => {
    const page = await server.page(booking, 'siteB')
    expect(await page.connect({ protocol: 999 })).toMatchObject({ ok: false, farewell: { reason: 'outdated-page' } })
  })
})

describe('a page of another origin', () => {
  it('cannot open a socket here', async () => {
    const socket = io(server.url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { origin: 'https://example.org' },
    })
    await new Promise<void>((resolve, fail) => {
      socket.on('connect', () => fail(new Error('it could')))
      socket.on('connect_error', () => resolve())
    })
    socket.close()
  })
})

describe('a socket.io connection', () => {
  it('cannot be opened by polling, nor with the id of another connection', async () => {
    const page = await server.enter(booking, 'siteB')
    const { id = '' } = page.socket.io.engine
    for (const query of ['transport=polling', `transport=polling&sid=${id}`, `transport=websocket&sid=${id}`])
      expect((await fetch(`${server.url}/socket.io/?EIO=4&${query}`)).status).toBe(400)
  })
})

describe('a malformed message', () => {
  it.each([
    ['an unknown event', (emit: Emit) => emit('shutdown', {}, () => undefined)],
    ['a command without an id', (emit: Emit) => emit('command', { type: 'session.open', data: {} }, () => undefined)],
    ['a command that is text', (emit: Emit) => emit('command', 'session.open', () => undefined)],
    [
      'a command that wants no answer',
      (emit: Emit) => emit('command', { id: crypto.randomUUID(), type: 'session.open', data: {} }),
    ],
    ['a pointer beside the page', (emit: Emit) => emit('live', { type: 'pointer', page: 1, at: { x: 2, y: 0 } })],
    ['an unknown media request', (emit: Emit) => emit('media', { type: 'steal' }, () => undefined)],
    [
      'a person without a name',
      (emit: Emit) => emit('registerPerson', { name: '\u202eevil', title: null }, () => undefined),
    ],
    [
      'a second hello',
      (emit: Emit) => emit('hello', { protocol: 1, last: null, rtpCapabilities: null, visible: [] }, () => undefined),
    ],
  ])('ends the connection of its sender: %s', async (_what, send) => {
    // Of its own: a connection that comes and goes is lost a moment later.
    const booking = await server.book()
    const secretary = await server.enter(booking, 'secretary')
    const page = await server.enter(booking, 'siteB')
    const { seq } = secretary
    send(page.socket.emit.bind(page.socket) as Emit)
    await page.hears('protocol')
    await until(() => (page.socket.connected ? 'still connected' : null))
    await secretary.sees(
      'site B is lost',
      ({ admission }) => admission.participants[idOf(booking.participants, 'siteB')]?.status === 'lost',
    )
    expect(secretary.seq).toBe(seq + 1)
  })

  it('of more than 64 KiB ends the connection of its sender', async () => {
    const secretary = await server.enter(booking, 'secretary')
    const page = await server.enter(booking, 'siteB')
    page.socket.emit(
      'command',
      { id: crypto.randomUUID(), type: 'chat.post', data: 'x'.repeat(1_000_000) },
      () => undefined,
    )
    await until(() => (page.socket.connected ? 'still connected' : null))
    await secretary.must('chat.post', { recipient: { to: 'all' }, text: 'Không sao' })
  })

  it('with binary data ends the connection of its sender', async () => {
    const page = await server.enter(booking, 'siteB')
    page.socket.emit('registerPerson', { name: Buffer.from('x') } as never, () => undefined)
    await page.hears('protocol')
  })

  it('before hello ends the connection of its sender', async () => {
    const socket = io(server.url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth: { token: await server.token(booking, 'siteB') },
    })
    const farewells: unknown[] = []
    socket.on('farewell', (farewell) => farewells.push(farewell))
    await new Promise<void>((resolve) => socket.on('connect', () => resolve()))
    socket.emit('command', { id: crypto.randomUUID(), type: 'session.open', data: {} }, () => undefined)
    await until(() => (socket.connected ? 'still connected' : null))
    expect(farewells).toEqual([{ reason: 'protocol', explanation: null }])
  })

  it('with arbitrary content does not disturb the server', async () => {
    const secretary = await server.enter(booking, 'secretary')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('hello', 'command', 'media', 'registerPerson', 'live', 'x'),
        fc.anything({ maxDepth: 3 }),
        async (event, message) => {
          const socket = io(server.url, { transports: ['websocket'], reconnection: false, forceNew: true })
          await new Promise<void>((resolve) => socket.on('connect', () => resolve()))
          try {
            socket.emit(event, message, () => undefined)
          } catch (error) {
            // What JSON cannot carry (a BigInt) never leaves this side.
            if (!(error instanceof TypeError)) throw error
          }
          socket.close()
        },
      ),
      { numRuns: 60 },
    )
    await secretary.must('chat.post', { recipient: { to: 'all' }, text: 'Máy chủ vẫn chạy' })
  })
})

type Emit = (event: string, ...message: unknown[]) => void
