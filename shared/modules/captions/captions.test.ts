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
  it.each(['chair', 'secretary'])('is appointed by the %s, also before arrival, visible to all in the room', (who) => {
    given(staffAndSitesArrive)
      .when(who, 'captions.appoint', { participantId: 'observer1' })
      .gives(event('captions.appointed', { participantId: 'observer1' }))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB')
    given(...withTwo)
      .when(who, 'captions.appoint', { participantId: 'observer1' })
      .givesNothing()
  })

  it('is not appointed by others than staff, nor if unknown, removed, or beyond the maximum', () => {
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

  it('stops writing when dismissed or removed', () => {
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

describe('writing captions', () => {
  it('is started by an appointed captioner, while the session is open', () => {
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

  it('is taken over by another captioner without anybody’s permission', () => {
    given(...writing)
      .when('secretary', 'captions.start', {})
      .gives(event('captions.started', { participantId: 'secretary' }))
      .leaves(writer('secretary'))
  })

  it('ends when the writer stops, leaves or is sent back to the waiting room, or the session closes', () => {
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

  it('continues after a suspension, and after the writer reconnects', () => {
    writer('observer1')(given(...writing, suspends).state)
    writer('observer1')(given(...writing, loses('observer1'), connects('observer1')).state)
  })

  it('ends when the writer is taken into a consultation, and cannot start there', () => {
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

  it.each(['chair', 'secretary'])('are switched on and off by the %s, visible to all in the room', (who) => {
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

  it('are switched off when the session is closed', () => {
    expect(given(inFullSession, automatic('chair'), closes).state.captions.isAutomatic).toBe(false)
    given(inFullSession, closes).when('chair', 'captions.setAutomatic', { isOn: true }).isRejected('session.over')
  })
})

it('captions on second screens are switched on by chair or secretary', () => {
  given(inFullSession)
    .when('secretary', 'captions.setOnScreens', { isOn: true })
    .gives(event('captions.onScreensSet', { isOn: true }))
    .leaves(({ captions }) => expect(captions.isOnScreens).toBe(true))
  given(inFullSession).when('siteA', 'captions.setOnScreens', { isOn: true }).isRejected('forbidden')
})
