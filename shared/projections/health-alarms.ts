// Raises and ends alarms from observations. An alarm is raised slowly and ended more slowly, so that short or
// alternating faults do not produce many alarms. Pure; the server’s loaded session calls it every two seconds.
import type { Ms, ParticipantId } from '../kernel/ids.ts'
import { type Alarm, AlarmKind, type Flow, type HealthReport } from '../wire/hearing/health.ts'

/** One participant who should be heard and seen, at one moment. */
export interface Observation {
  readonly participantId: ParticipantId
  readonly isLost: boolean
  /** When they were lost, or came. */
  readonly since: Ms
  readonly isAtSite: boolean
  readonly picture: Flow
  /** null: none of late. */
  readonly report: HealthReport | null
}

export interface AlarmWatch {
  /** Troubles too young for an alarm, by key: since when. */
  readonly suspected: Readonly<Record<string, Ms>>
  /** Alarms whose trouble is gone, by key: since when. */
  readonly recovering: Readonly<Record<string, Ms>>
  /** Oldest first. */
  readonly alarms: readonly Alarm[]
}

export const quiet: AlarmWatch = { suspected: {}, recovering: {}, alarms: [] }

const seconds = 1000
const raiseAfterMs: Readonly<Record<AlarmKind, Ms>> = {
  lost: 5 * seconds,
  picture: 10 * seconds,
  microphone: 10 * seconds,
  loss: 15 * seconds,
  freezes: 15 * seconds,
  cpu: 15 * seconds,
}
const clearAfterMs: Readonly<Record<AlarmKind, Ms>> = {
  lost: 0,
  picture: 4 * seconds,
  microphone: 4 * seconds,
  loss: 15 * seconds,
  freezes: 15 * seconds,
  cpu: 15 * seconds,
}
const lossThatAlarms = 5
/** Between the two an alarm neither begins nor ends. */
const lossThatIsWell = 3
const mostKept = 200

export function advance(before: AlarmWatch, observations: readonly Observation[], at: Ms): AlarmWatch {
  const seen = new Set(observations.map(({ participantId }) => participantId))
  const suspected: Record<string, Ms> = {}
  const recovering: Record<string, Ms> = {}
  // Whoever has left has no trouble any more.
  let alarms = before.alarms.map((alarm) => (seen.has(alarm.participantId) ? alarm : ended(alarm, at)))
  for (const observation of observations)
    for (const kind of AlarmKind.options) {
      const key = `${observation.participantId}.${kind}`
      const going = alarms.find((one) => isGoing(one) && isOf(one, observation, kind))
      // Of somebody who is lost nothing else can be told.
      if (observation.isLost && kind !== 'lost') continue
      if (going) {
        if (isBad[kind](observation, true)) continue
        const since = before.recovering[key] ?? at
        recovering[key] = since
        if (at - since >= clearAfterMs[kind]) alarms = alarms.map((one) => (one === going ? ended(one, since) : one))
      } else if (isBad[kind](observation, false)) {
        const since = before.suspected[key] ?? (kind === 'lost' ? observation.since : at)
        suspected[key] = since
        if (at - since >= raiseAfterMs[kind]) alarms = [...alarms, alarmOf(observation, kind, since)]
      }
    }
  return { suspected, recovering, alarms: alarms.filter(isKept).slice(-mostKept) }
}

/** null: there is no such alarm. */
export function handle(watch: AlarmWatch, alarmId: string, at: Ms): AlarmWatch | null {
  if (!watch.alarms.some((alarm) => alarm.alarmId === alarmId)) return null
  const alarms = watch.alarms.map((alarm) => (alarm.alarmId === alarmId ? { ...alarm, handledAt: at } : alarm))
  return { ...watch, alarms: alarms.filter(isKept) }
}

const isBad: Readonly<Record<AlarmKind, (observation: Observation, isGoing: boolean) => boolean>> = {
  lost: ({ isLost }) => isLost,
  // A site has its picture on; somebody alone may have switched theirs off.
  picture: ({ picture, isAtSite, report }) => picture !== 'live' && (isAtSite || isWantedOn(report)),
  microphone: ({ report }) => report?.microphone === 'failed',
  loss: ({ report }, isGoing) =>
    report !== null &&
    Math.max(report.upLossPercent, report.downLossPercent) >= (isGoing ? lossThatIsWell : lossThatAlarms),
  freezes: ({ report }) => report !== null && report.freezes > 0,
  cpu: ({ report }) => report?.limitedBy === 'cpu',
}

const isWantedOn = (report: HealthReport | null): boolean => report !== null && report.camera !== 'off'
const isGoing = ({ endedAt }: Alarm): boolean => endedAt === null
const isKept = ({ endedAt, handledAt }: Alarm): boolean => endedAt === null || handledAt === null
const isOf = (alarm: Alarm, { participantId }: Observation, kind: AlarmKind): boolean =>
  alarm.participantId === participantId && alarm.kind === kind
const ended = (alarm: Alarm, at: Ms): Alarm => (isGoing(alarm) ? { ...alarm, endedAt: at } : alarm)

const alarmOf = ({ participantId }: Observation, kind: AlarmKind, since: Ms): Alarm => ({
  alarmId: `${participantId}.${kind}.${since}`,
  participantId,
  kind,
  since,
  endedAt: null,
  handledAt: null,
})
