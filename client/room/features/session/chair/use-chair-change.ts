// Who chairs now in place of whom, since this page was opened. Null: nothing has changed, or it was seen and put away.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../../shared/kernel/ids.ts'
import { isChair } from '../../../../../shared/modules/admission/contract.ts'
import { meIn, personIn, unknownName } from '../../../../live/session/selectors.ts'
import { sessionStore, useSession } from '../../../../live/session/store.ts'

interface ChairChange {
  readonly words: string
  readonly putAway: () => void
}

export function useChairChange(): ChairChange | null {
  const { t } = useTranslation()
  const chairId = useSession(
    ({ state }) => Object.values(state?.admission.participants ?? {}).find(isChair)?.participantId ?? null,
  )
  const before = useRef<ParticipantId | null>(null)
  const [change, setChange] = useState<{ fromId: ParticipantId; toId: ParticipantId } | null>(null)
  useEffect(() => {
    const fromId = before.current
    if (chairId) before.current = chairId
    if (chairId && fromId && fromId !== chairId) setChange({ fromId, toId: chairId })
  }, [chairId])
  if (!change) return null
  const session = sessionStore.getState()
  const me = meIn(session)
  const names = { name: nameOf(change.toId), from: nameOf(change.fromId) }
  const putAway = () => setChange(null)
  if (me?.participantId === change.toId) return { words: t('hearing.chairChanged.toYou', names), putAway }
  if (me?.participantId === change.fromId)
    return { words: t('hearing.chairChanged.fromYou', { ...names, office: t(`role.${me.role}`) }), putAway }
  return { words: t('hearing.chairChanged.what', names), putAway }
}

const nameOf = (participantId: ParticipantId): string =>
  personIn(sessionStore.getState(), participantId)?.name ?? unknownName
