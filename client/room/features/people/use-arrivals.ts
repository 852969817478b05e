// Who has come or gone since the last look, as one sentence.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { personIn, unknownName } from '../../../live/session/selectors.ts'
import { sessionStore, useSession } from '../../../live/session/store.ts'

/** More than this many at once are counted, not named. */
const mostNamed = 2

export function useArrivals(): string {
  const { t } = useTranslation()
  const inside = useSession(
    useShallow(({ state }) =>
      Object.values(state?.admission.participants ?? {}).flatMap(({ participantId, status }) =>
        status === 'present' ? [participantId] : [],
      ),
    ),
  )
  const before = useRef<readonly ParticipantId[] | null>(null)
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    const known = before.current
    before.current = inside
    if (!known) return
    const came = inside.filter((id) => !known.includes(id))
    const went = known.filter((id) => !inside.includes(id))
    if (came.length > mostNamed) setSentence(t('hearing.manyCame', { count: came.length }))
    else if (came.length > 0) setSentence(t('hearing.came', { names: namesOf(came) }))
    else if (went.length > 0) setSentence(t('hearing.went', { names: namesOf(went.slice(0, mostNamed)) }))
  }, [inside, t])
  return sentence
}

const namesOf = (ids: readonly ParticipantId[]): string =>
  ids.map((id) => personIn(sessionStore.getState(), id)?.name ?? unknownName).join(', ')
