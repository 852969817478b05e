// An hour as people here write it, 14:30 or 14h30, and as forms and the server hold it, 14:30. Pure.

const whole = /^(\d{1,2})\s*(?:[:.]|h|giờ)\s*(\d{2})$/
const hourAlone = /^(\d{1,2})\s*(?:h|giờ)$/
const digits = /^(\d{2})(\d{2})$/
/** 8, 14, 830: more digits may follow while somebody types. */
const shortened = /^(\d{1,2})$|^(\d)(\d{2})$/

export const isTime = (value: string): boolean => readTime(value) === value

/** null: there is no such hour, or it is not whole yet. */
export function readTime(typed: string): string | null {
  const text = typed.trim().toLowerCase().normalize('NFC')
  const read = whole.exec(text) ?? digits.exec(text) ?? hourAlone.exec(text)
  return read && timeOf(read[1], read[2])
}

/** Nothing more is typed: 8 is 08:00, 830 is 08:30. */
export function readLeftTime(typed: string): string | null {
  const read = shortened.exec(typed.trim())
  return read ? timeOf(read[1] ?? read[2], read[3]) : readTime(typed)
}

const timeOf = (hours = '', minutes = '0'): string | null =>
  Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}` : null
