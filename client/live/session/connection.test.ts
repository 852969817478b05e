import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type { HelloReply } from '../../../shared/wire/engine/socket-events.ts'
import { citizen, citizensView, commit, handRaised, people, welcome } from './a-hearing.fixture.ts'
import { SessionConnection } from './connection.ts'
import { emptySession, type SessionSnapshot } from './store.ts'

interface Question {
  event: string
  message: { id?: string; last?: unknown }
  answer: (reply: unknown) => void
  fail: (error: Error) => void
}

/** A socket of which the test plays the other end. */
class FakeSocket {
  readonly #listeners = new Map<string, (data?: unknown) => void>()
  questions: Question[] = []
  attempts = 0
  isOpen = false

  on(event: string, listener: (data?: unknown) => void) {
    this.#listeners.set(event, listener)
  }
  removeAllListeners() {
    this.#listeners.clear()
  }
  connect() {
    this.attempts += 1
  }
  disconnect() {
    if (this.isOpen) this.drop()
  }
  timeout(ms: number) {
    return {
      emitWithAck: (event: string, message: Question['message']) =>
        new Promise((answer, fail) => {
          this.questions.push({ event, message, answer, fail })
          setTimeout(() => fail(new Error('operation has timed out')), ms)
        }),
    }
  }

  receive(event: string, data?: unknown) {
    this.#listeners.get(event)?.(data)
  }
  open() {
    this.isOpen = true
    this.receive('connect')
  }
  drop() {
    this.isOpen = false
    const unanswered = this.questions
    this.questions = []
    this.receive('disconnect', 'transport close')
    for (const { fail } of unanswered) fail(new Error('socket has been disconnected'))
  }
  /** Takes the oldest open question of this kind. */
  take(event: string): Question {
    const question = this.questions.find((candidate) => candidate.event === event)
    if (!question) throw new Error(`nobody has asked ${event}, but ${this.questions.map((one) => one.event).join()}`)
    this.questions.splice(this.questions.indexOf(question), 1)
    return question
  }
  async answer(event: string, reply: unknown): Promise<Question['message']> {
    const { message, answer } = this.take(event)
    answer(reply)
    await vi.advanceTimersByTimeAsync(0)
    return message
  }
}

let socket: FakeSocket
vi.mock('socket.io-client', () => ({ io: () => socket }))

const store = createStore<SessionSnapshot>(() => emptySession)
const media = {
  introduction: () => ({ rtpCapabilities: { codecs: [] }, visible: [], listensTo: null }),
  welcomed: vi.fn(),
  noticed: vi.fn(),
  disconnected: vi.fn(),
}
let connection: SessionConnection
const device = { onLine: true }

const welcomed = (...parameters: Parameters<typeof welcome>): HelloReply => ({
  ok: true,
  welcome: welcome(...parameters),
})

async function enterRoom() {
  socket.open()
  await socket.answer('hello', welcomed('present', 10))
}

