import { describe, expect, it } from 'vitest'
import type { LiveNotice } from '../../../shared/wire/engine/socket-events.ts'
import { citizen, citizensView, commit, floorGranted, handRaised, people, site, welcome } from './a-hearing.fixture.ts'
import { lastKnown, lostConnection, receiveCommit, receiveLive, receiveView, receiveWelcome } from './receive.ts'
import { receiveFarewell } from './receive-farewell.ts'
import { emptySession, type SessionSnapshot } from './store.ts'

const roundTrip = { sentAt: 1000, receivedAt: 1200 }
const connecting: SessionSnapshot = { ...emptySession, phase: 'connecting' }
const present = (seq = 10) => receiveWelcome(connecting, welcome('present', seq), roundTrip)
const waiting = (seq = 10) => receiveWelcome(connecting, welcome('waiting', seq), roundTrip)

const requesters = (session: SessionSnapshot | null) =>
  session?.state?.floor.requests.map(({ participantId }) => participantId)

describe('a welcome', () => {
  it('contains the standing of the participant', () => {
    expect(waiting()).toMatchObject({ phase: 'waiting', seq: 10, me: { participantId: citizen } })
    expect(present()).toMatchObject({ phase: 'present', seq: 10, people })
  })

  it('determines the clock offset of this device', () => {
    const session = receiveWelcome(connecting, welcome('present', 10, { serverTime: 61_100 }), roundTrip)
    expect(session.clockOffsetMs).toBe(60_000)
  })

  it('adds the missed commits to the known state', () => {
    const known = receiveCommit(present(10), handRaised(11, site))
    const away = known && lostConnection(known, 'server-unreachable', 5000)
    const sync = { kind: 'commits' as const, commits: [handRaised(12), commit(13)] }
    const back = away && receiveWelcome(away, welcome('present', 13, { sync }), roundTrip)
    expect(back).toMatchObject({ phase: 'present', seq: 13, connection: { status: 'online', reason: null } })
    expect(requesters(back)).toEqual([site, citizen])
  })
})

describe('a commit', () => {
  it('is applied in order', () => {
    const raised = receiveCommit(present(10), handRaised(11))
    expect(requesters(raised)).toEqual([citizen])
    const granted = raised && receiveCommit(raised, floorGranted(12))
    expect(granted?.seq).toBe(12)
    expect(granted?.state?.floor).toMatchObject({ requests: [], holder: { participantId: citizen, grantedAt: 12_000 } })
  })

  it('that is already known changes nothing', () => {
    const session = present(10)
    expect(receiveCommit(session, handRaised(10))).toBe(session)
    expect(receiveCommit(session, handRaised(3))).toBe(session)
  })

  it('after a gap is not applied, so that missing ones are requested', () => {
    expect(receiveCommit(present(10), handRaised(12))).toBeNull()
  })

  it('without visible events still advances the number', () => {
    const session = present(10)
    const next = receiveCommit(session, commit(11))
    expect(next).toMatchObject({ seq: 11 })
    expect(next?.state).toBe(session.state)
  })

  it('with an unknown event of a newer server advances the number only', () => {
    const next = receiveCommit(present(10), commit(11, ['recording.started', {}]))
    expect(next).toMatchObject({ seq: 11 })
  })
})

describe('a view', () => {
  it('replaces the state when the standing has changed', () => {
    const session = receiveView(waiting(10), { seq: 14, state: citizensView('present'), people, media: null })
    expect(session).toMatchObject({ phase: 'present', seq: 14 })
    expect(Object.keys(session.state?.admission.participants ?? {})).toHaveLength(3)
  })

  it('older than the known state is ignored', () => {
    const session = present(10)
    expect(receiveView(session, { seq: 9, state: citizensView('waiting'), people: {}, media: null })).toBe(session)
  })
})

describe('a reaction', () => {
  it('is stored as the last one of its sender; the same one again increments its count', () => {
    const once = receiveLive(present(), { type: 'reaction', participantId: site, reaction: 'agree' })
    const twice = receiveLive(once, { type: 'reaction', participantId: site, reaction: 'agree' })
    expect(once.live.reactions).toEqual({ [site]: { reaction: 'agree', count: 1 } })
    expect(twice.live.reactions).toEqual({ [site]: { reaction: 'agree', count: 2 } })
    expect(twice.seq).toBe(present().seq)
  })
})

