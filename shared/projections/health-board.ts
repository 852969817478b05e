// The technical board of a session: which participants are observed, and a row for each site and person, the worst
// first.
import type { Ms, ParticipantId, SiteId } from '../kernel/ids.ts'
import type { Participant } from '../modules/admission/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isOver } from '../modules/session/contract.ts'
import {
  type Alarm,
  type Condition,
  conditions,
  type Flow,
  type HealthReport,
  type ParticipantHealth,
  type SessionHealth,
  type Weakness,
} from '../wire/hearing/health.ts'
import type { Observation } from './health-alarms.ts'

/** A page that has not told of itself for so long tells nothing of now. */
export const staleAfterMs = 15_000

/** Those who should be in the room, and send: an observer's line is their own affair. */
const isWatched = ({ role, status, isAdmitted }: Participant): boolean =>
  role !== 'observer' && isAdmitted && (status === 'present' || status === 'lost')

export function observationsOf(
  state: SessionState,
  healthOf: (participantId: ParticipantId) => { readonly picture: Flow; readonly report: HealthReport | null },
): Observation[] {
  if (isOver(state.session.status)) return []
  return Object.values(state.admission.participants)
    .filter(isWatched)
    .map(({ participantId, status, since, siteId }) => ({
      participantId,
      isLost: status === 'lost',
      since,
      isAtSite: siteId !== null,
      ...healthOf(participantId),
    }))
}

export interface BoardRow {
  /** null: a person at no site. */
  readonly siteId: SiteId | null
  /** null: nobody of the site has come. */
  readonly participantId: ParticipantId | null
  readonly condition: Condition
  /** Since when they are lost, or in the room. */
  readonly since: Ms | null
  /** What goes on, oldest first. */
  readonly alarms: readonly Alarm[]
  /** What is not well, alarm or not. */
  readonly weaknesses: readonly Weakness[]
  readonly health: ParticipantHealth | null
}

/** The worst first; among equals the order of the sites. */
export function boardRows(
  { admission, sites }: Pick<SessionState, 'admission' | 'sites'>,
  health: SessionHealth,
): BoardRow[] {
  const watched = Object.values(admission.participants).filter(isWatched)
  const at = (siteId: SiteId | null) => watched.filter((participant) => participant.siteId === siteId)
  const rows = [
    ...sites.sites.flatMap(({ siteId }) => {
      const here = at(siteId).map((participant) => rowOf(participant, health))
      return here.length > 0 ? here : [absentAt(siteId)]
    }),
    ...at(null).map((participant) => rowOf(participant, health)),
  ]
  return rows.sort((one, other) => conditions.indexOf(one.condition) - conditions.indexOf(other.condition))
}

const absentAt = (siteId: SiteId): BoardRow => ({
  siteId,
  participantId: null,
  condition: 'absent',
  since: null,
  alarms: [],
  weaknesses: [],
  health: null,
})

function rowOf(
  { participantId, siteId, status, since }: Participant,
  { participants, alarms }: SessionHealth,
): BoardRow {
  const health = participants[participantId] ?? null
  const own = alarms.filter((alarm) => alarm.participantId === participantId && alarm.endedAt === null)
  const weaknesses = status === 'lost' || !health ? [] : weaknessesOf(health, siteId !== null)
  const condition = conditionOf(status === 'lost', own, weaknesses, health)
  return { siteId, participantId, condition, since, alarms: own, weaknesses, health }
}

function conditionOf(
  isLost: boolean,
  alarms: readonly Alarm[],
  weaknesses: readonly Weakness[],
  health: ParticipantHealth | null,
): Condition {
  if (isLost) return 'lost'
  if (alarms.length > 0) return 'trouble'
  if (weaknesses.length > 0) return 'attention'
  return health?.report ? 'good' : 'unknown'
}

const notable = { lossPercent: 2, roundTripMs: 400 }

function weaknessesOf({ picture, report }: ParticipantHealth, isAtSite: boolean): Weakness[] {
  const found: Weakness[] = []
  const isOff = report === null || report.camera === 'off'
  if (picture !== 'live' && (isAtSite || !isOff)) found.push('picture')
  if (!report) return found
  if (report.camera === 'failed' || report.camera === 'interrupted') found.push('camera')
  if (report.microphone === 'failed' || report.microphone === 'interrupted') found.push('microphone')
  if (Math.max(report.upLossPercent, report.downLossPercent) >= notable.lossPercent) found.push('loss')
  if (report.limitedBy === 'cpu' || report.limitedBy === 'bandwidth') found.push(report.limitedBy)
  if ((report.roundTripMs ?? 0) >= notable.roundTripMs) found.push('delay')
  if (report.route === 'tcp') found.push('tcp')
  return found
}
