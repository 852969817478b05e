// The days on which a session is held again: weekly, or monthly by day or by weekday. Calendar days, no moments. Pure.

import { maximumSeries } from '../../../../shared/wire/hearing/booking.ts'

export const repetitions = ['none', 'weekly', 'monthlyByDay', 'monthlyByWeekday'] as const
export type Repetition = (typeof repetitions)[number]

const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day))
const iso = (date: Date) => date.toISOString().slice(0, 10)
const daysIn = (year: number, month: number) => utc(year, month + 1, 0).getUTCDate()

/** `count` days with the first among them; empty while the first is no day. */
export function repeatedDays(first: string, repetition: Repetition, count: number): string[] {
  const start = new Date(`${first}T00:00:00Z`)
  if (Number.isNaN(start.getTime()) || repetition === 'none') return Number.isNaN(start.getTime()) ? [] : [first]
  const length = Math.max(1, Math.min(maximumSeries, Math.trunc(count) || 1))
  return Array.from({ length }, (_, index) => iso(dayAfter(start, repetition, index)))
}

function dayAfter(start: Date, repetition: Exclude<Repetition, 'none'>, steps: number): Date {
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()]
  if (repetition === 'weekly') return utc(year, month, day + 7 * steps)
  const last = daysIn(year, month + steps)
  // A month without that day is held on its last one.
  if (repetition === 'monthlyByDay') return utc(year, month + steps, Math.min(day, last))
  const firstOfWeekday = 1 + ((start.getUTCDay() - utc(year, month + steps, 1).getUTCDay() + 7) % 7)
  const held = firstOfWeekday + 7 * (weekOfMonth(day) - 1)
  // A fifth Friday is the last Friday, also where there are only four.
  return utc(year, month + steps, held <= last ? held : held - 7)
}

/** 1 for the first Friday of a month, 5 for the fifth. */
const weekOfMonth = (day: number): number => Math.ceil(day / 7)
