import { describe, expect, it } from 'vitest'
import {
  all,
  by,
  given,
  inFullSession,
  opensBallot,
  pageOf,
  proposes,
  type Step,
  type Who,
} from '../../tests/harness/given.ts'
import { codeFor } from '../../tests/harness/session-model.ts'
import { electorateSize, missingVoters, openMotion, ownVote, personIdOf, votersOfSite, votesDue } from './voters.ts'

const marks = (delegateId: string, substituteId: string | null = null): Step =>
  by('secretary', 'rollcall.mark', { delegateId, mark: substituteId ? 'substitute' : 'present', substituteId })
const delegateVotes: Step = by('siteA', 'ballot.cast', {
  motionId: 'budget',
  choice: 0,
  delegate: { delegateId: 'delegate1', code: codeFor('ballot model delegate1 0') },
})
const voting = all(inFullSession, marks('delegate1'), proposes('budget'), opensBallot('budget'))
const pageAfter = (who: Who, ...steps: Step[]) => pageOf(who, given(voting, ...steps).state)
const due = (who: Who, ...steps: Step[]) => votesDue(pageAfter(who, ...steps), who as never)

describe('the votes due at a page', () => {
  it('are its own vote and those of the delegates of its site who are marked present', () => {
    expect(due('chair')).toBe(1)
    expect(due('siteA')).toBe(1)
    expect(due('siteA', marks('delegate2'))).toBe(2)
    expect(due('siteB')).toBe(0)
    expect(due('secretary')).toBe(0)
  })

  it('are none after they were cast, or without a ballot', () => {
    expect(due('siteA', delegateVotes)).toBe(0)
    expect(due('chair', by('chair', 'ballot.cast', { motionId: 'budget', choice: 0, delegate: null }))).toBe(0)
    expect(votesDue(pageOf('chair', given(inFullSession, proposes('budget')).state), 'chair' as never)).toBe(0)
  })
})

it('a site sees which of its delegates may vote and who has voted', () => {
  const state = pageAfter('siteA', delegateVotes)
  const motion = openMotion(state)
  if (!motion) throw new Error('no ballot is open')
  expect(votersOfSite(motion, state, 'branchA' as never)).toMatchObject([
    { delegate: { delegateId: 'delegate1' }, isPresent: true, hasVoted: true },
    { delegate: { delegateId: 'delegate2' }, isPresent: false, hasVoted: false },
  ])
  expect(missingVoters(motion)).toHaveLength(3)
  expect(ownVote(motion, 'siteA' as never)).toBe('notEntitled')
})

it('a substitute votes under their own name', () => {
  const state = pageAfter('chair', marks('delegate2', 'person-deputy'))
  expect(personIdOf('delegate.delegate2' as never, state)).toBe('person-deputy')
  expect(personIdOf('delegate.delegate1' as never, state)).toBe('person-delegate1')
  expect(personIdOf('participant.chair' as never, state)).toBe('person-chair')
})

it('an electorate counts each person once', () => {
  const state = pageAfter(
    'chair',
    by('secretary', 'sites.addDelegate', { siteId: 'centre', delegateId: 'd', personId: 'person-chair' }),
  )
  expect(electorateSize(state, { delegates: true, participantIds: ['chair', 'siteA'] })).toBe(5)
  expect(electorateSize(state, { delegates: false, participantIds: [] })).toBe(0)
})
