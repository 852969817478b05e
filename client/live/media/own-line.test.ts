import { expect, it } from 'vitest'
import { wellReport } from '../../../shared/wire/hearing/health-report.fixture.ts'
import { type OwnLine, withReport } from './own-line.ts'

const well = wellReport
const weak = { ...wellReport, downLossPercent: 3 }
const poor = { ...wellReport, upLossPercent: 12 }
const gradesOf = (reports: readonly (typeof well)[]) => {
  let line: OwnLine | null = null
  return reports.map((report) => {
    line = withReport(line, report)
    return line.grade
  })
}

it('warns after ten seconds of trouble, not after a single bad report', () => {
  expect(gradesOf([well, poor, well])).toEqual(['good', 'good', 'good'])
  expect(gradesOf([well, poor, poor])).toEqual(['good', 'good', 'poor'])
  expect(gradesOf([poor, poor])).toEqual(['good', 'poor'])
})

it('ends the warning after fifteen seconds without trouble', () => {
  expect(gradesOf([poor, poor, well, well, well])).toEqual(['good', 'poor', 'poor', 'poor', 'good'])
})

it('does not warn when good and bad reports alternate', () => {
  expect(gradesOf([well, poor, well, poor, well, poor])).not.toContain('poor')
})

it('distinguishes a weak line from a poor one', () => {
  expect(gradesOf([weak, weak, poor, poor]).slice(1)).toEqual(['weak', 'weak', 'poor'])
  expect(gradesOf(Array(2).fill({ ...wellReport, roundTripMs: 500 })).at(-1)).toBe('weak')
  expect(gradesOf(Array(2).fill({ ...wellReport, roundTripMs: 1500 })).at(-1)).toBe('poor')
})

it('does not warn about a slow device, or a narrow line without loss', () => {
  expect(gradesOf(Array(3).fill({ ...wellReport, limitedBy: 'bandwidth' })).at(-1)).toBe('good')
  expect(gradesOf(Array(3).fill({ ...wellReport, limitedBy: 'cpu' })).at(-1)).toBe('good')
})
