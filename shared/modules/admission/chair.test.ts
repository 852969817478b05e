// A session has one chair at any time: the chair hands the role over in the room, or a secretary takes it when the
// chair is away (ADR 0084).
import { describe, expect, it } from 'vitest'
import {
  all,
  asks,
  atReception,
  by,
  closes,
  connect,
  event,
  given,
  grants,
  inFullSession,
  later,
  leaves,
  loses,
  minutes,
  motion,
  opensBallot,
  pageOf,
  participantOf,
  proposes,
  type Step,
  seconds,
  silences,
  staffAndSitesArrive,
} from '../../../tests/harness/given.ts'
import { mediaPlan } from '../../projections/media-plan.ts'
import type { SessionState } from '../index.ts'

const handsTo = (who: string) => by('chair', 'admission.handOverChair', { participantId: who })
const roles = (expected: Record<string, string>) => (state: SessionState) => {
  for (const [who, role] of Object.entries(expected))
    expect([who, participantOf(who, state)?.role]).toEqual([who, role])
}

describe('handing the chair over', () => {
  it('to the secretary exchanges the two roles, visible to all in the room', () => {
    given(inFullSession)
      .when('chair', 'admission.handOverChair', { participantId: 'secretary' })
      .gives(event('admission.chairHandedOver', { participantId: 'secretary', fromId: 'chair', fromRole: 'secretary' }))
      .leaves(roles({ secretary: 'chair', chair: 'secretary' }))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
  })

  it('to a site operator makes the former chair the operator of their own site, or secretary if they have no site', () => {
    given(inFullSession)
      .when('chair', 'admission.handOverChair', { participantId: 'siteA' })
      .leaves(roles({ siteA: 'chair', chair: 'siteOperator', secretary: 'secretary' }))
    const withoutSite = all(
      by('clerk', 'admission.withdrawInvitation', { participantId: 'chair', reason: 'Ốm' }),
      by('clerk', 'admission.invite', {
        participantId: 'deputy',
        personId: 'person-deputy',
        role: 'chair',
        siteId: null,
        waits: false,
        linkId: 'link-deputy',
      }),
      connect('deputy', 'siteA'),
    )
    given(withoutSite)
      .when('deputy', 'admission.handOverChair', { participantId: 'siteA' })
      .leaves(roles({ siteA: 'chair', deputy: 'secretary' }))
  })

  it('transfers the rights of the chair, and can be reversed', () => {
    given(inFullSession, handsTo('siteA')).when('chair', 'session.close', {}).isRejected('forbidden')
    given(inFullSession, handsTo('siteA'))
      .when('siteA', 'session.close', {})
      .leaves((state) => expect(state.session.status).toBe('closed'))
    given(inFullSession, handsTo('secretary'))
      .when('secretary', 'admission.handOverChair', { participantId: 'chair' })
      .leaves(roles({ chair: 'chair', secretary: 'secretary' }))
  })

  it('twice at once has one effect: the second command is rejected because its sender is no longer chair', () => {
    given(inFullSession, handsTo('secretary'))
      .when('chair', 'admission.handOverChair', { participantId: 'siteA' })
      .isRejected('admission.not-chair')
  })

  it('is rejected for a participant who has left, is lost, is no official with their own page, or is unknown', () => {
    const handing = (who: string, ...before: readonly Step[]) =>
      given(inFullSession, ...before).when('chair', 'admission.handOverChair', { participantId: who })
    handing('secretary', leaves('secretary')).isRejected('admission.not-present')
    handing('siteA', loses('siteA')).isRejected('admission.not-present')
    handing('citizen1').isRejected('admission.may-not-chair')
    handing('observer1').isRejected('admission.may-not-chair')
    handing('chair').isRejected('admission.may-not-chair')
    handing('guest').isRejected('admission.unknown')
    handing('secretary', closes).isRejected('session.over')
    given(inFullSession).when('siteA', 'admission.handOverChair', { participantId: 'siteA' }).isRejected('forbidden')
  })

  it('is rejected while the chair is checking identity papers', () => {
    const looksAtPapers = by('chair', 'identity.begin', { participantId: 'citizen1' })
    atReception(inFullSession, looksAtPapers)
      .when('chair', 'admission.handOverChair', { participantId: 'secretary' })
      .isRejected('identity.officer-checks')
  })
})

