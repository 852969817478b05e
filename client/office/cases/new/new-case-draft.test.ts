import { describe, expect, it } from 'vitest'
import { NewCase } from '../../../../shared/wire/casework/cases.ts'
import { fieldOf, newCaseOf, nextDraft, nobody, petitionDraftOf } from './new-case-draft.ts'

const today = '2026-11-25'
const words = { subject: 'Xin cấp đổi giấy chứng nhận', content: 'Đề nghị xem xét.' }

describe('the draft of a petition', () => {
  it('omits empty fields when sent', () => {
    const sent = newCaseOf({
      ...nextDraft(today),
      ...words,
      person: { ...nobody, name: ' Đỗ Văn Bảy ', phone: '0912 345 678' },
    })
    expect(NewCase.parse(sent)).toMatchObject({
      receivedOn: today,
      writtenOn: null,
      reception: null,
      petitioners: [{ name: 'Đỗ Văn Bảy', phone: '+84912345678', address: null, identity: null }],
    })
  })

  it('has no petitioner only if the officer chose “unnamed”; otherwise the name is required', () => {
    const unnamed = { ...nextDraft(today), ...words, sender: 'unnamed', hasRepresentative: true } as const
    expect(newCaseOf(unnamed)).toMatchObject({ petitioners: [], representative: null })
    const forgotten = NewCase.safeParse(newCaseOf({ ...nextDraft(today), ...words }))
    expect(forgotten.error?.issues.map(({ path }) => fieldOf(path))).toEqual(['person.name'])
  })

  it('contains the representative, with faults at its own fields', () => {
    const draft = {
      ...nextDraft(today),
      ...words,
      person: { ...nobody, name: 'Đỗ Văn Bảy' },
      signers: 7,
      hasRepresentative: true,
      representative: { ...nobody, name: 'Trần Thị Lan', paperNumber: '123' },
    }
    const faults = NewCase.safeParse(newCaseOf(draft)).error?.issues.map(({ path }) => fieldOf(path))
    expect(faults).toEqual(['representative.paperNumber'])
    draft.representative.paperNumber = '001082000123'
    expect(NewCase.parse(newCaseOf(draft))).toMatchObject({ signers: 7, representative: { name: 'Trần Thị Lan' } })
  })

  it('is compared by the data of the petitioner, and by none if unnamed', () => {
    const person = { ...nobody, name: 'Đỗ Văn Bảy', address: 'Thôn 3', phone: '0912345678' }
    const draft = { ...nextDraft(today), ...words, person }
    expect(petitionDraftOf(draft)).toMatchObject({ people: ['0912345678'], name: 'Đỗ Văn Bảy', address: 'Thôn 3' })
    expect(petitionDraftOf({ ...draft, sender: 'unnamed' })).toMatchObject({ people: [], name: '', address: '' })
  })

  it('from a reception contains its day; the next draft keeps way and day, but not the person', () => {
    const draft = {
      ...nextDraft(today),
      ...words,
      way: 'reception' as const,
      ticket: 'A012',
      person: { ...nobody, name: 'Đỗ Văn Bảy' },
    }
    expect(newCaseOf(draft).reception).toEqual({ day: today, sessionId: null, ticket: 'A012' })
    expect(nextDraft('2026-11-26', draft)).toEqual({ ...nextDraft(today), way: 'reception' })
  })

  it('reports each fault at its field', () => {
    const sent = newCaseOf({
      ...nextDraft(today),
      ...words,
      person: { ...nobody, phone: '12', paperNumber: '123' },
      signers: 0,
      receivedOn: '2026-02-30',
      writtenOn: '',
    })
    const issues = NewCase.safeParse(sent).error?.issues ?? []
    expect(issues.map(({ path }) => fieldOf(path)).sort()).toEqual([
      'person.name',
      'person.paperNumber',
      'person.phone',
      'receivedOn',
      'signers',
    ])
  })
})
