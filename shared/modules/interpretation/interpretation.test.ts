import { describe, expect, it } from 'vitest'
import {
  appoints,
  by,
  closes,
  connects,
  event,
  given,
  grants,
  inFullSession,
  interprets,
  later,
  leaves,
  loses,
  minutes,
  pageOf,
  removes,
  type Step,
  seconds,
  sendsBack,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'
import { maximumChannels, maximumInterpreters } from './contract.ts'

const english = { language: 'en' } as const
const observer = { ...english, participantId: 'observer1' }
const live =
  (expected: Record<string, string | null>) =>
  ({ interpretation }: SessionState) =>
    expect(
      Object.fromEntries(
        interpretation.channels.map((channel) => [channel.language, channel.live?.participantId ?? null]),
      ),
    ).toEqual(expected)
const turns = ({ interpretation }: SessionState) =>
  interpretation.turns.map(({ language, participantId, from, to }) => [
    language,
    participantId,
    (from - start) / minutes(1),
    (to - start) / minutes(1),
  ])
const withTwo = [inFullSession, appoints('en', 'observer1', 'siteA'), appoints('hmn', 'siteA')]
const interpreting = [...withTwo, interprets('observer1', 'en')]

describe('an interpretation channel', () => {
  it.each(['chair', 'secretary'])(
    'is offered by the %s, before or during the session, and visible in the room',
    (who) => {
      given(staffAndSitesArrive)
        .when(who, 'interpretation.offer', english)
        .gives(event('interpretation.offered', english))
      given(inFullSession, sendsBack('citizen2'))
        .when(who, 'interpretation.offer', english)
        .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'observer1')
        .leaves((state) => expect(pageOf('citizen2', state).interpretation.channels).toEqual([]))
    },
  )

  it('is offered once, by staff only, and not after the session', () => {
    given(...withTwo)
      .when('chair', 'interpretation.offer', english)
      .isRejected('interpretation.offered')
    given(inFullSession, closes).when('chair', 'interpretation.offer', english).isRejected('session.over')
    given(inFullSession).when('siteA', 'interpretation.offer', english).isRejected('forbidden')
  })

  it('is rejected beyond the maximum number of channels', () => {
    const few = (['vi', 'tyz', 'hmn', 'km', 'lo', 'zh'] as const).map((language) => appoints(language))
    expect(few).toHaveLength(maximumChannels)
    given(inFullSession, ...few)
      .when('chair', 'interpretation.offer', english)
      .isRejected('interpretation.too-many-channels', { maximum: maximumChannels })
  })

  it('is withdrawn together with its live interpreter', () => {
    given(...interpreting, later(minutes(5)))
      .when('chair', 'interpretation.withdraw', english)
      .leaves(live({ hmn: null }))
      .leaves((state) => expect(turns(state)).toEqual([['en', 'observer1', 0, 5]]))
    given(inFullSession).when('chair', 'interpretation.withdraw', english).isRejected('interpretation.not-offered')
  })
})

