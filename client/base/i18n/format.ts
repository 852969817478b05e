// Times, durations and orders as people of the agency write them. The clock of the agency rules, not that of the device.
import { useTranslation } from 'react-i18next'
import type { Ms } from '../../../shared/kernel/ids.ts'

export const agencyTimeZone = 'Asia/Ho_Chi_Minh'

/** `2:05`, and `1:02:05` from an hour on. */
export function clockDuration(ms: Ms): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** In English, too, the day comes first: on papers of the agency 07/12 is the seventh of December. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** How a line begins. */
export const capitalised = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)

const megabyte = 1024 * 1024
const wholeDate: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }
const hours: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

const dayOf = (ms: Ms) => new Date(ms).toLocaleDateString('sv-SE', { timeZone: agencyTimeZone })
const isToday = (ms: Ms) => dayOf(ms) === dayOf(Date.now())

export function useFormat() {
  const { t, i18n } = useTranslation()
  const format = (ms: Ms, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(i18n.language), { timeZone: agencyTimeZone, ...options }).format(ms)
  return {
    /** 14:05:09 */
    clock: (ms: Ms) => format(ms, { ...hours, second: '2-digit' }),
    /** 14:05 */
    time: (ms: Ms) => format(ms, hours),
    /** 14:05 thứ Ba, 24/11/2026 */
    dateTime: (ms: Ms) => format(ms, { weekday: 'long', ...wholeDate, ...hours }),
    /** 14:05 24/11/2026 */
    shortDateTime: (ms: Ms) => format(ms, { ...wholeDate, ...hours }),
    /** 14:05 of today; of another day with the date. */
    moment: (ms: Ms) => format(ms, isToday(ms) ? hours : { ...wholeDate, ...hours }),
    /** A day without a time, as forms and the minutes keep it: 2026-12-01. */
    isoDate: (date: string) => format(new Date(date).getTime(), { ...wholeDate, timeZone: 'UTC' }),
    /** “0,4 MB”; never 0. */
    fileSize: (bytes: number) =>
      new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
        Math.max(0.1, bytes / megabyte),
      ),
    /** “12,4 GB”, “4 MB”. */
    diskSize(bytes: number): string {
      const [unit, size] = bytes >= 1e9 ? ['gigabyte', bytes / 1e9] : ['megabyte', Math.ceil(bytes / 1e6)]
      return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size)
    },
    /** Since when, in whole minutes: enough for a person who waits, and calm to look at. */
    sinceMinutes(since: Ms, now: Ms): string {
      const minutes = Math.floor(Math.max(0, now - since) / 60_000)
      return minutes === 0 ? t('duration.lessThanAMinute') : t('duration.minutes', { count: minutes })
    },
  }
}
