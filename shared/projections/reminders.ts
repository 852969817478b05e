// Computes the next reminder to the unit in charge of an assignment, by the agency’s plan. Pure.

import type { ReminderOccasion } from '../conclusions/follow-up/contract.ts'
import type { FollowUpState } from '../conclusions/index.ts'
import type { Ms } from '../kernel/ids.ts'
import {
  calendarDayOf,
  hourOf,
  isWorkingDay,
  startOf,
  type WorkingCalendar,
  workingDaysAfter,
  workingDaysBefore,
} from '../law/working-days.ts'
import type { ReminderPlan } from '../wire/casework/conclusions.ts'
import type { Assignment } from './conclusions.ts'

export interface NextReminder {
  readonly occasion: ReminderOccasion
  /** A working day; one that is past: it is late, and still worth giving. */
  readonly on: string
}

interface Terms {
  readonly plan: ReminderPlan
  readonly calendar: WorkingCalendar
  /** 2026-12-01 */
  readonly today: string
}

/**
 * Of the reminders before, on and after the last day only the newest is ever given: what was missed while the server was down
 * is not made up for. What was assigned only just before needs no reminder.
 */
export function nextReminder(
  { dueOn, heldAt }: Pick<Assignment, 'dueOn' | 'heldAt'>,
  { status, reminders }: FollowUpState,
  { plan, calendar, today }: Terms,
): NextReminder | null {
  if (status !== 'open' || dueOn === null) return null
  const heldOn = calendarDayOf(heldAt)
  const given = reminders.filter((one) => one.dueOn === dueOn)
  const isGiven = (occasion: ReminderOccasion) => given.some((one) => one.occasion === occasion)
  const before = calendarDayOf(workingDaysBefore(startOf(dueOn), plan.daysBefore, calendar))
  const lastDay = lastWorkingDay(dueOn, calendar)

  const isBeforeWanted = plan.daysBefore > 0 && before > heldOn && !isGiven('before')
  if (isBeforeWanted && (plan.onDueDay ? today < lastDay : today <= dueOn)) return { occasion: 'before', on: before }
  const isDueWanted = plan.onDueDay && lastDay > heldOn && !isGiven('due')
  if (isDueWanted && today <= dueOn) return { occasion: 'due', on: lastDay }
  if (plan.overdueEvery === 0) return null
  const last = given.map(({ at }) => calendarDayOf(at)).findLast((day) => day > dueOn)
  const [from, count] = last === undefined ? [dueOn, 1] : [last, plan.overdueEvery]
  return { occasion: 'overdue', on: calendarDayOf(workingDaysAfter(startOf(from), count, calendar)) }
}

/** The day itself, or the last working day before it. */
function lastWorkingDay(day: string, calendar: WorkingCalendar): string {
  const start = startOf(day)
  return isWorkingDay(start, calendar) ? day : calendarDayOf(workingDaysBefore(start, 1, calendar))
}

/** Offices are written to on working days, from the hour that the plan names. */
export const isTimeToRemind = (now: Ms, { fromHour }: ReminderPlan, calendar: WorkingCalendar): boolean =>
  isWorkingDay(now, calendar) && hourOf(now) >= fromHour
