import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import { placesOf, recipientsDraftOf, recipientsOf, shownRecipients } from './recipients-draft.ts'

const citizen = ParticipantId.parse('citizen1')
const proposed = [
  { participantId: citizen, text: 'Ông/bà Ngô Văn Phúc' },
  { participantId: null, text: 'Sở Tài chính' },
]

describe('the recipients of a paper as they are edited', () => {
  it('are those proposed when nothing is changed: people by their ids, shown by their names', () => {
    const draft = recipientsDraftOf(proposed)
    expect(recipientsOf(draft)).toEqual([{ participantId: citizen }, { text: 'Sở Tài chính' }])
    expect(shownRecipients(draft, proposed)).toEqual(['Ông/bà Ngô Văn Phúc', 'Sở Tài chính'])
  })

  it('leave out who is unticked, and take others in lines', () => {
    const draft = { people: [], places: 'Sở Xây dựng\n' }
    expect(recipientsOf(draft)).toEqual([{ text: 'Sở Xây dựng' }])
    expect(shownRecipients(draft, proposed)).toEqual(['Sở Xây dựng'])
  })

  it('are taken as they are pasted from another paper, without the copy for the file, which stands there anyway', () => {
    expect(placesOf('- Sở Tài chính;\r\n\n– UBND xã Tân Lập;\n- Lưu: VT, NC.')).toEqual([
      'Sở Tài chính',
      'UBND xã Tân Lập',
    ])
  })
})
