// Schedules a session by many commands for one request: all are tried on an empty session first, so that what the rules
// reject is rejected before anything is written.

import { setImmediate } from 'node:timers/promises'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate, Wish } from '../../../shared/kernel/aggregate.ts'
import {
  DelegateId,
  ItemId,
  LinkId,
  ParticipantId,
  PersonId,
  type Role,
  SeriesId,
  SessionId,
  SiteId,
} from '../../../shared/kernel/ids.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { readinessDeadlines, type WorkingCalendar } from '../../../shared/law/working-days.ts'
import { admission } from '../../../shared/modules/admission/contract.ts'
import { agenda } from '../../../shared/modules/agenda/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { readiness } from '../../../shared/modules/readiness/contract.ts'
import { session } from '../../../shared/modules/session/contract.ts'
import { sites } from '../../../shared/modules/sites/contract.ts'
import type { Invited, NewParticipant, NewSession, Reporter } from '../../../shared/wire/hearing/booking.ts'
import type { ParticipantLink, ScheduledSession } from '../../../shared/wire/hearing/sessions.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { NewPerson, Sessions } from '../../engine/session/sessions.ts'
import type { Links } from '../../identity/links/links.ts'
import { linkExpiresAt } from '../../identity/links/links.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { demandHandled } from '../../identity/secrecy/secrecy-rule.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly aggregate: Aggregate<SessionState>
  readonly links: Links
  readonly law: LawData
  readonly secrecyGate: SecrecyGate
  readonly now: () => number
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
}

export interface Step {
  readonly wish: Wish
  /** The part of the request that it comes from, as in participants.0; none: of the whole. */
  readonly field?: string
}

interface Invitation {
  readonly participantId: ParticipantId
  readonly linkId: LinkId
  readonly siteId: SiteId | null
  readonly invited: Invited
}

/** @throws HttpError naming the part of the request that is refused; then nothing has been scheduled. */
export async function scheduleSession(
  dependencies: Dependencies,
  actor: ActorReference,
  { alsoAt, ...request }: NewSession,
): Promise<ScheduledSession> {
  const { aggregate, newId } = dependencies
  demandHandled(dependencies, request.secrecy)
  const seriesId = alsoAt.length > 0 ? SeriesId.parse(newId()) : null
  const booking = { ...request, seriesId }
  // The sessions of a series differ in their time alone, which no rule refuses: one rehearsal speaks for all.
  const calendar = await dependencies.law.calendar()
  const madeUp = peopleOf(booking).people.map(() => PersonId.parse(newId()))
  await rehearse(
    dependencies,
    aggregate.initial,
    actor,
    stepsOf(booking, SessionId.parse(newId()), madeUp, calendar, dependencies).steps,
  )
  const first = await scheduleOne(dependencies, actor, booking, calendar)
  const series = [{ sessionId: first.sessionId, scheduledAt: booking.scheduledAt }]
  for (const scheduledAt of alsoAt) {
    const { sessionId } = await scheduleOne(dependencies, actor, { ...booking, scheduledAt }, calendar)
    series.push({ sessionId, scheduledAt })
  }
  return { ...first, series }
}

type Booking = Omit<NewSession, 'alsoAt'> & { readonly seriesId: SeriesId | null }

async function scheduleOne(
  dependencies: Dependencies,
  actor: ActorReference,
  booking: Booking,
  calendar: WorkingCalendar,
): Promise<Omit<ScheduledSession, 'series'>> {
  const { sessions, newId } = dependencies
  const sessionId = SessionId.parse(newId())
  const personIds = await register(sessions, sessionId, peopleOf(booking).people)
  const { steps, invitations, itemIds } = stepsOf(booking, sessionId, personIds, calendar, dependencies)
  await perform(dependencies, sessionId, actor, steps)
  return {
    sessionId,
    itemIds,
    participants: await Promise.all(invitations.map((one) => linkOf(dependencies, sessionId, booking, one))),
  }
}

/** @throws HttpError */
export async function inviteOne(
  dependencies: Dependencies,
  actor: ActorReference,
  sessionId: SessionId,
  { siteId, ...invited }: NewParticipant,
): Promise<ParticipantLink> {
  const { sessions, newId } = dependencies
  const state = await sessions.state(sessionId)
  if (!state) throw notFound('session')
  const invitation = invitationOf(invited, siteId, newId)
  await rehearse(dependencies, state, actor, [
    { wish: inviting(invitation, PersonId.parse(newId())), field: 'participant' },
  ])
  const [personId] = await register(sessions, sessionId, [invited])
  if (!personId) throw new Error('one person in, none out')
  await perform(dependencies, sessionId, actor, [{ wish: inviting(invitation, personId), field: 'participant' }])
  return linkOf(dependencies, sessionId, state.session, invitation)
}

type Named = Pick<NewSession, 'sites' | 'participants'>

/**
 * Everybody the request names, each once: who is a delegate of a site and takes part there in person, by name and title, is one
 * person, or they would vote twice.
 */
function peopleOf({ sites, participants }: Named): { people: NewPerson[]; placeOf: (who: Reporter) => number } {
  const people: NewPerson[] = [...participants]
  const places = sites.map(({ delegates }, siteIndex) =>
    delegates.map((delegate) => {
      const place = participants.findIndex(
        (one) => one.siteIndex === siteIndex && one.name === delegate.name && one.title === delegate.title,
      )
      const same = participants[place]
      if (!same) return people.push(delegate) - 1
      people[place] = { ...same, email: same.email ?? delegate.email }
      return place
    }),
  )
  const placeOf = (who: Reporter) =>
    'participantIndex' in who ? who.participantIndex : (places[who.siteIndex]?.[who.delegateIndex] ?? 0)
  return { people, placeOf }
}

