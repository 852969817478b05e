// Working days on the calendar of Vietnam, which keeps one time all year (UTC+7). Holidays are the agency's data.
import { clockOn, type ReadinessGate } from './readiness-clocks.ts'

const dayMs = 24 * 60 * 60 * 1000
const offsetMs = 7 * 60 * 60 * 1000

/** 2026-12-01 */
export const calendarDayOf = (ms: number): string => new Date(ms + offsetMs).toISOString().slice(0, 10)

/** Saturdays, Sundays and the holidays named are none. */
export function isWorkingDay(ms: number, holidays: readonly string[]): boolean {
  const weekday = new Date(ms + offsetMs).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.includes(calendarDayOf(ms))
}

/**
 * The same hour, so many working days earlier. The day of the meeting itself is not counted; how the law counts it we have
 * not found, so this is the stricter reading.
 */
export function workingDaysBefore(ms: number, count: number, holidays: readonly string[]): number {
  let at = ms
  for (let left = count; left > 0; ) {
    at -= dayMs
    if (isWorkingDay(at, holidays)) left--
  }
  return at
}

export type ReadinessDeadlines = Readonly<Record<ReadinessGate, number>>

export function readinessDeadlines(scheduledAt: number, holidays: readonly string[]): ReadinessDeadlines {
  const dueAt = (gate: ReadinessGate): number => {
    const { amount, unit } = clockOn(gate, calendarDayOf(scheduledAt))
    const isInDays = unit === 'workingDays'
    // Nothing is due before time began, however early a forged time is.
    return Math.max(
      0,
      isInDays ? workingDaysBefore(scheduledAt, amount, holidays) : scheduledAt - amount * 60 * 60 * 1000,
    )
  }
  return { notice: dueAt('notice'), connectionTest: dueAt('connectionTest'), allConnected: dueAt('allConnected') }
}
