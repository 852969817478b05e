// The days of a rule of the rota, in words.
import type { TFunction } from 'i18next'
import type { RotaRule } from '../../../../shared/wire/reception/appointments.ts'

/** Monday to Sunday: the first of these days is a Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7]
export const weekdayName = (weekday: number, language: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)))

export const daysOf = (t: TFunction, language: string, { cadence }: Pick<RotaRule, 'cadence'>): string =>
  cadence.kind === 'weekly'
    ? cadence.weekdays.map((weekday) => weekdayName(weekday, language)).join(', ')
    : t('staff.receptionPlan.rota.monthDay', { day: cadence.day })
