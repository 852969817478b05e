import { describe, expect, it } from 'vitest'
import { ItemId } from '../../../../../shared/kernel/ids.ts'
import { contentOf, draftOf, emptyDraft, itemIdOf, merged, placeOf, withPhrase } from './entry-draft.ts'

describe('the draft of an entry of the minutes', () => {
  it('can be sent once it has text', () => {
    expect(contentOf({ ...emptyDraft, text: '   ' })).toBeNull()
    expect(contentOf({ ...emptyDraft, text: ' Thống nhất ' })).toEqual({ kind: 'note', text: 'Thống nhất' })
  })

  it('needs a unit when it is an assignment; the due date is optional', () => {
    const draft = { ...emptyDraft, kind: 'assignment' as const, text: 'Báo cáo kết quả' }
    expect(contentOf(draft)).toBeNull()
    expect(contentOf({ ...draft, unit: 'UBND phường' })).toMatchObject({ unit: 'UBND phường', dueOn: null })
    expect(contentOf({ ...draft, unit: 'UBND phường', dueOn: '2026-12-01' })).toMatchObject({ dueOn: '2026-12-01' })
  })

  it('has one supporting unit per line', () => {
    const draft = { ...emptyDraft, kind: 'assignment' as const, text: 'Rà soát', unit: 'Thanh tra' }
    expect(contentOf({ ...draft, supportingUnits: 'Sở Tài chính\n\n UBND phường \n' })).toMatchObject({
      supportingUnits: ['Sở Tài chính', 'UBND phường'],
      ground: null,
    })
  })

  it('drops the unit when an assignment becomes a decision', () => {
    const draft = { ...emptyDraft, kind: 'decision' as const, text: 'Đồng ý', unit: 'Sở Xây dựng', dueOn: '2026-12-01' }
    expect(contentOf(draft)).toEqual({ kind: 'decision', text: 'Đồng ý' })
  })

  it('is restored from the sent content when edited again', () => {
    const content = {
      kind: 'assignment' as const,
      text: 'Rà soát',
      unit: 'Thanh tra',
      supportingUnits: ['Sở Tài chính', 'UBND phường'],
      ground: 'Kế hoạch 45',
      dueOn: null,
    }
    const itemId = ItemId.parse('item1')
    expect(contentOf(draftOf({ content, itemId }))).toEqual(content)
    expect(itemIdOf(draftOf({ content, itemId }).place)).toBe(itemId)
  })

  it('belongs to the running item, a chosen one, or none', () => {
    expect(itemIdOf(emptyDraft.place)).toBeUndefined()
    expect(itemIdOf(placeOf(null))).toBeNull()
    // An id may read like the other choices.
    expect(itemIdOf(placeOf(ItemId.parse('none')))).toBe('none')
  })
})

describe('merging two versions of an entry', () => {
  const theirs = { ...emptyDraft, kind: 'assignment' as const, text: 'Báo cáo.', unit: 'Sở Y tế', dueOn: '2026-12-01' }
  const mine = { ...theirs, text: 'Báo cáo bằng văn bản.', unit: 'Sở Tài chính', supportingUnits: 'UBND xã' }

  it('keeps both texts completely', () => {
    expect(merged(theirs, mine)).toEqual({
      ...theirs,
      text: 'Báo cáo.\nBáo cáo bằng văn bản.',
      unit: 'Sở Tài chính',
      supportingUnits: 'UBND xã',
    })
  })

  it('does not duplicate equal texts', () => {
    expect(merged(theirs, theirs)).toEqual(theirs)
  })
})

describe('inserting a phrase', () => {
  it('appends it with a space', () => {
    expect(withPhrase('', 'Thống nhất.')).toBe('Thống nhất.')
    expect(withPhrase('Đã rõ.', 'Thống nhất.')).toBe('Đã rõ. Thống nhất.')
    expect(withPhrase('Đã rõ.\n', 'Thống nhất.')).toBe('Đã rõ.\nThống nhất.')
  })
})
