import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  connect,
  connects,
  given,
  later,
  leaves,
  loses,
  minutes,
  opens,
  type Step,
  seconds,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../tests/harness/given.ts'
import { aggregate } from '../../tests/harness/session-model.ts'
import { followQuorum, lostSiteGraceMs, presence, quorumOf } from './quorum.ts'

const marks = (who: string, delegateId: string, mark: 'present' | 'late' | 'absentWithLeave' | 'leftEarly'): Step =>
  by(who, 'rollcall.mark', { delegateId, mark, substituteId: null })
const ofSites = by('clerk', 'quorum.setRule', {
  rule: { of: 'sites', bound: 'moreThan', numerator: 2, denominator: 3 },
})
const ofDelegates = by('clerk', 'quorum.setRule', {
  rule: { of: 'delegates', bound: 'atLeast', numerator: 2, denominator: 3 },
})
/** [minutes after the start, met?, how many] */
const story = (...steps: Step[]) => {
  const { session } = given(...steps)
  const following = followQuorum()
  let state = aggregate.initial
  for (const commit of session.journal) {
    const before = state
    state = aggregate.evolve(before, commit)
    following.step(before, state, commit.at)
  }
  return following
    .changes(state, session.at)
    .map(({ at, quorum }) => [(at - start) / minutes(1), quorum.isMet, quorum.present])
}

describe('presence for the quorum', () => {
  it('counts sites with a connection, and delegates marked present', () => {
    const { state, session } = given(
      staffAndSitesArrive,
      marks('siteA', 'delegate1', 'present'),
      marks('siteA', 'delegate2', 'absentWithLeave'),
      marks('siteB', 'delegate3', 'late'),
      leaves('siteB'),
    )
    expect(presence(state, session.at)).toEqual({ sites: 3, sitesPresent: 2, delegates: 3, delegatesPresent: 1 })
  })

  it('does not count a delegate who left early', () => {
    const { state, session } = given(connect('siteA', 'chair'), marks('siteA', 'delegate1', 'leftEarly'))
    expect(presence(state, session.at).delegatesPresent).toBe(0)
  })

  it('counts a site for one minute after its connection is lost', () => {
    const { state } = given(staffAndSitesArrive, loses('siteA'))
    expect(presence(state, start + lostSiteGraceMs - 1).sitesPresent).toBe(3)
    expect(presence(state, start + lostSiteGraceMs).sitesPresent).toBe(2)
  })
})

describe('the quorum', () => {
  it('is null without a rule', () => {
    expect(quorumOf(given(staffAndSitesArrive, opens).state, start)).toBeNull()
  })

  it('contains the number present and the number needed', () => {
    const { state } = given(ofDelegates, staffAndSitesArrive, marks('siteA', 'delegate1', 'present'))
    expect(quorumOf(state, start)).toMatchObject({ present: 1, total: 3, needed: 2, isMet: false })
  })
})

describe('the changes of the quorum over time', () => {
  it('start with the opening, and list each loss and return', () => {
    const steps = [ofSites, staffAndSitesArrive, later(minutes(1)), opens, later(minutes(5)), leaves('siteA')]
    expect(story(...steps, later(minutes(2)), connects('siteA'), later(minutes(2)), closes)).toEqual([
      [1, true, 3],
      [6, false, 2],
      [8, true, 3],
    ])
  })

  it('ignore a short loss of connection, and date a long one at the end of the grace period', () => {
    const dropped = [ofSites, staffAndSitesArrive, opens, later(minutes(5)), loses('siteA')]
    expect(story(...dropped, later(seconds(30)), connects('siteA'), later(minutes(5)))).toEqual([[0, true, 3]])
    expect(story(...dropped, later(minutes(10)), closes)).toEqual([
      [0, true, 3],
      [6, false, 2],
    ])
    expect(story(...dropped, later(minutes(10)))).toEqual([
      [0, true, 3],
      [6, false, 2],
    ])
  })

  it('ignore a suspension and everything after closing', () => {
    expect(story(ofSites, staffAndSitesArrive, opens, suspends, leaves('siteA'), connects('siteA'))).toEqual([
      [0, true, 3],
    ])
    expect(story(ofSites, staffAndSitesArrive, opens, closes, leaves('siteA'), later(minutes(5)))).toEqual([
      [0, true, 3],
    ])
  })
})
