import { expect, it } from 'vitest'
import { screenLink } from './screen-link.ts'

it('a second screen opens the same link as a wall', () => {
  expect(screenLink('https://diemcau.gov.vn/join#abc.def')).toBe('https://diemcau.gov.vn/join?display=wall#abc.def')
})
