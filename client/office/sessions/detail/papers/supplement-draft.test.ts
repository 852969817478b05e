import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../../../../../shared/kernel/ids.ts'
import { supplementDraftOf, supplementWishOf } from './supplement-draft.ts'

const citizen = ParticipantId.parse('citizen1')
const signatory = {
  name: 'Lê Minh Đức',
  signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Trưởng ban' },
} as const
const recipients = [
  { participantId: citizen, text: 'Ông/bà Ngô Văn Phúc' },
  { participantId: null, text: 'Sở Tài chính' },
]
const typed = { text: ' Sửa thành 120 m² ', reason: 'Ghi nhầm ' }
const supplementId = '019b0000-0000-7000-8000-000000000001'

describe('the draft of a supplement', () => {
  it('uses recipients and signatory of the minutes by default', () => {
    expect(supplementWishOf(supplementId, { ...supplementDraftOf({ signatory, recipients }), ...typed })).toEqual({
      ...{ supplementId, kind: 'addition', text: 'Sửa thành 120 m²', reason: 'Ghi nhầm', signatory },
      recipients: [{ participantId: citizen }, { text: 'Sở Tài chính' }],
    })
  })

  it('is incomplete while something is missing or a recipient is too long', () => {
    const whole = { ...supplementDraftOf({ signatory, recipients }), ...typed }
    for (const wrong of [
      { text: ' ' },
      { reason: '' },
      { signer: { ...whole.signer, name: '' } },
      { places: 'Sở '.repeat(200) },
    ])
      expect(supplementWishOf(supplementId, { ...whole, ...wrong })).toBeNull()
  })
})
