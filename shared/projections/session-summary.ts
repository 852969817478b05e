// One row in a list of sessions. Pure.
import type { SessionState } from '../modules/index.ts'
import { isStateSecret } from '../secrecy/levels.ts'
import type { SessionSummary } from '../wire/hearing/sessions.ts'
import { titleOutside } from './leaving.ts'

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

/** As lists have it, which lie in clear: of a secret of the state that hour and room are taken, not how many come. */
export function listedSummary(state: SessionState): SessionSummary {
  const summary = { ...summaryOf(state), title: titleOutside(state) }
  const withheld = { siteCount: 0, participantCount: 0, presentCount: 0 }
  return isStateSecret(summary.secrecy) ? { ...summary, ...withheld } : summary
}
