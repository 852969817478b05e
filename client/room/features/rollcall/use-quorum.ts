// Who is there and whether they are enough, as the minutes will count it.
import { type Presence, presence, type Quorum, quorumOf } from '../../../../shared/projections/quorum.ts'
import { useServerNow } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'

const renewedEveryMs = 10_000

/** null: none is needed. */
export function useQuorum(): Quorum | null {
  const now = useServerNow(renewedEveryMs)
  const state = useSession((session) => session.state)
  return state && quorumOf(state, now)
}

export function usePresence(): Presence | null {
  const now = useServerNow(renewedEveryMs)
  const state = useSession((session) => session.state)
  return state && presence(state, now)
}
