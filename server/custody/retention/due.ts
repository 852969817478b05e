// Lists what is due for erasure, class by class, from everything that has ended. It erases nothing.

import type { CaseState } from '../../../shared/cases/index.ts'
import type { ConclusionState } from '../../../shared/conclusions/index.ts'
import { CaseId, type CitizenId, SessionId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { assignmentsWithin } from '../../../shared/projections/conclusions.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { dueDay, type ErasableClass, keepingOn } from '../../../shared/retention/classes.ts'
import { type Erasable, erasableKey, type Subject } from '../../../shared/retention/contract.ts'
import type { RetentionState } from '../../../shared/retention/index.ts'
import type { DueItem, DueList } from '../../../shared/wire/custody/retention.ts'
import type { SessionSummary } from '../../../shared/wire/hearing/sessions.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Register } from '../../reception/register/register.ts'
import type { Holdings } from './holdings.ts'

export interface DueDependencies {
  readonly sessions: Pick<Sessions, 'state'>
  readonly sessionLists: Pick<SessionLists, 'list'>
  readonly cases: Pick<Cases, 'state' | 'lists'>
  readonly register: Pick<Register, 'lists'>
  readonly followUps: Pick<Aggregates<ConclusionState>, 'state'>
  readonly receptionDays: Pick<Aggregates<ReceptionDayState>, 'ids' | 'state'>
  readonly holdings: Pick<Holdings, 'inventory'>
}

export const sessionClasses = ['recordings', 'films', 'documents', 'submissions', 'people', 'evidence'] as const
const pageSize = 200
/** More are listed when these are done: a list is looked at by people. */
const mostDue = 1000

const isOver = ({ status }: SessionSummary) => status === 'closed' || status === 'sealed' || status === 'cancelled'

/** The day from which what belongs to a session is kept. */
export const keptFrom = ({ closedAt, scheduledAt }: Pick<SessionSummary, 'closedAt' | 'scheduledAt'>): string =>
  calendarDayOf(closedAt ?? scheduledAt)

/** Throws Unavailable. */
export async function dueNow(dependencies: DueDependencies, state: RetentionState, at: number): Promise<DueList> {
  const items: DueItem[] = []
  const today = calendarDayOf(at)
  const offers = createOffers(dependencies, state, today, items)
  await offerSessions(dependencies, offers)
  await offerCases(dependencies, offers)
  await offerReceptionDays(dependencies, offers, today)
  return { lookedAt: at, items: items.slice(0, mostDue), isCut: items.length > mostDue }
}

interface Offers {
  /** The day on which what is kept from a day on is due, if that is over; null: it is not. */
  dueOf(name: ErasableClass, from: string): string | null
  /** Lists it when it is due, not erased yet, and there is something of it. */
  offer(item: Erasable, title: string, dueOn: string | null): Promise<void>
  /** One that comes again, or has a case that is not over, is kept with it. */
  offerCitizen(id: CitizenId, title: string, from: string, seenAt: Subject): Promise<void>
}

function createOffers(
  { cases, register, holdings }: Pick<DueDependencies, 'cases' | 'register' | 'holdings'>,
  { rows, lists }: RetentionState,
  today: string,
  items: DueItem[],
): Offers {
  const erased = new Set(lists.flatMap(({ items }) => items.filter(({ state }) => state === 'erased').map(erasableKey)))
  const dueOf = (name: ErasableClass, from: string): string | null => {
    const day = dueDay(from, keepingOn(rows, name, today).row)
    return day !== null && day <= today ? day : null
  }
  async function offer(item: Erasable, title: string, dueOn: string | null): Promise<void> {
    const key = erasableKey(item)
    if (dueOn === null || erased.has(key) || items.length > mostDue || items.some((one) => one.key === key)) return
    if ((await holdings.inventory(item)).length > 0) items.push({ ...item, key, title, dueOn })
  }

  async function offerCitizen(id: CitizenId, title: string, from: string, seenAt: Subject): Promise<void> {
    if (dueOf('citizens', from) === null) return
    const [caseRows, visits] = await Promise.all([
      cases.lists.ofCitizens([id]).then((ids) => cases.lists.rows(ids)),
      register.lists.ofCitizens([id]),
    ])
    const ends = await Promise.all(caseRows.map(({ caseId }) => endOfCase(cases, CaseId.parse(caseId))))
    if (ends.includes(null)) return
    const last = [from, ...caseRows.map(({ changedAt }) => calendarDayOf(changedAt)), ...visits.map(({ day }) => day)]
      .sort()
      .at(-1)
    const related = [
      seenAt,
      ...caseRows.flatMap(({ caseId, petition }) => ofCase(caseId, petition.reception?.sessionId)),
    ]
    await offer(
      { class: 'citizens', subject: { kind: 'citizen', id }, related },
      title,
      last === undefined ? null : dueOf('citizens', last),
    )
  }

  return { dueOf, offer, offerCitizen }
}

/** The day on which the last of what the session assigned was accepted; null: something is still to be done, or nothing was assigned. */
async function acceptedOn(
  { sessions, followUps }: Pick<DueDependencies, 'sessions' | 'followUps'>,
  { id }: Subject,
): Promise<string | null> {
  const state = await unlessBroken(sessions.state(SessionId.parse(id)))
  const assignments = state ? assignmentsWithin(state) : []
  const followed = await Promise.all(assignments.map(({ entryId }) => unlessBroken(followUps.state(entryId))))
  if (followed.some((one) => one?.followUp.status !== 'accepted')) return null
  const last = Math.max(...followed.flatMap((one) => one?.followUp.steps.map((step) => step.at) ?? []))
  return Number.isFinite(last) ? calendarDayOf(last) : null
}

async function offerSessions(dependencies: DueDependencies, { dueOf, offer, offerCitizen }: Offers): Promise<void> {
  const { sessions, sessionLists } = dependencies
  for await (const summary of overSessions(sessionLists)) {
    const from = keptFrom(summary)
    const subject: Subject = { kind: 'session', id: summary.sessionId }
    for (const name of sessionClasses)
      if (name !== 'evidence') await offer({ class: name, subject, related: [] }, summary.title, dueOf(name, from))
    if (dueOf('evidence', from) !== null) {
      const accepted = await acceptedOn(dependencies, subject)
      if (accepted !== null)
        await offer({ class: 'evidence', subject, related: [] }, summary.title, dueOf('evidence', accepted))
    }
    if (dueOf('citizens', from) === null) continue
    const state = await unlessBroken(sessions.state(SessionId.parse(summary.sessionId)))
    for (const id of new Set(Object.values(state?.identity.citizenIds ?? {})))
      await offerCitizen(id, summary.title, from, subject)
  }
}

async function offerCases({ cases }: DueDependencies, { dueOf, offer, offerCitizen }: Offers): Promise<void> {
  for await (const row of casesPerhapsOver(cases)) {
    // Closed on the day of its receipt at the earliest.
    if (dueOf('casePapers', row.receivedOn) === null && dueOf('citizens', row.receivedOn) === null) continue
    const endedAt = await endOfCase(cases, CaseId.parse(row.caseId))
    if (endedAt === null) continue
    const from = calendarDayOf(endedAt)
    const subject: Subject = { kind: 'case', id: CaseId.parse(row.caseId) }
    const related = ofCase(row.caseId, row.petition.reception?.sessionId).slice(1)
    await offer({ class: 'casePapers', subject, related }, row.number, dueOf('casePapers', from))
    for (const id of row.petition.petitionerIds) await offerCitizen(id, row.number, from, subject)
  }
}

async function offerReceptionDays(
  { receptionDays }: DueDependencies,
  { dueOf, offer, offerCitizen }: Offers,
  today: string,
): Promise<void> {
  for (const date of await receptionDays.ids()) {
    if (date >= today || (dueOf('appointments', date) === null && dueOf('citizens', date) === null)) continue
    const day = await unlessBroken(receptionDays.state(date))
    if (day === null) continue
    const { appointments, queue } = day
    for (const { appointmentId, citizenId } of appointments.appointments) {
      const subject: Subject = { kind: 'appointment', id: appointmentId }
      const related: Subject[] = [{ kind: 'citizen', id: citizenId }]
      await offer({ class: 'appointments', subject, related }, date, dueOf('appointments', date))
      // Who has booked and never come is found here alone.
      await offerCitizen(citizenId, date, date, subject)
    }
    // As is who took a ticket and went away.
    for (const { citizenId } of Object.values(queue.tickets))
      if (citizenId) await offerCitizen(citizenId, date, date, { kind: 'citizen', id: citizenId })
  }
}

const ofCase = (caseId: string, sessionId: string | null | undefined): Subject[] => [
  { kind: 'case', id: caseId },
  ...(sessionId ? [{ kind: 'session' as const, id: sessionId }] : []),
]

async function* overSessions(lists: DueDependencies['sessionLists']): AsyncGenerator<SessionSummary> {
  for (const areVisits of [false, true])
    for (let after: string | undefined, isLast = false; !isLast; ) {
      const page = await lists.list({ areVisits, after, limit: pageSize })
      yield* page.sessions.filter(isOver)
      isLast = page.next === null
      after = page.next ?? undefined
    }
}

/** Closed, or kept on file: not eligible, and never taken up. One that was split is over with the last of its parts. Epoch ms; null: it is not over. */
async function endOfCase(cases: Pick<Cases, 'state'>, caseId: CaseId): Promise<number | null> {
  // Of one whose journal does not hold nobody knows whether it is over.
  const state = await unlessBroken(cases.state(caseId))
  if (!state) return null
  if (state.intake.parts.length === 0) return endOf(state)
  const ends = await Promise.all(
    state.intake.parts.map(async (part) => {
      const found = await unlessBroken(cases.state(part.caseId))
      return found && endOf(found)
    }),
  )
  return ends.reduce<number | null>((last, end) => (last === null || end === null ? null : Math.max(last, end)), 0)
}

function endOf({ intake: { check, competence }, outcome: { closing } }: CaseState): number | null {
  if (closing) return closing.at
  return check && !check.isEligible && competence === null ? check.at : null
}

async function* casesPerhapsOver({ lists }: DueDependencies['cases']) {
  for (const status of ['closed', 'toClassify', 'split'] as const) yield* casesOf(lists, status)
}

async function* casesOf(lists: DueDependencies['cases']['lists'], status: 'closed' | 'toClassify' | 'split') {
  for (let after: string | undefined, isLast = false; !isLast; ) {
    const page = await lists.list({ status, after, limit: pageSize })
    yield* page.rows
    isLast = page.next === null
    after = page.next ?? undefined
  }
}
