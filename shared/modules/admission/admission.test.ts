import { describe, expect, it } from 'vitest'
import {
  about,
  by,
  closes,
  event,
  given,
  givenNothing,
  inFullSession,
  pageOf,
  participantOf,
  type Step,
  seals,
  start,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'
import { maximumParticipants } from './contract.ts'

const status = (who: string, expected: string) => (state: SessionState) =>
  expect(participantOf(who, state)?.status).toBe(expected)

describe('inviting', () => {
  const guest = {
    participantId: 'guest',
    personId: 'person-guest',
    role: 'citizen',
    siteId: null,
    waits: true,
  } as const

  it('creates a participant and issues a link that is visible to nobody', () => {
    given(inFullSession)
      .when('secretary', 'admission.invite', { ...guest, linkId: 'link-guest' })
      .gives(
        event('admission.invited', guest),
        event('admission.linkIssued', { participantId: 'guest', linkId: 'link-guest' }),
      )
      .leaves((state) => {
        expect(participantOf('guest', state)).toEqual({
          ...guest,
          linkId: 'link-guest',
          status: 'invited',
          isAdmitted: false,
          connectionId: null,
          since: start,
          identifiedBy: 'link',
          reason: null,
        })
        expect(participantOf('guest', pageOf('chair', state))).toMatchObject({ status: 'invited', linkId: null })
      })
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
  })

  it('is allowed for an account before anybody has entered', () => {
    given()
      .when('clerk', 'admission.invite', { ...guest, linkId: 'l' })
      .leaves(status('guest', 'invited'))
  })

  it('is rejected when the participant exists already', () => {
    given()
      .when('clerk', 'admission.invite', { ...guest, participantId: 'siteA', linkId: 'l' })
      .isRejected('admission.exists')
  })

  it('rejects a second chair', () => {
    given()
      .when('clerk', 'admission.invite', { ...guest, role: 'chair', linkId: 'l' })
      .isRejected('admission.second-chair')
    givenNothing()
      .when('clerk', 'admission.invite', { ...guest, role: 'chair', linkId: 'l' })
      .leaves((state) => expect(participantOf('guest', state)?.role).toBe('chair'))
  })

  it('requires an existing site, and always a site for a site operator', () => {
    given()
      .when('clerk', 'admission.invite', { ...guest, siteId: 'nowhere', linkId: 'l' })
      .isRejected('admission.unknown-site')
    given()
      .when('clerk', 'admission.invite', { ...guest, role: 'siteOperator', linkId: 'l' })
      .isRejected('admission.unknown-site')
    given()
      .when('clerk', 'admission.invite', { ...guest, siteId: 'branchB', linkId: 'l' })
      .leaves((state) => expect(participantOf('guest', state)?.siteId).toBe('branchB'))
  })

  it(`is rejected beyond ${maximumParticipants} participants`, () => {
    const everybody = Array.from({ length: maximumParticipants }, (_, n) => [
      `guest${n}`,
      { ...guest, participantId: `guest${n}` },
    ])
    const isFull: Step = (session) => {
      session.state = { ...session.state, admission: { participants: Object.fromEntries(everybody) } }
    }
    given(isFull)
      .when('clerk', 'admission.invite', { ...guest, linkId: 'l' })
      .isRejected('admission.too-many', { maximum: maximumParticipants })
  })

  it('is rejected after the session is closed', () => {
    given(inFullSession, closes)
      .when('clerk', 'admission.invite', { ...guest, linkId: 'l' })
      .isRejected('session.over')
  })
})

describe('links', () => {
  it('are replaced when issued anew: only the newest link counts', () => {
    given()
      .when('clerk', 'admission.reissueLink', { participantId: 'siteA', linkId: 'link-new' })
      .gives(event('admission.linkIssued', { participantId: 'siteA', linkId: 'link-new' }))
      .leaves((state) => expect(participantOf('siteA', state)).toMatchObject({ linkId: 'link-new', status: 'invited' }))
  })

  it('are revoked; revoking again writes nothing', () => {
    given()
      .when('clerk', 'admission.revokeLink', { participantId: 'siteA' })
      .gives(event('admission.linkRevoked', { participantId: 'siteA' }))
      .leaves((state) => expect(participantOf('siteA', state)?.linkId).toBeNull())
    given(by('clerk', 'admission.revokeLink', { participantId: 'siteA' }))
      .when('clerk', 'admission.revokeLink', { participantId: 'siteA' })
      .givesNothing()
  })

  it('are issued and revoked without anybody seeing the event', () => {
    given(inFullSession).when('secretary', 'admission.revokeLink', { participantId: 'siteA' }).isSeenBy()
    given(inFullSession)
      .when('secretary', 'admission.reissueLink', { participantId: 'siteA', linkId: 'link-new' })
      .isSeenBy()
  })

  it('can be issued and revoked only for an existing participant', () => {
    given().when('clerk', 'admission.revokeLink', { participantId: 'guest' }).isRejected('admission.unknown')
    given()
      .when('clerk', 'admission.reissueLink', { participantId: 'guest', linkId: 'l' })
      .isRejected('admission.unknown')
  })

  it('can be issued and revoked after closing, until the session is sealed, so that the minutes can be completed', () => {
    given(inFullSession, closes)
      .when('clerk', 'admission.reissueLink', { participantId: 'secretary', linkId: 'l' })
      .gives(event('admission.linkIssued', { participantId: 'secretary', linkId: 'l' }))
    given(inFullSession, closes)
      .when('clerk', 'admission.revokeLink', { participantId: 'siteA' })
      .gives(event('admission.linkRevoked', { participantId: 'siteA' }))
    given(inFullSession, closes, seals)
      .when('clerk', 'admission.revokeLink', { participantId: 'siteA' })
      .isRejected('session.over')
  })
})

describe('identifying', () => {
  it('records how staff established the identity', () => {
    given(inFullSession)
      .when('secretary', 'admission.identify', { participantId: 'citizen1', method: 'document' })
      .gives(event('admission.identified', { participantId: 'citizen1', method: 'document' }))
      .leaves((state) => expect(participantOf('citizen1', state)?.identifiedBy).toBe('document'))
  })

  it('writes nothing when the method is unchanged', () => {
    given(inFullSession)
      .when('secretary', 'admission.identify', { participantId: 'citizen1', method: 'link' })
      .givesNothing()
  })

  it('requires an existing participant, and is allowed for staff only', () => {
    given(inFullSession)
      .when('secretary', 'admission.identify', { participantId: 'guest', method: 'known' })
      .isRejected('admission.unknown')
    given(inFullSession)
      .when('citizen1', 'admission.identify', { participantId: 'citizen1', method: 'known' })
      .isRejected('forbidden')
  })
})

it('rejects a participant id that is a property name of every JavaScript object', () => {
  for (const participantId of ['__proto__', 'constructor', 'toString'])
    given(inFullSession)
      .whenSent('chair', 'admission.remove', about(participantId))
      .isRejected('invalid', { field: 'participantId' })
})
