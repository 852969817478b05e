// Days and hours of the calendar as people read them. Pure.
import type { CalendarDay, OpenSitting } from '../../../shared/wire/reception/appointments.ts'
import { capitalised, localeOf } from '../i18n/format.ts'

/** “Thứ Năm, 26/11/2026” of 2026-11-26, and “Thursday, 26/11/2026”. */
export const dayInWords = (date: string, language: string): string =>
  capitalised(
    new Intl.DateTimeFormat(localeOf(language), {
      timeZone: 'UTC',
      weekday: 'long',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(new Date(date)),
  )

export const freeOf = ({ slots }: Pick<OpenSitting, 'slots'>): number => slots.reduce((sum, { free }) => sum + free, 0)

/** 08:00 and 11:00: from the first hour to the end of the last. */
export function hoursOf({ slots, slotMinutes }: { slots: readonly { time: string }[]; slotMinutes: number }): {
  from: string
  to: string
} {
  const times = slots.map(({ time }) => time).toSorted()
  const [hours = 0, minutes = 0] = (times.at(-1) ?? '00:00').split(':').map(Number)
  const end = hours * 60 + minutes + slotMinutes
  const twoDigits = (count: number) => String(count).padStart(2, '0')
  return { from: times[0] ?? '', to: `${twoDigits(Math.floor(end / 60))}:${twoDigits(end % 60)}` }
}

/** With something left to book. */
export const daysWithPlaces = (days: readonly CalendarDay[]): CalendarDay[] =>
  days.flatMap((day) => {
    const sittings = day.sittings.filter((sitting) => freeOf(sitting) > 0)
    return sittings.length > 0 ? [{ ...day, sittings }] : []
  })
