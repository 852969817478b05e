import { expect, it } from 'vitest'
import { passwordFault } from './password-rules.ts'

const lan = { username: 'lan.tran', displayName: 'Trần Thị Lan' }

it.each([
  ['password1234', 'password-common'],
  ['Password1234!', 'password-common'],
  ['123456789012', 'password-common'],
  ['matkhau12345', 'password-common'],
  ['abcabcabcabc', 'password-repeated'],
  ['lan.tran2026', 'password-own-name'],
  ['Trần Thị Lan 1', 'password-own-name'],
  ['bốn con trâu đi qua cầu', null],
  ['một câu dài dễ nhớ', null],
])('judges “%s” as %s', (password, fault) => {
  expect(passwordFault(password, lan)).toBe(fault)
})
