import { describe, expect, it } from 'vitest'
import {
  about,
  admits,
  by,
  connect,
  event,
  given,
  inFullSession,
  later,
  leaves,
  loses,
  minutes,
  pageOf,
  participantOf,
  refuses,
  removes,
  sendsBack,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'

const status = (who: string, expected: string) => (state: SessionState) =>
  expect(participantOf(who, state)?.status).toBe(expected)

describe('admitting', () => {
  it('moves a waiting participant into the room, visible to them and to all inside', () => {
    given(staffAndSitesArrive, connect('citizen1', 'citizen2'), later(minutes(2)))
      .when('secretary', 'admission.admit', { participantId: 'citizen1' })
      .gives(event('admission.admitted', { participantId: 'citizen1' }))
      .leaves((state) =>
        expect(participantOf('citizen1', state)).toMatchObject({
          status: 'present',
          isAdmitted: true,
          connectionId: 'citizen1-device',
          since: start + minutes(2),
        }),
      )
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1')
  })

  it('also works for a waiting participant whose connection is lost at that moment', () => {
    given(staffAndSitesArrive, connect('citizen1'), loses('citizen1'), later(minutes(2)))
      .when('chair', 'admission.admit', { participantId: 'citizen1' })
      .leaves((state) => expect(participantOf('citizen1', state)).toMatchObject({ status: 'lost', since: start }))
    given(staffAndSitesArrive, connect('citizen1'), loses('citizen1'), admits('citizen1'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .leaves(status('citizen1', 'present'))
  })

  it('writes nothing for a participant who is already inside', () => {
    given(inFullSession).when('chair', 'admission.admit', { participantId: 'citizen1' }).givesNothing()
  })

  it('is rejected for somebody who is not waiting', () => {
    given(staffAndSitesArrive)
      .when('chair', 'admission.admit', { participantId: 'citizen1' })
      .isRejected('admission.not-waiting')
    given(staffAndSitesArrive)
      .when('chair', 'admission.admit', { participantId: 'guest' })
      .isRejected('admission.not-waiting')
  })

  it('is allowed for chair and secretary only', () => {
    given(staffAndSitesArrive, connect('citizen1'))
      .when('siteA', 'admission.admit', { participantId: 'citizen1' })
      .isRejected('forbidden')
    given(staffAndSitesArrive, connect('citizen1'))
      .when('citizen1', 'admission.admit', { participantId: 'citizen1' })
      .isRejected('forbidden')
  })
})

describe('refusing', () => {
  const waiting = given.bind(null, staffAndSitesArrive, connect('citizen1'))

  it('turns a waiting participant away, with the reason', () => {
    waiting()
      .when('secretary', 'admission.refuse', about('citizen1'))
      .gives(event('admission.refused', about('citizen1')))
      .leaves((state) =>
        expect(participantOf('citizen1', state)).toMatchObject({
          status: 'refused',
          connectionId: null,
          isAdmitted: false,
        }),
      )
  })

  it('needs a reason', () => {
    waiting()
      .when('secretary', 'admission.refuse', { participantId: 'citizen1', reason: '' })
      .isRejected('invalid', { field: 'reason' })
  })

  it('also works for a participant whose connection was lost while waiting', () => {
    waiting(loses('citizen1'))
      .when('secretary', 'admission.refuse', about('citizen1'))
      .leaves(status('citizen1', 'refused'))
  })

  it('is rejected for somebody who is not waiting', () => {
    given(inFullSession).when('chair', 'admission.refuse', about('citizen1')).isRejected('admission.not-waiting')
  })

  it('blocks the participant until the link is issued anew, who then starts in the waiting room', () => {
    const comes = { participantId: 'citizen1', connectionId: 'phone' }
    const reissued = by('secretary', 'admission.reissueLink', { participantId: 'citizen1', linkId: 'link-new' })
    waiting(refuses('citizen1')).when('system', 'admission.connect', comes).isRejected('admission.refused')
    waiting(refuses('citizen1'))
      .when('secretary', 'admission.reissueLink', { participantId: 'citizen1', linkId: 'link-new' })
      .gives(
        event('admission.linkIssued', { participantId: 'citizen1', linkId: 'link-new' }),
        event('admission.reinvited', { participantId: 'citizen1' }),
      )
    waiting(refuses('citizen1'), reissued)
      .when('system', 'admission.connect', comes)
      .leaves(status('citizen1', 'waiting'))
  })
})

describe('sending back to the waiting room', () => {
  it('hides the room from the participant but keeps the connection', () => {
    given(inFullSession)
      .when('chair', 'admission.returnToWaiting', about('citizen1'))
      .gives(event('admission.returnedToWaiting', about('citizen1')))
      .leaves((state) => {
        expect(participantOf('citizen1', state)).toMatchObject({
          status: 'waiting',
          isAdmitted: false,
          connectionId: 'citizen1-device',
        })
        expect(Object.keys(pageOf('citizen1', state).admission.participants)).toEqual(['citizen1'])
      })
  })

  it('revokes the admission: after a reconnect the participant waits again', () => {
    given(inFullSession, sendsBack('citizen1'), loses('citizen1'))
      .when('system', 'admission.connect', { participantId: 'citizen1', connectionId: 'phone' })
      .leaves(status('citizen1', 'waiting'))
  })

  it('also works for a lost participant, and for one who entered without waiting', () => {
    given(inFullSession, loses('siteA'), later(minutes(1)))
      .when('chair', 'admission.returnToWaiting', about('siteA'))
      .leaves((state) =>
        expect(participantOf('siteA', state)).toMatchObject({ status: 'lost', since: start, isAdmitted: false }),
      )
    given(inFullSession, loses('siteA'), sendsBack('siteA'))
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'phone' })
      .leaves(status('siteA', 'waiting'))
    given(inFullSession, sendsBack('siteA'), leaves('siteA'))
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'phone' })
      .leaves(status('siteA', 'waiting'))
  })

  it('is undone by admitting again', () => {
    given(inFullSession, sendsBack('citizen1'))
      .when('secretary', 'admission.admit', { participantId: 'citizen1' })
      .leaves(status('citizen1', 'present'))
  })

  it.each([
    ['has never come', 'citizen1', given(staffAndSitesArrive)],
    ['waits', 'citizen1', given(staffAndSitesArrive, connect('citizen1'))],
    ['was lost while waiting', 'citizen1', given(staffAndSitesArrive, connect('citizen1'), loses('citizen1'))],
    ['has left', 'citizen1', given(inFullSession, leaves('citizen1'))],
    ['is unknown', 'guest', given(inFullSession)],
  ])('is rejected for one who %s', (_what, who, session) => {
    session.when('chair', 'admission.returnToWaiting', about(who)).isRejected('admission.not-present')
  })

  it('is rejected for staff', () => {
    given(inFullSession).when('chair', 'admission.returnToWaiting', about('secretary')).isRejected('admission.staff')
    given(inFullSession).when('secretary', 'admission.returnToWaiting', about('chair')).isRejected('admission.staff')
  })
})

