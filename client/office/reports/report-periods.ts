// The periods reports are made for: month, quarter, half, year, or any days.
import { calendarDayOf, dayAfter } from '../../../shared/law/working-days.ts'
import { periodBefore, type ReportPeriod } from '../../../shared/projections/reports.ts'

export const scales = ['month', 'quarter', 'half', 'year'] as const
export type Scale = (typeof scales)[number]

const monthsIn: Readonly<Record<Scale, number>> = { month: 1, quarter: 3, half: 6, year: 12 }
const isoDay = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** The month, quarter, half or year that has the day. */
export function spanOf(scale: Scale, day: string): ReportPeriod {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1]
  const months = monthsIn[scale]
  const first = month - (month % months)
  return { from: isoDay(year, first, 1), to: isoDay(year, first + months, 0) }
}

/** null: it is none of them. */
export const scaleOf = ({ from, to }: ReportPeriod): Scale | null =>
  scales.find((scale) => {
    const span = spanOf(scale, from)
    return span.from === from && span.to === to
  }) ?? null

export const periodAfter = (period: ReportPeriod): ReportPeriod => {
  const scale = scaleOf(period)
  const from = dayAfter(period.to)
  if (scale) return spanOf(scale, from)
  const days = (Date.parse(period.to) - Date.parse(period.from)) / (24 * 60 * 60 * 1000)
  return { from, to: dayAfter(from, days) }
}

/** The last month that is over: what is reported next. */
export const lastMonth = (now: number): ReportPeriod => periodBefore(spanOf('month', calendarDayOf(now)))

export const isPeriod = ({ from, to }: ReportPeriod): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(from) && /^20\d\d-\d\d-\d\d$/.test(to) && from <= to
