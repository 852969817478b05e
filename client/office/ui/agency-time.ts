// Days and hours as the fields of forms hold them, on the clock of the agency. Pure.
import { agencyTimeZone } from '../../base/i18n/format.ts'

/** Vietnam keeps one time all year. */
const AGENCY_OFFSET = '+07:00'

export interface DateAndTime {
  /** 2026-12-01 */
  readonly date: string
  /** 08:00 */
  readonly time: string
}

/** Epoch ms; NaN while the day or the hour is missing. */
export const momentOf = ({ date, time }: DateAndTime): number => Date.parse(`${date}T${time}:00${AGENCY_OFFSET}`)

// The Swedish locale writes dates as ISO 8601 does.
const format = new Intl.DateTimeFormat('sv', {
  timeZone: agencyTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

export function dateAndTimeOf(ms: number): DateAndTime {
  const [date = '', time = ''] = format.format(ms).split(' ')
  return { date, time }
}
