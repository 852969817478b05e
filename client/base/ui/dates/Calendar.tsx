// The calendar behind a field for a day. Fetched with its words and its styles when it is opened.
import { type CalendarLevel, DatePicker } from '@mantine/dates'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import { capitalised, localeOf } from '../../i18n/format.ts'
import classes from './dates.module.css'
import type { PickerProps } from './PickerButton.tsx'
import { type Bounds, isDay, withinBounds } from './typed-day.ts'

export function Calendar({ value, min, max, onPick }: PickerProps & Bounds) {
  const { t, i18n } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const [level, setLevel] = useState<CalendarLevel>('month')
  const today = calendarDayOf(Date.now())
  const chosen = isDay(value) ? value : null
  const first = withinBounds(chosen ?? today, { min, max })
  const [month, setMonth] = useState(first)
  const inWords = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(localeOf(i18n.language), { timeZone: 'UTC', ...options })
    return (day: string) => capitalised(format.format(new Date(day)))
  }

  const monthInWords = inWords({ month: 'long', year: 'numeric' })

  /** The button that was pressed is gone with its level: the keyboard goes on in the new one. */
  function change(chosenLevel: CalendarLevel) {
    flushSync(() => setLevel(chosenLevel))
    root.current?.querySelector<HTMLElement>('td > [tabindex="0"]')?.focus()
  }

  return (
    <DatePicker
      ref={root}
      size="lg"
      classNames={{
        calendarHeaderControl: classes.target,
        calendarHeaderLevel: classes.level,
        weekday: classes.weekday,
        day: classes.day,
        monthsListControl: classes.long,
        yearsListControl: classes.long,
      }}
      value={chosen}
      onChange={(day) => day !== null && onPick(day)}
      date={month}
      onDateChange={setMonth}
      level={level}
      onLevelChange={change}
      {...(min !== undefined && { minDate: min })}
      {...(max !== undefined && { maxDate: max })}
      firstDayOfWeek={1}
      hideOutsideDates
      highlightToday
      weekdayFormat={inWords({ weekday: i18n.language === 'vi' ? 'narrow' : 'short' })}
      monthLabelFormat={monthInWords}
      monthsListFormat={inWords({ month: 'long' })}
      getDayAriaLabel={inWords({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
      getDayProps={(day) => ({
        'data-today': day === today || undefined,
        'data-autofocus': day === first || undefined,
        'aria-current': day === today ? 'date' : undefined,
        'aria-pressed': day === chosen,
      })}
      ariaLabels={{
        monthLevelControl: t('fields.calendar.otherMonth', { shown: monthInWords(month) }),
        yearLevelControl: t('fields.calendar.otherYear', { shown: month.slice(0, 4) }),
        previousMonth: t('fields.calendar.previousMonth'),
        nextMonth: t('fields.calendar.nextMonth'),
        previousYear: t('fields.calendar.previousYear'),
        nextYear: t('fields.calendar.nextYear'),
        previousDecade: t('fields.calendar.previousDecade'),
        nextDecade: t('fields.calendar.nextDecade'),
      }}
      __stopPropagation
    />
  )
}
