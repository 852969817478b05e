import { expect, it } from 'vitest'
import { dayInWords } from './days.ts'

it('writes the day before the month in both languages', () => {
  expect(dayInWords('2026-12-07', 'vi')).toBe('Thứ Hai, 07/12/2026')
  expect(dayInWords('2026-12-07', 'en')).toBe('Monday, 07/12/2026')
})
