import { describe, expect, it } from 'vitest'
import { by, closes, event, given, inFullSession } from '../../../tests/harness/given.ts'
import { needed, type QuorumRule } from './contract.ts'

const twoThirds = { of: 'delegates', bound: 'atLeast', numerator: 2, denominator: 3 } as const
const moreThanHalf = { of: 'sites', bound: 'moreThan', numerator: 1, denominator: 2 } as const

describe('the rule of the quorum', () => {
  it('is set by an account or by staff, and can be removed', () => {
    given()
      .when('clerk', 'quorum.setRule', { rule: twoThirds })
      .gives(event('quorum.ruleSet', { rule: twoThirds }))
    given(by('clerk', 'quorum.setRule', { rule: twoThirds }), inFullSession)
      .when('secretary', 'quorum.setRule', { rule: null })
      .leaves(({ quorum }) => expect(quorum.rule).toBeNull())
    given(inFullSession).when('siteA', 'quorum.setRule', { rule: null }).isRejected('forbidden')
  })

  it('is written only when it changes, and cannot change after the session is over', () => {
    const sets = by('chair', 'quorum.setRule', { rule: twoThirds })
    given(inFullSession, sets).when('chair', 'quorum.setRule', { rule: twoThirds }).givesNothing()
    given(inFullSession, closes).when('chair', 'quorum.setRule', { rule: twoThirds }).isRejected('session.over')
  })

  it('must be a share of at most the whole', () => {
    given(inFullSession)
      .when('chair', 'quorum.setRule', { rule: { ...twoThirds, numerator: 4 } })
      .isRejected('invalid', { field: 'rule' })
  })

  it.each([
    [twoThirds, 120, 80],
    [twoThirds, 7, 5],
    [twoThirds, 0, 0],
    [moreThanHalf, 7, 4],
    [moreThanHalf, 8, 5],
    [moreThanHalf, 0, 0],
    [{ ...moreThanHalf, numerator: 1, denominator: 1 }, 8, 8],
  ] satisfies [QuorumRule, number, number][])('requires, for %o of %i, %i', (rule, total, expected) => {
    expect(needed(rule, total)).toBe(expected)
  })
})
