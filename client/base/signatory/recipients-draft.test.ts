import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import { placesOf, recipientsDraftOf, recipientsOf, shownRecipients } from './recipients-draft.ts'

const citizen = ParticipantId.parse('citizen1')
const proposed = [
  { participantId: citizen, text: 'Ông/bà Ngô Văn Phúc' },
  { participantId: null, text: 'Sở Tài chính' },
]

describe('the draft of the recipients of a paper', () => {
  it('contains the proposed ones when unchanged: people as ids, shown by name', () => {
    const draft = recipientsDraftOf(proposed)
    expect(recipientsOf(draft)).toEqual([{ participantId: citizen }, { text: 'Sở Tài chính' }])
    expect(shownRecipients(draft, proposed)).toEqual(['Ông/bà Ngô Văn Phúc', 'Sở Tài chính'])
  })

  it('omits unchecked people, and takes other recipients one per line', () => {
    const draft = { people: [], places: 'Sở Xây dựng\n' }
    expect(recipientsOf(draft)).toEqual([{ text: 'Sở Xây dựng' }])
    expect(shownRecipients(draft, proposed)).toEqual(['Sở Xây dựng'])
  })

  it('accepts lines pasted from another paper, without the line for the file copy', () => {
    expect(placesOf('- Sở Tài chính;\r\n\n– UBND xã Tân Lập;\n- Lưu: VT, NC.')).toEqual([
      'Sở Tài chính',
      'UBND xã Tân Lập',
    ])
  })
})
