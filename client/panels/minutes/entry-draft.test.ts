import { describe, expect, it } from 'vitest'
import { contentOf, draftOf, emptyDraft } from './entry-draft.ts'

describe('an entry of the minutes that is being typed', () => {
  it('can be sent once it has words', () => {
    expect(contentOf({ ...emptyDraft, text: '   ' })).toBeNull()
    expect(contentOf({ ...emptyDraft, text: ' Thống nhất ' })).toEqual({ kind: 'note', text: 'Thống nhất' })
  })

  it('needs a unit when it is an assignment; the due date may be left out', () => {
    const draft = { ...emptyDraft, kind: 'assignment' as const, text: 'Báo cáo kết quả' }
    expect(contentOf(draft)).toBeNull()
    expect(contentOf({ ...draft, unit: 'UBND phường' })).toMatchObject({ unit: 'UBND phường', dueOn: null })
    expect(contentOf({ ...draft, unit: 'UBND phường', dueOn: '2026-12-01' })).toMatchObject({ dueOn: '2026-12-01' })
  })

  it('forgets the unit of an assignment that became a decision', () => {
    expect(contentOf({ kind: 'decision', text: 'Đồng ý', unit: 'Sở Xây dựng', dueOn: '2026-12-01' })).toEqual({
      kind: 'decision',
      text: 'Đồng ý',
    })
  })

  it('is what was sent when it is taken up again', () => {
    const content = { kind: 'assignment' as const, text: 'Rà soát', unit: 'Thanh tra', dueOn: null }
    expect(contentOf(draftOf(content))).toEqual(content)
  })
})
