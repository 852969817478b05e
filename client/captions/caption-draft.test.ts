import { expect, it } from 'vitest'
import { longestCaption } from '../../shared/wire/captions.ts'
import { asOneLine, cutWhereFull, neighbour } from './caption-draft.ts'

it('a line that becomes too long is finished between two words, and the typist goes on', () => {
  const words = 'ủy ban nhân dân '.repeat(20)
  const { finished, rest } = cutWhereFull(words)
  expect(finished?.length).toBeLessThanOrEqual(longestCaption)
  expect(`${finished} ${rest}`).toBe(words)
  expect(cutWhereFull('Kính thưa hội nghị')).toEqual({ finished: null, rest: 'Kính thưa hội nghị' })
  expect(cutWhereFull('a'.repeat(longestCaption + 5))).toEqual({ finished: 'a'.repeat(longestCaption), rest: 'aaaaa' })
})

it('what is pasted becomes one line', () => {
  expect(asOneLine('một\r\nhai\tba')).toBe('một hai ba')
})

it('the keys go through the speakers and around', () => {
  expect(neighbour(['tự động', 'A', 'B'], 'tự động', 1)).toBe('A')
  expect(neighbour(['tự động', 'A', 'B'], 'B', 1)).toBe('tự động')
  expect(neighbour(['tự động', 'A', 'B'], 'tự động', -1)).toBe('B')
  expect(neighbour(['tự động'], 'đã rời', 1)).toBe('tự động')
})
