import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  connects,
  event,
  given,
  inFullSession,
  leaves,
  loses,
  removes,
  type Step,
  sendsBack,
  staffAndSitesArrive,
  suspends,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'

const appoints = (...people: string[]): Step[] =>
  people.map((participantId) => by('secretary', 'captions.appoint', { participantId }))
const starts = (who: string): Step => by(who, 'captions.start', {})
const writer =
  (expected: string | null) =>
  ({ captions }: SessionState) =>
    expect(captions.writerId).toBe(expected)
const withTwo = [inFullSession, ...appoints('observer1', 'secretary')]
const writing = [...withTwo, starts('observer1')]

describe('a captioner', () => {
  it.each(['chair', 'secretary'])('is appointed by the %s, also before they come, before all in the room', (who) => {
    given(staffAndSitesArrive)
      .when(who, 'captions.appoint', { participantId: 'observer1' })
      .gives(event('captions.appointed', { participantId: 'observer1' }))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB')
    given(...withTwo)
      .when(who, 'captions.appoint', { participantId: 'observer1' })
      .givesNothing()
  })

  it('is nobody whom others appoint, who is unknown or was sent out, nor one too many', () => {
    given(inFullSession).when('siteA', 'captions.appoint', { participantId: 'siteA' }).isRejected('forbidden')
    given(inFullSession).when('chair', 'captions.appoint', { participantId: 'nobody' }).isRejected('captions.unknown')
    given(inFullSession, removes('observer1'))
      .when('chair', 'captions.appoint', { participantId: 'observer1' })
      .isRejected('captions.unknown')
    given(inFullSession, ...appoints('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2'))
      .when('chair', 'captions.appoint', { participantId: 'observer1' })
      .isRejected('captions.too-many', { maximum: 6 })
    given(inFullSession, closes)
      .when('chair', 'captions.appoint', { participantId: 'observer1' })
      .isRejected('session.over')
  })

  it('is one no longer when dismissed or sent out, and then writes no more', () => {
    given(...writing)
      .when('chair', 'captions.dismiss', { participantId: 'observer1' })
      .leaves(({ captions }) => expect(captions).toMatchObject({ captioners: ['secretary'], writerId: null }))
    given(...withTwo)
      .when('chair', 'captions.dismiss', { participantId: 'siteA' })
      .isRejected('captions.not-appointed')
    const { captions } = given(...writing, removes('observer1')).state
    expect(captions).toMatchObject({ captioners: ['secretary'], writerId: null })
  })
})

describe('writing', () => {
  it('is begun by who is appointed, while the session runs', () => {
    given(...withTwo)
      .when('observer1', 'captions.start', {})
      .gives(event('captions.started', { participantId: 'observer1' }))
      .leaves(writer('observer1'))
    given(...writing)
      .when('observer1', 'captions.start', {})
      .givesNothing()
    given(...withTwo)
      .when('siteA', 'captions.start', {})
      .isRejected('captions.not-appointed')
    given(staffAndSitesArrive, ...appoints('siteA'))
      .when('siteA', 'captions.start', {})
      .isRejected('session.not-open')
  })

  it('is taken over by a partner, and by nobody else’s leave', () => {
    given(...writing)
      .when('secretary', 'captions.start', {})
      .gives(event('captions.started', { participantId: 'secretary' }))
      .leaves(writer('secretary'))
  })

  it('ends when its writer stops, leaves, is sent back to wait, or the session closes', () => {
    given(...writing)
      .when('observer1', 'captions.stop', {})
      .gives(event('captions.stopped', { participantId: 'observer1' }))
      .leaves(writer(null))
    given(...writing)
      .when('secretary', 'captions.stop', {})
      .isRejected('captions.not-writing')
    for (const ends of [leaves('observer1'), sendsBack('observer1'), closes])
      writer(null)(given(...writing, ends).state)
  })

  it('goes on after a break, and when a lost writer is back', () => {
    writer('observer1')(given(...writing, suspends).state)
    writer('observer1')(given(...writing, loses('observer1'), connects('observer1')).state)
  })

  it('ends where its writer is taken aside, and is not begun there', () => {
    const bySecretary = [...withTwo, starts('secretary')]
    const aside = by('chair', 'consultation.start', { participantIds: ['chair', 'secretary'] })
    writer(null)(given(...bySecretary, aside).state)
    given(...withTwo, aside)
      .when('secretary', 'captions.start', {})
      .isRejected('captions.in-consultation')
  })
})

describe('captions by the engine', () => {
  const automatic = (who: string, isOn = true): Step => by(who, 'captions.setAutomatic', { isOn })

  it.each(['chair', 'secretary'])('are switched on and off by the %s, before all in the room', (who) => {
    given(inFullSession)
      .when(who, 'captions.setAutomatic', { isOn: true })
      .gives(event('captions.automaticSet', { isOn: true }))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
    given(inFullSession, automatic(who)).when(who, 'captions.setAutomatic', { isOn: true }).givesNothing()
    given(inFullSession, automatic(who))
      .when(who, 'captions.setAutomatic', { isOn: false })
      .leaves(({ captions }) => expect(captions.isAutomatic).toBe(false))
    given(inFullSession).when('siteA', 'captions.setAutomatic', { isOn: true }).isRejected('forbidden')
  })

  it('end with the session', () => {
    expect(given(inFullSession, automatic('chair'), closes).state.captions.isAutomatic).toBe(false)
    given(inFullSession, closes).when('chair', 'captions.setAutomatic', { isOn: true }).isRejected('session.over')
  })
})

it('second screens show captions when the chair or the secretary has them on', () => {
  given(inFullSession)
    .when('secretary', 'captions.setOnScreens', { isOn: true })
    .gives(event('captions.onScreensSet', { isOn: true }))
    .leaves(({ captions }) => expect(captions.isOnScreens).toBe(true))
  given(inFullSession).when('siteA', 'captions.setOnScreens', { isOn: true }).isRejected('forbidden')
})
