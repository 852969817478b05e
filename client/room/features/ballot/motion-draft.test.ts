import { describe, expect, it } from 'vitest'
import { ballot } from '../../../../shared/modules/ballot/contract.ts'
import { type MotionDraft, NO_QUORUM, proposalOf, shares } from './motion-draft.ts'

const draft: MotionDraft = {
  text: ' Thông qua nghị quyết ',
  itemId: null,
  isChoice: false,
  options: '',
  isSecret: true,
  delegates: true,
  participantIds: [],
  majority: 'half',
  of: 'present',
  quorum: 'twoThirds',
}
const propose = (changes: Partial<MotionDraft> = {}) => proposalOf('motion' as never, { ...draft, ...changes })

describe('the draft of a motion', () => {
  it('becomes a proposal that the server accepts', () => {
    expect(propose()).toMatchObject({
      text: 'Thông qua nghị quyết',
      options: null,
      majority: { of: 'present', bound: 'moreThan', numerator: 1, denominator: 2 },
      quorum: { bound: 'atLeast', numerator: 2, denominator: 3 },
    })
    for (const majority of Object.keys(shares))
      for (const quorum of [NO_QUORUM, ...Object.keys(shares)])
        expect(ballot.commands.propose.data.safeParse(propose({ majority, quorum })).success).toBe(true)
  })

  it('reads options one per line', () => {
    expect(propose({ isChoice: true, options: 'Phương án 1\n\n Phương án 2 \n' })?.options).toEqual([
      'Phương án 1',
      'Phương án 2',
    ])
  })

  it.each([
    ['no text', { text: '  ' }],
    ['one option', { isChoice: true, options: 'Một' }],
    ['two options that are the same', { isChoice: true, options: 'Một\nMột' }],
    ['nine options', { isChoice: true, options: '1\n2\n3\n4\n5\n6\n7\n8\n9' }],
  ])('is not sent with %s', (_what, changes) => {
    expect(propose(changes)).toBeNull()
  })
})
