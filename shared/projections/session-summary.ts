// One line of a list of sessions. Pure.
import type { SessionState } from '../modules/index.ts'
import { isStateSecret } from '../secrecy/levels.ts'
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

/** As lists have it, which lie in clear: of a secret of the state without its title. */
export function listedSummary(state: SessionState): SessionSummary {
  const summary = summaryOf(state)
  return isStateSecret(summary.secrecy) ? { ...summary, title: '' } : summary
}
