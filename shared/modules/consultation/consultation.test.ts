import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  connects,
  event,
  given,
  grants,
  inFullSession,
  later,
  leaves,
  loses,
  minutes,
  pageOf,
  removes,
  type Step,
  sendsBack,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'

const takesAside = (...participantIds: string[]): Step => by('chair', 'consultation.start', { participantIds })
const last = ({ consultation }: SessionState) => consultation.consultations.at(-1)
const lastId = (state: SessionState) => last(state)?.consultationId ?? ''
const aside =
  (...people: string[]) =>
  (state: SessionState) =>
    expect(last(state)?.participantIds).toEqual(people)
const isOver = (minute: number) => (state: SessionState) =>
  expect(last(state)).toMatchObject({ participantIds: [], endedAt: start + minutes(minute) })

describe('a consultation', () => {
  it.each(['chair', 'secretary'])(
    'is started by the %s with chosen participants; all in the room see who is in it',
    (who) => {
      given(inFullSession, sendsBack('citizen2'))
        .when(who, 'consultation.start', { participantIds: ['chair', 'siteA', 'siteA'] })
        .leaves(aside('chair', 'siteA'))
        .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'observer1')
        .leaves((state) => expect(pageOf('citizen2', state).consultation.consultations).toEqual([]))
    },
  )

  it('can be started while the session is open or suspended', () => {
    const who = { participantIds: ['chair', 'secretary'] }
    given(inFullSession, suspends).when('chair', 'consultation.start', who).leaves(aside('chair', 'secretary'))
    given(staffAndSitesArrive).when('chair', 'consultation.start', who).isRejected('session.not-open')
    given(inFullSession, closes).when('chair', 'consultation.start', who).isRejected('session.not-open')
  })

  it.each([
    ['one person alone', ['chair', 'chair'], 'consultation.too-few'],
    ['somebody who is not here', ['chair', 'citizen2'], 'consultation.not-present'],
    ['a stranger', ['chair', 'guest'], 'consultation.not-present'],
    ['an observer', ['chair', 'observer1'], 'consultation.observer'],
    ['somebody already aside', ['chair', 'siteB'], 'consultation.in-another'],
  ])('is rejected with %s', (_who, participantIds, code) => {
    given(inFullSession, sendsBack('citizen2'), takesAside('siteA', 'siteB'))
      .when('chair', 'consultation.start', { participantIds })
      .isRejected(code)
  })

  it('is started by staff only', () => {
    given(inFullSession)
      .when('siteA', 'consultation.start', { participantIds: ['siteA', 'siteB'] })
      .isRejected('forbidden')
  })

  it('can add participants while it lasts', () => {
    const session = given(inFullSession, takesAside('chair', 'siteA'))
    const consultationId = lastId(session.state)
    session
      .when('secretary', 'consultation.add', { consultationId, participantId: 'siteB' })
      .leaves(aside('chair', 'siteA', 'siteB'))
    session.when('secretary', 'consultation.add', { consultationId, participantId: 'siteB' }).givesNothing()
    session
      .when('chair', 'consultation.add', { consultationId, participantId: 'observer1' })
      .isRejected('consultation.observer')
    session
      .when('secretary', 'consultation.end', { consultationId })
      .gives(event('consultation.ended', { consultationId }))
    session
      .when('chair', 'consultation.add', { consultationId, participantId: 'siteB' })
      .isRejected('consultation.over')
  })

  it('removes who leaves it, and ends when one person remains', () => {
    const three = [inFullSession, takesAside('chair', 'siteA', 'siteB'), later(minutes(4))]
    given(...three)
      .when('siteB', 'consultation.leave', {})
      .leaves(aside('chair', 'siteA'))
    given(...three, by('siteB', 'consultation.leave', {}))
      .when('chair', 'consultation.leave', {})
      .leaves(isOver(4))
    given(...three)
      .when('citizen1', 'consultation.leave', {})
      .isRejected('consultation.not-in')
  })

  it.each([
    ['leaves the session', leaves('siteB')],
    ['is removed', removes('siteB')],
    ['is sent back to the waiting room', sendsBack('siteB')],
  ])('continues without one who %s, and ends if one person remains', (_what, step) => {
    aside('chair', 'siteA')(given(inFullSession, takesAside('chair', 'siteA', 'siteB'), step).state)
    isOver(2)(given(inFullSession, takesAside('siteA', 'siteB'), later(minutes(2)), step).state)
  })

  it('keeps the place of one whose connection is lost', () => {
    const lost = [inFullSession, takesAside('chair', 'siteA'), loses('siteA')]
    aside('chair', 'siteA')(given(...lost).state)
    aside('chair', 'siteA')(given(...lost, connects('siteA', 'phone')).state)
  })

  it('is ended by staff or with the session, and keeps its times but no names', () => {
    const session = given(inFullSession, takesAside('chair', 'siteA'), later(minutes(7)))
    const consultationId = lastId(session.state)
    session.when('secretary', 'consultation.end', { consultationId }).leaves(isOver(7))
    session.when('secretary', 'consultation.end', { consultationId }).isRejected('consultation.over')
    isOver(3)(given(inFullSession, takesAside('chair', 'siteA'), later(minutes(3)), closes).state)
  })
})

describe('the floor', () => {
  it('is freed when its holder joins a consultation', () => {
    const holder = (...steps: Step[]) => given(inFullSession, grants('siteA'), ...steps).state.floor.holder
    expect(holder(takesAside('chair', 'siteA'))).toBeNull()
    expect(holder(takesAside('chair', 'siteB'))).not.toBeNull()
    const joins: Step = (session) =>
      by('chair', 'consultation.add', { consultationId: lastId(session.state), participantId: 'siteA' })(session)
    expect(holder(takesAside('chair', 'siteB'), joins)).toBeNull()
  })

  it('is not granted to somebody in a consultation', () => {
    given(inFullSession, takesAside('chair', 'siteA'))
      .when('secretary', 'floor.grant', { participantId: 'siteA', limitSeconds: null })
      .isRejected('floor.in-consultation')
  })
})
