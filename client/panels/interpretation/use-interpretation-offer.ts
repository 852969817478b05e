// Over the stage of a session that is interpreted: the way to one’s language, and afterwards what one hears. Whoever has
// chosen the original has seen it, and is left in peace.
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { consultationOf } from '../../../shared/modules/consultation/contract.ts'
import { spokenInto } from '../../../shared/modules/interpretation/contract.ts'
import { languageOf, useListening } from '../../media/listening.ts'
import { interpreterFor } from '../../session/interpreter.ts'
import { personIn, unknownName } from '../../session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../session/store.ts'
import type { PanelOffer } from '../panel.ts'

/** Those one could listen to now; none for who interprets, or is aside. */
function offered({ state, me }: SessionSnapshot) {
  if (!state || !me) return []
  const isElsewhere =
    consultationOf(state.consultation, me.participantId) || spokenInto(state.interpretation, me.participantId)
  return isElsewhere ? [] : state.interpretation.channels.map(({ language }) => language)
}

export function useInterpretationOffer(): PanelOffer | null {
  const { t } = useTranslation()
  const languages = useSession(useShallow(offered))
  const choice = useListening((listening) => listening.choice)
  const chosen = useListening(languageOf)
  const interpreter = useSession((session) => {
    const participantId = interpreterFor(session, chosen)
    return participantId && (personIn(session, participantId)?.name ?? unknownName)
  })
  if (languages.length === 0 || choice === 'floor') return null
  if (chosen === null || !languages.includes(chosen))
    return {
      words: t('panels.interpretation.offer', { languages: languages.map((one) => t(`language.${one}`)).join(', ') }),
      action: t('panels.interpretation.choose'),
      isUrgent: false,
    }
  const language = t(`language.${chosen}`)
  return {
    words: interpreter
      ? t('panels.interpretation.hears', { language, name: interpreter })
      : t('panels.interpretation.hearsOriginal', { language }),
    action: t('panels.interpretation.change'),
    isUrgent: false,
  }
}
