// Whose signs this page shows.
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { consultationOf } from '../../../../shared/modules/consultation/contract.ts'
import { isRunning } from '../../../../shared/modules/session/contract.ts'
import { signerOf } from '../../../../shared/modules/sign-language/contract.ts'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'

/** null: nobody’s. Whoever is aside in a consultation sees those who take part in it alone. */
function shownSigner({ state, me }: SessionSnapshot): ParticipantId | null {
  if (!state || (me && consultationOf(state.consultation, me.participantId))) return null
  return signerOf(state)
}

export const useSigner = (): ParticipantId | null => useSession(shownSigner)

/** Appointed, and there is something to interpret. */
export const useIsSignInterpreter = (): boolean =>
  useSession(
    ({ state, me }) =>
      state !== null &&
      me !== null &&
      isRunning(state.session.status) &&
      state.signLanguage.interpreters.includes(me.participantId),
  )
