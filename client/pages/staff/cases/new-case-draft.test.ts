import { describe, expect, it } from 'vitest'
import { NewCase } from '../../../../shared/wire/cases.ts'
import { fieldOf, newCaseOf, nextDraft } from './new-case-draft.ts'

const today = '2026-11-25'
const words = { subject: 'Xin cấp đổi giấy chứng nhận', content: 'Đề nghị xem xét.' }

describe('a petition as it is typed', () => {
  it('is sent without what was left out', () => {
    const sent = newCaseOf({ ...nextDraft(today), ...words, name: ' Đỗ Văn Bảy ', phone: '0912 345 678' })
    expect(NewCase.parse(sent)).toMatchObject({
      receivedOn: today,
      writtenOn: null,
      reception: null,
      petitioners: [{ name: 'Đỗ Văn Bảy', phone: '+84912345678', address: null, identity: null }],
    })
  })

  it('that names nobody has nobody', () => {
    expect(newCaseOf({ ...nextDraft(today), ...words }).petitioners).toEqual([])
  })

  it('from a reception names its day; the next one begins with the same way and day, and nothing of the person', () => {
    const draft = { ...nextDraft(today), ...words, way: 'reception' as const, ticket: 'A012', name: 'Đỗ Văn Bảy' }
    expect(newCaseOf(draft).reception).toEqual({ day: today, sessionId: null, ticket: 'A012' })
    expect(nextDraft('2026-11-26', draft)).toEqual({ ...nextDraft(today), way: 'reception' })
  })

  it('has its faults told at the field where they are', () => {
    const sent = newCaseOf({
      ...nextDraft(today),
      ...words,
      phone: '12',
      paperNumber: '123',
      signers: 0,
      receivedOn: '2026-02-30',
      writtenOn: '',
    })
    const issues = NewCase.safeParse(sent).error?.issues ?? []
    expect(issues.map(({ path }) => fieldOf(path)).sort()).toEqual([
      'name',
      'paperNumber',
      'phone',
      'receivedOn',
      'signers',
    ])
  })
})
