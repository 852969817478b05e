import { describe, expect, it } from 'vitest'
import {
  connects,
  event,
  given,
  grants,
  inFullSession,
  later,
  loses,
  minutes,
  seconds,
  start,
} from '../../../tests/harness/given.ts'
import { aggregate } from '../../../tests/harness/session-model.ts'
import type { SessionState } from '../index.ts'
import { lostHolderGraceMs } from './contract.ts'

const holder = (expected: string | null) => (state: SessionState) =>
  expect(state.floor.holder?.participantId ?? null).toBe(expected)
const deadlines = (session: ReturnType<typeof given>) => aggregate.deadlines(session.state)
const expiry = (who: string, at: number) => [{ at, type: 'floor.expire', data: { participantId: who } }]

describe('the time limit of the floor', () => {
  it('sets the end of the turn, with a deadline that expires it', () => {
    given(inFullSession, later(seconds(7)))
      .when('chair', 'floor.grant', { participantId: 'siteA', limitSeconds: 180 })
      .gives(
        event('floor.granted', {
          participantId: 'siteA',
          purpose: null,
          speakerId: null,
          itemId: null,
          endsAt: start + seconds(187),
        }),
      )
    expect(deadlines(given(inFullSession, grants('siteA', 180)))).toEqual(expiry('siteA', start + seconds(180)))
  })

  it('takes the floor exactly when it is over, not earlier', () => {
    given(inFullSession, grants('siteA', 180), later(seconds(180)))
      .when('system', 'floor.expire', { participantId: 'siteA' })
      .gives(event('floor.expired', { participantId: 'siteA' }))
      .leaves(holder(null))
    given(inFullSession, grants('siteA', 180), later(seconds(180) - 1))
      .when('system', 'floor.expire', { participantId: 'siteA' })
      .givesNothing()
  })

  it('does not apply to the next holder', () => {
    given(inFullSession, grants('siteA', 180), grants('siteB'), later(seconds(180)))
      .when('system', 'floor.expire', { participantId: 'siteA' })
      .givesNothing()
      .leaves(holder('siteB'))
  })

  it('is optional: without it there is no deadline', () => {
    expect(deadlines(given(inFullSession, grants('siteA')))).toEqual([])
    given(inFullSession, grants('siteA'), later(minutes(600)))
      .when('system', 'floor.expire', { participantId: 'siteA' })
      .givesNothing()
  })

  it.each([9, 7201, 60.5])('of %d seconds is invalid', (limitSeconds) => {
    given(inFullSession)
      .when('chair', 'floor.grant', { participantId: 'siteA', limitSeconds })
      .isRejected('invalid', { field: 'limitSeconds' })
  })

  it('expires by command of the system only', () => {
    given(inFullSession, grants('siteA', 60), later(minutes(5)))
      .when('chair', 'floor.expire', { participantId: 'siteA' })
      .isRejected('forbidden')
  })
})

describe('a holder whose connection is lost', () => {
  it('keeps the floor for two minutes after the last sign of life', () => {
    const lost = given.bind(null, inFullSession, grants('siteA'), later(minutes(1)), loses('siteA', seconds(18)))
    const lostAt = start + minutes(1) - seconds(18)
    expect(lostHolderGraceMs).toBe(minutes(2))
    expect(deadlines(lost())).toEqual(expiry('siteA', lostAt + minutes(2)))
    lost(later(minutes(2) - seconds(18) - 1))
      .when('system', 'floor.expire', { participantId: 'siteA' })
      .givesNothing()
      .leaves(holder('siteA'))
    lost(later(minutes(2) - seconds(18)))
      .when('system', 'floor.expire', { participantId: 'siteA' })
      .gives(event('floor.expired', { participantId: 'siteA' }))
      .leaves(holder(null))
  })

  it('who returns in time keeps the floor, without a deadline', () => {
    const returned = given.bind(null, inFullSession, grants('siteA'), loses('siteA'), connects('siteA', 'phone'))
    expect(deadlines(returned())).toEqual([])
    returned(later(minutes(5)))
      .when('system', 'floor.expire', { participantId: 'siteA' })
      .givesNothing()
  })

  it('keeps it no longer than the time limit', () => {
    const lost = given(inFullSession, grants('siteA', 60), loses('siteA'))
    expect(deadlines(lost)).toEqual(expiry('siteA', start + seconds(60)))
  })

  it('is not affected by the lost connection of another participant', () => {
    expect(deadlines(given(inFullSession, grants('siteA'), loses('siteB')))).toEqual([])
    expect(deadlines(given(inFullSession, grants('siteA'), loses('siteA'), loses('siteB')))).toEqual(
      expiry('siteA', start + minutes(2)),
    )
  })
})
