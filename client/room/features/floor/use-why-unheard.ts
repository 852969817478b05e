// Why the server lets no sound of this person through now; null: it does.
import { useSession } from '../../../live/session/store.ts'
import { type Unheard, whyUnheard } from './why-unheard.ts'

export const useWhyUnheard = (): Unheard | null =>
  useSession(({ state, me }) => (state && me ? whyUnheard(state, me.participantId) : 'turn'))
