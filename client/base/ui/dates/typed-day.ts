// A day as people here write it, 03/12/2026, and as forms and the server hold it, 2026-12-03. Pure.

const iso = /^(\d{4})-(\d{2})-(\d{2})$/
/** 3/12/2026, 3-12-2026, 3.12.2026, 3 12 2026. */
const separated = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/
const digits = /^(\d{2})(\d{2})(\d{4})$/

/** A slip of the finger makes the year 206 or 20266: such days are nobody’s. */
const firstYear = 1900
const lastYear = 2099

export const isDay = (value: string): boolean => readDay(value) === value

/** null: it is no day of the calendar, or not whole yet. A year has four digits: of two nobody can tell the century. */
export function readDay(typed: string): string | null {
  const text = typed.trim()
  const pasted = iso.exec(text)
  if (pasted) return dayOf(pasted[1], pasted[2], pasted[3])
  const written = separated.exec(text) ?? digits.exec(text)
  return written && dayOf(written[3], written[2], written[1])
}

function dayOf(year = '', month = '', day = ''): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  const isNear = Number(year) >= firstYear && Number(year) <= lastYear
  return isReal && isNear ? date.toISOString().slice(0, 10) : null
}

/** What is no day is shown as it was typed. */
export const showDay = (value: string): string => (isDay(value) ? value.split('-').reverse().join('/') : value)

export interface Bounds {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

export type DayFault = 'wrong' | 'early' | 'late'

/** null: it may stand, or nothing was typed. */
export function dayFault(value: string, { min, max }: Bounds): DayFault | null {
  if (value.trim() === '') return null
  if (!isDay(value)) return 'wrong'
  if (min !== undefined && value < min) return 'early'
  return max !== undefined && value > max ? 'late' : null
}

/** The day itself, or the bound that it is beyond. */
export function withinBounds(day: string, { min, max }: Bounds): string {
  if (min !== undefined && day < min) return min
  return max !== undefined && day > max ? max : day
}
