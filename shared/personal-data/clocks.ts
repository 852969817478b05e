// The deadlines for requests of people about their data, as dated data. The shipped rows were read in a summary of the
// law only: each deadline computed from them is marked for checking until the agency has entered its own.
import { z } from 'zod'
import { line } from '../kernel/ids.ts'
import { calendarDayOf, dayAfter, startOf, type WorkingCalendar, workingDaysAfter } from '../law/working-days.ts'

export const RequestClock = z
  .enum(['reply', 'export', 'erasure'])
  .describe('trả lời đã nhận yêu cầu, cung cấp dữ liệu, xóa dữ liệu; each from the day of the request')

export const RequestClockRow = z.object({
  clock: RequestClock,
  amount: z.int().min(1).max(365),
  unit: z.enum(['days', 'workingDays']),
  source: line(300),
  mark: z.enum(['read', 'summary', 'memory']).describe('read in the text, in a summary, or from memory'),
  validFrom: z.iso.date(),
})
export type RequestClockRow = z.infer<typeof RequestClockRow>

const summary = {
  source: 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP',
  mark: 'summary',
  validFrom: '2026-01-01',
} as const
export const shippedClocks: readonly RequestClockRow[] = [
  { clock: 'reply', amount: 2, unit: 'workingDays', ...summary },
  { clock: 'export', amount: 10, unit: 'days', ...summary },
  { clock: 'erasure', amount: 20, unit: 'days', ...summary },
]

/** Of the day on which the request came. One from before the first row is counted by the first. */
export function requestClockOn(
  added: readonly RequestClockRow[],
  clock: RequestClockRow['clock'],
  day: string,
): RequestClockRow {
  const rows = [...shippedClocks, ...added].filter((row) => row.clock === clock)
  const inForce = rows.filter(({ validFrom }) => validFrom <= day)
  const [first, ...others] = inForce.length > 0 ? inForce : rows.slice(0, 1)
  if (!first) throw new Error(`nothing is said of ${clock}`)
  return others.reduce((one, row) => (row.validFrom >= one.validFrom ? row : one), first)
}

/** The last day. */
export const lastDayOf = (
  { amount, unit }: Pick<RequestClockRow, 'amount' | 'unit'>,
  receivedOn: string,
  calendar: WorkingCalendar,
): string =>
  unit === 'days'
    ? dayAfter(receivedOn, amount)
    : calendarDayOf(workingDaysAfter(startOf(receivedOn), amount, calendar))
