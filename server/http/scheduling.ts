// Scheduling a session is one wish of the person and many commands: all are tried on an empty session first, so that
// what the rules would refuse is refused before anything is written.
import { setImmediate } from 'node:timers/promises'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import type { Wish } from '../../shared/kernel/aggregate.ts'
import { DelegateId, LinkId, ParticipantId, PersonId, type Role, SessionId, SiteId } from '../../shared/kernel/ids.ts'
import type { Rejection } from '../../shared/kernel/rejection.ts'
import { admission } from '../../shared/modules/admission/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import { session } from '../../shared/modules/session/contract.ts'
import { sites } from '../../shared/modules/sites/contract.ts'
import type { Invited, NewParticipant, NewSession, ParticipantLink } from '../../shared/wire/rest.ts'
import type { Person } from '../../shared/wire/socket-events.ts'
import { linkExpiresAt } from '../access/links.ts'
import type { HttpDependencies } from './dependencies.ts'
import { notFound, rejected } from './errors.ts'
import { wish } from './wish.ts'

type Dependencies = Pick<HttpDependencies, 'sessions' | 'aggregate' | 'links' | 'now' | 'newId' | 'codeFor'>

interface Step {
  readonly wish: Wish
  /** The part of the request that it comes from, as in participants.0. */
  readonly field: string
}

interface Invitation {
  readonly participantId: ParticipantId
  readonly linkId: LinkId
  readonly siteId: SiteId | null
  readonly invited: Invited
}

/** @throws HttpError naming the part of the request that is refused. */
export async function scheduleSession(
  dependencies: Dependencies,
  actor: ActorReference,
  request: NewSession,
): Promise<{ sessionId: SessionId; participants: ParticipantLink[] }> {
  const { sessions, aggregate, newId } = dependencies
  const people = peopleOf(request)
  const madeUp = people.map(() => PersonId.parse(newId()))
  await rehearse(
    dependencies,
    aggregate.initial,
    actor,
    stepsOf(request, SessionId.parse(newId()), madeUp, newId).steps,
  )

  const sessionId = SessionId.parse(newId())
  const personIds = await register(sessions, sessionId, people)
  const { steps, invitations } = stepsOf(request, sessionId, personIds, newId)
  await perform(dependencies, sessionId, actor, steps)
  return {
    sessionId,
    participants: await Promise.all(invitations.map((one) => linkOf(dependencies, sessionId, request, one))),
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

const peopleOf = ({ sites, participants }: NewSession): Person[] => [
  ...sites.flatMap(({ delegates }) => delegates),
  ...participants,
]

/** `personIds` in the order of peopleOf(). */
function stepsOf(request: NewSession, sessionId: SessionId, personIds: readonly PersonId[], newId: () => string) {
  const { sites: newSites, participants, ...schedule } = request
  const remaining = personIds.values()
  const nextPerson = () => PersonId.parse(remaining.next().value)
  const siteIds = newSites.map(() => SiteId.parse(newId()))
  const steps: Step[] = [{ wish: wish(session, 'schedule', { sessionId, ...schedule }), field: 'the session' }]
  for (const [index, siteId] of siteIds.entries()) {
    const { name, rank, delegates } = newSites[index] as NewSession['sites'][number]
    steps.push({ wish: wish(sites, 'add', { siteId, name, rank }), field: `sites.${index}` })
    for (const position of delegates.keys()) {
      const delegate = { siteId, delegateId: DelegateId.parse(newId()), personId: nextPerson() }
      steps.push({ wish: wish(sites, 'addDelegate', delegate), field: `sites.${index}.delegates.${position}` })
    }
  }
  const invitations = participants.map(({ siteIndex, ...invited }) =>
    invitationOf(invited, siteIndex === null ? null : (siteIds[siteIndex] ?? null), newId),
  )
  for (const [index, invitation] of invitations.entries())
    steps.push({ wish: inviting(invitation, nextPerson()), field: `participants.${index}` })
  return { steps, invitations }
}

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

async function rehearse(
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

async function register(
  sessions: HttpDependencies['sessions'],
  sessionId: SessionId,
  people: readonly Person[],
): Promise<PersonId[]> {
  const replies = await sessions.registerPeople(
    sessionId,
    people.map(({ name, title }) => ({ name, title })),
  )
  return replies.map((reply) => {
    if (!reply.ok) throw rejected(reply.rejection)
    return reply.personId
  })
}

async function perform(
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
