// The lines of the minutes about the session itself: what was prepared, its opening and closing, who comes and goes.
import type { ParticipantId, PersonId } from '../kernel/ids.ts'
import { admission } from '../modules/admission/contract.ts'
import { devices } from '../modules/devices/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { readiness } from '../modules/readiness/contract.ts'
import { session } from '../modules/session/contract.ts'
import { siteOf } from '../modules/sites/contract.ts'
import { actorAsPerson, doer, type LineMaker, line, type Telling } from './line-of-event.ts'
import type { CourseLine } from './minutes.ts'

/** Coming and going are told of the room alone, not of the waiting room. */
export const sessionLines: readonly [string, LineMaker][] = [
  line(session, 'opened', (_data, telling) => ({ at: telling.at, kind: 'opened', by: doer(telling) })),
  line(session, 'suspended', ({ reason }, telling) => ({
    at: telling.at,
    kind: 'suspended',
    by: doer(telling),
    reason,
  })),
  line(session, 'resumed', (_data, { at }) => ({ at, kind: 'resumed' })),
  line(session, 'closed', (_data, telling) => ({ at: telling.at, kind: 'closed', by: doer(telling) })),
  line(admission, 'entered', arrived),
  line(admission, 'admitted', arrived),
  line(admission, 'returned', arrived),
  line(admission, 'lost', ({ participantId, lostAt }, { at, before, named }) =>
    isPresent(participantId, before) ? { at, kind: 'lost', who: named(participantId), lostAt } : null,
  ),
  line(admission, 'left', ({ participantId }, { at, before, named }) =>
    isPresent(participantId, before) ? { at, kind: 'left', who: named(participantId) } : null,
  ),
  line(admission, 'chairHandedOver', ({ participantId, fromId }, { at, actor, named }) => ({
    at,
    kind: 'chairHandedOver',
    from: named(fromId),
    to: named(participantId),
    isTaken: actor.kind !== 'participant' || actor.participantId !== fromId,
  })),
  line(admission, 'refused', ({ participantId, reason }, { at, named }) => ({
    at,
    kind: 'refused',
    who: named(participantId),
    reason,
  })),
  line(admission, 'removed', ({ participantId, reason }, { at, named }) => ({
    at,
    kind: 'removed',
    who: named(participantId),
    reason,
  })),
  // Who never came leaves no line: that the invitation was withdrawn is no part of the meeting.
  line(admission, 'invitationWithdrawn', ({ participantId, reason }, { at, named, cameAt }) =>
    cameAt(participantId) === null ? null : { at, kind: 'withdrawn', who: named(participantId), reason },
  ),
  line(admission, 'returnedToWaiting', ({ participantId, reason }, { at, named }) => ({
    at,
    kind: 'returnedToWaiting',
    who: named(participantId),
    reason,
  })),
  line(readiness, 'overridden', ({ gates, reason, personId = null }, telling) => ({
    at: telling.at,
    kind: 'gatesOverridden',
    by: doer(telling),
    person: personId === null ? actorAsPerson(telling) : telling.person(personId),
    gates,
    reason,
  })),
  // Measured, it is no line; nor was it one before a reason was asked for.
  line(readiness, 'siteConnected', ({ siteId, reason = null, personId = null }, telling) => {
    const site = siteOf(telling.before.sites.sites, siteId)?.name ?? null
    return reason === null ? null : connectionConfirmed(telling, { site, reason, personId })
  }),
  line(readiness, 'allConnected', ({ reason = null }, telling) =>
    reason === null ? null : connectionConfirmed(telling, { site: null, reason, personId: null }),
  ),
  line(devices, 'confirmed', ({ siteId, items, participantId }, { at, before, named }) => ({
    at,
    kind: 'devicesConfirmed',
    who: named(participantId),
    site: siteOf(before.sites.sites, siteId)?.name ?? null,
    items: items.map(({ wording }) => wording),
  })),
]

function connectionConfirmed(
  telling: Telling,
  { personId, ...confirmed }: { site: string | null; reason: string; personId: PersonId | null },
): CourseLine {
  const person = personId === null ? actorAsPerson(telling) : telling.person(personId)
  return { at: telling.at, kind: 'connectionConfirmed', by: doer(telling), person, ...confirmed }
}

const isPresent = (participantId: ParticipantId, { admission }: SessionState) =>
  admission.participants[participantId]?.status === 'present'

function arrived(
  { participantId }: { participantId: ParticipantId },
  { at, event, after, named, cameAt }: Telling,
): CourseLine | null {
  if (!isPresent(participantId, after)) return null
  const isBack = event.type === `${admission.name}.returned` && cameAt(participantId) !== at
  return { at, kind: isBack ? 'returned' : 'arrived', who: named(participantId) }
}
