import { describe, expect, it } from 'vitest'
import {
  closes,
  connect,
  connects,
  event,
  given,
  inFullSession,
  later,
  leaves,
  loses,
  minutes,
  pageOf,
  participantOf,
  seals,
  seconds,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'

const status = (who: string, expected: string) => (state: SessionState) =>
  expect(participantOf(who, state)?.status).toBe(expected)

describe('connecting', () => {
  it('puts a participant without waiting room directly into the room', () => {
    given(later(minutes(1)))
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'laptop' })
      .gives(event('admission.entered', { participantId: 'siteA', connectionId: 'laptop' }))
      .leaves((state) =>
        expect(participantOf('siteA', state)).toMatchObject({
          status: 'present',
          connectionId: 'laptop',
          since: start + minutes(1),
        }),
      )
  })

  it('puts a participant who must wait into the waiting room', () => {
    given(connect('secretary', 'siteA', 'citizen2'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .gives(event('admission.startedWaiting', { participantId: 'citizen1', connectionId: 'phone' }))
      .leaves((state) => {
        expect(participantOf('citizen1', state)).toMatchObject({
          status: 'waiting',
          connectionId: 'phone',
          isAdmitted: false,
        })
        expect(Object.keys(pageOf('citizen1', state).admission.participants)).toEqual(['citizen1'])
      })
      .isSeenBy('secretary', 'siteA', 'citizen1')
  })

  it('is reported by the system only', () => {
    given(staffAndSitesArrive)
      .when('chair', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .isRejected('forbidden')
  })

  it('is rejected for somebody who is not a participant', () => {
    given()
      .when('system', 'admission.connect', { participantId: 'guest', connectionId: 'phone' })
      .isRejected('admission.unknown')
  })

  it('is allowed after closing, until the session is sealed', () => {
    given(inFullSession, loses('siteA'), closes)
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'phone' })
      .leaves(status('siteA', 'present'))
    given(inFullSession, closes, seals)
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'phone' })
      .isRejected('session.over')
  })
})

describe('a second device of the same participant', () => {
  it.each([
    ['in the room', 'siteA', 'present'],
    ['in the waiting room', 'citizen1', 'waiting'],
  ])('takes over %s, without a new arrival', (_where, who, standing) => {
    given(connects(who, 'laptop'), later(minutes(1)))
      .when('system', 'admission.connect', { participantId: who, connectionId: 'phone' })
      .gives(event('admission.movedDevice', { participantId: who, connectionId: 'phone' }))
      .leaves((state) =>
        expect(participantOf(who, state)).toMatchObject({ status: standing, connectionId: 'phone', since: start }),
      )
  })

  it('stays connected when the old device disconnects', () => {
    given(connects('siteA', 'laptop'), connects('siteA', 'phone'))
      .when('system', 'admission.disconnect', {
        participantId: 'siteA',
        connectionId: 'laptop',
        lostAt: start,
        cause: 'closed',
      })
      .givesNothing()
  })

  it('is recorded once even when its connection is reported twice', () => {
    given(connects('siteA', 'laptop'))
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'laptop' })
      .givesNothing()
  })
})

describe('a lost connection', () => {
  const lost = {
    participantId: 'citizen1',
    connectionId: 'citizen1-device',
    lostAt: start + minutes(1),
    cause: 'timeout',
  } as const

  it('is dated at the last sign of life, not at its detection', () => {
    given(inFullSession, later(minutes(1) + seconds(18)))
      .when('system', 'admission.disconnect', lost)
      .gives(event('admission.lost', lost))
      .leaves((state) =>
        expect(participantOf('citizen1', state)).toMatchObject({
          status: 'lost',
          connectionId: null,
          since: start + minutes(1),
        }),
      )
  })

  it('keeps the admission: on reconnect the participant returns directly into the room', () => {
    given(inFullSession, loses('citizen1'), later(seconds(5)))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .gives(event('admission.returned', { participantId: 'citizen1', connectionId: 'phone' }))
      .leaves((state) =>
        expect(participantOf('citizen1', state)).toMatchObject({ status: 'present', since: start + seconds(5) }),
      )
  })

  it('in the waiting room returns to the waiting room on reconnect', () => {
    given(connect('citizen1'), loses('citizen1'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .leaves(status('citizen1', 'waiting'))
  })

  it('is recorded once, and for participants only', () => {
    given(inFullSession, loses('citizen1')).when('system', 'admission.disconnect', lost).givesNothing()
    given()
      .when('system', 'admission.disconnect', { ...lost, participantId: 'guest' })
      .givesNothing()
  })
})

describe('leaving', () => {
  it('is done by the participant, from the room or from the waiting room', () => {
    given(inFullSession, later(minutes(3)))
      .when('citizen1', 'admission.leave', {})
      .gives(event('admission.left', { participantId: 'citizen1' }))
      .leaves((state) =>
        expect(participantOf('citizen1', state)).toMatchObject({
          status: 'left',
          connectionId: null,
          since: start + minutes(3),
        }),
      )
    given(connect('citizen1')).when('citizen1', 'admission.leave', {}).leaves(status('citizen1', 'left'))
  })

  it('keeps the admission', () => {
    given(inFullSession, leaves('citizen1'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .gives(event('admission.entered', { participantId: 'citizen1', connectionId: 'phone' }))
      .leaves(status('citizen1', 'present'))
  })

  it('from the waiting room returns to the waiting room on reconnect', () => {
    given(connect('citizen1'), leaves('citizen1'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .leaves(status('citizen1', 'waiting'))
  })

  it('is rejected for a participant who is not connected', () => {
    given(inFullSession, leaves('citizen1')).when('citizen1', 'admission.leave', {}).isRejected('forbidden')
  })
})
