// Sittings as the agency plans them: ahead by the rota, one by one by staff, with who receives instead, and called off.

import { type OfficerId, SittingId } from '../../../shared/kernel/ids.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { daysOf, sittingFrom } from '../../../shared/projections/rota.ts'
import { type Sitting, sittingOf } from '../../../shared/reception/appointments/contract.ts'
import type { SittingBody } from '../../../shared/wire/reception/appointments.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Letters } from './letters.ts'
import type { Limits } from './limits.ts'
import type { PlannedDays } from './planned-days.ts'
import type { AppointmentRecord } from './record.ts'
import type { KeptReceptionSettings } from './settings.ts'

interface Dependencies {
  readonly plannedDays: PlannedDays
  readonly record: AppointmentRecord
  readonly limits: Limits
  readonly letters: Letters
  readonly settings: KeptReceptionSettings
  readonly law: Pick<LawData, 'calendar'>
  readonly newId: () => string
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Sittings {
  /** By the rota, as far ahead as the settings say; what was planned before stays as it is. */
  planAhead(): Promise<{ planned: number; refused: { date: string; ruleId: SittingId; code: string }[] }>
  plan(body: SittingBody, by: OutsideActor): Promise<Rejection | null>
  replan(date: string, sitting: Sitting, by: OutsideActor): Promise<Rejection | null>
  substitute(
    date: string,
    who: { sittingId: SittingId; officerId: OfficerId; reason: string },
    by: OutsideActor,
  ): Promise<Rejection | null>
  noteHeld(
    date: string,
    who: { sittingId: SittingId; officerId: OfficerId },
    by: OutsideActor,
  ): Promise<Rejection | null>
  /** Everybody who has booked is written to, or has to be called. */
  cancelSitting(
    date: string,
    what: { sittingId: SittingId; reason: string },
    by: OutsideActor,
  ): Promise<Rejection | { readonly written: number; readonly toCall: number }>
}

export function createSittings(dependencies: Dependencies): Sittings {
  const { plannedDays, record, limits, letters, settings, law, newId } = dependencies
  const { command } = plannedDays

  return {
    async planAhead() {
      const { rules, centreSite } = await settings.read()
      const [last, calendar] = await Promise.all([plannedDays.lastOffered(), law.calendar()])
      const refused: { date: string; ruleId: SittingId; code: string }[] = []
      let planned = 0
      for (const { ruleId, ...rule } of rules)
        for (const date of daysOf({ ruleId, ...rule }, plannedDays.tomorrow(), last, calendar)) {
          const sitting = sittingFrom(ruleId, rule, centreSite)
          const rejection = await command(date, 'plan', { date, ...sitting }, { kind: 'system' })
          if (rejection === null) planned++
          else if (rejection.code !== 'appointments.sitting-exists')
            refused.push({ date, ruleId, code: rejection.code })
        }
      return { planned, refused }
    },

    async plan(body, by) {
      const { date, ...plan } = body
      const { centreSite } = await settings.read()
      const sitting = sittingFrom(SittingId.parse(newId()), plan, centreSite)
      return command(date, 'plan', { date, ...sitting }, by)
    },
    replan: (date, sitting, by) => command(date, 'replan', sitting, by),
    substitute: (date, who, by) => command(date, 'substitute', who, by),
    noteHeld: (date, who, by) => command(date, 'noteHeld', who, by),

    async cancelSitting(date, what, by) {
      const rejection = await command(date, 'cancelSitting', what, by)
      if (rejection) return rejection
      const { sittings, appointments: all } = (await plannedDays.day(date)).appointments
      const cancelledAt = sittingOf(sittings, what.sittingId)?.cancelled?.at
      const booked = all.filter((one) => one.sittingId === what.sittingId && one.cancelled?.at === cancelledAt)
      let written = 0
      for (const { appointmentId } of booked) {
        const kept = await record.of(appointmentId)
        if (kept) await limits.release(kept.contactMarks, appointmentId)
        if (await letters.order(appointmentId, 'cancellation')) written++
      }
      return { written, toCall: booked.length - written }
    },
  }
}