describe('removing', () => {
  it.each([
    ['in the room', 'citizen1', given(inFullSession)],
    ['in the waiting room', 'citizen1', given(staffAndSitesArrive, connect('citizen1'))],
    ['not here yet', 'citizen1', given(staffAndSitesArrive)],
    ['lost', 'siteA', given(inFullSession, loses('siteA'))],
  ])('removes a participant who is %s, with the reason', (_where, who, session) => {
    session
      .when('secretary', 'admission.remove', about(who))
      .gives(event('admission.removed', about(who)))
      .leaves((state) =>
        expect(participantOf(who, state)).toMatchObject({ status: 'removed', connectionId: null, isAdmitted: false }),
      )
  })

  it('blocks the participant until the link is issued anew, who then starts in the waiting room', () => {
    const comes = { participantId: 'siteA', connectionId: 'phone' }
    const reissued = by('clerk', 'admission.reissueLink', { participantId: 'siteA', linkId: 'link-new' })
    given(inFullSession, removes('siteA')).when('system', 'admission.connect', comes).isRejected('admission.removed')
    given(inFullSession, removes('siteA'), reissued)
      .when('system', 'admission.connect', comes)
      .leaves(status('siteA', 'waiting'))
  })

  it('again writes nothing', () => {
    given(inFullSession, removes('citizen1')).when('chair', 'admission.remove', about('citizen1')).givesNothing()
  })

  it('is rejected for staff and for unknown participants', () => {
    given(inFullSession).when('secretary', 'admission.remove', about('chair')).isRejected('admission.staff')
    given(inFullSession).when('secretary', 'admission.remove', about('guest')).isRejected('admission.unknown')
  })
})