describe('captions', () => {
  const said = (lineId: string, text: string, isFinished: boolean) =>
    ({ type: 'caption', lineId, text, speaker: null, isFinished, isAutomatic: false }) as const
  const shown = (...notices: ReturnType<typeof said>[]) => notices.reduce(receiveLive, present()).live.captions

  it('show the line being written, and later the finished lines', () => {
    expect(shown(said('a', 'Kính', false), said('a', 'Kính thưa', false))).toMatchObject({
      current: { text: 'Kính thưa' },
      lines: [],
    })
    expect(shown(said('a', 'Kính', false), said('a', 'Kính thưa', true))).toMatchObject({
      current: null,
      lines: [{ text: 'Kính thưa' }],
    })
  })

  it('show a repeated line once, and remove a cancelled one', () => {
    expect(shown(said('a', 'một', true), said('b', 'hai', true), said('a', 'một', true)).lines).toHaveLength(2)
    expect(shown(said('a', 'một', true), said('a', 'một', false)).current).toBeNull()
    expect(shown(said('a', 'nhầm', false), said('a', '', false)).current).toBeNull()
  })

  it('keep finished lines after a lost connection, but not the unfinished one', () => {
    const before = [said('a', 'một', true), said('b', 'hai', false)].reduce(receiveLive, present())
    const { captions } = lostConnection(before, 'server-unreachable', 5000).live
    expect(captions).toMatchObject({ current: null, lines: [{ text: 'một' }] })
  })
})

it('an unknown notice changes nothing', () => {
  const session = present()
  const notice = { type: 'weather', sky: 'clear' } as unknown as LiveNotice
  expect(receiveLive(session, notice)).toBe(session)
})

describe('a lost connection', () => {
  it('is dated at the loss, not at the last attempt', () => {
    const lost = lostConnection(present(), 'server-unreachable', 5000)
    const stillLost = lostConnection(lost, 'network-down', 9000)
    expect(stillLost).toMatchObject({
      phase: 'reconnecting',
      connection: { status: 'offline', reason: 'network-down', since: 5000 },
    })
  })

  it('keeps the known sources, not the active speaker and levels', () => {
    const sources = { [site]: { audio: 'live' as const, video: 'live' as const } }
    const before = receiveLive(receiveLive(present(), { type: 'sources', sources }), {
      type: 'activeSpeaker',
      participantId: site,
    })
    expect(lostConnection(before, 'server-unreachable', 5000).live).toEqual({
      activeSpeaker: null,
      levels: {},
      pointer: null,
      reactions: {},
      sources,
      health: null,
      captions: { current: null, lines: [] },
    })
  })

  it('keeps the state on screen and clears the active speaker', () => {
    const speaking = receiveLive(present(), { type: 'activeSpeaker', participantId: site })
    const lost = lostConnection(speaking, 'server-unreachable', 5000)
    expect(lost.state).toBe(speaking.state)
    expect(lost.live.activeSpeaker).toBeNull()
  })

  it('before the first welcome stays in the phase “connecting”', () => {
    expect(lostConnection(connecting, 'server-unreachable', 5000).phase).toBe('connecting')
  })

  it('determines what `hello` reports as last known', () => {
    expect(lastKnown(present(10))).toEqual({ seq: 10, standing: 'present', role: 'citizen' })
    expect(lastKnown(waiting(7))).toEqual({ seq: 7, standing: 'waiting', role: 'citizen' })
    expect(lastKnown(connecting)).toBeNull()
  })
})

describe('a farewell', () => {
  it('is final: later messages do not change the phase', () => {
    const ended = receiveFarewell(present(10), { reason: 'removed', explanation: 'Gây rối' })
    expect(ended).toMatchObject({ phase: 'ended', farewell: { reason: 'removed', explanation: 'Gây rối' } })
    expect(receiveCommit(ended, handRaised(11))?.phase).toBe('ended')
  })
})
