// The reception calendar of the agency: what citizens do with places (bookings.ts), what staff plan (sittings.ts), and
// what is done by itself each minute. The state is in the journals of the days. Called by HTTP.

import { isOpen } from '../../../shared/reception/appointments/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { type Bookings, createBookings } from './bookings.ts'
import type { Letters } from './letters.ts'
import type { Limits } from './limits.ts'
import { createPlannedDays, type DatedDay, type PlannedDays } from './planned-days.ts'
import type { AppointmentRecord } from './record.ts'
import type { KeptReceptionSettings } from './settings.ts'
import { createSittings, type Sittings } from './sittings.ts'

export interface AppointmentDependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly record: AppointmentRecord
  readonly limits: Limits
  readonly letters: Letters
  readonly citizens: Citizens
  readonly settings: KeptReceptionSettings
  readonly law: Pick<LawData, 'calendar'>
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Appointments
  extends Bookings,
    Sittings,
    Pick<PlannedDays, 'between' | 'day' | 'firstDay' | 'lastOffered'> {
  readonly isMailOn: boolean
}

export interface RunningAppointments extends Appointments {
  /** Plans, reminds and queues what is due now, then once a minute. */
  start(): void
  /** As the clock does it. Any number of nodes may do it at once. */
  attend(): Promise<void>
  close(): Promise<void>
}

const checkEveryMs = 60_000
/** Within it a change to another day is surely done with. */
const moveTakesMs = 10 * 60_000

export function createAppointments(dependencies: AppointmentDependencies): RunningAppointments {
  const { record, letters, now, log } = dependencies
  const plannedDays = createPlannedDays(dependencies)
  const { between, day, firstDay, lastOffered, today } = plannedDays
  const sittings = createSittings({ ...dependencies, plannedDays })
  const attending = createMailbox()
  let plannedOn: string | null = null
  let timer: NodeJS.Timeout | null = null

  const planAhead: Sittings['planAhead'] = async () => {
    const outcome = await sittings.planAhead()
    plannedOn = today()
    return outcome
  }

  /** A process that ended in the middle of a change to another day has left two places: the one its record names is meant. */
  async function clearStrays({ date, state }: DatedDay): Promise<void> {
    for (const one of state.appointments.appointments) {
      if (!isOpen(one) || one.bookedAt > now() - moveTakesMs) continue
      const kept = await record.of(one.appointmentId)
      if (!kept || kept.date === date) continue
      const data = { appointmentId: one.appointmentId, by: 'citizen', reason: null }
      await plannedDays.command(date, 'cancel', data, { kind: 'system' })
    }
  }

  async function attendNow(): Promise<void> {
    if (plannedOn !== today()) {
      const { refused } = await planAhead()
      if (refused.length > 0) log.warn({ refused }, 'the rota could not be planned as it stands')
    }
    // What fails on one day must not keep the others from being attended to.
    const failures: unknown[] = []
    for (const one of await between(today(), '9999-12-31'))
      await clearStrays(one)
        .then(() => letters.attend(one.date, one.state))
        .catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  const attend = () => attending.post(attendNow)
  const tell = (error: unknown) =>
    log.warn({ err: error }, 'the reception calendar was not attended to: again in a minute')

  return {
    ...createBookings({ ...dependencies, plannedDays }),
    ...sittings,
    ...{ between, day, firstDay, lastOffered, planAhead, attend },
    isMailOn: letters.isOn,
    start() {
      void attend().catch(tell)
      timer = setInterval(() => void attend().catch(tell), checkEveryMs)
      timer.unref()
    },
    async close() {
      if (timer) clearInterval(timer)
      await attending.post(async () => undefined)
      await letters.close()
    },
  }
}
