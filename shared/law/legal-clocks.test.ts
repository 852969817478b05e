import { describe, expect, it } from 'vitest'
import { clockRows } from './clock-rows.ts'
import { type ClockRow, clockNames, isToBeChecked, rowOn, variantFor } from './legal-clocks.ts'

const acceptance = (day: string) => rowOn(clockRows, 'complaintAcceptance', day)

describe('the rows of legal deadlines', () => {
  it.each(clockNames)('have a source and a start day: %s', (clock) => {
    const rows = clockRows.filter((row) => row.clock === clock)
    expect(rows).not.toHaveLength(0)
    for (const { source, validFrom, variants } of rows) {
      expect(source).toMatch(/Điều \d+ (Luật|Nghị định)/)
      expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(variants[0].when).toEqual([])
    }
  })

  it('for accepting a complaint are ten days, and seven working days from 1 July 2026', () => {
    expect(acceptance('2026-06-30')).toMatchObject({ unit: 'days', variants: [{ amount: 10 }] })
    expect(acceptance('2026-07-01')).toMatchObject({ unit: 'workingDays', variants: [{ amount: 7 }] })
  })

  it('do not exist before the first law in the table', () => {
    expect(acceptance('2010-01-01')).toBeUndefined()
    expect(rowOn(clockRows, 'petitionTakenUp', '2026-06-30')).toBeUndefined()
  })

  it('are marked for checking where the text in force was not read', () => {
    const of = (day: string) => isToBeChecked(acceptance(day) as ClockRow)
    expect(of('2026-07-01')).toBe(false)
    expect(of('2026-06-30')).toBe(true)
    expect(isToBeChecked(rowOn(clockRows, 'citizenAnswer', '2026-07-01') as ClockRow)).toBe(true)
  })

  it('with the same start day: the one added last wins', () => {
    const own = { ...(acceptance('2026-07-01') as ClockRow), source: 'Điều 1 Nghị định mới', validFrom: '2026-07-01' }
    expect(rowOn([...clockRows, own], 'complaintAcceptance', '2026-07-02')?.source).toBe('Điều 1 Nghị định mới')
    const later = { ...own, validFrom: '2027-01-01' }
    expect(rowOn([later, ...clockRows], 'complaintAcceptance', '2026-12-31')?.source).toContain('124/2020')
    expect(rowOn([later, ...clockRows], 'complaintAcceptance', '2027-01-01')?.source).toBe('Điều 1 Nghị định mới')
  })

  it('give more time for circumstances, by the variant that names all of them', () => {
    const row = rowOn(clockRows, 'complaintResolution', '2026-11-24') as ClockRow
    const amount = (...found: Parameters<typeof variantFor>[1]) => variantFor(row, found).amount
    expect([amount(), amount('complex'), amount('remote'), amount('complex', 'remote')]).toEqual([30, 45, 45, 60])
  })
})
