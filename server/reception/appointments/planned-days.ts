// The days of the reception calendar as their journals have them, and how far ahead they are offered. Bookings and
// sittings send their commands to a day here.

import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { calendarDayOf, startOf } from '../../../shared/law/working-days.ts'
import type { appointments } from '../../../shared/reception/appointments/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { KeptReceptionSettings } from './settings.ts'

interface Dependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly settings: KeptReceptionSettings
  readonly now: () => number
}

export interface DatedDay {
  readonly date: string
  readonly state: ReceptionDayState
}

type CommandName = keyof (typeof appointments)['commands']

/** Each method throws Unavailable when Redis cannot be reached. */
export interface PlannedDays {
  today(): string
  tomorrow(): string
  /** The last day that citizens may book. */
  lastOffered(): Promise<string>
  isOffered(date: string): Promise<boolean>
  day(date: string): Promise<ReceptionDayState>
  /** That was ever planned; null: none. */
  firstDay(): Promise<string | null>
  /** The days from one to the other that have a plan, in order. */
  between(from: string, to: string): Promise<DatedDay[]>
  /** null: it is done. */
  command(date: string, name: CommandName, data: object, by: OutsideActor): Promise<Rejection | null>
}

const dayMs = 24 * 60 * 60 * 1000

export const endOf = (date: string): number => startOf(date) + dayMs

export function createPlannedDays({ days, settings, now }: Dependencies): PlannedDays {
  const today = () => calendarDayOf(now())
  const dayIn = (count: number) => calendarDayOf(startOf(today()) + count * dayMs)
  const lastOffered = async () => dayIn((await settings.read()).weeksAhead * 7)

  return {
    today,
    tomorrow: () => dayIn(1),
    lastOffered,
    isOffered: async (date) => date >= today() && date <= (await lastOffered()),
    day: (date) => days.state(date),
    firstDay: async () => (await days.ids()).toSorted()[0] ?? null,

    async between(from, to) {
      const dates = (await days.ids()).filter((date) => date >= from && date <= to).toSorted()
      const found = await Promise.all(
        dates.map(async (date) => ({ date, state: await unlessBroken(days.state(date)) })),
      )
      return found.flatMap(({ date, state }) => (state ? [{ date, state }] : []))
    },

    async command(date, name, data, by) {
      const reply = await days.dispatch(date, by, { type: `appointments.${name}`, data })
      return reply.ok ? null : reply.rejection
    },
  }
}
