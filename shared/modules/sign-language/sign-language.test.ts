import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  connect,
  connects,
  event,
  given,
  inFullSession,
  leaves,
  loses,
  pageOf,
  removes,
  type Step,
  sendsBack,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'
import { maximumSigners, signerOf } from './contract.ts'

const appoints = (...people: string[]): Step[] =>
  people.map((participantId) => by('secretary', 'signLanguage.appoint', { participantId }))
const takesOver = (who: string) => by(who, 'signLanguage.takeOver', {})
const shows = (participantId: string | null) => (state: SessionState) => expect(signerOf(state)).toBe(participantId)
const expectShown = (participantId: string | null, ...steps: Step[]) => shows(participantId)(given(...steps).state)
const observer = { participantId: 'observer1' }

describe('a sign language interpreter', () => {
  it.each(['chair', 'secretary'])('is appointed by the %s, and visible in the room', (who) => {
    given(inFullSession, sendsBack('citizen2'))
      .when(who, 'signLanguage.appoint', observer)
      .gives(event('signLanguage.appointed', observer))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'observer1')
      .leaves((state) => expect(pageOf('citizen2', state).signLanguage.interpreters).toEqual([]))
  })

  it('may be appointed before they come, and is shown once they are in the room', () => {
    expectShown(null, connect('chair', 'secretary'), ...appoints('siteA'))
    expectShown('siteA', connect('chair', 'secretary'), ...appoints('siteA'), connects('siteA'))
  })

  it('is appointed once, and at most four at a time', () => {
    given(inFullSession, ...appoints('observer1'))
      .when('secretary', 'signLanguage.appoint', observer)
      .givesNothing()
    given(inFullSession, ...appoints('observer1', 'siteA', 'siteB', 'citizen1'))
      .when('secretary', 'signLanguage.appoint', { participantId: 'citizen2' })
      .isRejected('signLanguage.too-many', { maximum: maximumSigners })
  })

  it('is rejected when unknown to the session, removed from it, or when it is over', () => {
    given(inFullSession)
      .when('secretary', 'signLanguage.appoint', { participantId: 'nobody' })
      .isRejected('signLanguage.unknown')
    given(inFullSession, removes('observer1'))
      .when('secretary', 'signLanguage.appoint', observer)
      .isRejected('signLanguage.unknown')
    given(inFullSession, closes).when('secretary', 'signLanguage.appoint', observer).isRejected('session.over')
  })
})

describe('the interpreter everybody sees', () => {
  const two = [inFullSession, ...appoints('observer1', 'siteB')]

  it('is the first appointed one in the room; the next one when that one is lost or leaves', () => {
    expectShown('observer1', ...two)
    expectShown('siteB', ...two, loses('observer1'))
    expectShown('observer1', ...two, loses('observer1'), connects('observer1'))
    expectShown(null, ...two, leaves('observer1'), leaves('siteB'))
  })

  it('is the one who took over', () => {
    given(...two)
      .when('siteB', 'signLanguage.takeOver', {})
      .gives(event('signLanguage.tookOver', { participantId: 'siteB' }))
      .leaves(shows('siteB'))
    given(...two)
      .when('observer1', 'signLanguage.takeOver', {})
      .givesNothing()
    given(...two)
      .when('siteA', 'signLanguage.takeOver', {})
      .isRejected('signLanguage.not-appointed')
    expectShown('observer1', ...two, takesOver('siteB'), takesOver('observer1'))
  })

  it('is not one who is aside in a consultation', () => {
    const aside = by('chair', 'consultation.start', { participantIds: ['chair', 'siteA'] })
    expectShown('siteB', inFullSession, ...appoints('siteA', 'siteB'), aside)
  })

  it('is no longer one who was dismissed or removed; the minutes still know who served', () => {
    given(...two)
      .when('secretary', 'signLanguage.dismiss', observer)
      .gives(event('signLanguage.dismissed', observer))
      .leaves(({ signLanguage }) =>
        expect(signLanguage).toEqual({ interpreters: ['siteB'], served: ['observer1', 'siteB'] }),
      )
    expectShown('siteB', ...two, removes('observer1'))
    given(inFullSession).when('secretary', 'signLanguage.dismiss', observer).isRejected('signLanguage.not-appointed')
  })
})
