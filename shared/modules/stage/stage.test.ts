import { describe, expect, it } from 'vitest'
import {
  about,
  by,
  connects,
  event,
  given,
  inFullSession,
  loses,
  type Step,
  sendsBack,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'

const shows = (who: string | null): Step => by('chair', 'stage.spotlight', { participantId: who })
const spotlight = (expected: string | null) => (state: SessionState) => expect(state.stage.spotlight).toBe(expected)

describe('the spotlight', () => {
  it.each(['chair', 'secretary'])('is set by the %s, visible to all in the room', (who) => {
    given(inFullSession, sendsBack('citizen2'))
      .when(who, 'stage.spotlight', { participantId: 'siteA' })
      .gives(event('stage.spotlighted', { participantId: 'siteA' }))
      .leaves(spotlight('siteA'))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'observer1')
  })

  it('moves from one participant to another, and can be removed', () => {
    given(inFullSession, shows('siteA'))
      .when('chair', 'stage.spotlight', { participantId: 'siteB' })
      .leaves(spotlight('siteB'))
    given(inFullSession, shows('siteA'))
      .when('chair', 'stage.spotlight', { participantId: null })
      .gives(event('stage.spotlighted', { participantId: null }))
      .leaves(spotlight(null))
  })

  it('writes nothing when unchanged', () => {
    given(inFullSession, shows('siteA')).when('secretary', 'stage.spotlight', { participantId: 'siteA' }).givesNothing()
    given(inFullSession).when('chair', 'stage.spotlight', { participantId: null }).givesNothing()
  })

  it.each([
    ['lost', given(inFullSession, loses('siteA')), 'siteA'],
    ['in the waiting room', given(inFullSession, sendsBack('citizen1')), 'citizen1'],
    ['a stranger', given(inFullSession), 'guest'],
  ])('is rejected for somebody who is %s', (_where, session, participantId) => {
    session.when('chair', 'stage.spotlight', { participantId }).isRejected('stage.not-present')
  })

  it('is rejected for site operators', () => {
    given(inFullSession).when('siteA', 'stage.spotlight', { participantId: 'siteA' }).isRejected('forbidden')
  })

  it.each([
    ['leaves', 'siteA', 'admission.leave', {}],
    ['is removed', 'chair', 'admission.remove', about('siteA')],
    ['is sent back to the waiting room', 'chair', 'admission.returnToWaiting', about('siteA')],
  ] as const)('ends when its participant %s', (_what, who, type, data) => {
    given(inFullSession, shows('siteA')).when(who, type, data).leaves(spotlight(null))
    given(inFullSession, shows('siteB')).when(who, type, data).leaves(spotlight('siteB'))
  })

  it('is kept for a participant whose connection is lost', () => {
    given(inFullSession, shows('siteA'), loses('siteA'), connects('siteA', 'phone'))
      .when('chair', 'stage.spotlight', { participantId: 'siteA' })
      .givesNothing()
  })
})

describe('the layout', () => {
  const lays = (layout: 'wall' | 'sides' | null) => by('chair', 'stage.setLayout', { layout })
  const layout = (expected: string | null) => (state: SessionState) => expect(state.stage.layout).toBe(expected)

  it.each(['chair', 'secretary'])('is set for all by the %s, and can be left to each viewer again', (who) => {
    given(inFullSession)
      .when(who, 'stage.setLayout', { layout: 'wall' })
      .gives(event('stage.layoutSet', { layout: 'wall' }))
      .leaves(layout('wall'))
    given(inFullSession, lays('sides')).when(who, 'stage.setLayout', { layout: null }).leaves(layout(null))
    given(inFullSession, lays('wall')).when(who, 'stage.setLayout', { layout: 'wall' }).givesNothing()
  })

  it('is rejected for site operators, and does not change with the spotlight', () => {
    given(inFullSession).when('siteA', 'stage.setLayout', { layout: 'wall' }).isRejected('forbidden')
    given(inFullSession, lays('sides'), shows('siteA')).when('siteA', 'admission.leave', {}).leaves(layout('sides'))
  })
})
