// The periods of a register: a day, a month, a year, as the agency’s calendar has them.
import { calendarDayOf } from '../../../shared/law/working-days.ts'

export const scales = ['day', 'month', 'year'] as const
export type Scale = (typeof scales)[number]

const lengths: Readonly<Record<Scale, number>> = { day: 10, month: 7, year: 4 }

export const scaleOf = (period: string): Scale => scales.find((scale) => lengths[scale] === period.length) ?? 'day'

/** The same time in another scale: of a longer period today where it holds today, else its first day. */
export function inScale(period: string, scale: Scale, now: number): string {
  const today = calendarDayOf(now)
  const day = today.startsWith(period) ? today : `${period}-01-01`.slice(0, 10)
  return day.slice(0, lengths[scale])
}

const form = /^20\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?$/
export const isPeriod = (typed: string, scale: Scale): boolean => typed.length === lengths[scale] && form.test(typed)
