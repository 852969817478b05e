// A session's state as REST shows it to staff.
import type { SessionState } from '../../shared/modules/index.ts'
import type { SessionDetail, SessionSummary } from '../../shared/wire/rest.ts'
import type { People } from '../../shared/wire/socket-events.ts'

export function summaryOf({ session, sites, admission }: SessionState): SessionSummary {
  const { sessionId, title, kind, scheduledAt, plannedMinutes, place, status, openedAt, closedAt } = session
  const participants = Object.values(admission.participants)
  return {
    sessionId,
    title,
    kind,
    scheduledAt,
    plannedMinutes,
    place,
    status,
    openedAt,
    closedAt,
    siteCount: sites.sites.length,
    participantCount: participants.length,
    presentCount: participants.filter((participant) => participant.status === 'present').length,
  }
}

export function detailOf(state: SessionState, people: People): SessionDetail {
  return {
    ...summaryOf(state),
    sites: state.sites.sites.map(({ siteId, name, rank, delegates }) => ({
      siteId,
      name,
      rank,
      delegates: delegates.map(({ delegateId, personId }) => ({ delegateId, person: people[personId] ?? null })),
    })),
    participants: Object.values(state.admission.participants).map(
      ({ participantId, personId, role, siteId, status, since, waits, linkId }) => ({
        participantId,
        person: people[personId] ?? null,
        role,
        siteId,
        status,
        since,
        waits,
        hasLink: linkId !== null,
      }),
    ),
  }
}