/** `personIds` in the order of peopleOf(). */
function stepsOf(
  request: Booking,
  sessionId: SessionId,
  personIds: readonly PersonId[],
  calendar: WorkingCalendar,
  { newId }: Dependencies,
) {
  const { sites: newSites, participants, agenda: items, ...schedule } = request
  const { placeOf } = peopleOf(request)
  const idsOf = (who: Reporter) => PersonId.parse(personIds[placeOf(who)])
  const siteIds = newSites.map(() => SiteId.parse(newId()))
  const steps: Step[] = [
    {
      wish: wish(session, 'schedule', { sessionId, isProtected: false, visitOf: null, ...schedule }),
      field: 'the session',
    },
    { wish: planOf(schedule.scheduledAt, calendar), field: 'scheduledAt' },
  ]
  for (const [index, siteId] of siteIds.entries()) {
    const { name, rank, delegates } = newSites[index] as NewSession['sites'][number]
    steps.push({ wish: wish(sites, 'add', { siteId, name, rank }), field: `sites.${index}` })
    for (const position of delegates.keys()) {
      const personId = idsOf({ siteIndex: index, delegateIndex: position })
      const delegate = { siteId, delegateId: DelegateId.parse(newId()), personId }
      steps.push({ wish: wish(sites, 'addDelegate', delegate), field: `sites.${index}.delegates.${position}` })
    }
  }
  const invitations = participants.map(({ siteIndex, ...invited }) =>
    invitationOf(invited, siteIndex === null ? null : (siteIds[siteIndex] ?? null), newId),
  )
  for (const [index, invitation] of invitations.entries())
    steps.push({
      wish: inviting(invitation, idsOf({ participantIndex: index })),
      field: `participants.${index}`,
    })
  const itemIds = items.map(({ reporter, ...item }, index) => {
    const itemId = ItemId.parse(newId())
    const reporterId = reporter && idsOf(reporter)
    steps.push({ wish: wish(agenda, 'add', { ...item, itemId, reporterId }), field: `agenda.${index}` })
    return itemId
  })
  return { steps, invitations, itemIds }
}

/** Until when each gate is to be passed: as the law and the calendar stand when the session is booked or moved. */
export const planOf = (scheduledAt: number, calendar: WorkingCalendar): Wish =>
  wish(readiness, 'plan', { ...readinessDeadlines(scheduledAt, calendar), scheduledAt })

function invitationOf(invited: Invited, siteId: SiteId | null, newId: () => string): Invitation {
  return { participantId: ParticipantId.parse(newId()), linkId: LinkId.parse(newId()), siteId, invited }
}

/** Who comes from outside the agencies meets the waiting room first. */
const waitsByDefault: Readonly<Record<Role, boolean>> = {
  chair: false,
  secretary: false,
  siteOperator: false,
  citizen: true,
  observer: true,
}

function inviting({ participantId, linkId, siteId, invited: { role, waits } }: Invitation, personId: PersonId): Wish {
  return wish(admission, 'invite', {
    participantId,
    personId,
    role,
    siteId,
    waits: waits ?? waitsByDefault[role],
    linkId,
  })
}

async function linkOf(
  { links, now }: Dependencies,
  sessionId: SessionId,
  schedule: Pick<SessionState['session'], 'scheduledAt' | 'plannedMinutes'>,
  { participantId, linkId, siteId, invited: { name, role } }: Invitation,
): Promise<ParticipantLink> {
  const link = await links.address({ sessionId, participantId, linkId }, linkExpiresAt(schedule, now()))
  return { participantId, name, role, siteId, link }
}

/** Thousands of participants take seconds to fold: sockets and media of running sessions get their turn in between. */
const stepsPerTurn = 10

export async function rehearse(
  { aggregate, now, newId, codeFor }: Dependencies,
  start: SessionState,
  actor: ActorReference,
  steps: readonly Step[],
): Promise<void> {
  if (actor.kind === 'participant') throw new Error('participants do not schedule')
  let state = start
  for (const [index, { wish, field }] of steps.entries()) {
    if (index % stepsPerTurn === 0) await setImmediate()
    const at = now()
    const outcome = aggregate.decide(state, wish, { actor, at, newId, codeFor })
    if ('opens' in outcome) throw new Error(`${wish.type} opens a box that nothing can be in`)
    if ('rejection' in outcome) throw rejected(outcome.rejection, field)
    state = aggregate.evolve(state, { seq: index + 1, at, actor, events: [...outcome.events] })
  }
}

export async function register(
  sessions: Sessions,
  sessionId: SessionId,
  people: readonly NewPerson[],
): Promise<PersonId[]> {
  const replies = await sessions.registerPeople(
    sessionId,
    people.map(({ name, title, email }) => ({ name, title, email })),
  )
  return replies.map((reply) => {
    if (!reply.ok) throw rejected(reply.rejection)
    return reply.personId
  })
}

export async function perform(
  { sessions, newId }: Dependencies,
  sessionId: SessionId,
  actor: ActorReference,
  steps: readonly Step[],
): Promise<void> {
  for (const { wish, field } of steps) {
    const reply = await sessions.dispatch(sessionId, actor, { id: newId(), ...wish })
    if (!reply.ok) throw rejected(reply.rejection as Rejection, field)
  }
}
