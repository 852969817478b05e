import { documents, mayPresent } from '../../../../shared/modules/documents/contract.ts'
import { waitingFor } from '../../../../shared/projections/reading.ts'
import { meIn } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'

export const useDocuments = () => useSession(({ state }) => state?.documents ?? documents.initial)

export const useMayPresent = (): boolean =>
  useSession((session) => {
    const me = meIn(session)
    return !!me && !!session.state && mayPresent(session.state.documents, session.state.floor.holder, me)
  })

export const useDocumentsBadge = (): number =>
  useSession(({ me, state }) => (me && state ? waitingFor(state.documents, me.participantId) : 0))
