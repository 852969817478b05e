// Counts working days in Vietnam (UTC+7 all year). The days off are data of the agency.
import { clockOn, type ReadinessGate } from './readiness-clocks.ts'

const dayMs = 24 * 60 * 60 * 1000
const offsetMs = 7 * 60 * 60 * 1000

/** 2026-12-01 */
export const calendarDayOf = (ms: number): string => new Date(ms + offsetMs).toISOString().slice(0, 10)

/** The hour of the day, 0 to 23. */
export const hourOf = (ms: number): number => new Date(ms + offsetMs).getUTCHours()

/** When the day 2026-12-01 begins. */
export const startOf = (day: string): number => Date.parse(day) - offsetMs

/** The day so many days later, or earlier. */
export const dayAfter = (day: string, days = 1): string => calendarDayOf(startOf(day) + days * dayMs)

export interface WorkingCalendar {
  /** Besides Saturdays and Sundays. */
  readonly daysOff: readonly string[]
  /** Saturdays and Sundays on which one works, mostly for a day off between two others. */
  readonly workedDays: readonly string[]
  /** Of which the days off were entered. Of another year weekends alone are known, and whoever counts into it is told. */
  readonly years: readonly number[]
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** One that knows these days off, and no swapped days. */
export const calendarOf = (daysOff: readonly string[]): WorkingCalendar => ({
  daysOff,
  workedDays: [],
  years: [...new Set(daysOff.map(yearOf))].sort(),
})

export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay())

/** Saturdays, Sundays and the days off are none, but for those on which one works all the same. */
export function isWorkingDay(ms: number, { daysOff, workedDays }: WorkingCalendar): boolean {
  const day = calendarDayOf(ms)
  return workedDays.includes(day) || (!isWeekend(day) && !daysOff.includes(day))
}

/** Of the years from one day to another, those whose days off nobody has entered. */
export function unknownYears({ years }: WorkingCalendar, from: string, to: string): number[] {
  const unknown: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!years.includes(year)) unknown.push(year)
  return unknown
}

function movedBy(ms: number, step: number, count: number, calendar: WorkingCalendar): number {
  let at = ms
  for (let left = count; left > 0; ) {
    at += step
    if (isWorkingDay(at, calendar)) left--
  }
  return at
}

/**
 * The same hour, so many working days earlier. The day of the meeting itself is not counted; how the law counts it we have
 * not found, so this is the stricter reading.
 */
export const workingDaysBefore = (ms: number, count: number, calendar: WorkingCalendar): number =>
  movedBy(ms, -dayMs, count, calendar)

/** The same hour, so many working days later; the day one counts from is not counted. */
export const workingDaysAfter = (ms: number, count: number, calendar: WorkingCalendar): number =>
  movedBy(ms, dayMs, count, calendar)

/** So many working days after one day until another, that one included; negative: it is that many ago. */
export function workingDaysFrom(from: string, to: string, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysFrom(to, from, calendar)
  let count = 0
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (isWorkingDay(startOf(day), calendar)) count++
  return count
}

export type ReadinessDeadlines = Readonly<Record<ReadinessGate, number>>

export function readinessDeadlines(scheduledAt: number, calendar: WorkingCalendar): ReadinessDeadlines {
  const dueAt = (gate: ReadinessGate): number => {
    const { amount, unit } = clockOn(gate, calendarDayOf(scheduledAt))
    const isInDays = unit === 'workingDays'
    // Nothing is due before time began, however early a forged time is.
    return Math.max(
      0,
      isInDays ? workingDaysBefore(scheduledAt, amount, calendar) : scheduledAt - amount * 60 * 60 * 1000,
    )
  }
  return { notice: dueAt('notice'), connectionTest: dueAt('connectionTest'), allConnected: dueAt('allConnected') }
}
