// A reception where all are heard without asking for the floor, unless speaking by turns is switched on or staff
// silence somebody.
import { describe, expect, it } from 'vitest'
import {
  admits,
  asks,
  atReception,
  by,
  byTurns,
  closes,
  connect,
  event,
  given,
  givenNothing,
  grants,
  inFullSession,
  later,
  leaves,
  minutes,
  opens,
  removes,
  sendsBack,
  silences,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../../tests/harness/given.ts'
import { mediaPlan } from '../../projections/media-plan.ts'
import type { SessionState } from '../index.ts'

const heard = (state: SessionState) =>
  [...mediaPlan(state)].flatMap(([participantId, { mayBeHeard }]) => (mayBeHeard ? participantId : [])).toSorted()
const everybody = ['chair', 'citizen1', 'citizen2', 'secretary', 'siteA', 'siteB']
const allSpeak = by('chair', 'floor.setByTurns', { isByTurns: false })
const one = { participantId: 'citizen1' }

describe('at a reception where all are heard', () => {
  it('everybody in the room but observers is heard once admitted', () => {
    const waiting = atReception(connect('chair', 'secretary', 'citizen1'))
    expect(heard(waiting.state)).toEqual(['chair', 'secretary'])
    waiting
      .when('secretary', 'admission.admit', one)
      .leaves((state) => expect(heard(state)).toEqual(['chair', 'citizen1', 'secretary']))
    expect(heard(atReception(inFullSession).state)).toEqual(everybody)
  })

  it('only chair and secretary are heard during a suspension, and all again afterwards', () => {
    const session = atReception(inFullSession, suspends)
    expect(heard(session.state)).toEqual(['chair', 'secretary'])
    session.when('chair', 'session.resume', {}).leaves((state) => expect(heard(state)).toEqual(everybody))
  })

  it('a participant who was removed or sent back is not heard, and nobody after closing', () => {
    expect(heard(atReception(inFullSession, removes('citizen1'), sendsBack('citizen2')).state)).not.toEqual(
      expect.arrayContaining(['citizen1', 'citizen2']),
    )
    expect(heard(atReception(inFullSession, closes).state)).toEqual([])
  })

  it('only the chair is heard while the floor is locked', () => {
    const session = atReception(inFullSession)
    session
      .when('chair', 'floor.lock', {})
      .gives(event('floor.locked', { isByTurns: false }))
      .leaves((state) => expect(heard(state)).toEqual(['chair']))
    session.when('chair', 'floor.unlock', {}).leaves((state) => expect(heard(state)).toEqual(everybody))
  })

  it('requesting and granting the floor are rejected', () => {
    const session = atReception(inFullSession)
    session.when('citizen1', 'floor.request', { purpose: 'speak' }).isRejected('floor.not-by-turns')
    session.when('chair', 'floor.grant', one).isRejected('floor.not-by-turns')
  })
})

describe('speaking by turns', () => {
  it('is switched on by chair or secretary of a reception, visible to all in the room', () => {
    const session = atReception(staffAndSitesArrive)
    session
      .when('secretary', 'floor.setByTurns', { isByTurns: true })
      .gives(event('floor.byTurnsSet', { isByTurns: true }))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB')
    session.when('chair', 'floor.setByTurns', { isByTurns: true }).givesNothing()
    session.when('siteA', 'floor.setByTurns', { isByTurns: false }).isRejected('forbidden')
    atReception(inFullSession, closes)
      .when('secretary', 'floor.setByTurns', { isByTurns: true })
      .isRejected('session.over')
  })

  it('is on from the beginning at a reception that was scheduled so', () => {
    const schedule = {
      sessionId: 'dialogue',
      title: 'Đối thoại',
      kind: 'reception',
      scheduledAt: start,
      plannedMinutes: 60,
      place: 'Hội trường',
    } as const
    const isByTurns = (speaksByTurns?: boolean) =>
      givenNothing(
        by('clerk', 'session.schedule', { ...schedule, ...(speaksByTurns !== undefined && { speaksByTurns }) }),
      ).state.floor.isByTurns
    expect([isByTurns(), isByTurns(false), isByTurns(true)]).toEqual([false, false, true])
  })

  it('is always on at a conference', () => {
    expect(given().state.floor.isByTurns).toBe(true)
    given(inFullSession).when('chair', 'floor.setByTurns', { isByTurns: false }).isRejected('floor.conference')
  })

  it('lets only chair, secretary and the holder of the floor be heard', () => {
    expect(heard(atReception(inFullSession, byTurns).state)).toEqual(['chair', 'secretary'])
    expect(heard(atReception(inFullSession, byTurns, asks('citizen1'), grants('citizen1')).state)).toEqual([
      'chair',
      'citizen1',
      'secretary',
    ])
  })

  it('when switched off, ends the current turn, clears the speaker list, and all are heard again', () => {
    const { state } = atReception(inFullSession, byTurns, grants('siteA'), asks('siteB'), later(minutes(2)), allSpeak)
    expect(state.floor).toMatchObject({ holder: null, requests: [], isByTurns: false })
    expect(state.floor.turns).toMatchObject([{ participantId: 'siteA', from: start, to: start + minutes(2) }])
    expect(heard(state)).toEqual(everybody)
  })
})

describe('a participant silenced by staff', () => {
  const others = everybody.filter((who) => who !== 'citizen1')

  it('is not heard until staff end the silence', () => {
    const session = atReception(inFullSession)
    session
      .when('secretary', 'floor.silence', one)
      .gives(event('floor.silenced', { participantId: 'citizen1' }))
      .leaves((state) => expect(heard(state)).toEqual(others))
    session.when('chair', 'floor.silence', one).givesNothing()
    session.when('citizen1', 'floor.endSilence', one).isRejected('forbidden')
    session.when('chair', 'floor.endSilence', one).leaves((state) => expect(heard(state)).toEqual(everybody))
    session.when('chair', 'floor.endSilence', one).isRejected('floor.not-silenced')
  })

  it('stays silenced after leaving and returning, but not after being admitted again or given the floor', () => {
    const silenced = atReception(inFullSession, silences('citizen1'), leaves('citizen1'), connect('citizen1'))
    expect(heard(silenced.state)).toEqual(others)
    const anew = atReception(inFullSession, silences('citizen1'), sendsBack('citizen1'), admits('citizen1'))
    expect(heard(anew.state)).toEqual(everybody)
    const given = atReception(inFullSession, silences('citizen1'), byTurns, grants('citizen1'), allSpeak)
    expect(heard(given.state)).toEqual(everybody)
  })

  it('is heard inside a consultation, and silenced again afterwards', () => {
    const looks = by('secretary', 'identity.begin', one)
    const session = atReception(inFullSession, silences('citizen1'), looks)
    expect(heard(session.state)).toEqual(everybody)
    session
      .when('secretary', 'identity.defer', { ...one, reason: 'Để sau' })
      .leaves((state) => expect(heard(state)).toEqual(others))
  })

  it('must be in the room of a reception where all are heard, and not chair, secretary or observer', () => {
    const session = atReception(inFullSession)
    for (const [participantId, code] of [
      ['chair', 'floor.staff'],
      ['secretary', 'floor.staff'],
      ['observer1', 'floor.observer'],
      ['nobody', 'floor.not-present'],
    ] as const)
      session.when('chair', 'floor.silence', { participantId }).isRejected(code)
    given(inFullSession).when('chair', 'floor.silence', one).isRejected('floor.by-turns')
    atReception(connect('chair', 'secretary', 'citizen1'), opens)
      .when('chair', 'floor.silence', one)
      .isRejected('floor.not-present')
    atReception(inFullSession, closes).when('secretary', 'floor.silence', one).isRejected('session.over')
  })
})
