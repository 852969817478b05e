import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  connects,
  event,
  given,
  inFullSession,
  later,
  leaves,
  loses,
  minutes,
  removes,
  type Step,
  sendsBack,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'

const asks = (who: string): Step => by(who, 'sharing.request', {})
const grants = (participantId: string): Step => by('chair', 'sharing.grant', { participantId })
const starts = (who: string): Step => by(who, 'sharing.start', {})
const takesAside = (...participantIds: string[]): Step => by('chair', 'consultation.start', { participantIds })
const holder = (state: SessionState) => state.sharing.holder?.participantId ?? null
const shares = (who: string | null) => (state: SessionState) => expect(holder(state)).toBe(who)

describe('the screen', () => {
  it('is asked for, granted and shown to all in the room', () => {
    given(inFullSession)
      .when('siteA', 'sharing.request', {})
      .gives(event('sharing.requested', { participantId: 'siteA' }))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
    given(inFullSession, asks('siteA'))
      .when('secretary', 'sharing.grant', { participantId: 'siteA' })
      .leaves(({ sharing }) => {
        expect(sharing.requests).toEqual([])
        expect(sharing.holder).toEqual({ participantId: 'siteA', grantedAt: start, startedAt: null })
      })
    given(inFullSession, grants('siteA'), later(minutes(1)))
      .when('siteA', 'sharing.start', {})
      .leaves(({ sharing }) => expect(sharing.holder?.startedAt).toBe(start + minutes(1)))
    given(inFullSession, grants('siteA'), starts('siteA')).when('siteA', 'sharing.start', {}).givesNothing()
  })

  it('is one at a time: a new grant takes it from who shared before', () => {
    given(inFullSession, grants('siteA'), starts('siteA'))
      .when('chair', 'sharing.grant', { participantId: 'siteB' })
      .gives(event('sharing.revoked', { participantId: 'siteA' }), event('sharing.granted', { participantId: 'siteB' }))
      .leaves(shares('siteB'))
    given(inFullSession, grants('siteA'), grants('siteB'))
      .when('siteA', 'sharing.start', {})
      .isRejected('sharing.not-granted')
  })

  it('may be shared before the opening and in a break, never after the closing', () => {
    given(staffAndSitesArrive).when('chair', 'sharing.grant', { participantId: 'siteA' }).leaves(shares('siteA'))
    shares('siteA')(given(inFullSession, grants('siteA'), suspends).state)
    shares(null)(given(inFullSession, grants('siteA'), closes).state)
    given(inFullSession, closes).when('chair', 'sharing.grant', { participantId: 'siteA' }).isRejected('session.over')
    given(inFullSession, closes).when('chair', 'sharing.request', {}).isRejected('session.over')
  })

  it.each([
    ['who is not here', 'citizen1', 'sharing.not-present'],
    ['a stranger', 'guest', 'sharing.not-present'],
    ['an observer', 'observer1', 'sharing.observer'],
    ['who is in consultation', 'siteB', 'sharing.in-consultation'],
    ['who may already', 'siteA', 'sharing.already-granted'],
  ])('is not granted to one %s', (_who, participantId, code) => {
    given(inFullSession, sendsBack('citizen1'), grants('siteA'), takesAside('siteB', 'chair'))
      .when('secretary', 'sharing.grant', { participantId })
      .isRejected(code)
  })

  it('is granted, denied and taken back by staff alone', () => {
    given(inFullSession).when('siteA', 'sharing.grant', { participantId: 'siteA' }).isRejected('forbidden')
    given(inFullSession, grants('siteA')).when('siteB', 'sharing.revoke', {}).isRejected('forbidden')
    given(inFullSession, grants('siteA'), starts('siteA')).when('secretary', 'sharing.revoke', {}).leaves(shares(null))
    given(inFullSession).when('chair', 'sharing.revoke', {}).isRejected('sharing.nobody')
  })

  it('is given back by who shares it', () => {
    given(inFullSession, grants('siteA'), starts('siteA')).when('siteA', 'sharing.stop', {}).leaves(shares(null))
    given(inFullSession, grants('siteA')).when('siteB', 'sharing.stop', {}).isRejected('sharing.not-granted')
    given(inFullSession).when('siteB', 'sharing.start', {}).isRejected('sharing.not-granted')
  })

  it.each([
    ['leaves', leaves('siteA')],
    ['is removed', removes('siteA')],
    ['is sent back to the waiting room', sendsBack('siteA')],
    ['is taken aside', takesAside('siteA', 'chair')],
  ])('is free again when whoever shares it %s', (_what, step) => {
    shares(null)(given(inFullSession, grants('siteA'), starts('siteA'), step).state)
    shares('siteB')(given(inFullSession, grants('siteB'), starts('siteB'), step).state)
  })

  it('waits for one whose connection is lost', () => {
    shares('siteA')(given(inFullSession, grants('siteA'), loses('siteA'), connects('siteA', 'phone')).state)
  })
})

describe('a request to share', () => {
  it('is made once, withdrawn, or denied', () => {
    given(inFullSession, asks('siteA')).when('siteA', 'sharing.request', {}).isRejected('sharing.already-requested')
    given(inFullSession, grants('siteA')).when('siteA', 'sharing.request', {}).isRejected('sharing.already-granted')
    given(inFullSession, asks('siteA'))
      .when('siteA', 'sharing.withdraw', {})
      .leaves(({ sharing }) => expect(sharing.requests).toEqual([]))
    given(inFullSession, asks('siteA'))
      .when('secretary', 'sharing.deny', { participantId: 'siteA' })
      .leaves(({ sharing }) => expect(sharing.requests).toEqual([]))
    given(inFullSession).when('siteA', 'sharing.withdraw', {}).isRejected('sharing.no-request')
    given(inFullSession).when('chair', 'sharing.deny', { participantId: 'siteA' }).isRejected('sharing.no-request')
  })

  it('is not made by an observer, nor out of a consultation', () => {
    given(inFullSession).when('observer1', 'sharing.request', {}).isRejected('forbidden')
    given(inFullSession, takesAside('siteA', 'siteB'))
      .when('siteA', 'sharing.request', {})
      .isRejected('sharing.in-consultation')
  })

  it('goes with who leaves', () => {
    expect(given(inFullSession, asks('siteA'), asks('siteB'), leaves('siteA')).state.sharing.requests).toEqual([
      { participantId: 'siteB', at: start },
    ])
  })
})
