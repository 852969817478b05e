// What citizens have sent from their devices, and what of it is on the list.
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { SubmittedPaper } from '../../../../shared/modules/submission/contract.ts'
import { meIn } from '../../../live/session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'

const isListed = ({ state }: SessionSnapshot, { participantId, file }: SubmittedPaper): boolean =>
  [...(state?.receipt.pending ?? []), ...(state?.receipt.receipts ?? []).flatMap(({ papers }) => papers)].some(
    (paper) => paper.participantId === participantId && paper.sha256 === file.sha256,
  )

export const useOwnSubmitted = (participantId: ParticipantId): readonly SubmittedPaper[] =>
  useSession(
    useShallow(({ state }) =>
      (state?.submission.papers ?? []).filter((paper) => paper.participantId === participantId),
    ),
  )

export const useIsListed = (paper: SubmittedPaper): boolean => useSession((session) => isListed(session, paper))

/** For staff: papers that came and are not on the list yet. */
export const useSubmittedBadge = (): number =>
  useSession((session) => {
    const role = meIn(session)?.role
    if (role !== 'chair' && role !== 'secretary') return 0
    return (session.state?.submission.papers ?? []).filter((paper) => !isListed(session, paper)).length
  })
