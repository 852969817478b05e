// Expands recurring rules to the sittings of single days. Pure.
import { SiteId } from '../kernel/ids.ts'
import { dayAfter, isWorkingDay, startOf, type WorkingCalendar } from '../law/working-days.ts'
import { minutesOf, type Sitting, type Slot } from '../reception/appointments/contract.ts'
import type { RotaRule, SittingBody } from '../wire/reception/appointments.ts'

const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7

/** The days from the first to the last, both included, on which the rule plans a sitting. Nobody receives on a day off. */
export function daysOf(rule: RotaRule, first: string, last: string, calendar: WorkingCalendar): string[] {
  const { cadence, validFrom, validUntil } = rule
  const isDayOff = (date: string) => !isWorkingDay(startOf(date), calendar)
  const days: string[] = []
  const from = first > validFrom ? first : validFrom
  const until = validUntil !== null && validUntil < last ? validUntil : last
  for (let date = from; date <= until; date = dayAfter(date)) {
    if (isDayOff(date)) continue
    if (cadence.kind === 'weekly' ? cadence.weekdays.includes(weekdayOf(date)) : isMonthly(date, cadence.day, isDayOff))
      days.push(date)
  }
  return days
}

/** Whether this is the day of the month, or the first working day after it. */
function isMonthly(date: string, day: number, isDayOff: (date: string) => boolean): boolean {
  const thisMonth = `${date.slice(0, 8)}${String(day).padStart(2, '0')}`
  // The day off may have been one of the month before.
  const meant = thisMonth <= date ? thisMonth : monthBefore(thisMonth)
  let held = meant
  while (isDayOff(held)) held = dayAfter(held)
  return held === date
}

function monthBefore(date: string): string {
  const moment = new Date(date)
  moment.setUTCMonth(moment.getUTCMonth() - 1)
  return moment.toISOString().slice(0, 10)
}

type Hours = Pick<RotaRule, 'from' | 'to' | 'slotMinutes' | 'capacity'>

/** As many whole appointments as fit, one after the other. */
export function slotsOf({ from, to, slotMinutes, capacity }: Hours): Slot[] {
  const slots: Slot[] = []
  for (let minutes = minutesOf(from); minutes + slotMinutes <= minutesOf(to); minutes += slotMinutes)
    slots.push({ time: timeOf(minutes), capacity })
  return slots
}

const twoDigits = (count: number) => String(count).padStart(2, '0')
/** 510 → 08:30 */
const timeOf = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`

/** `centre` names the site where the receiving officer is; sites keep their ids by their place in the list. */
export function sittingFrom(sittingId: Sitting['sittingId'], plan: Omit<SittingBody, 'date'>, centre: string): Sitting {
  const { kind, officerId, substituteId, place, ownBrowser, slotMinutes, branchSites } = plan
  const sites = [centre, ...branchSites].map((name, index) => ({ siteId: SiteId.parse(`site${index}`), name }))
  return { sittingId, kind, officerId, substituteId, place, sites, ownBrowser, slotMinutes, slots: slotsOf(plan) }
}
