import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../../../../../shared/kernel/ids.ts'
import type { IssueProposal } from '../../../../../shared/wire/papers/issuing.ts'
import { issueDraftOf, wishOf } from './issue-draft.ts'

const signatory = {
  name: 'Lê Minh Đức',
  signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Trưởng ban' },
} as const
const citizen = ParticipantId.parse('citizen1')
const proposal: IssueProposal = {
  signatory,
  recipients: [
    { participantId: citizen, text: 'Ông/bà Ngô Văn Phúc' },
    { participantId: null, text: 'Sở Tài chính' },
  ],
}

describe('the draft of an issue', () => {
  it('sends the proposal when unchanged: people as ids, never as names', () => {
    expect(wishOf('conclusions', issueDraftOf(proposal))).toEqual({
      paper: 'conclusions',
      signatory,
      recipients: [{ participantId: citizen }, { text: 'Sở Tài chính' }],
    })
  })

  it('of minutes has recipients and no signatory', () => {
    expect(wishOf('minutes', issueDraftOf({ ...proposal, signatory: null }))).toEqual({
      paper: 'minutes',
      recipients: [{ participantId: citizen }, { text: 'Sở Tài chính' }],
    })
  })

  it('of a notice is incomplete without a signatory', () => {
    expect(wishOf('conclusions', issueDraftOf({ ...proposal, signatory: null }))).toBeNull()
  })

  it('is incomplete with a recipient that is too long', () => {
    expect(wishOf('minutes', { ...issueDraftOf(proposal), places: 'Sở '.repeat(200) })).toBeNull()
  })
})