describe('withdrawing an invitation', () => {
  const deputy = {
    participantId: 'deputy',
    personId: 'person-deputy',
    role: 'chair',
    siteId: 'centre',
    waits: false,
    linkId: 'link-deputy',
  } as const
  const chairWithdrawn = by('clerk', 'admission.withdrawInvitation', about('chair'))

  it('invalidates the link of a participant who will not come, with the reason', () => {
    given()
      .when('clerk', 'admission.withdrawInvitation', about('siteA'))
      .gives(event('admission.invitationWithdrawn', about('siteA')))
      .leaves((state) =>
        expect(participantOf('siteA', state)).toMatchObject({ status: 'withdrawn', linkId: null, isAdmitted: false }),
      )
    given(by('clerk', 'admission.withdrawInvitation', about('siteA')))
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'phone' })
      .isRejected('admission.removed')
  })

  it('allows another chair to be invited, also during a session', () => {
    given().when('clerk', 'admission.invite', deputy).isRejected('admission.second-chair')
    given(chairWithdrawn)
      .when('clerk', 'admission.invite', deputy)
      .leaves((state) => expect(participantOf('deputy', state)).toMatchObject({ role: 'chair', status: 'invited' }))
    given(inFullSession, loses('chair'), chairWithdrawn, by('clerk', 'admission.invite', deputy), connect('deputy'))
      .when('deputy', 'session.close', {})
      .leaves((state) => expect(state.session.status).toBe('closed'))
  })

  it('is undone by a new link, keeping the waiting-room rule of the participant; rejected if there would be a second chair', () => {
    const comes = (who: string) => ({ participantId: who, connectionId: 'phone' })
    const anew = (who: string) => ({ participantId: who, linkId: 'link-new' })
    given(chairWithdrawn, by('clerk', 'admission.reissueLink', anew('chair')))
      .when('system', 'admission.connect', comes('chair'))
      .leaves(status('chair', 'present'))
    given(
      by('clerk', 'admission.withdrawInvitation', about('citizen1')),
      by('clerk', 'admission.reissueLink', anew('citizen1')),
    )
      .when('system', 'admission.connect', comes('citizen1'))
      .leaves(status('citizen1', 'waiting'))
    given(chairWithdrawn, by('clerk', 'admission.invite', deputy))
      .when('clerk', 'admission.reissueLink', anew('chair'))
      .isRejected('admission.second-chair')
  })

  it('frees the floor held by a lost participant', () => {
    given(inFullSession, by('chair', 'floor.grant', { participantId: 'siteA', limitSeconds: null }), loses('siteA'))
      .when('secretary', 'admission.withdrawInvitation', about('siteA'))
      .leaves((state) => expect(state.floor.holder).toBeNull())
  })

  it('is rejected for a connected participant and after the session; a second time it writes nothing', () => {
    given(inFullSession).when('clerk', 'admission.withdrawInvitation', about('siteA')).isRejected('admission.connected')
    given(inFullSession).when('clerk', 'admission.withdrawInvitation', about('guest')).isRejected('admission.unknown')
    given(chairWithdrawn).when('clerk', 'admission.withdrawInvitation', about('chair')).givesNothing()
    given(inFullSession, loses('siteA'), by('chair', 'session.close', {}))
      .when('clerk', 'admission.withdrawInvitation', about('siteA'))
      .isRejected('session.over')
  })
})