/** Longer than any delay between two attempts. */
const nextAttempt = () => vi.advanceTimersByTimeAsync(5000)

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  device.onLine = true
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', device)
  socket = new FakeSocket()
  connection = new SessionConnection({ token: 'a link', store, media })
})
afterEach(() => {
  connection.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('connecting', () => {
  it('sends one `hello` with the capabilities of this browser', async () => {
    socket.open()
    expect(socket.questions).toHaveLength(1)
    const hello = await socket.answer('hello', welcomed('present', 10))
    expect(hello).toMatchObject({ last: null, rtpCapabilities: { codecs: [] } })
    expect(socket.questions).toHaveLength(0)
    expect(store.getState()).toMatchObject({ phase: 'present', seq: 10 })
    expect(media.welcomed).toHaveBeenCalledOnce()
  })

  it('shows the reason for a delay, and keeps trying', async () => {
    socket.receive('connect_error', new Error('websocket error'))
    expect(store.getState()).toMatchObject({
      phase: 'connecting',
      connection: { status: 'reconnecting', reason: 'server-unreachable' },
    })
    await nextAttempt()
    expect(socket.attempts).toBe(2)
  })

  it('closes a socket on which `hello` is not answered', async () => {
    socket.open()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.getState().connection).toMatchObject({ reason: 'no-answer' })
    expect(socket.isOpen).toBe(false)
  })

  it('stops after a final rejection of the link', async () => {
    socket.open()
    await socket.answer('hello', { ok: false, farewell: farewellFor('link-revoked') })
    expect(store.getState()).toMatchObject({ phase: 'ended', farewell: { reason: 'link-revoked' } })
    await nextAttempt()
    expect(socket.attempts).toBe(1)
  })
})

describe('in the room', () => {
  beforeEach(enterRoom)

  it('applies commits as they arrive', () => {
    socket.receive('commit', handRaised(11))
    expect(store.getState().state?.floor.requests).toMatchObject([{ participantId: citizen }])
  })

  it('forwards media messages to the media session', () => {
    socket.receive('media', { type: 'ended' })
    expect(media.noticed).toHaveBeenCalledWith({ type: 'ended' })
  })

  it('requests missing commits when a sequence number is skipped', async () => {
    socket.receive('commit', handRaised(13))
    expect(socket.attempts).toBe(2)
    socket.open()
    const sync = { kind: 'commits' as const, commits: [commit(11), commit(12), handRaised(13)] }
    const hello = await socket.answer('hello', welcomed('present', 13, { sync }))
    expect(hello.last).toEqual({ seq: 10, standing: 'present', role: 'citizen' })
    expect(store.getState()).toMatchObject({ seq: 13, phase: 'present' })
  })

  it('shows the waiting room after being sent back', () => {
    socket.receive('view', { seq: 11, state: citizensView('waiting'), people, media: null })
    expect(store.getState()).toMatchObject({ phase: 'waiting', seq: 11 })
    expect(media.welcomed).toHaveBeenLastCalledWith(null)
  })

  it.each(['removed', 'superseded', 'over'] as const)('does not reconnect after the farewell “%s”', async (reason) => {
    socket.receive('farewell', farewellFor(reason))
    expect(store.getState()).toMatchObject({ phase: 'ended', farewell: { reason } })
    expect(media.welcomed).toHaveBeenLastCalledWith(null)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(socket.attempts).toBe(1)
  })

  it('reconnects after ten seconds at the earliest when disconnected for sending too much', async () => {
    socket.receive('farewell', farewellFor('rate-limited'))
    expect(store.getState()).toMatchObject({ phase: 'reconnecting', connection: { reason: 'too-fast' } })
    await vi.advanceTimersByTimeAsync(9999)
    expect(socket.attempts).toBe(1)
    await vi.advanceTimersByTimeAsync(10_001)
    expect(socket.attempts).toBe(2)
  })

  it('reconnects with increasing delay while each welcome is followed by a loss', async () => {
    for (const attempts of [2, 3, 4]) {
      socket.drop()
      await nextAttempt()
      socket.open()
      await socket.answer('hello', welcomed('present', 10, { sync: { kind: 'commits', commits: [] } }))
      expect(socket.attempts).toBe(attempts)
    }
    socket.drop()
    await vi.advanceTimersByTimeAsync(2400)
    expect(socket.attempts).toBe(4)
    await nextAttempt()
    socket.open()
    await socket.answer('hello', welcomed('present', 10, { sync: { kind: 'commits', commits: [] } }))
    await vi.advanceTimersByTimeAsync(10_000)
    socket.drop()
    await vi.advanceTimersByTimeAsync(1000)
    expect(socket.attempts).toBe(6)
  })

  it('reconnects after a server restart', async () => {
    socket.receive('farewell', farewellFor('shutdown'))
    expect(store.getState()).toMatchObject({ phase: 'reconnecting', connection: { reason: 'server-restarting' } })
    await nextAttempt()
    socket.open()
    await socket.answer('hello', welcomed('present', 10, { sync: { kind: 'commits', commits: [] } }))
    expect(store.getState()).toMatchObject({ phase: 'present', connection: { status: 'online' } })
  })
})

describe('a lost connection', () => {
  beforeEach(enterRoom)

  it('is retried within a second, then at intervals of at most five seconds', async () => {
    socket.drop()
    await vi.advanceTimersByTimeAsync(1000)
    expect(socket.attempts).toBe(2)
    for (const attempt of [3, 4, 5, 6]) {
      socket.receive('connect_error', new Error('websocket error'))
      await nextAttempt()
      expect(socket.attempts).toBe(attempt)
    }
  })

  it('is retried at once when the network is back', () => {
    device.onLine = false
    socket.drop()
    expect(store.getState().connection).toMatchObject({ status: 'offline', reason: 'network-down' })
    window.dispatchEvent(new Event('online'))
    expect(socket.attempts).toBe(2)
  })

  it('keeps media until the next welcome', () => {
    socket.drop()
    expect(media.disconnected).toHaveBeenCalled()
    expect(media.welcomed).toHaveBeenCalledOnce()
  })
})

describe('a command', () => {
  beforeEach(enterRoom)
  const raiseHand = () => connection.command({ type: 'floor.request', data: { purpose: 'speak' } })

  it('resolves with the commit number, or with the rejection', async () => {
    const first = raiseHand()
    await socket.answer('command', { ok: true, seq: 11 })
    expect(await first).toEqual({ ok: true, seq: 11 })
    const second = raiseHand()
    const refusal = { ok: false, rejection: { code: 'floor.already-requested', params: {} } }
    await socket.answer('command', refusal)
    expect(await second).toEqual(refusal)
  })

  it('has a unique id', async () => {
    const replies = [raiseHand(), raiseHand()]
    const ids = [
      await socket.answer('command', { ok: true, seq: 11 }),
      await socket.answer('command', { ok: true, seq: 12 }),
    ]
    await Promise.all(replies)
    expect(new Set(ids.map(({ id }) => id)).size).toBe(2)
  })

  it('is sent again with the same id after a reconnect, once welcomed', async () => {
    const reply = raiseHand()
    const { id } = socket.questions[0]?.message ?? {}
    socket.drop()
    await nextAttempt()
    socket.open()
    expect(socket.questions.map(({ event }) => event)).toEqual(['hello'])
    await socket.answer('hello', welcomed('present', 11, { sync: { kind: 'commits', commits: [handRaised(11)] } }))
    const again = await socket.answer('command', { ok: true, seq: 11 })
    expect(again.id).toBe(id)
    expect(await reply).toEqual({ ok: true, seq: 11 })
  })

  it('resolves as unconfirmed after a minute without an answer', async () => {
    const reply = raiseHand()
    socket.drop()
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await reply).toMatchObject({ ok: false, rejection: { code: 'unconfirmed' } })
  })

  it('resolves as unconfirmed at once when the session has ended', async () => {
    socket.drop()
    const reply = raiseHand()
    connection.close()
    expect(await reply).toMatchObject({ ok: false, rejection: { code: 'unconfirmed' } })
  })
})