describe('the new chair', () => {
  it('is heard at once, even if silenced or waiting for a turn; the former chair is heard like all others', () => {
    const heard = (who: string) => (state: SessionState) =>
      [...mediaPlan(state)].find(([participantId]) => participantId === who)?.[1].mayBeHeard
    given(inFullSession, asks('siteA'))
      .when('chair', 'admission.handOverChair', { participantId: 'siteA' })
      .leaves((state) => {
        expect(state.floor.requests).toEqual([])
        expect([heard('siteA')(state), heard('chair')(state)]).toEqual([true, false])
      })
    atReception(inFullSession, silences('siteA'))
      .when('chair', 'admission.handOverChair', { participantId: 'siteA' })
      .leaves((state) => expect([state.floor.silenced, heard('siteA')(state)]).toEqual([[], true]))
  })

  it('keeps the floor they hold', () => {
    given(inFullSession, grants('siteA'))
      .when('chair', 'admission.handOverChair', { participantId: 'siteA' })
      .leaves((state) => expect(state.floor.holder?.participantId).toBe('siteA'))
  })

  it('gains and loses no vote: the vote belongs to the person', () => {
    const voting = all(
      inFullSession,
      proposes('motion1', { electorate: { delegates: false, participantIds: ['chair', 'siteB'] } }),
      opensBallot('motion1'),
      handsTo('secretary'),
    )
    const vote = { motionId: motion('motion1').motionId, choice: 0, delegate: null }
    given(voting).when('secretary', 'ballot.cast', vote).isRejected('ballot.not-entitled')
    given(voting)
      .when('chair', 'ballot.cast', vote)
      .leaves((state) =>
        expect(state.ballot.motions.find(({ motionId }) => motionId === 'motion1')?.voted).toEqual([
          'participant.chair',
        ]),
      )
  })

  it('sees what only the chair sees, and the former chair no longer does', () => {
    const introduced = by('system', 'identity.introduce', { participantId: 'citizen1', citizenId: 'known1' })
    atReception(inFullSession, introduced)
      .when('chair', 'admission.handOverChair', { participantId: 'siteA' })
      .leaves((state) => {
        expect(pageOf('siteA', state).identity.citizenIds).toEqual({ citizen1: 'known1' })
        expect(pageOf('chair', state).identity.citizenIds).toEqual({})
      })
  })
})

describe('taking the chair', () => {
  it('is allowed for a secretary when the chair has left or has been away for two minutes', () => {
    const taken = event('admission.chairHandedOver', {
      participantId: 'secretary',
      fromId: 'chair',
      fromRole: 'secretary',
    })
    given(inFullSession, leaves('chair')).when('secretary', 'admission.takeChair', {}).gives(taken)
    given(inFullSession, loses('chair'), later(minutes(2)))
      .when('secretary', 'admission.takeChair', {})
      .gives(taken)
      .leaves(roles({ secretary: 'chair', chair: 'secretary' }))
    given(inFullSession, loses('chair'), later(minutes(2)))
      .when('siteA', 'admission.takeChair', {})
      .isRejected('forbidden')
  })

  it('is rejected while the chair is present or was lost less than two minutes ago', () => {
    given(inFullSession).when('secretary', 'admission.takeChair', {}).isRejected('admission.chair-not-away')
    given(inFullSession, loses('chair'), later(minutes(2) - seconds(1)))
      .when('secretary', 'admission.takeChair', {})
      .isRejected('admission.chair-not-away')
  })

  it('is rejected before the opening, and in a session without a chair', () => {
    given(staffAndSitesArrive, leaves('chair'))
      .when('secretary', 'admission.takeChair', {})
      .isRejected('session.not-open')
    given(
      inFullSession,
      loses('chair'),
      by('clerk', 'admission.withdrawInvitation', { participantId: 'chair', reason: 'Ốm' }),
    )
      .when('secretary', 'admission.takeChair', {})
      .isRejected('admission.no-chair')
  })
})
