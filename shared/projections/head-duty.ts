// Computes whether the head of the agency has received citizens in person as often as the law requires. Pure.
import type { OfficerId } from '../kernel/ids.ts'
import { type AgencyLevel, headDutyOn } from '../law/reception-duties.ts'
import { calendarDayOf, startOf } from '../law/working-days.ts'
import { type PlannedSitting, receivingOfficer } from '../reception/appointments/contract.ts'
import type { DutyPeriod, HeadDutyReport } from '../wire/reception/appointments.ts'

export interface SittingDay {
  readonly date: string
  readonly sittings: readonly PlannedSitting[]
}

interface DutyQuestion {
  readonly level: AgencyLevel
  readonly heads: readonly OfficerId[]
  /** 2026-12 */
  readonly month: string
  readonly today: string
  /** The first day that was ever planned here; null: none. */
  readonly since: string | null
}

const dayMs = 24 * 60 * 60 * 1000
const moved = (date: string, days: number) => calendarDayOf(startOf(date) + days * dayMs)

/** Every week that has a day in the month, or the month itself. */
function periodsOf(month: string, per: 'week' | 'month'): { from: string; to: string }[] {
  const first = `${month}-01`
  const next = new Date(first)
  next.setUTCMonth(next.getUTCMonth() + 1)
  const last = moved(next.toISOString().slice(0, 10), -1)
  if (per === 'month') return [{ from: first, to: last }]
  const periods: { from: string; to: string }[] = []
  const weekday = new Date(first).getUTCDay() || 7
  for (let from = moved(first, 1 - weekday); from <= last; from = moved(from, 7))
    periods.push({ from, to: moved(from, 6) })
  return periods
}

export function headDuty(days: readonly SittingDay[], question: DutyQuestion): HeadDutyReport {
  const { level, heads, month, today, since } = question
  const duty = headDutyOn(level, `${month}-01`)
  const isHead = (officerId: OfficerId | null) => officerId !== null && heads.includes(officerId)

  function periodOf({ from, to }: { from: string; to: string }): DutyPeriod {
    let [held, planned, unnoted] = [0, 0, 0]
    for (const { date, sittings } of days) {
      if (date < from || date > to) continue
      const open = sittings.filter(({ cancelled }) => cancelled === null)
      if (open.some(({ heldBy }) => isHead(heldBy))) {
        held++
        continue
      }
      if (!open.some((one) => one.heldBy === null && isHead(receivingOfficer(one)))) continue
      if (date < today) unnoted++
      else planned++
    }
    return { from, to, required: duty.days, held, planned, unnoted, status: statusOf() }

    function statusOf(): DutyPeriod['status'] {
      if (held >= duty.days) return 'kept'
      if (held + planned >= duty.days) return 'planned'
      // Whether it was kept is not known before somebody has noted it.
      if (held + planned + unnoted >= duty.days) return 'unnoted'
      if (to >= today) return 'open'
      return since !== null && since <= to ? 'missed' : 'unknown'
    }
  }

  const { per, source } = duty
  return { per, source, hasHead: heads.length > 0, periods: periodsOf(month, per).map(periodOf) }
}
