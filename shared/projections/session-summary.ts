// One line of a list of sessions. Pure.
import type { SessionState } from '../modules/index.ts'
import type { SessionSummary } from '../wire/rest.ts'

export function summaryOf({ session, sites, admission }: SessionState): SessionSummary {
  const {
    sessionId,
    title,
    kind,
    scheduledAt,
    plannedMinutes,
    place,
    seriesId,
    visitOf,
    status,
    openedAt,
    closedAt,
    secrecy,
  } = session
  const participants = Object.values(admission.participants)
  return {
    sessionId,
    title,
    kind,
    scheduledAt,
    plannedMinutes,
    place,
    seriesId,
    visitOf,
    secrecy,
    status,
    openedAt,
    closedAt,
    siteCount: sites.sites.length,
    participantCount: participants.length,
    presentCount: participants.filter((participant) => participant.status === 'present').length,
  }
}
