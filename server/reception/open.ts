// Opens the reception of citizens: the day with its queue and desks, appointments with their letters, and the register,
// which is filled automatically.
import { compose } from '../../shared/kernel/aggregate.ts'
import { type ReceptionDayState, receptionDayModules } from '../../shared/reception/index.ts'
import type { IntakeGroup } from '../casework/intake-group/intake-group.ts'
import type { Casework } from '../casework/open.ts'
import type { Aggregates } from '../engine/aggregates/aggregates.ts'
import { receptionDayEncryption } from '../engine/encrypted-journals.ts'
import type { Engine } from '../engine/open.ts'
import type { OpenAggregates } from '../engine/open-aggregates.ts'
import type { Identity } from '../identity/open.ts'
import type { Sending } from '../mail/transport.ts'
import type { Papers } from '../papers/open.ts'
import { registerFiles } from '../papers/printers.ts'
import type { Base } from '../platform/base.ts'
import { createAppointments } from './appointments/appointments.ts'
import { createChallenges } from './appointments/challenge.ts'
import { createLetters } from './appointments/letters.ts'
import { createLimits } from './appointments/limits.ts'
import { createAppointmentRecord } from './appointments/record.ts'
import { createReceptionSettings } from './appointments/settings.ts'
import { createKiosks } from './day/kiosks.ts'
import { createReception } from './day/reception.ts'
import { createRegister } from './register/register.ts'

interface Parts {
  readonly engine: Pick<Engine, 'sessions' | 'aggregatesOf'>
  readonly identity: Pick<Identity, 'links' | 'accounts' | 'citizens' | 'officers'>
  readonly papers: Pick<Papers, 'agency' | 'numbers'>
  readonly casework: Pick<Casework, 'intakeGroup' | 'cases' | 'law'>
  readonly sending: Sending | null
  /** How much a browser works before it may book, as a share of the usual. */
  readonly challengeCost?: number | undefined
}

export type Reception = ReturnType<typeof openReception>

export function openReception(base: Base, parts: Parts) {
  const { redis, secrets, publicUrl, now, newId, log, lifetime } = base
  const { sessions } = parts.engine
  const { links, accounts, citizens, officers } = parts.identity
  const { agency, numbers } = parts.papers
  const { intakeGroup, cases, law } = parts.casework
  const days = openReceptionDays(base, parts.engine.aggregatesOf, intakeGroup)
  const kiosks = createKiosks(redis)
  const reception = createReception({
    days,
    kiosks,
    intakeGroup,
    sessions,
    links,
    accounts,
    citizens,
    linkKey: secrets.linkKey,
    publicUrl,
    now,
    newId,
    log,
  })
  lifetime.closes(() => reception.close())
  const register = createRegister({
    ...{ days, sessions, cases, citizens, officers, numbers },
    ...{ redis, now, newId, log },
  })
  lifetime.closes(() => register.close())
  lifetime.recovers(() => register.recover())
  const receptionSettings = createReceptionSettings(redis)
  const appointmentRecord = createAppointmentRecord(redis, secrets.peopleKey)
  const ofDays = { days, record: appointmentRecord, citizens, officers, settings: receptionSettings, law, now, log }
  const appointments = createAppointments({
    ...ofDays,
    limits: createLimits(redis, now),
    letters: createLetters({ ...ofDays, sending: parts.sending, organisation: agency.organisation, publicUrl }),
    newId,
  })
  lifetime.closes(() => appointments.close())
  lifetime.starts(() => reception.start())
  lifetime.starts(() => register.start())
  lifetime.starts(() => appointments.start())
  return {
    receptionDays: days,
    kiosks,
    reception,
    register,
    registerFiles: registerFiles(agency),
    receptionSettings,
    appointmentRecord,
    appointments,
    challenges: createChallenges(redis, secrets.peopleKey, now, parts.challengeCost),
  }
}

export function openReceptionDays(
  { redis, secrets, freeze }: Pick<Base, 'redis' | 'secrets' | 'freeze'>,
  aggregatesOf: OpenAggregates,
  intakeGroup: Pick<IntakeGroup, 'actorOf'>,
): Aggregates<ReceptionDayState> {
  const aggregate = compose(receptionDayModules, { freeze })
  return aggregatesOf('receptionDay', aggregate, {
    eventEncryption: receptionDayEncryption(redis, secrets.peopleKey, aggregate),
    actorOf: intakeGroup.actorOf,
  })
}
