import { expect, it } from 'vitest'
import { neighbour } from './caption-draft.ts'

it('the arrow keys cycle through the speakers', () => {
  expect(neighbour(['tự động', 'A', 'B'], 'tự động', 1)).toBe('A')
  expect(neighbour(['tự động', 'A', 'B'], 'B', 1)).toBe('tự động')
  expect(neighbour(['tự động', 'A', 'B'], 'tự động', -1)).toBe('B')
  expect(neighbour(['tự động'], 'đã rời', 1)).toBe('tự động')
})