describe('an interpreter', () => {
  it('is appointed by staff, in any role, also before arrival', () => {
    given(staffAndSitesArrive, appoints('en'))
      .when('secretary', 'interpretation.appoint', observer)
      .gives(event('interpretation.appointed', observer))
    given(...withTwo)
      .when('secretary', 'interpretation.appoint', observer)
      .givesNothing()
    given(...withTwo)
      .when('siteA', 'interpretation.appoint', observer)
      .isRejected('forbidden')
  })

  it('cannot be an unknown or removed participant, nor appointed for a language that is not offered', () => {
    const stranger = { ...english, participantId: 'guest' }
    given(...withTwo)
      .when('chair', 'interpretation.appoint', stranger)
      .isRejected('interpretation.unknown')
    given(...withTwo, removes('citizen1'))
      .when('chair', 'interpretation.appoint', { ...english, participantId: 'citizen1' })
      .isRejected('interpretation.unknown')
    given(inFullSession).when('chair', 'interpretation.appoint', observer).isRejected('interpretation.not-offered')
  })

  it('is rejected beyond the maximum number of interpreters', () => {
    const six = ['chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2']
    expect(six).toHaveLength(maximumInterpreters)
    given(inFullSession, appoints('en', ...six))
      .when('chair', 'interpretation.appoint', observer)
      .isRejected('interpretation.too-many-interpreters', { maximum: maximumInterpreters })
  })

  it('can speak into the channel without the floor, and while the session is suspended', () => {
    given(...withTwo)
      .when('observer1', 'interpretation.start', english)
      .leaves(live({ en: 'observer1', hmn: null }))
    given(...interpreting)
      .when('observer1', 'interpretation.start', english)
      .givesNothing()
    given(...withTwo, suspends)
      .when('observer1', 'interpretation.start', english)
      .gives(event('interpretation.started', observer))
  })

  it('can speak only into a channel they are appointed for, and only while the session runs', () => {
    given(...withTwo)
      .when('citizen1', 'interpretation.start', english)
      .isRejected('interpretation.not-appointed')
    given(...withTwo)
      .when('observer1', 'interpretation.start', { language: 'hmn' })
      .isRejected('interpretation.not-appointed')
    given(...withTwo)
      .when('observer1', 'interpretation.start', { language: 'km' })
      .isRejected('interpretation.not-appointed')
    given(staffAndSitesArrive, appoints('en', 'siteA'))
      .when('siteA', 'interpretation.start', english)
      .isRejected('session.not-open')
  })

  it('can take over from another interpreter: one speaks into a channel at a time', () => {
    given(...interpreting, later(minutes(20)))
      .when('siteA', 'interpretation.start', english)
      .leaves(live({ en: 'siteA', hmn: null }))
      .leaves((state) => expect(turns(state)).toEqual([['en', 'observer1', 0, 20]]))
  })

  it('speaks into one channel at a time: starting another ends the first', () => {
    given(...withTwo, interprets('siteA', 'en'), later(minutes(3)))
      .when('siteA', 'interpretation.start', { language: 'hmn' })
      .leaves(live({ en: null, hmn: 'siteA' }))
      .leaves((state) => expect(turns(state)).toEqual([['en', 'siteA', 0, 3]]))
  })

  it('can ask a present partner to take over', () => {
    const asks = ({ interpretation }: SessionState) => interpretation.channels[0]?.live?.asksRelief
    given(...interpreting)
      .when('observer1', 'interpretation.askRelief', {})
      .leaves((state) => expect(asks(state)).toBe(true))
    const asked = [...interpreting, by('observer1', 'interpretation.askRelief', {})]
    given(...asked)
      .when('observer1', 'interpretation.askRelief', {})
      .givesNothing()
    given(...asked)
      .when('siteA', 'interpretation.start', english)
      .leaves((state) => expect(asks(state)).toBe(false))
    given(...interpreting, leaves('siteA'))
      .when('observer1', 'interpretation.askRelief', {})
      .isRejected('interpretation.no-partner')
    given(...interpreting)
      .when('siteA', 'interpretation.askRelief', {})
      .isRejected('interpretation.not-interpreting')
  })

  it('can stop, and start again', () => {
    given(...interpreting, later(minutes(4)))
      .when('observer1', 'interpretation.stop', {})
      .gives(event('interpretation.stopped', observer))
      .leaves(live({ en: null, hmn: null }))
    given(...interpreting)
      .when('siteA', 'interpretation.stop', {})
      .isRejected('interpretation.not-interpreting')
    given(...interpreting, by('observer1', 'interpretation.stop', {}))
      .when('observer1', 'interpretation.start', english)
      .leaves(live({ en: 'observer1', hmn: null }))
  })

  it('is stopped when staff dismiss them', () => {
    given(...interpreting, later(minutes(2)))
      .when('chair', 'interpretation.dismiss', observer)
      .leaves(live({ en: null, hmn: null }))
      .leaves((state) => expect(turns(state)).toEqual([['en', 'observer1', 0, 2]]))
    given(inFullSession, appoints('en'))
      .when('chair', 'interpretation.dismiss', observer)
      .isRejected('interpretation.not-appointed')
  })

  it.each<[string, Step]>([
    ['leaves', leaves('observer1')],
    ['is sent back to the waiting room', sendsBack('observer1')],
    ['is removed', removes('observer1')],
    ['is there as the session is closed', closes],
  ])('is stopped when they %s', (_what, step) => {
    const { state } = given(...interpreting, later(minutes(6)), step)
    live({ en: null, hmn: null })(state)
    expect(turns(state)).toEqual([['en', 'observer1', 0, 6]])
  })

  it('stays appointed after leaving, but not after being removed', () => {
    const appointed = (step: Step) => given(...interpreting, step).state.interpretation.channels[0]?.interpreters
    expect(appointed(leaves('observer1'))).toEqual(['observer1', 'siteA'])
    expect(appointed(removes('observer1'))).toEqual(['siteA'])
  })

  it('cannot interpret in a consultation', () => {
    const aside = by('chair', 'consultation.start', { participantIds: ['chair', 'siteA'] })
    live({ en: null, hmn: null })(given(...withTwo, interprets('siteA', 'en'), aside).state)
    given(...withTwo, aside)
      .when('siteA', 'interpretation.start', english)
      .isRejected('interpretation.in-consultation')
  })
})

describe('an interpreter whose connection is lost', () => {
  const lost = [...interpreting, later(minutes(5)), loses('observer1', seconds(30))]
  const lapse = { ...observer }

  it('keeps the channel for two minutes, and continues when they return', () => {
    const { state } = given(...lost, later(minutes(1)), connects('observer1', 'phone'))
    live({ en: 'observer1', hmn: null })(state)
    expect(state.interpretation.channels[0]?.live).toMatchObject({ from: start, lostAt: null })
    given(...lost, later(minutes(1)))
      .when('system', 'interpretation.lapse', lapse)
      .givesNothing()
  })

  it('loses the channel after two minutes, with a turn that ends at the loss', () => {
    given(...lost, later(minutes(2)))
      .when('system', 'interpretation.lapse', lapse)
      .leaves(live({ en: null, hmn: null }))
      .leaves((state) => expect(turns(state)).toEqual([['en', 'observer1', 0, 4.5]]))
  })

  it('can be replaced by a partner at once', () => {
    given(...lost, later(seconds(10)))
      .when('siteA', 'interpretation.start', english)
      .leaves(live({ en: 'siteA', hmn: null }))
      .leaves((state) => expect(turns(state)).toEqual([['en', 'observer1', 0, 4.5]]))
  })
})

describe('the floor', () => {
  it('is freed when its holder starts to interpret, and is not granted to an active interpreter', () => {
    expect(given(...withTwo, grants('siteA'), interprets('siteA', 'en')).state.floor.holder).toBeNull()
    given(...withTwo, interprets('siteA', 'en'))
      .when('chair', 'floor.grant', { participantId: 'siteA', limitSeconds: null })
      .isRejected('floor.interpreting')
  })
})
