// How long each participant had the floor, from the states between which the journal moves.
import type { Ms, ParticipantId } from '../kernel/ids.ts'
import type { SessionState } from '../modules/index.ts'

export interface SpokenTime {
  readonly participantId: ParticipantId
  /** How often they were given the floor. */
  readonly times: number
  readonly spokenMs: number
}

interface Change {
  readonly at: Ms
  readonly before: SessionState
  readonly after: SessionState
}

/** In the order of their first speech. The floor of one whose connection was lost for good ends with the loss. */
export function spokenTimes(changes: readonly Change[]): SpokenTime[] {
  const spoken = new Map<ParticipantId, SpokenTime>()
  let last: SessionState | null = null
  for (const { at, before, after } of changes) {
    // Several events of one commit are one change.
    if (before === last) continue
    last = before
    const { holder } = before.floor
    if (!holder) continue
    const { participantId, grantedAt, lostAt } = holder
    const next = after.floor.holder
    if (next?.participantId === participantId && next.grantedAt === grantedAt) continue
    const { times, spokenMs } = spoken.get(participantId) ?? { times: 0, spokenMs: 0 }
    spoken.set(participantId, { participantId, times: times + 1, spokenMs: spokenMs + (lostAt ?? at) - grantedAt })
  }
  return [...spoken.values()]
}
