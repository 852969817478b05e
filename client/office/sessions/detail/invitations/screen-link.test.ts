import { expect, it } from 'vitest'
import { screenLink } from './screen-link.ts'

it('the link of a second screen adds display=wall to the participant link', () => {
  expect(screenLink('https://diemcau.gov.vn/join#abc.def')).toBe('https://diemcau.gov.vn/join?display=wall#abc.def')
})
