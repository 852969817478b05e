import { expect, it } from 'vitest'
import { standingOn } from './dated-rows.ts'

it('a row is in force until the day before the next of its name; of two with one start day the later in the list wins', () => {
  const rows = [
    { name: 'mine', validFrom: '2026-01-01' },
    { name: 'mine', validFrom: '2026-07-01' },
    { name: 'other', validFrom: '2026-03-01' },
    { name: 'mine', validFrom: '2026-07-01' },
    { name: 'mine', validFrom: '2027-01-01' },
  ]
  expect(standingOn(rows, '2026-08-01')).toEqual([
    { state: 'earlier', validTo: '2026-06-30' },
    { state: 'replaced', validTo: null },
    { state: 'inForce', validTo: null },
    { state: 'inForce', validTo: '2026-12-31' },
    { state: 'later', validTo: null },
  ])
})
