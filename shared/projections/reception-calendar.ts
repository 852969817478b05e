// The days of the reception calendar as shown to citizens and to staff. Pure.
import { postingDutyOn } from '../law/reception-duties.ts'
import { startOf, type WorkingCalendar, workingDaysBefore } from '../law/working-days.ts'
import {
  type Appointment,
  isOpen,
  minutesOf,
  type PlannedSitting,
  receivingOfficer,
  takenOf,
} from '../reception/appointments/contract.ts'
import type { ReceptionDayState } from '../reception/index.ts'
import type { CalendarDay, Officer, OpenSitting, StaffSitting } from '../wire/reception/appointments.ts'

interface DatedDay {
  readonly date: string
  readonly state: ReceptionDayState
}

const minuteMs = 60_000
const firstTime = ({ slots }: Pick<PlannedSitting, 'slots'>) => Math.min(...slots.map(({ time }) => minutesOf(time)))
const inOrder = (sittings: readonly PlannedSitting[]) =>
  sittings.toSorted((one, other) => firstTime(one) - firstTime(other))

/** What is over is gone from it; what was called off is shown, so that nobody comes for nothing. */
export function publicCalendar(days: readonly DatedDay[], roster: readonly Officer[], now: number): CalendarDay[] {
  const officerById = new Map(roster.map((officer) => [officer.officerId, officer]))

  function shown(date: string, sitting: PlannedSitting, all: readonly Appointment[]): OpenSitting {
    const { sittingId, kind, place, sites, slotMinutes, ownBrowser, cancelled } = sitting
    const officer = officerById.get(receivingOfficer(sitting))
    const slots = sitting.slots.map(({ time, capacity }) => {
      const isOver = cancelled !== null || startOf(date) + minutesOf(time) * minuteMs <= now
      return { time, free: isOver ? 0 : Math.max(0, capacity - takenOf(all, sittingId, time)) }
    })
    return {
      ...{ sittingId, kind, place, sites, slotMinutes, slots },
      receiver: officer ? { name: officer.name, title: officer.title } : null,
      isOnline: ownBrowser !== null,
      cancelledReason: cancelled?.reason ?? null,
    }
  }

  return days.flatMap(({ date, state: { appointments } }) => {
    const isToCome = ({ slots, slotMinutes }: PlannedSitting) =>
      slots.some(({ time }) => startOf(date) + (minutesOf(time) + slotMinutes) * minuteMs > now)
    const sittings = inOrder(appointments.sittings.filter(isToCome))
    return sittings.length === 0
      ? []
      : [{ date, sittings: sittings.map((sitting) => shown(date, sitting, appointments.appointments)) }]
  })
}

/** With what staff look after: how many come, and whether it was posted early enough. */
export function staffSittings({ date, state }: DatedDay, calendar: WorkingCalendar): StaffSitting[] {
  const { sittings, appointments: all } = state.appointments
  const { workingDays } = postingDutyOn(date)
  const postedBy = Math.max(0, workingDaysBefore(startOf(date), workingDays, calendar))
  return inOrder(sittings).map((sitting) => ({
    ...sitting,
    booked: all.filter((one) => isOpen(one) && one.sittingId === sitting.sittingId).length,
    postedBy,
    isPostedInTime: sitting.kind === 'extraordinary' ? null : sitting.plannedAt <= postedBy,
  }))
}
