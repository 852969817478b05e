// Opens casework: cases and their legal deadlines, the intake group for possible denunciations, and the follow-up of
// assignments.
import { composeCase } from '../../shared/cases/index.ts'
import { type ConclusionState, followUpModules } from '../../shared/conclusions/index.ts'
import { intakeGroupModules } from '../../shared/intake-group/index.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import type { Aggregates } from '../engine/aggregates/aggregates.ts'
import { caseEncryption, followUpEncryption } from '../engine/encrypted-journals.ts'
import type { Engine } from '../engine/open.ts'
import type { OpenAggregates } from '../engine/open-aggregates.ts'
import type { Accounts } from '../identity/accounts/accounts.ts'
import type { Identity } from '../identity/open.ts'
import type { Sending } from '../mail/transport.ts'
import { conclusionsXlsx } from '../papers/kinds/conclusions-xlsx.ts'
import { deadlinesXlsx } from '../papers/kinds/deadlines-xlsx.ts'
import type { Papers } from '../papers/open.ts'
import type { Base } from '../platform/base.ts'
import { type CaseServices, openCases } from './cases/open-cases.ts'
import { createReminderPlan } from './conclusions/reminder-plan.ts'
import { createReminders, type RunningReminders } from './conclusions/reminders.ts'
import { createDeadlineDigest, type RunningDeadlineDigest } from './deadlines/deadline-digest.ts'
import { createLawData, type LawData } from './deadlines/law-data.ts'
import { createUrgentDeadlines, type UrgentDeadlines } from './deadlines/urgent-deadlines.ts'
import { createIntakeGroup, type IntakeGroup } from './intake-group/intake-group.ts'

interface Parts {
  readonly engine: Pick<Engine, 'sessions' | 'sessionLists' | 'aggregatesOf'>
  readonly identity: Pick<Identity, 'accounts' | 'citizens' | 'units'>
  readonly papers: Pick<Papers, 'agency' | 'numbers'>
  readonly sending: Sending | null
  readonly holidays: Parameters<typeof createLawData>[0]['holidays']
}

export type Casework = ReturnType<typeof openCasework>

export function openCasework(base: Base, parts: Parts) {
  const { redis, now, log, lifetime } = base
  const { engine, identity } = parts
  const followUps = openFollowUps(base, engine.aggregatesOf)
  const intakeGroup = openIntakeGroup(base, engine.aggregatesOf, identity.accounts)
  const law = createLawData({ redis, holidays: parts.holidays, now, log })
  const reminderPlan = createReminderPlan(redis)
  const reminders = openReminders(base, { ...parts, followUps, law })
  lifetime.closes(() => reminders.close())
  const caseServices = openCaseServices(base, { ...parts, intakeGroup, law })
  lifetime.recovers(() => caseServices.cases.recover())
  lifetime.closes(() => caseServices.cases.close())
  const urgentDeadlines = openUrgentDeadlines(base, { engine, law, ...caseServices })
  const deadlineDigest = openDeadlineDigest(base, { ...parts, law, urgentDeadlines, ...caseServices })
  lifetime.closes(() => deadlineDigest.close())
  lifetime.starts(() => reminders.start())
  lifetime.starts(() => deadlineDigest.start())
  return {
    ...caseServices,
    followUps,
    heldFollowUps: openFollowUps(base, engine.aggregatesOf, { areHeld: true }),
    intakeGroup,
    law,
    reminderPlan,
    reminders,
    urgentDeadlines,
    deadlineDigest,
    conclusionsXlsx,
    deadlinesXlsx,
  }
}

/** Of assignments whose words stay in their session what is written is encrypted (ADR 0075); both read the same journals. */
export const openFollowUps = (
  { redis, secrets, freeze }: Pick<Base, 'redis' | 'secrets' | 'freeze'>,
  aggregatesOf: OpenAggregates,
  { areHeld }: { readonly areHeld: boolean } = { areHeld: false },
): Aggregates<ConclusionState> =>
  aggregatesOf('followUp', compose(followUpModules, { freeze }), {
    eventEncryption: followUpEncryption(redis, secrets.peopleKey, areHeld),
  })

export const openIntakeGroup = (
  { freeze }: Pick<Base, 'freeze'>,
  aggregatesOf: OpenAggregates,
  accounts: Pick<Accounts, 'find'>,
): IntakeGroup => createIntakeGroup(aggregatesOf('intakeGroup', compose(intakeGroupModules, { freeze })), accounts)

export function openCaseServices(
  { redis, secrets, freeze, now, newId, log }: Base,
  parts: {
    readonly engine: Pick<Engine, 'aggregatesOf'>
    readonly identity: Pick<Identity, 'citizens'>
    readonly papers: Pick<Papers, 'numbers'>
    readonly intakeGroup: Pick<IntakeGroup, 'actorOf'>
    readonly law: LawData
  },
): CaseServices {
  const aggregate = composeCase({ freeze })
  return openCases({
    aggregates: parts.engine.aggregatesOf('case', aggregate, {
      eventEncryption: caseEncryption(redis, secrets.peopleKey, aggregate),
      actorOf: parts.intakeGroup.actorOf,
    }),
    citizens: parts.identity.citizens,
    numbers: parts.papers.numbers,
    redis,
    law: parts.law,
    now,
    key: secrets.linkKey,
    newId,
    log,
  })
}

export function openReminders(
  { redis, secrets, now, log }: Base,
  parts: Pick<Parts, 'sending'> & {
    readonly engine: Pick<Engine, 'sessions' | 'sessionLists'>
    readonly identity: Pick<Identity, 'units'>
    readonly papers: Pick<Papers, 'agency'>
    readonly followUps: Aggregates<ConclusionState>
    readonly law: LawData
  },
): RunningReminders {
  return createReminders({
    sessions: parts.engine.sessions,
    lists: parts.engine.sessionLists,
    followUps: parts.followUps,
    units: parts.identity.units,
    plan: createReminderPlan(redis),
    redis,
    secret: secrets.peopleKey,
    sending: parts.sending,
    organisation: parts.papers.agency.organisation,
    law: parts.law,
    now,
    log,
  })
}

export const openUrgentDeadlines = (
  { now }: Pick<Base, 'now'>,
  {
    cases,
    engine,
    law,
  }: Pick<CaseServices, 'cases'> & { readonly engine: Pick<Engine, 'sessionLists'>; readonly law: LawData },
): UrgentDeadlines => createUrgentDeadlines({ due: cases.due, sessionLists: engine.sessionLists, law, now })

export function openDeadlineDigest(
  { redis, publicUrl, now, log }: Base,
  parts: Pick<Parts, 'sending'> &
    Pick<CaseServices, 'cases'> & {
      readonly identity: Pick<Identity, 'units'>
      readonly papers: Pick<Papers, 'agency'>
      readonly urgentDeadlines: UrgentDeadlines
      readonly law: LawData
    },
): RunningDeadlineDigest {
  return createDeadlineDigest({
    due: parts.cases.due,
    urgentDeadlines: parts.urgentDeadlines,
    law: parts.law,
    units: parts.identity.units,
    plan: createReminderPlan(redis),
    redis,
    sending: parts.sending,
    organisation: parts.papers.agency.organisation,
    publicUrl,
    now,
    log,
  })
}
