import { describe, expect, it } from 'vitest'
import { fold } from '../../../shared/search/words.ts'
import { compareNames, matchesSearch } from './fold.ts'

describe('search without diacritics', () => {
  it('folds stacked diacritics, đ and capitals', () => {
    expect(fold('Nguyễn Đức Tường Ớt')).toBe('nguyen duc tuong ot')
  })

  it('folds decomposed text the same way', () => {
    expect(fold('Nguyễn'.normalize('NFD'))).toBe(fold('Nguyễn'.normalize('NFC')))
  })

  it.each(['nguyen', 'NGUYỄN', 'an nguyen', 'hòa', 'ng v a', ''])('finds “Nguyễn Văn An Hoà” by “%s”', (query) => {
    expect(matchesSearch('Nguyễn Văn An Hoà', query)).toBe(true)
  })

  it.each(['guyen', 'binh', 'nguyen binh'])('does not find “Nguyễn Văn An” by “%s”', (query) => {
    expect(matchesSearch('Nguyễn Văn An', query)).toBe(false)
  })
})

describe('sorting of names', () => {
  it('uses the given name first, in the order A Ă Â B D Đ', () => {
    const names = ['Lê Văn Đức', 'Trần Thị Ân', 'Nguyễn Văn An', 'Phạm Bình', 'Vũ Dung', 'Bùi An']
    expect(names.sort(compareNames)).toEqual([
      'Bùi An',
      'Nguyễn Văn An',
      'Trần Thị Ân',
      'Phạm Bình',
      'Vũ Dung',
      'Lê Văn Đức',
    ])
  })
})
