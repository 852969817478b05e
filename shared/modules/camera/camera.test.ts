import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  event,
  given,
  inFullSession,
  later,
  leaves,
  loses,
  minutes,
  type Step,
  seconds,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'

const requires = by('chair', 'camera.setRule', { isRequired: true })
const off = (participantId: string, since = start): Step => by('system', 'camera.noteOff', { participantId, since })
const gaps = ({ camera }: SessionState) => camera.gaps

describe('the rule that cameras must stay on', () => {
  it('is set by an account or by staff', () => {
    given()
      .when('clerk', 'camera.setRule', { isRequired: true })
      .gives(event('camera.ruleSet', { isRequired: true }))
    given(inFullSession, requires).when('secretary', 'camera.setRule', { isRequired: true }).givesNothing()
    given(inFullSession).when('siteA', 'camera.setRule', { isRequired: true }).isRejected('forbidden')
    given(inFullSession, closes).when('chair', 'camera.setRule', { isRequired: true }).isRejected('session.over')
  })

  it('records a gap from the last picture to the next', () => {
    given(inFullSession, requires, later(minutes(5)), off('siteA', start + minutes(4)), later(minutes(2)))
      .when('system', 'camera.noteOn', { participantId: 'siteA' })
      .gives(event('camera.cameBack', { participantId: 'siteA' }))
      .leaves((state) =>
        expect(gaps(state)).toEqual([{ participantId: 'siteA', from: start + minutes(4), to: start + minutes(7) }]),
      )
  })

  it('records each gap once', () => {
    given(inFullSession, requires, off('siteA'))
      .when('system', 'camera.noteOff', { participantId: 'siteA', since: start })
      .givesNothing()
    given(inFullSession, requires).when('system', 'camera.noteOn', { participantId: 'siteA' }).givesNothing()
  })

  it.each([
    ['without the rule', given(inFullSession)],
    ['before the opening', given(staffAndSitesArrive, requires)],
    ['in a break', given(inFullSession, requires, suspends)],
    ['of somebody who is not here', given(inFullSession, requires, loses('siteA'))],
  ])('records no gap %s', (_when, session) => {
    session.when('system', 'camera.noteOff', { participantId: 'siteA', since: start }).givesNothing()
  })

  it.each([
    ['the person leaves', leaves('siteA')],
    ['the connection is lost', loses('siteA')],
    ['the session is suspended', suspends],
    ['the session is closed', closes],
    ['the rule is taken back', by('chair', 'camera.setRule', { isRequired: false })],
  ])('ends the gap when %s', (_what, step) => {
    const { state } = given(inFullSession, requires, off('siteA'), later(seconds(40)), step)
    expect(gaps(state)).toEqual([{ participantId: 'siteA', from: start, to: start + seconds(40) }])
  })
})
