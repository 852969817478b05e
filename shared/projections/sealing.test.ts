import { describe, expect, it } from 'vitest'
import { by, closes, given, inFullSession, type Step, seals, waives } from '../../tests/harness/given.ts'
import { sealingMoment } from '../law/sealing-clocks.ts'
import { calendarDayOf, calendarOf } from '../law/working-days.ts'
import { isToBeSealed, sealingFacts, sealingMoments } from './sealing.ts'

const at = (day: string) => Date.parse(`${day}T10:00:00+07:00`)
const ordinary = calendarOf([])
const dayMs = 24 * 60 * 60_000
const signs = (participantId: string) => by('system', 'approval.sign', { participantId, sha256: 'a'.repeat(64) })
const issues = by('system', 'approval.issue', { paper: 'minutes', number: 1, year: 2026, byParticipantId: null })
const factsAfter = (...steps: Step[]) => {
  const facts = sealingFacts(given(inFullSession, closes, ...steps).state)
  if (!facts) throw new Error('not closed, or sealed')
  return facts
}

describe('automatic sealing of a closed session', () => {
  it('does not happen while the minutes are neither issued nor waived, however long ago it was closed', () => {
    const facts = factsAfter()
    expect(sealingMoments(facts, ordinary).sealsAt).toBeNull()
    expect(isToBeSealed(facts, ordinary, facts.closedAt + 3650 * dayMs)).toBe(false)
  })

  it.each([
    ['they are waived', [waives]],
    ['they are issued', [signs('secretary'), signs('chair'), issues]],
  ] as const)('happens some working days after %s', (_what, steps) => {
    const facts = factsAfter(...steps)
    const { sealsAt } = sealingMoments(facts, ordinary)
    expect(sealsAt).toBe(sealingMoment('sealing', facts.settledAt ?? 0, ordinary))
    expect(isToBeSealed(facts, ordinary, (sealsAt ?? 0) - 1)).toBe(false)
    expect(isToBeSealed(facts, ordinary, sealsAt ?? 0)).toBe(true)
  })

  it('does not happen during a correction of the minutes, nor after a signature has cancelled the waiver', () => {
    const corrected = [
      signs('secretary'),
      signs('chair'),
      issues,
      by('secretary', 'approval.beginCorrection', { reason: 'Thiếu tên' }),
    ]
    expect(factsAfter(...corrected).settledAt).toBeNull()
    expect(factsAfter(waives, signs('secretary')).settledAt).toBeNull()
  })

  it('skips weekends and days off, by the calendar at the time of the check', () => {
    const facts = { closedAt: at('2026-04-24'), settledAt: at('2026-04-27') }
    const day = (calendar = ordinary) => calendarDayOf(sealingMoments(facts, calendar).sealsAt ?? 0)
    expect(day()).toBe('2026-05-04')
    expect(day(calendarOf(['2026-04-30', '2026-05-01']))).toBe('2026-05-06')
  })

  it('uses the row in force on that day', () => {
    const rows = [
      { clock: 'sealing', workingDays: 5, validFrom: '2026-01-01' },
      { clock: 'sealing', workingDays: 10, validFrom: '2026-06-01' },
    ] as const
    expect(calendarDayOf(sealingMoment('sealing', at('2026-05-29'), ordinary, rows))).toBe('2026-06-05')
    expect(calendarDayOf(sealingMoment('sealing', at('2026-06-01'), ordinary, rows))).toBe('2026-06-15')
  })

  it('applies to closed sessions only', () => {
    expect(sealingFacts(given(inFullSession).state)).toBeNull()
    expect(sealingFacts(given(inFullSession, closes, seals).state)).toBeNull()
  })
})
