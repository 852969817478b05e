import { expect, it } from 'vitest'
import { unitRows } from './unit-rows.ts'

it('lists each unit once that is in charge or has an address; those without an address first', () => {
  const conclusions = [
    { unit: 'Sở Y tế', unitEmail: null, status: 'open' },
    { unit: 'Đài Phát thanh', unitEmail: 'dai@example.gov.vn', status: 'accepted' },
    { unit: 'sở y  tế', unitEmail: null, status: 'reported' },
    { unit: 'Công an', unitEmail: null, status: 'accepted' },
  ] as const
  const book = [
    { name: 'Đài Phát thanh', email: 'dai@example.gov.vn' },
    { name: 'Ban Tiếp công dân', email: 'tcd@example.gov.vn' },
  ]
  expect(unitRows(conclusions, book)).toEqual([
    { name: 'sở y  tế', email: null },
    { name: 'Ban Tiếp công dân', email: 'tcd@example.gov.vn' },
    { name: 'Đài Phát thanh', email: 'dai@example.gov.vn' },
  ])
})
