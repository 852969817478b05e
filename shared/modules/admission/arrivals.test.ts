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

describe('coming in', () => {
  it('leads into the room for whoever need not wait', () => {
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

  it('leads into the waiting room for whoever must wait', () => {
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

  it('is told by the system alone', () => {
    given(staffAndSitesArrive)
      .when('chair', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .isRejected('forbidden')
  })

  it('is for participants', () => {
    given()
      .when('system', 'admission.connect', { participantId: 'guest', connectionId: 'phone' })
      .isRejected('admission.unknown')
  })

  it('is possible after closing, until the session is sealed', () => {
    given(inFullSession, loses('siteA'), closes)
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'phone' })
      .leaves(status('siteA', 'present'))
    given(inFullSession, closes, seals)
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'phone' })
      .isRejected('session.over')
  })
})

describe('the newest device', () => {
  it.each([
    ['in the room', 'siteA', 'present'],
    ['in the waiting room', 'citizen1', 'waiting'],
  ])('wins %s, without a new arrival', (_where, who, standing) => {
    given(connects(who, 'laptop'), later(minutes(1)))
      .when('system', 'admission.connect', { participantId: who, connectionId: 'phone' })
      .gives(event('admission.movedDevice', { participantId: who, connectionId: 'phone' }))
      .leaves((state) =>
        expect(participantOf(who, state)).toMatchObject({ status: standing, connectionId: 'phone', since: start }),
      )
  })

  it('is not disturbed by the end of the old one', () => {
    given(connects('siteA', 'laptop'), connects('siteA', 'phone'))
      .when('system', 'admission.disconnect', {
        participantId: 'siteA',
        connectionId: 'laptop',
        lostAt: start,
        cause: 'closed',
      })
      .givesNothing()
  })

  it('counts once, however often it is told', () => {
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

  it('is dated by when it was last known to live', () => {
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

  it('keeps the admission: the participant returns straight into the room', () => {
    given(inFullSession, loses('citizen1'), later(seconds(5)))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .gives(event('admission.returned', { participantId: 'citizen1', connectionId: 'phone' }))
      .leaves((state) =>
        expect(participantOf('citizen1', state)).toMatchObject({ status: 'present', since: start + seconds(5) }),
      )
  })

  it('in the waiting room leads back to the waiting room', () => {
    given(connect('citizen1'), loses('citizen1'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .leaves(status('citizen1', 'waiting'))
  })

  it('is told once, and of participants only', () => {
    given(inFullSession, loses('citizen1')).when('system', 'admission.disconnect', lost).givesNothing()
    given()
      .when('system', 'admission.disconnect', { ...lost, participantId: 'guest' })
      .givesNothing()
  })
})

describe('leaving', () => {
  it('is said by oneself, from the room or from the waiting room', () => {
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

  it('does not take the admission away', () => {
    given(inFullSession, leaves('citizen1'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .gives(event('admission.entered', { participantId: 'citizen1', connectionId: 'phone' }))
      .leaves(status('citizen1', 'present'))
  })

  it('the waiting room leads back to the waiting room', () => {
    given(connect('citizen1'), leaves('citizen1'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .leaves(status('citizen1', 'waiting'))
  })

  it('is not possible from outside', () => {
    given(inFullSession, leaves('citizen1')).when('citizen1', 'admission.leave', {}).isRejected('forbidden')
  })
})
