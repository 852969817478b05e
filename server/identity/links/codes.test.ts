import { expect, it } from 'vitest'
import { createCodes } from './codes.ts'

const codeFor = createCodes(Buffer.alloc(32, 1))

it('a code has eight digits, is the same each time, and differs for each subject', () => {
  const subjects = Array.from({ length: 2000 }, (_, index) => `delegate ${index}`)
  const codes = subjects.map(codeFor)
  expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true)
  expect(codes).toEqual(subjects.map(codeFor))
  // Among 2,000 of 10^8 a pair is rarer than one run in forty; these inputs have none.
  expect(new Set(codes).size).toBe(codes.length)
})

it('a code differs between installations', () => {
  expect(createCodes(Buffer.alloc(32, 2))('delegate')).not.toBe(codeFor('delegate'))
})
