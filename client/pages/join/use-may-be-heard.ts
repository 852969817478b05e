// Whether the server lets this person's sound through now; the same plan as the server's.
import { mediaPlan } from '../../../shared/projections/media-plan.ts'
import { useSession } from '../../session/store.ts'

export const useMayBeHeard = (): boolean =>
  useSession(({ state, me }) => (state && me && mediaPlan(state).get(me.participantId)?.mayBeHeard) ?? false)
