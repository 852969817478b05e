import { expect, it } from 'vitest'
import { ReportDefinition } from './definition.ts'
import { standingOn } from './standing.ts'

const definition = (name: string, validFrom: string) =>
  ReportDefinition.parse({
    ...{ name, title: 'Biểu', source: 'Quy chế', mark: 'own', validFrom },
    columns: [{ key: 'all', number: '1', title: 'Số', take: { of: 'register', counts: 'rows', where: {} } }],
  })

it('a definition counts until the day before the next of its name; of two of one day the later in the list counts', () => {
  const all = [
    definition('mine', '2026-01-01'),
    definition('mine', '2026-07-01'),
    definition('other', '2026-03-01'),
    definition('mine', '2026-07-01'),
    definition('mine', '2027-01-01'),
  ]
  expect(standingOn(all, '2026-08-01')).toEqual([
    { state: 'earlier', validTo: '2026-06-30' },
    { state: 'replaced', validTo: null },
    { state: 'inForce', validTo: null },
    { state: 'inForce', validTo: '2026-12-31' },
    { state: 'later', validTo: null },
  ])
})
