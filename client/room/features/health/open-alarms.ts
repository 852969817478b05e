import type { Alarm, SessionHealth } from '../../../../shared/wire/hearing/health.ts'

/** What nobody has ticked off: what goes on before what has passed, the newest first. */
export function openAlarms(health: SessionHealth | null): readonly Alarm[] {
  const open = health?.alarms.filter(({ handledAt }) => handledAt === null) ?? []
  const rank = ({ endedAt }: Alarm) => (endedAt === null ? 0 : 1)
  return open.toSorted((one, other) => rank(one) - rank(other) || other.since - one.since)
}
