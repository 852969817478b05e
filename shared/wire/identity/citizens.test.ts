import { describe, expect, it } from 'vitest'
import { IdentityPaper, Phone } from './citizens.ts'

describe('a telephone number', () => {
  it.each([
    ['0912 345 678', '+84912345678'],
    ['(024) 3825-1234', '+842438251234'],
    ['+84 912.345.678', '+84912345678'],
    ['0085 620 9876 5432', '+8562098765432'],
  ])('%s is kept as %s', (typed, kept) => expect(Phone.parse(typed)).toBe(kept))

  it.each(['', '12', '0912 34', '0912 345 6', '0912 345 678 90', 'không có', '+84 912 345 678 901 234', '٠٩١٢٣٤٥٦٧٨'])(
    '%s is none',
    (typed) => expect(Phone.safeParse(typed).success).toBe(false),
  )
})

describe('a paper of identity', () => {
  const issue = { issuedOn: null, issuedBy: null }
  it.each([
    ['citizenCard', '001 082 000 123', '001082000123'],
    ['oldIdentityCard', '012 345 678', '012345678'],
    ['passport', 'c1234567', 'C1234567'],
  ] as const)('%s %s has the number %s', (kind, typed, number) =>
    expect(IdentityPaper.parse({ kind, number: typed, ...issue })).toMatchObject({ number }),
  )

  it.each([
    ['citizenCard', '012345678'],
    ['citizenCard', '00108200012O'],
    ['oldIdentityCard', '001082000123'],
    ['passport', 'C-12'],
  ] as const)('%s has no number %s', (kind, number) =>
    expect(IdentityPaper.safeParse({ kind, number, ...issue }).success).toBe(false),
  )

  it('was not issued on a day that never was', () =>
    expect(
      IdentityPaper.safeParse({ kind: 'passport', number: 'C1234567', issuedOn: '2021-02-30', issuedBy: null }).success,
    ).toBe(false))
})
