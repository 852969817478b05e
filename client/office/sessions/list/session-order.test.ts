import { expect, it } from 'vitest'
import { byUrgency } from './session-order.ts'

it('lists running sessions, then coming ones by date, then past ones from the latest', () => {
  const session = (status: 'scheduled' | 'open' | 'suspended' | 'closed' | 'sealed', scheduledAt: number) => ({
    status,
    scheduledAt,
  })
  const list = [
    session('sealed', 1),
    session('scheduled', 30),
    session('closed', 5),
    session('scheduled', 20),
    session('open', 10),
  ]
  expect(list.sort(byUrgency).map(({ scheduledAt }) => scheduledAt)).toEqual([10, 20, 30, 5, 1])
})
