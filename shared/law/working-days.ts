// Working days on the calendar of Vietnam, which keeps one time all year (UTC+7). Holidays are the agency's data.
import { clockOn, type ReadinessGate } from './readiness-clocks.ts'

const dayMs = 24 * 60 * 60 * 1000
const offsetMs = 7 * 60 * 60 * 1000

/** 2026-12-01 */
export const calendarDayOf = (ms: number): string => new Date(ms + offsetMs).toISOString().slice(0, 10)

/** The hour of the day, 0 to 23. */
export const hourOf = (ms: number): number => new Date(ms + offsetMs).getUTCHours()

/** When the day 2026-12-01 begins. */
export const startOf = (day: string): number => Date.parse(day) - offsetMs

/** Saturdays, Sundays and the holidays named are none. */
export function isWorkingDay(ms: number, holidays: readonly string[]): boolean {
  const weekday = new Date(ms + offsetMs).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.includes(calendarDayOf(ms))
}

function movedBy(ms: number, step: number, count: number, holidays: readonly string[]): number {
  let at = ms
  for (let left = count; left > 0; ) {
    at += step
    if (isWorkingDay(at, holidays)) left--
  }
  return at
}

/**
 * The same hour, so many working days earlier. The day of the meeting itself is not counted; how the law counts it we have
 * not found, so this is the stricter reading.
 */
export const workingDaysBefore = (ms: number, count: number, holidays: readonly string[]): number =>
  movedBy(ms, -dayMs, count, holidays)

/** The same hour, so many working days later; the day one counts from is not counted. */
export const workingDaysAfter = (ms: number, count: number, holidays: readonly string[]): number =>
  movedBy(ms, dayMs, count, holidays)

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
