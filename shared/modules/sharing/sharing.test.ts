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

describe('screen sharing', () => {
  it('is requested, granted and visible to all in the room', () => {
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

  it('is granted to one participant at a time: a new grant revokes the previous one', () => {
    given(inFullSession, grants('siteA'), starts('siteA'))
      .when('chair', 'sharing.grant', { participantId: 'siteB' })
      .gives(event('sharing.revoked', { participantId: 'siteA' }), event('sharing.granted', { participantId: 'siteB' }))
      .leaves(shares('siteB'))
    given(inFullSession, grants('siteA'), grants('siteB'))
      .when('siteA', 'sharing.start', {})
      .isRejected('sharing.not-granted')
  })

  it('is allowed before the opening and during a suspension, not after the closing', () => {
    given(staffAndSitesArrive).when('chair', 'sharing.grant', { participantId: 'siteA' }).leaves(shares('siteA'))
    shares('siteA')(given(inFullSession, grants('siteA'), suspends).state)
    shares(null)(given(inFullSession, grants('siteA'), closes).state)
    given(inFullSession, closes).when('chair', 'sharing.grant', { participantId: 'siteA' }).isRejected('session.over')
    given(inFullSession, closes).when('chair', 'sharing.request', {}).isRejected('session.over')
  })

  it.each([
    ['somebody who is not here', 'citizen1', 'sharing.not-present'],
    ['a stranger', 'guest', 'sharing.not-present'],
    ['an observer', 'observer1', 'sharing.observer'],
    ['somebody in a consultation', 'siteB', 'sharing.in-consultation'],
    ['the holder', 'siteA', 'sharing.already-granted'],
  ])('is not granted to %s', (_who, participantId, code) => {
    given(inFullSession, sendsBack('citizen1'), grants('siteA'), takesAside('siteB', 'chair'))
      .when('secretary', 'sharing.grant', { participantId })
      .isRejected(code)
  })

  it('is granted, denied and revoked by staff only', () => {
    given(inFullSession).when('siteA', 'sharing.grant', { participantId: 'siteA' }).isRejected('forbidden')
    given(inFullSession, grants('siteA')).when('siteB', 'sharing.revoke', {}).isRejected('forbidden')
    given(inFullSession, grants('siteA'), starts('siteA')).when('secretary', 'sharing.revoke', {}).leaves(shares(null))
    given(inFullSession).when('chair', 'sharing.revoke', {}).isRejected('sharing.nobody')
  })

  it('is stopped by its holder', () => {
    given(inFullSession, grants('siteA'), starts('siteA')).when('siteA', 'sharing.stop', {}).leaves(shares(null))
    given(inFullSession, grants('siteA')).when('siteB', 'sharing.stop', {}).isRejected('sharing.not-granted')
    given(inFullSession).when('siteB', 'sharing.start', {}).isRejected('sharing.not-granted')
  })

  it.each([
    ['leaves', leaves('siteA')],
    ['is removed', removes('siteA')],
    ['is sent back to the waiting room', sendsBack('siteA')],
    ['is taken aside', takesAside('siteA', 'chair')],
  ])('ends when its holder %s', (_what, step) => {
    shares(null)(given(inFullSession, grants('siteA'), starts('siteA'), step).state)
    shares('siteB')(given(inFullSession, grants('siteB'), starts('siteB'), step).state)
  })

  it('is kept by a holder whose connection is lost', () => {
    shares('siteA')(given(inFullSession, grants('siteA'), loses('siteA'), connects('siteA', 'phone')).state)
  })
})

describe('a request to share', () => {
  it('is made once, and can be withdrawn or denied', () => {
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

  it('is rejected from an observer, and from within a consultation', () => {
    given(inFullSession).when('observer1', 'sharing.request', {}).isRejected('forbidden')
    given(inFullSession, takesAside('siteA', 'siteB'))
      .when('siteA', 'sharing.request', {})
      .isRejected('sharing.in-consultation')
  })

  it('is removed when its participant leaves', () => {
    expect(given(inFullSession, asks('siteA'), asks('siteB'), leaves('siteA')).state.sharing.requests).toEqual([
      { participantId: 'siteB', at: start },
    ])
  })
})
