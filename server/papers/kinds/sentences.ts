// What sentences of the papers end and begin with: the full stop, a capital, an hour with its day, a day on which something is due.
import type { Ms } from '../../../shared/kernel/ids.ts'
import type { AssignmentLine } from '../../../shared/projections/minutes.ts'
import { calendarDay, hourAndMinute, longDate } from '../model/times.ts'

export const closed = (text: string) => (/[.!?…:;][”"')]?$/u.test(text) ? text : `${text}.`)

export const capital = (text: string) => `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}`

export const timeAndDate = (at: Ms) => `${hourAndMinute(at)}, ${longDate(at)}`

/** 05/12/2026, or that no day was set. */
export const dueDay = ({ dueOn }: AssignmentLine): string => (dueOn ? calendarDay(dueOn) : 'Không ấn định')
